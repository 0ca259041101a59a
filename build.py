#!/usr/bin/env python3
"""The door of Songngu: makes the environment once, then runs `python -m songngu` in it.

Plain standard library (Python 3.11+), so that a fresh machine needs nothing first. Exit codes:
those of songngu (see songngu/cli/); 5 when the machine itself lacks something, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import hashlib
import json
import locale
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "songngu-stamp.json"
OLDEST = (3, 11)
MACHINE = 5
INTERRUPTED = 130

# Only these verbs print, so only they need Pango; only the tests need a browser.
NEEDS_PANGO = {"all", "print", "proof", "test", "bench"}
# What a verb installs besides what all verbs need.
MORE_LOCKS = {"test": ("test.txt",), "bench": ("bench.txt",)}
OPTIONS_WITH_VALUE = {
    "--root",
    "--out",
    "--issue",
    "--lang",
    "--only",
    "--layout",
    "--format",
    "--section",
    "--profile",
    "--round",
    "--since",
    "--by",
    "--role",
    "--date",
    "--as-printed",
    "--from",
    "--port",
}

# Where WeasyPrint looks for Pango on Windows, if nobody tells it; and where Homebrew lays it, which
# only Homebrew's own Python knows.
DLLS = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"
BREW = "/opt/homebrew/lib"

SENTENCES = {
    "old-python": (
        "Cần Python 3.11 trở lên; đây là {found}. Tải tại python.org, rồi chạy lại.",
        "Python 3.11 or newer is needed; this is {found}. Get it at python.org, then run again.",
    ),
    "other-python": (
        "Trên Windows cần bản Python “64-bit” (x64), cả trên máy ARM; đây là {found}. Tải bản "
        "“Windows installer (64-bit)” tại python.org, rồi chạy lại.",
        "On Windows the “64-bit” (x64) Python is needed, on ARM machines too; this is {found}. Get "
        "the “Windows installer (64-bit)” at python.org, then run again.",
    ),
    "setup": (
        "Chuẩn bị môi trường (chỉ một lần, khoảng một phút)…",
        "Setting up (once, about a minute)…",
    ),
    "setup-more": ("Chuẩn bị công cụ cho “{verb}”…", "Setting up what “{verb}” needs…"),
    "waiting": (
        "Một tiến trình khác đang chuẩn bị môi trường; xin chờ…",
        "Another process is setting up; waiting…",
    ),
    "pip-failed": (
        "Không cài được thư viện (mã {code}). Kiểm tra mạng và dung lượng đĩa, rồi chạy lại. Cần "
        "Windows (x64), Linux, hoặc máy Mac chip Apple với macOS 15 trở lên.",
        "Libraries could not be installed (code {code}). Check network and disk, then run again. "
        "They are made for Windows (x64), Linux, and Apple silicon with macOS 15 or newer.",
    ),
    "installing": ("Cài vào hệ thống: {packages}", "Installing on this system: {packages}"),
    "missing": (
        "Máy thiếu {what}. Hãy chạy: {command}",
        "This machine lacks {what}. Please run: {command}",
    ),
    "no-browser": (
        "Không có Chromium: các phép thử trên trình duyệt sẽ được đếm là KHÔNG CHẠY.",
        "No Chromium: the browser tests will be counted as NOT RUN.",
    ),
    "disk": ("Không ghi được {path}: {error}", "Cannot write {path}: {error}"),
    "held": (
        "Một chương trình khác đang dùng {path}. Hãy đóng lại (serve, VS Code), rồi chạy lại.",
        "Another program is using {path}. Close it (serve, VS Code), then run again.",
    ),
}


def language(arguments: list[str]) -> int:
    """0 for Vietnamese, 1 for English: --lang, else the locale, else Vietnamese."""
    # (zip with strict= would be a traceback on the old Pythons that main() has a sentence for)
    for here, following in zip(arguments, [*arguments, ""][1:]):  # noqa: B905
        if here.startswith("--lang"):
            return int((here.partition("=")[2] or following) == "en")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return int(value.lower().startswith("en"))
    # Windows sets no such names; there Python takes on the locale by itself.
    here = locale.setlocale(locale.LC_CTYPE) if os.name == "nt" else ""
    return int(here.lower().startswith("en"))


def say(key: str, **values: object) -> None:
    """One sentence to stderr, in a way that no console encoding can break."""
    text = SENTENCES[key][language(sys.argv[1:])].format(**values)
    encoding = sys.stderr.encoding or "ascii"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        import unicodedata

        bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
        text = bare.encode("ascii", "ignore").decode("ascii")
    print(text, file=sys.stderr, flush=True)


def verb_of(arguments: list[str]) -> str:
    """The verb among the arguments: the first word that is no option and no option's value."""
    skip = False
    for word in arguments:
        if skip:
            skip = False
        elif word in OPTIONS_WITH_VALUE:
            # Of builds, `--profile` is a switch.
            skip = word != "--profile" or "preflight" in arguments
        elif word in ("-h", "--help", "--version"):
            return "help"
        elif not word.startswith("-"):
            return word
    return "all"


# --- what the system itself must have ---------------------------------------------------------


def have_venv() -> bool:
    """Debian parts `venv` and `ensurepip` from Python: both must be importable."""
    import importlib.util

    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def have_pango() -> bool:
    """WeasyPrint loads these two by name; the import fails without them."""
    if os.name == "nt":
        places = os.environ.get("WEASYPRINT_DLL_DIRECTORIES", DLLS).split(";")
        if any(Path(place, "libpango-1.0-0.dll").is_file() for place in places):
            return True
        return ctypes.util.find_library("libpango-1.0-0") is not None
    if sys.platform == "darwin" and Path(BREW, "libpango-1.0.dylib").exists():
        return True
    return all(ctypes.util.find_library(name) for name in ("pango-1.0", "pangoft2-1.0"))


def have_chromium() -> bool:
    return any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))


def system_needs(verb: str) -> list[tuple[str, list[str], bool]]:
    """(what is missing, its Debian packages, is it a must) for this verb, on this machine."""
    needs = []
    if not STAMP.exists() and not have_venv():
        needs.append(("venv", [f"python3.{sys.version_info.minor}-venv"], True))
    if verb in NEEDS_PANGO and not have_pango():
        packages = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
        needs.append(("Pango", packages, True))
    if verb == "test" and not have_chromium():
        needs.append(("Chromium", ["chromium"], False))
    return needs


def installer(packages: list[str]) -> tuple[list[list[str]], str]:
    """The commands that would install Debian packages here ([] if we may not), and what to tell."""
    told = f"sudo apt-get install -y {' '.join(packages)}"
    if sys.platform == "darwin":
        brew = ["pango" if "pango" in p else p for p in packages[:1]]
        commands = [["brew", "install", *brew]] if shutil.which("brew") and in_ci() else []
        return commands, f"brew install {' '.join(brew)}"
    if os.name == "nt":
        return [], "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html#windows"
    if not shutil.which("apt-get"):
        return [], "dnf install pango / pacman -S pango / apk add pango"
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not root and not (in_ci() and shutil.which("sudo")):
        return [], told
    before = [] if root else ["sudo", "-n"]
    quiet = ["-o=Dpkg::Use-Pty=0", "-qq", "-y", "--no-install-recommends"]
    return [
        [*before, "apt-get", "update", "-qq"],
        [*before, "apt-get", "install", *quiet, *packages],
    ], told


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in ("1", "true")


def satisfy(verb: str) -> int:
    """Install or name what the system lacks. 0 when the verb can go on."""
    for what, packages, must in system_needs(verb):
        commands, told = installer(packages)
        if commands:
            say("installing", packages=" ".join(packages))
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        done = bool(commands)
        for command in commands:
            # apt-get chats on stdout; stdout is ours to answer on.
            quiet = subprocess.DEVNULL
            done = subprocess.run(command, env=environment, stdout=quiet).returncode == 0
        if done:
            continue
        if must:
            say("missing", what=what, command=told)
            return MACHINE
        say("no-browser")
    return 0


# --- the environment --------------------------------------------------------------------------


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold an advisory lock on `path` while the body runs; wait for whoever holds it."""
    with path.open("a+b") as handle:
        told = False
        while not try_lock(handle):
            if not told:
                say("waiting")
                told = True
            time.sleep(0.3)
        yield


def try_lock(handle: IO[bytes]) -> bool:
    """The lock goes with the process, so a killed set-up never leaves one behind."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # on Windows the latter; else there are no locks
        return False
    return True


def python_of(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wanted_stamp(locks: list[str]) -> dict[str, str]:
    """What the environment must be made of: hashes of the lock files, and the interpreter."""
    stamp = {
        name: hashlib.sha256(
            (ROOT / "requirements" / name).read_bytes().replace(b"\r\n", b"\n")
        ).hexdigest()
        for name in locks
    }
    return {**stamp, "python": sys.version, "checkout": str(ROOT)}


def read_stamp() -> dict[str, str]:
    try:
        stamp: dict[str, str] = json.loads(STAMP.read_text("utf-8"))
        return stamp
    except (OSError, ValueError):
        return {}


def fits(stamp: dict[str, str], wanted: dict[str, str]) -> bool:
    return all(stamp.get(key) == value for key, value in wanted.items())


def pip_install(lock: str) -> int:
    command = [str(python_of(VENV)), "-m", "pip", "install", "-qq", "--require-hashes"]
    # Wheels only: nothing is ever compiled, or run, while installing.
    command += ["--only-binary", ":all:"]
    command += ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    command += ["-r", str(ROOT / "requirements" / lock)]
    return subprocess.run(command, stdout=sys.stderr).returncode


def make_environment(verb: str) -> int:
    """Make or complete `.venv`; the stamp is written last, so a killed install is done again."""
    locks = ["run.txt", *MORE_LOCKS.get(verb, ())]
    wanted = wanted_stamp(locks)
    if fits(read_stamp(), wanted):
        return 0
    with locked(ROOT / ".venv.lock"):
        stamp = read_stamp()
        if fits(stamp, wanted):
            return 0
        whole = fits(stamp, wanted_stamp(["run.txt"]))
        missing = [lock for lock in locks if not whole or stamp.get(lock) != wanted[lock]]
        STAMP.unlink(missing_ok=True)
        if "run.txt" in missing:
            say("setup")
            make_venv()
        else:
            say("setup-more", verb=verb)
        for lock in missing:
            if code := pip_install(lock):
                say("pip-failed", code=code)
                return MACHINE
        put_checkout_on_path()
        kept = stamp if whole else {}
        STAMP.write_text(json.dumps({**kept, **wanted}), "utf-8", newline="\n")
    return 0


def make_venv() -> None:
    """An empty environment. The one whose own Python runs this (an editor's terminal has it first)
    is kept, for Windows removes no program that runs: pip puts right what it holds."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        return
    shutil.rmtree(VENV, ignore_errors=True)
    import venv

    venv.create(VENV, with_pip=True, symlinks=os.name != "nt")


def put_checkout_on_path() -> None:
    """pip refuses an editable install beside hashes; a .pth file does the same. It tells the way
    from its own folder, which is ASCII: Python before 3.13 reads it in the locale's encoding, which
    on Windows is none for a path with a Vietnamese name in it."""
    site = VENV / "Lib/site-packages" if os.name == "nt" else None
    folder = site or next((VENV / "lib").glob("python3*/site-packages"))
    way = os.path.relpath(ROOT, folder)
    (folder / "songngu-checkout.pth").write_text(f"{way}\n", "ascii", newline="\n")


def environment_of(given: dict[str, str]) -> dict[str, str]:
    """What the house is begun with: on a Mac, also where Homebrew lays Pango."""
    if sys.platform == "darwin":
        given.setdefault("DYLD_FALLBACK_LIBRARY_PATH", f"{BREW}:/usr/local/lib:/usr/lib")
    return given


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        say("old-python", found=sys.version.split()[0])
        return MACHINE
    if os.name == "nt" and sysconfig.get_platform() != "win-amd64":
        # Charts and PDF have no wheels for the others.
        say("other-python", found=sysconfig.get_platform())
        return MACHINE
    verb = verb_of(arguments)
    try:
        if code := satisfy(verb):
            return code
        if code := make_environment(verb):
            return code
    except OSError as error:
        held = os.name == "nt" and isinstance(error, PermissionError)
        path = error.filename or VENV
        say("held" if held else "disk", path=path, error=error.strerror or error)
        return MACHINE
    command = [str(python_of(VENV)), "-m", "songngu", *arguments]
    child = subprocess.Popen(command, env=environment_of(dict(os.environ)))
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            # The child got the same signal: let it clean up and take its exit code.
            continue


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)

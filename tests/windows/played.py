"""What Windows does otherwise, played on Linux as far as that goes: for a process of its own.

It is begun after the libraries are loaded, which know by then on what they run, and before the
house is: what the house then asks of the system is answered as on Windows, where that is no more
than a refusal or another encoding. What is truly Windows' own (paths with backslashes, its console)
is not played.
"""

import builtins
import contextlib
import ctypes
import io
import os
import shutil
import signal
import sys
import types
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

# Modules and names that are not there (docs.python.org: "Availability: Unix").
MODULES = ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "readline", "syslog")
NAMES = {
    os: (
        "fork", "forkpty", "register_at_fork", "sched_getaffinity", "getuid", "geteuid", "getgid",
        "setuid", "seteuid", "chown", "killpg", "setsid", "getpgid", "wait", "mkfifo",
        "nice", "statvfs", "sync", "getloadavg", "uname", "O_NOFOLLOW", "O_DIRECTORY",
    ),
    signal: ("pthread_sigmask", "sigwait", "SIGKILL", "SIGHUP", "SIGALRM", "alarm", "setitimer"),
}  # fmt: skip
# What a file is written in where nobody says it.
ENCODING, NEWLINE = "cp1258", "\r\n"
# Orders to the console, as they came.
ORDERS: list[tuple[object, ...]] = []


def become_windows() -> None:
    import fcntl  # real locks, under their name there

    sys.modules["msvcrt"] = _msvcrt(fcntl)
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]  # an import of it fails
    for module, names in NAMES.items():
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    _let_processes_be()
    sys.platform = "win32"
    kernel = types.SimpleNamespace(
        SetConsoleCtrlHandler=lambda *given: ORDERS.append(given),
        GetConsoleMode=lambda *given: 0,
    )
    ctypes.windll = types.SimpleNamespace(kernel32=kernel)  # type: ignore[attr-defined]
    _play_files()
    _play_texts()


class _Sys:
    """`sys` as those know it who begin processes, and call this system by its name."""

    platform = sys.platform

    def __getattr__(self, name: str) -> Any:
        return getattr(sys, name)


def _let_processes_be() -> None:
    known = _Sys()
    for name, module in sys.modules.items():
        if name.partition(".")[0] in ("multiprocessing", "concurrent", "subprocess", "shutil"):
            module.sys = known  # type: ignore[attr-defined]


def _msvcrt(fcntl: Any) -> Any:
    module: Any = types.ModuleType("msvcrt")
    module.LK_NBLCK = 2

    def locking(file: int, mode: int, size: int) -> None:
        assert (mode, size) == (module.LK_NBLCK, 1)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise PermissionError(13, "Permission denied") from error

    module.locking = locking
    module.get_osfhandle = lambda file: file
    return module


def _play_files() -> None:
    """Nothing that is open, in this process, can be moved, replaced or removed, nor a folder around
    it; nothing is renamed onto what is there, no folder replaced; there are no links."""
    # It goes by names then, which are played, and not by the handles of folders.
    shutil._use_fd_functions = False  # type: ignore[attr-defined]

    def rename(old: Any, new: Any) -> None:
        _free(old, _held() | _mapped())
        if os.path.lexists(new) and not Path(old).samefile(new):
            raise FileExistsError(17, "It is there already", os.fspath(old), 183, os.fspath(new))

    def replace(old: Any, new: Any) -> None:
        held = _held() | _mapped()
        _free(old, held)
        _free(new, held)
        if Path(new).is_dir():
            raise PermissionError(13, "Access is denied", os.fspath(old), 5, os.fspath(new))

    def link(old: Any, new: Any, *more: Any) -> None:
        raise OSError(22, "A required privilege is not held", os.fspath(new), 1314)

    _guard("rename", rename)
    _guard("replace", replace)
    for name in ("unlink", "remove", "rmdir"):
        _guard(name, lambda path, *more: _free(path, _held()))
    for name in ("link", "symlink"):
        _guard(name, link)


def _guard(name: str, refuse: Callable[..., None]) -> None:
    real = getattr(os, name)

    def played(*given: Any, **named: Any) -> Any:
        refuse(*given)
        return real(*given, **named)

    setattr(os, name, played)


def _free(path: Any, held: Iterable[str]) -> None:
    """Raises PermissionError if the file, or one below the folder, is held."""
    whole = os.path.realpath(path)
    for name in held:
        if name == whole or name.startswith(whole + os.sep):
            raise PermissionError(13, f"In use: {name}", os.fspath(path), 32)


def _held() -> set[str]:
    """What this process has open."""
    found = set()
    for one in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):
            found.add(str(one.readlink()))
    return found


def _mapped() -> set[str]:
    """What it reads as memory."""
    with _OPEN("/proc/self/maps", encoding="utf-8") as maps:
        return {line.split(maxsplit=5)[5].strip() for line in maps if "/" in line}


_OPEN = open


def _play_texts() -> None:
    """A text that says neither encoding nor line ends is read and written as there."""

    def played(file: Any, mode: str = "r", *given: Any, **named: Any) -> Any:
        if "b" not in mode:
            names = ("buffering", "encoding", "errors", "newline")
            said = {**dict(zip(names, given, strict=False)), **named}
            if said.get("encoding") in (None, "locale"):
                said["encoding"] = ENCODING
            if said.get("newline") is None and set(mode) & set("wax"):
                said["newline"] = NEWLINE
            return _OPEN(file, mode, **said)
        return _OPEN(file, mode, *given, **named)

    builtins.open = io.open = played

"""What is the same on every system: read in the source, for nothing here runs on Windows."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import plan
from tests.house.test_rules import OURS, shown

# Of modules that Windows has too, what it has not (docs.python.org: "Availability: Unix"), and what
# does something else there: `os.kill` ends what it asks for. Where each may stand, guarded.
UNIX = {
    "os": {
        "chown", "fchmod", "fchown", "fork", "forkpty", "geteuid", "getgid", "getloadavg",
        "getpgid", "getuid", "initgroups", "kill", "killpg", "mkfifo", "mknod", "nice",
        "posix_spawn", "register_at_fork", "sched_getaffinity", "sendfile", "setpgid", "setsid",
        "setuid", "statvfs", "sync", "uname", "wait", "waitpid", "O_DIRECTORY", "O_NOFOLLOW",
    },
    "signal": {"SIGALRM", "SIGHUP", "SIGKILL", "alarm", "pthread_sigmask", "setitimer", "sigwait"},
    "time": {"tzset"},
    "socket": {"AF_UNIX", "SO_REUSEPORT"},
}  # fmt: skip
MODULES = {"crypt", "curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource",
           "syslog", "termios", "tty"}  # fmt: skip
GUARDED = {
    "build.py": {"os.geteuid", "fcntl"},
    "songngu/output_.py": {"os.kill", "os.register_at_fork", "fcntl"},
    "songngu/workers_.py": {"os.sched_getaffinity", "signal.pthread_sigmask"},
}


def faults(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, what is wrong) of what another system would read or write otherwise."""
    whole = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)
             and node.attr == "as_posix"}  # fmt: skip
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        own, name = getattr(node.func, "id", ""), getattr(node.func, "attr", "")
        said = {word.arg for word in node.keywords}
        words = [one.value for one in node.args if isinstance(one, ast.Constant)]
        if name == "read_text" and not (words or "encoding" in said):
            yield node.lineno, "a text is read in the system's encoding"
        if name == "write_text" and not ({"utf-8", "ascii"} & {*words} and "newline" in said):
            yield node.lineno, "a text is written in the system's encoding or with its line ends"
        mode = _mode(node) if "open" in (own, name) else ""
        if mode and "encoding" not in said:
            yield node.lineno, "a text file is opened in the system's encoding"
        if {*mode} & {*"wax"} and "newline" not in said:
            yield node.lineno, "a text is written with the system's line ends"
        if name in ("run", "Popen", "check_output") and said & {"text", "universal_newlines"}:
            yield node.lineno, "a program is read in the system's encoding: say which"
        if name == "relative_to" and id(node) not in whole:
            yield node.lineno, "a path is told with the system's slashes: .as_posix()"


def _mode(node: ast.Call) -> str:
    """How a call of `open` opens a text, "" if it opens none. What is not the function itself, nor
    called as a path's own, opens other things: a PDF, a package, a picture."""
    itself = isinstance(node.func, ast.Name)
    given = [*node.args[int(itself) :][:1], *(w.value for w in node.keywords if w.arg == "mode")]
    if not given:
        return "r" if itself or not node.args else ""
    mode = given[0].value if isinstance(given[0], ast.Constant) else ""
    return mode if isinstance(mode, str) and not {*mode} - {*"rwaxt+"} else ""


def unix(tree: ast.AST) -> Iterator[str]:
    """What a file asks of Unix alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in UNIX.get(node.value.id, ()):
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            names = {one.name for one in node.names}
            yield from sorted(names & UNIX.get(str(node.module), set()))
            yield from {str(node.module)} & MODULES


def test_texts_and_paths_are_the_same_everywhere() -> None:
    found = [f"{shown(path)}:{line}: {what}" for path in OURS for line, what in faults(_tree(path))]
    assert found == []


def test_what_only_unix_has_stands_in_guarded_places() -> None:
    found = {shown(path): {*unix(_tree(path))} for path in OURS}
    assert {name: asked for name, asked in found.items() if asked} == GUARDED
    for name in GUARDED:
        source = next(path for path in OURS if shown(path) == name).read_text("utf-8")
        assert "sys.platform" in source or "os.name" in source


def _tree(path: Path) -> ast.Module:
    return plan.tree(path)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("path.read_text()", 1),
        ("path.read_text('utf-8')", 0),
        ("path.write_text(text, 'utf-8')", 1),
        ("path.write_text(text, newline='')", 1),
        ("path.write_text(text, 'utf-8', newline='')", 0),
        ("open(path)", 1),
        ("open(path, 'w', encoding='utf-8')", 1),
        ("path.open()", 1),
        ("path.open('rb')", 0),
        ("path.open('a', encoding='utf-8', newline='')", 0),
        ("Pdf.open(path)", 0),
        ("package.open(entry, 'w', force_zip64=False)", 0),
        ("subprocess.run(words, text=True)", 1),
        ("subprocess.run(words, encoding='utf-8')", 0),
        ("str(path.relative_to(root))", 1),
        ("path.relative_to(root).as_posix()", 0),
    ],
)
def test_the_rule_sees(line: str, wrong: int) -> None:
    assert len([*faults(ast.parse(line))]) == wrong


def test_the_guard_sees() -> None:
    source = "import os, fcntl\nfrom signal import SIGKILL\nfrom pwd import getpwnam\nos.fork()"
    assert {*unix(ast.parse(source))} == {"os.fork", "fcntl", "SIGKILL", "pwd"}

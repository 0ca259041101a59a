"""`test`: style, types, then the test suite, and an audit; `bench`: the benchmarks. All of a
checkout."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from songngu.output_ import MachineError

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
STYLE = (("ruff", ["ruff", "check", "."]), ("ruff format", ["ruff", "format", "--check", "."]))
# What the audit cannot do without, and the programs of which one is enough.
AUDIT = {"Node (npm)": ("npm",), "Java": ("java",), "Chromium": BROWSERS}
# What the code asks of the system must be there on these too.
SYSTEMS = ("win32", "darwin")
Say = Callable[..., object]


def lacks() -> tuple[str, ...]:
    """What an audit needs and this machine has not got."""
    return tuple(name for name, found in AUDIT.items() if not any(map(shutil.which, found)))


def audit(checkout: Path, say: Say) -> int:
    """The whole suite, then types as on other systems, and the site judged by other people's tools;
    nothing of it is skipped."""
    if code := run(checkout, (), say):
        return code
    for system in SYSTEMS:
        words = ["mypy", "--platform", system, "build.py", "songngu"]
        if code := _step(checkout, f"mypy ({system})", words, say):
            return code
    tools = checkout / ".songngu/audit"
    tools.mkdir(parents=True, exist_ok=True)
    for path in (checkout / "requirements/audit").glob("*.json"):
        shutil.copyfile(path, tools / path.name)
    say("test.step", what="npm ci")
    npm = str(shutil.which("npm"))
    words = [npm, "ci", "--ignore-scripts", "--no-fund", "--no-audit", "--silent"]
    if code := subprocess.run(words, cwd=tools).returncode:
        raise MachineError("test.audit-npm", code=code)
    say("test.step", what="audit")
    words = ["pytest", "-s", "-m", "audit"]
    return _step(checkout, "audit", words, say, SONGNGU_AUDIT=str(tools))


def run(checkout: Path, rest: Sequence[str], say: Say) -> int:
    """Run ruff, mypy and pytest; the first code that is not 0. ARGS go to pytest alone."""
    if not any(map(shutil.which, BROWSERS)):
        say("test.not-run", what="tests/browser (Chromium)")
    if rest:
        return _step(checkout, "pytest", ["pytest", *rest], say)
    for name, words in STYLE:
        if code := _step(checkout, name, words, say):
            return code
    # A third worker for two cores: one is always waiting, for the build or for a browser.
    # Types are judged beside the tests: both cores have work, and each tells its own result.
    say("test.step", what="mypy")
    words = [sys.executable, "-m", "mypy"]
    types = subprocess.Popen(words, cwd=checkout, stdout=subprocess.PIPE, encoding="utf-8")
    spread = ["-n", "3", "--dist", "loadfile", "--no-loadscope-reorder"]
    code = _step(checkout, "pytest", ["pytest", *spread], say)
    told, _ = types.communicate()
    sys.stderr.write(told)
    return code or types.returncode


def _step(checkout: Path, name: str, words: Sequence[str], say: Say, **environment: str) -> int:
    say("test.step", what=name)
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=checkout, env=_environment(**environment)).returncode


def _environment(**more: str) -> dict[str, str]:
    """This process's own, in which a module is compiled once for all: the suite starts hundreds of
    processes, and images of machines often forbid Python to keep what it has compiled."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **more}


def measure(checkout: Path, rest: Sequence[str]) -> int:
    """Run the benchmarks; ARGS are theirs (tests/bench)."""
    return subprocess.run([sys.executable, "-m", "tests.bench", *rest], cwd=checkout).returncode

"""`test`: style, types, then the test suite; `bench`: the benchmarks. Both of a checkout."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
STYLE = (("ruff", ["ruff", "check", "."]), ("ruff format", ["ruff", "format", "--check", "."]))
Say = Callable[..., object]


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
    types = subprocess.Popen(
        [sys.executable, "-m", "mypy"], cwd=checkout, stdout=subprocess.PIPE, text=True
    )
    code = _step(checkout, "pytest", ["pytest", "-n", "3", "--dist", "loadfile"], say)
    told, _ = types.communicate()
    sys.stderr.write(told)
    return code or types.returncode


def _step(checkout: Path, name: str, words: Sequence[str], say: Say) -> int:
    say("test.step", what=name)
    return subprocess.run([sys.executable, "-m", *words], cwd=checkout).returncode


def measure(checkout: Path, rest: Sequence[str]) -> int:
    """Run the benchmarks; ARGS are theirs (tests/bench)."""
    return subprocess.run([sys.executable, "-m", "tests.bench", *rest], cwd=checkout).returncode

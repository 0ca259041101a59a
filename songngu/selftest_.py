"""`test`: style, types, then the test suite, all of a checkout."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
Say = Callable[..., object]


def run(checkout: Path, rest: Sequence[str], say: Say) -> int:
    """Run ruff, mypy and pytest; the first code that is not 0. ARGS go to pytest alone."""
    steps: list[tuple[str, list[str]]] = []
    if not rest:
        steps = [
            ("ruff", ["ruff", "check", "."]),
            ("ruff format", ["ruff", "format", "--check", "."]),
            ("mypy", ["mypy"]),
        ]
    if not any(map(shutil.which, BROWSERS)):
        say("test.not-run", what="tests/browser (Chromium)")
    steps.append(("pytest", ["pytest", *rest]))
    for name, words in steps:
        say("test.step", what=name)
        code = subprocess.run([sys.executable, "-m", *words], cwd=checkout).returncode
        if code:
            return code
    return 0

"""What the whole suite shares: the real publication, built once, and the tools to look at it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from songngu.model import Issue, PressProfile, Publication
from songngu.source.press import read_press
from songngu.source.publication import read

ROOT = Path(__file__).resolve().parent.parent


def run_songngu(
    *words: str | Path, cwd: Path = ROOT, **env: str
) -> subprocess.CompletedProcess[str]:
    """The command as a user runs it, in English, with what it printed."""
    return subprocess.run(
        [sys.executable, "-m", "songngu", *map(str, words)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LANG": "en_GB.UTF-8", "LC_ALL": "", **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="session")
def publication() -> Publication:
    found = read(ROOT)
    assert found.value is not None
    return found.value


@pytest.fixture(scope="session")
def issue(publication: Publication) -> Issue:
    return publication.newest


@pytest.fixture(scope="session")
def profile() -> PressProfile:
    found = read_press(ROOT)
    assert found.value is not None
    return found.value


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """dist/ of the real publication, made once by the real command."""
    out = tmp_path_factory.mktemp("built") / "dist"
    done = run_songngu("all", "--out", out)
    assert done.returncode == 0, done.stdout + done.stderr
    yield out
    shutil.rmtree(out, ignore_errors=True)


@pytest.fixture(scope="session")
def built_site(built: Path) -> Path:
    return built / "site"


@pytest.fixture(scope="session")
def press_folder(built: Path, issue: Issue) -> Path:
    return built / "print" / issue.id

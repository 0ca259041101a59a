"""What the whole suite shares: the real publication, built once, and the tools to look at it."""

import contextlib
import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from songngu.cli import main
from songngu.model import Issue, PressProfile, Publication
from songngu.output_ import MachineError, one_build
from songngu.source.press import read_press
from songngu.source.publication import read
from tests.hosting import hosted

# Half of the usual examples, for the suite is run often; and the same ones in every run, so that
# one that fails belongs to the change at hand. New ones are looked for by `python -m tests.fuzz`,
# and what it finds is kept as cases.
settings.register_profile("often", max_examples=50, deadline=None, derandomize=True)
settings.load_profile("often")

# A code host gives every process its job summary; nothing that a test says belongs there.
os.environ.pop("GITHUB_STEP_SUMMARY", None)

# What needs Node and Java is asked for by `test --audit` alone.
collect_ignore = [] if "SONGNGU_AUDIT" in os.environ else ["audit"]

ROOT = Path(__file__).resolve().parent.parent


# The files that take longest, the longest first: whoever begins one last is waited for by all.
LONG = (
    "e2e/test_second_publication", "steady/test_killed", "serve/test_serve", "site/test_kept",
    "check/test_expected", "cli/test_verbs", "press/test_layouts", "seeded/test_seeded",
    "steady/test_hostile_text", "site/test_website",
)  # fmt: skip
LONG_WHEN_BUILT = (
    "browser/test_accessible", "browser/test_site", "browser/test_search", "preflight/test_real",
    "press/test_screens", "browser/test_pictures", "browser/test_side_by_side",
    "browser/test_weight",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs the build comes after what needs none, but for the one test that begins it; the
    long files come first on either side."""

    def turn(name: str, built: bool) -> tuple[int, int]:
        if "test_main_job" in name:
            return (0, 0)
        long = LONG_WHEN_BUILT if built else LONG
        at = next((at for at, one in enumerate(long) if f"tests/{one}.py" in name), len(long))
        return (2 if built else 1, at)

    built = {_file(item) for item in items if "built" in getattr(item, "fixturenames", ())}
    files = {name: turn(name, name in built) for name in map(_file, items)}
    items.sort(key=lambda item: files[_file(item)])


def _file(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests measured, wherever they ran, at the end where everyone sees it."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, line in report.user_properties:
                if name == "measured":
                    terminalreporter.write_line(str(line))


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


def call_songngu(
    *words: str | Path, cwd: Path = ROOT, **env: str
) -> subprocess.CompletedProcess[str]:
    """The same command in this very process: half a second less, for verbs that need no process
    of their own."""
    said, told = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    arguments = [str(word) for word in words]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        for name, value in {"LANG": "en_GB.UTF-8", "LC_ALL": "", **env}.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdout", said)
        patch.setattr(sys, "stderr", told)
        code = main(arguments)
    return subprocess.CompletedProcess(arguments, code, _text(said), _text(told))


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


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
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """dist/ of the real publication, made once by the real command, whatever the number of
    workers: the first one that asks makes it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "built"
    shared.mkdir(exist_ok=True)
    ended = shared / "ended"
    while not ended.exists():
        # The lock goes with its process: if the one that builds is killed, another builds.
        with contextlib.suppress(MachineError), one_build(shared):
            if not ended.exists():
                done = run_songngu("all", "--out", shared / "dist")
                told = f"{done.returncode}\n{done.stdout}{done.stderr}"
                (shared / "told").write_text(told, "utf-8")
                (shared / "told").rename(ended)
        time.sleep(0.2)
    code, _, told = ended.read_text("utf-8").partition("\n")
    assert code == "0", told
    return shared / "dist"


@pytest.fixture(scope="session")
def built_site(built: Path) -> Path:
    return built / "site"


@pytest.fixture(scope="session")
def served(built_site: Path) -> Iterator[str]:
    """The address of the built site, ending with a slash."""
    with hosted(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def press_folder(built: Path, issue: Issue) -> Path:
    return built / "print" / issue.id

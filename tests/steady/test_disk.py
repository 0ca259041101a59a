"""The disk is full, or may not be written: exit 5, the file is named, nothing is lost."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from songngu.output_ import MARKER, unit
from tests.conftest import call_songngu
from tests.steady.machine import holds
from tests.support import as_nobody
from tests.tiny import copy_tiny, lend_drawings, make_printable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="not run: no limits, no mounts")
LAST = "the last good edition"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny publication with a site and a book that were built before."""
    found = copy_tiny(tmp_path_factory.mktemp("disk") / "publication")
    make_printable(found)
    lend_drawings(found)
    for target in ("site", "print/2031"):
        with unit(found / "dist" / target) as fresh:
            (fresh / "index.html").write_text(LAST, "utf-8")
    return found


def whole(dist: Path) -> bool:
    """Whether both units are what they were, and nothing lies beside them."""
    units = (dist / "site", dist / "print/2031")
    held = [sorted(path.name for path in one.iterdir()) for one in units]
    beside = [path.name for path in (*dist.iterdir(), *(dist / "print").iterdir())]
    return held == [[MARKER, "index.html"]] * 2 and sorted(beside) == ["2031", "print", "site"]


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Writing a longer file fails, in this process and in its children (RLIMIT_FSIZE; Python does
    not listen to the signal that comes with it). What Python compiles meanwhile is not kept: it
    would keep the half that it could write, and fall over it ever after."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)
        patch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize(("verb", "size"), [("site", 1), ("site", 20_000), ("print", 20_000)])
def test_no_room_for_a_file(root: Path, verb: str, size: int) -> None:
    with files_of_at_most(size):
        done = call_songngu(verb, "--root", root, "--lang", "en")
    holds(done, "file-too-large")
    assert f"Cannot write {root}/" in done.stderr and "File too large" in done.stderr
    assert whole(root / "dist")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 kB, where this machine lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    words = ("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(place))
    try:
        mounted = subprocess.run(words, capture_output=True).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        # Linux alone has such disks, for root alone; the test above fills a file in its place.
        pytest.skip("not run: only root on Linux may mount a small disk; a small file is tried")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_no_space_left(root: Path, small_disk: Path) -> None:
    done = call_songngu("site", "--root", root, "--out", small_disk / "dist", "--lang", "en")
    holds(done, "disk-full")
    assert "No space left on device" in done.stderr and str(small_disk) in done.stderr
    assert list((small_disk / "dist").iterdir()) == []


@pytest.mark.parametrize("verb", ["site", "print", "proof", "clear", "new"])
def test_no_permission(root: Path, verb: str) -> None:
    words = {
        "proof": ("do-dau-ngay",),
        "clear": ("do-dau-ngay", "--by", "A", "--role", "approver"),
        "new": ("article", "moi"),
    }
    call_songngu("status", "--root", root)  # what is imported late, while it may be read
    with as_nobody(root):
        asked = words.get(verb, ())
        done = call_songngu(verb, *asked, "--root", root, "--lang", "en")
    holds(done, "read-only")
    assert f"Cannot write {root}/" in done.stderr and "Permission denied" in done.stderr
    assert whole(root / "dist")

"""Killed at any moment: the last good edition stays whole, and the next build is right.

A hundred moments of a build of many small files without an engine; a few of the real ones.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from songngu.cache_ import Cache
from songngu.model import LANGS, Issue
from songngu.output_ import MARKER, unit
from tests.conftest import run_songngu
from tests.e2e.test_second_publication import digests
from tests.steady.machine import FAULTS
from tests.support import CHECKOUT, Publication, rendered
from tests.tiny import copy_tiny, lend_drawings, lend_pictures, make_printable

MOMENTS = 100
COPIES = 12

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="not run: no fork, no SIGKILL")


def make(root: Path, issue: Issue, edition: str) -> None:
    """Both pairs rendered and kept, without an engine: a build of many small files.

    Every file says which edition it belongs to, and how long it should be.
    """
    with unit(root / "dist/site") as fresh:
        for pair in issue.pairs:
            for lang in LANGS:
                article = pair[lang]
                assert article is not None
                body = rendered(article).body
                for copy in range(COPIES):
                    path = fresh / lang / f"{pair.id}-{copy}.html"
                    path.parent.mkdir(exist_ok=True)
                    text = kept(root, (edition, pair.id, lang, copy), f"{edition}\n{body}")
                    path.write_text(f"{len(text)}\n{text}", "utf-8")


def kept(root: Path, key: tuple[object, ...], text: str) -> str:
    def write(path: Path) -> None:
        path.write_text(text, "utf-8")

    return Cache(root).file(key, ".html", write).read_text("utf-8")


def edition_of(root: Path) -> str:
    """The edition that lies in dist/, which is whole and of one piece."""
    site = root / "dist/site"
    files = sorted(site.rglob("*.html"))
    assert len(files) == 2 * 2 * COPIES
    assert (site / MARKER).is_file()
    found = set()
    for file in files:
        length, _, text = file.read_text("utf-8").partition("\n")
        assert int(length) == len(text), file
        found.add(text.partition("\n")[0])
    (one,) = found
    return one


def killed(root: Path, issue: Issue, edition: str, after: float) -> bool:
    """Build in a process of its own and kill it; False if it had ended before."""
    child = os.fork()
    if child == 0:
        try:
            make(root, issue, edition)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_a_hundred_moments(tmp_path: Path) -> None:
    issue = Publication(tmp_path).examine().issue
    assert issue is not None
    began = time.perf_counter()
    make(tmp_path, issue, "0")
    # How long a build may take; less from one that had ended before it was killed.
    longest = time.perf_counter() - began
    chance = random.Random(20)
    last, stopped = "0", 0
    for moment in range(1, MOMENTS + 1):
        was_stopped = killed(tmp_path, issue, str(moment), chance.uniform(0, longest))
        stopped += was_stopped
        longest *= 1.1 if was_stopped else 0.8
        now = edition_of(tmp_path)
        assert now in (last, str(moment))
        last = now
    assert stopped > MOMENTS / 3, "most builds ended before they were killed: nothing was tested"
    make(tmp_path, issue, "next")
    assert edition_of(tmp_path) == "next"
    left = [path.name for path in (tmp_path / "dist").iterdir() if path.name != "site"]
    assert left == [], "what the killed builds left is cleared away"


def _left(folder: Path) -> list[str]:
    """What lies beside the units of dist/ and is none."""
    return [path.name for path in folder.rglob(".*") if path.name != MARKER and path.is_dir()]


def test_a_moment_of_the_real_site(tmp_path: Path) -> None:
    killed_for_real(tmp_path, "site", moments=1, longest=0.5)


@pytest.mark.audit
def test_five_moments_of_everything(tmp_path: Path) -> None:
    killed_for_real(tmp_path, "all", moments=5, longest=3.0)


def killed_for_real(tmp_path: Path, verb: str, moments: int, longest: float) -> None:
    """Build, kill the same build at random moments, then once more to its end: the same bytes.
    `longest` is how many seconds a build may write; where it had ended before, half as many."""
    root = copy_tiny(tmp_path / "publication")
    make_printable(root)
    lend_drawings(root)
    lend_pictures(root)
    for _ in range(2):  # from the second one on, a build begins in an older unit
        assert run_songngu(verb, "--root", root).returncode == 0
    good = digests(root / "dist")
    chance = random.Random(22)
    stopped = 0
    for _ in range(6 * moments):
        if stopped == moments:
            break
        was_stopped = killed_at_work(root, verb, chance.uniform(0, longest))
        stopped += was_stopped
        longest = longest if was_stopped else longest / 2
        units = digests(root / "dist")
        assert {name: units[name] for name in units if ".fresh-" not in name} == good
    assert stopped == moments, "builds ended before they were killed: nothing was tested"
    assert run_songngu(verb, "--root", root).returncode == 0
    assert digests(root / "dist") == good
    assert _left(root / "dist") == []


def _begun(dist: Path) -> bool:
    """Whether a unit is being written: of dist/ itself or of a folder in it."""
    return any(found for where in ("", "*/") for found in dist.glob(f"{where}.*.fresh-*"))


def killed_at_work(root: Path, verb: str, after: float) -> bool:
    """Kill a build so many seconds after it began to write; False if it had ended before."""
    words = [sys.executable, "-m", "songngu", verb, "--root", str(root)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(words, cwd=CHECKOUT, stdout=quiet, stderr=quiet) as child:
        while child.poll() is None and not _begun(root / "dist"):
            time.sleep(0.02)
        time.sleep(after)
        child.kill()
        return child.wait() == FAULTS["killed"].exit

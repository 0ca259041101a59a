"""What goes wrong around a command: it ends as machine.py says, and the last good unit stays."""

import subprocess
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from PIL import Image

from songngu.cli import building
from songngu.console_ import ProgressBar
from songngu.output_ import MARKER, unit
from songngu.pipeline import Built, Job, Reading
from tests.conftest import call_songngu
from tests.steady.machine import holds
from tests.support import PICTURE, Publication

Words = tuple[str | Path, ...]


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """A good publication that was built before."""
    (tmp_path / "root").mkdir()
    made = Publication(tmp_path / "root")
    for name in ("site", "print/so-1"):
        made.write(f"dist/{name}/{MARKER}", "Songngu\n")
        made.write(f"dist/{name}/good.html", "the last good one")
    return made


def untouched(publication: Publication) -> None:
    for name in ("site", "print/so-1"):
        folder = publication.root / "dist" / name
        assert sorted(path.name for path in folder.iterdir()) == [MARKER, "good.html"]
        assert [path.name for path in folder.parent.glob(".*")] == []


def called(publication: Publication, *words: str | Path) -> subprocess.CompletedProcess[str]:
    done = call_songngu(*words, "--root", publication.root)
    untouched(publication)
    return done


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("no-pair", ("proof", "../../x")),
        ("no-pair", ("clear", "nope", "--by", "A", "--role", "approver")),
        ("no-pdf", ("preflight", "nope.pdf")),
        ("odd-signer", ("clear", "ben", "--by", "A\u202eB", "--role", "approver")),
        ("bad-slug", ("new", "article", "con")),
        ("bad-slug", ("new", "article", "bаi")),
        ("bad-slug", ("new", "article", "x" * 300)),
        ("no-package", ("print", "--since", "mkdocs.yml")),
    ],
)
def test_a_slip_is_told_before_any_work(publication: Publication, row: str, words: Words) -> None:
    holds(called(publication, *words), row)


VERBS: tuple[Words, ...] = (
    ("check",), ("site",), ("print",), ("status",), ("clean",), ("serve",), ("new", "article", "a")
)  # fmt: skip


@pytest.mark.parametrize("words", VERBS, ids=lambda words: words[0])
@pytest.mark.parametrize("name", ["nope", "file"])
def test_a_root_that_is_none(tmp_path: Path, words: Words, name: str) -> None:
    (tmp_path / "file").write_text("mine")
    holds(call_songngu(*words, "--root", tmp_path / name), "no-root")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("words", VERBS, ids=lambda words: words[0])
def test_a_wrong_folder(tmp_path: Path, words: Words) -> None:
    holds(call_songngu(*words, "--root", tmp_path), "no-content")
    assert list(tmp_path.iterdir()) == []


def test_a_signature_is_under_both_languages(publication: Publication) -> None:
    done = called(publication, "clear", "ben", "--only", "vi", "--by", "A", "--role", "reviewer")
    assert done.returncode == 2
    assert not (publication.root / "content/clearance").exists()


@pytest.mark.parametrize("verb", ["site", "print", "clean", "check"])
@pytest.mark.parametrize("below", ["", "dist"])
def test_an_out_that_is_a_file(publication: Publication, verb: str, below: str) -> None:
    file = publication.write("thesis.doc", "mine")
    holds(called(publication, verb, "--out", file / below), "out-file")
    assert file.read_text("utf-8") == "mine"


def test_a_cache_that_cannot_be_written(publication: Publication) -> None:
    publication.write(".songngu/cache", "a file in its place")
    holds(call_songngu("check", "--root", publication.root), "no-cache")
    Image.new("1", (5000, 3600)).save(publication.root / PICTURE)
    holds(called(publication, "print"), "no-cache-to-build")


def test_a_picture_that_breaks_off_between_its_ends(publication: Publication) -> None:
    """Its pixels are missing, its header and its end are there: only who decodes it can see."""
    holds(called(publication, "print"), "broken-picture")


@pytest.mark.parametrize(
    ("verb", "stage"),
    [("site", "progress.read"), ("site", "progress.web"), ("print", "progress.read"),
     ("print", "progress.pictures")],
)  # fmt: skip
def test_an_interruption_at_a_stage(
    publication: Publication, verb: str, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(self: ProgressBar, key: str, about: object = None) -> None:
        if key == stage:
            raise KeyboardInterrupt

    monkeypatch.setattr(ProgressBar, "__call__", told)
    holds(called(publication, verb), "interrupted")


def half_way(error: BaseException) -> Callable[[Job, Reading], Built]:
    """A builder that has written half of each unit when something happens."""

    def build(job: Job, reading: Reading) -> Built:
        with unit(job.place / "site") as site, unit(job.place / "print/so-1") as book:
            for fresh in (site, book):
                (fresh / "good.html").write_text("ha")
            raise error

    return build


@pytest.mark.parametrize(
    ("row", "error"),
    [("interrupted", KeyboardInterrupt()), ("worker", BrokenProcessPool("ended"))],
    ids=["interrupted", "worker"],
)
@pytest.mark.parametrize("verb", ["site", "print"])
def test_half_a_unit_is_thrown_away(
    publication: Publication, verb: str, row: str, error: BaseException,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setitem(building._BUILDERS, verb, half_way(error))
    holds(called(publication, verb), row)

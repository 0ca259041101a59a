"""What was withdrawn is neither printed nor offered in an older screen edition."""

from pathlib import Path

import pytest

from songngu import pipeline
from songngu.model import LANGS, Issue
from songngu.pipeline import Job, building, examine
from songngu.pipeline.job import Reading
from songngu.press import delivery
from tests.support import Publication

GONE = "withdrawn: {date: 2019-06-01, reason: Sai.}\n"


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    return Publication(tmp_path)


def withdraw(publication: Publication, name: str = "nguoi-lai") -> None:
    for lang in LANGS:
        publication.replace(f"content/{lang}/so-1/{name}.md", "type:", f"{GONE}type:")


def reading(publication: Publication) -> tuple[Job, Reading]:
    job = Job(root=publication.root, out=publication.root / "dist")
    return job, examine(job, every_issue=True)


def screens(publication: Publication, held: str | None) -> None:
    for lang in LANGS:
        publication.write(f"dist/print/so-1/screen-{lang}.pdf", "a book")
    if held is not None:
        publication.write(f"dist/print/so-1/{building.HOLDS}", held)


@pytest.mark.parametrize(
    ("held", "outdated"),
    [("ben\n", False), ("ben\nnguoi-lai\n", True), ("ben\nlai-do\n", True), (None, True)],
)
def test_an_older_screen_edition_is_not_offered(
    publication: Publication, held: str | None, outdated: bool
) -> None:
    withdraw(publication)
    for lang in LANGS:
        path = f"content/{lang}/so-1/nguoi-lai.md"
        publication.replace(path, "type:", "aliases: [lai-do]\ntype:")
    screens(publication, held)
    job, found = reading(publication)
    assert found.publication
    (issue,) = found.publication.issues
    assert building._outdated(job, issue) is outdated


def test_a_folder_that_does_not_tell_is_trusted_while_nothing_is_withdrawn(
    publication: Publication,
) -> None:
    screens(publication, None)
    job, found = reading(publication)
    assert found.publication and not building._outdated(job, found.publication.newest)


def test_the_press_is_not_given_it(
    publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    withdraw(publication)
    given: list[Issue] = []

    def make(shop: object, fresh: Path, *more: object) -> delivery.Delivery:
        given.append(shop.issue)  # type: ignore[attr-defined]
        return delivery.Delivery(4, 0, True, ())

    monkeypatch.setattr(delivery, "make", make)
    monkeypatch.setattr(building, "prepare", lambda *given: None)
    job, found = reading(publication)
    pipeline.build_print(job, found)
    assert [pair.id for pair in given[0].pairs] == ["ben"]
    assert (job.out / "print/so-1" / building.HOLDS).read_text("utf-8") == "ben\n"

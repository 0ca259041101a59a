"""What an official issue publishes: what was signed, as it was signed."""

from pathlib import Path

import pytest

from songngu import pipeline
from songngu.cli import building
from songngu.output_ import MARKER
from songngu.pipeline import Job, Reading
from tests.clearance.conftest import Desk

EN = "content/en/so-1/ben.md"
Built = list[tuple[Job, Reading]]


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Built:
    """The builders, which here only tell what they were given."""
    calls: Built = []
    for part in ("site", "print"):

        def build(job: Job, reading: Reading) -> pipeline.Built:
            calls.append((job, reading))
            return pipeline.Built(0)

        monkeypatch.setitem(building._BUILDERS, part, build)
    return calls


def pairs(reading: Reading) -> list[str]:
    assert reading.issue is not None
    return [pair.id for pair in reading.issue.pairs]


def live(desk: Desk) -> Path:
    """A page of the last good site."""
    desk.publication.write(f"dist/site/{MARKER}", "Songngu\n")
    return desk.publication.write("dist/site/vi/so-1/ben/index.html", "the last good one")


@pytest.mark.parametrize("verb", ["site", "print"])
def test_what_nobody_signed_is_left_out_and_named(official: Desk, built: Built, verb: str) -> None:
    official.clear("ben")
    assert official(verb) == 0
    assert "! content/vi/so-1/nguoi-lai.md:1  clearance.missing" in official.out
    ((_, reading),) = built
    assert pairs(reading) == ["ben"]
    assert reading.publication is not None
    assert [one.id for one in reading.publication.issues[0].pairs] == ["ben"]


def test_with_nothing_signed_there_is_nothing_to_publish(official: Desk, built: Built) -> None:
    page = live(official)
    assert official("all") == 3 and built == []
    assert "No article has all its signatures" in official.err
    assert page.read_text("utf-8") == "the last good one"


def test_what_changed_stops_publication_and_the_last_good_one_stays(
    official: Desk, built: Built
) -> None:
    official.clear("ben")
    official.clear("nguoi-lai")
    page = live(official)
    assert official("site") == 0
    official.publication.replace(EN, "The early one", "The earliest one")
    built.clear()
    assert official("site") == 3 and official("print") == 3 and official("check") == 3
    assert f"✗ {EN}:12  clearance.stale" in official.out and built == []
    assert page.read_text("utf-8") == "the last good one"
    official.clear("ben")
    assert official("site") == 0 and pairs(built[0][1]) == ["ben", "nguoi-lai"]


def test_a_draft_holds_everything_and_stands_apart(official: Desk, built: Built) -> None:
    official.clear("ben")
    official.publication.replace(EN, "The early one", "The earliest one")
    page = live(official)
    assert official("all", "--draft") == 0
    assert [pairs(reading) for _, reading in built] == [["ben", "nguoi-lai"]] * 2
    assert {job.place for job, _ in built} == {official.root / "dist/draft"}
    assert f"! {EN}:12  clearance.stale" in official.out
    assert page.read_text("utf-8") == "the last good one"


def test_a_draft_still_has_to_be_right(official: Desk, built: Built) -> None:
    official.publication.replace(EN, "fact:mua-2018", "fact:mua-2017")
    assert official("site", "--draft") == 3 and built == []


def test_a_live_address_never_disappears(official: Desk, built: Built) -> None:
    """An article that readers know and nobody signed stops publication; taken back, it does not."""
    official.clear("ben")
    listed = "vi/so-1/ben/\nvi/so-1/nguoi-lai/\n"
    official.publication.write("content/addresses.txt", listed)
    assert official("site") == 3 and built == []
    assert "clearance.missing  The article is live at vi/so-1/nguoi-lai/" in official.out
    for lang in ("vi", "en"):
        said = "section: con-nguoi\n"
        why = f"{said}withdrawn: {{date: 2019-06-01, reason: Sai.}}\n"
        official.publication.replace(f"content/{lang}/so-1/nguoi-lai.md", said, why)
    assert official("site") == 0 and pairs(built[0][1]) == ["ben", "nguoi-lai"]


def test_an_older_address_is_live_too(official: Desk, built: Built) -> None:
    official.clear("ben")
    for lang in ("vi", "en"):
        said = "section: con-nguoi\n"
        path = f"content/{lang}/so-1/nguoi-lai.md"
        official.publication.replace(path, said, f"{said}aliases: [lai-do]\n")
    official.publication.write("content/addresses.txt", "en/so-1/lai-do/\n")
    assert official("site") == 3 and "live at en/so-1/lai-do/" in official.out


def test_the_publication_says_who_must_sign(official: Desk, built: Built) -> None:
    official.publication.replace(
        "content/publication.yml", "issues:\n", "clearance: [translator, approver]\nissues:\n"
    )
    for pair in ("ben", "nguoi-lai"):
        official.clear(pair)
    assert official("site") == 3
    assert official.out.count("lacks the signature of the translator") == 2
    official.clear("ben", "Lê Dịch", "translator")
    assert official("site") == 0 and pairs(built[0][1]) == ["ben"]
    # A role that is not required may look again without stopping anything.
    official.publication.replace("content/publication.yml", "[translator, approver]", "[approver]")
    official.publication.replace(EN, "The early one", "The earliest one")
    official.clear("ben")
    assert official.standing("ben").role("translator").stale
    assert official("site") == 0


def test_a_specimen_needs_no_signature(desk: Desk, built: Built) -> None:
    desk.clear("ben")
    desk.publication.replace(EN, "The early one", "The earliest one")
    assert desk("site") == 0 and desk.out.startswith("Website:")
    assert pairs(built[0][1]) == ["ben", "nguoi-lai"]
    assert desk("status") == 0 and "stale" in desk.out


def test_strict_takes_a_missing_signature_for_an_error(official: Desk, built: Built) -> None:
    official.clear("ben")
    assert official("site", "--strict") == 3 and built == []


def test_signing_and_proofs_do_not_wait_for_signatures(official: Desk) -> None:
    """Else a stale article could never be signed again."""
    official.clear("ben")
    official.publication.replace(EN, "The early one", "The earliest one")
    reading = official.publication.examine()
    assert reading.own("ben") == () and reading.stopped

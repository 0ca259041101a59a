"""When a published text changed: by what was approved, never by a file's time."""

import datetime
from dataclasses import replace

import pytest

from songngu import pipeline
from songngu.desk.dating import changed, dated, in_line
from songngu.model import Received, Role, Side, Signing
from songngu.model.article import Correction
from tests.clearance.conftest import Desk

OUT = datetime.date(2019, 5, 1)
EN = "content/en/so-1/ben.md"


def signed(
    date: str, vi: str, en: str = "", *after: Signing, role: Role = "approver", id: str = ""
) -> Signing:
    row = Received(Side("paragraph", vi), Side("paragraph", en) if en else None)
    day = datetime.date.fromisoformat(date)
    name = id or f"{date}-{vi}-{en}-{role}"
    return Signing("so-1", "ben", role, "Gỗ", day, (row,), tuple(one.id for one in after), id=name)


FIRST = signed("2019-04-20", "Bến", "The landing")
AGAIN = signed("2019-06-02", "Bến", "The landing", FIRST)
LATER = signed("2019-07-03", "Bến", "The ferry landing", AGAIN)
SAME = signed("2019-08-04", "Bến", "The ferry landing", LATER)
BACK = signed("2019-09-05", "Bến", "The landing", SAME)


@pytest.mark.parametrize(
    ("line", "vi", "en"),
    [
        ((), None, None),
        ((FIRST,), None, None),
        ((FIRST, AGAIN), None, None),
        ((FIRST, LATER), None, "2019-07-03"),
        # Signed again as it stands: the day on which it was first signed so.
        ((FIRST, AGAIN, LATER, SAME), None, "2019-07-03"),
        ((FIRST, LATER, BACK), None, "2019-09-05"),
        # What was changed before the issue came out was never another text to its readers.
        ((signed("2019-04-01", "Bên", "A landing"), FIRST), None, None),
        ((signed("2019-04-01", "Bên", "A landing"), FIRST, LATER), None, "2019-07-03"),
        # Nobody signed before the day: the first text that was signed is the published one.
        ((AGAIN, LATER), None, "2019-07-03"),
        # A translation that came later is new, not changed.
        ((signed("2019-04-20", "Bến"), LATER), None, None),
    ],
)
def test_changed(line: tuple[Signing, ...], vi: str | None, en: str | None) -> None:
    found = (changed(in_line(line), "vi", OUT), changed(in_line(line), "en", OUT))
    assert [one and one.isoformat() for one in found] == [vi, en]


def test_only_approvers_count_and_one_day_has_its_order() -> None:
    other = signed("2019-08-01", "Khác", "Other", role="reviewer")
    morning = signed("2019-07-03", "Sáng", "Morning", FIRST, id="z")
    noon = signed("2019-07-03", "Trưa", "Noon", morning, id="a")
    assert in_line((noon, other, morning, FIRST)) == (FIRST, morning, noon)


def test_an_official_article_is_updated_when_a_changed_text_is_signed(official: Desk) -> None:
    official.clear("ben", "Trần Thị Bến", "approver")
    official.publication.replace(EN, "lies below", "stands below")
    assert official("clear", "ben", "--by", "Trần Thị Bến", "--role", "approver",
                    "--date", "2019-06-20") == 0  # fmt: skip
    reading = pipeline.published(official.publication.examine())
    assert reading.issue is not None
    (ben,) = (one for one in reading.issue.pairs if one.id == "ben")
    assert ben.vi and ben.en
    assert (ben.vi.updated, ben.en.updated) == (None, datetime.date(2019, 6, 20))


def test_the_later_of_correction_and_signature(official: Desk) -> None:
    publication = official.publication.examine().publication
    assert publication is not None
    found = dated(publication, {"so-1": {"ben": (FIRST, LATER)}})
    (ben,) = (one for one in found.newest.pairs if one.id == "ben")
    assert ben.en and ben.en.updated == datetime.date(2019, 7, 3)
    before, after = datetime.date(2019, 6, 1), datetime.date(2019, 8, 1)
    for day, wanted in ((before, ben.en.changed), (after, after)):
        one = replace(ben.en, corrections=(Correction(day, "Sửa."),))
        assert one.updated == wanted

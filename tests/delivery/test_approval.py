"""The submission sheet and the draft's interior: what an office and a proof-reader hold in hand."""

import datetime
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from songngu.desk.clear import Asked, clear, code
from songngu.desk.standing import standing
from songngu.model import Change, Pair, Received, RoleStanding, Row, Side, Standing
from songngu.press import manuscript
from songngu.press.approval import difference, lines, set_approval
from songngu.press.copyfit_note import NAMES, Copyfit
from songngu.press.interior import Interior
from songngu.press.medium import PLACE, ScreenMedium
from songngu.press.workshop import Workshop
from songngu.progress import SILENT
from tests.delivery.conftest import fake_interior
from tests.press.pages import folded


def texts(path: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(path)
    return [folded(page.get_textpage().get_text_range()) for page in pdf]


def edited(pair: Pair) -> Pair:
    """The pair with one paragraph reworded in English."""

    def reworded(row: Row) -> Row:
        text = row.en.text.replace("Every year", "Each year") if row.en else ""
        return replace(row, en=replace(row.en, text=text)) if row.en else row

    return replace(pair, rows=tuple(map(reworded, pair.rows)))


@pytest.fixture
def found(shop: Workshop) -> Standing:
    """Signed once, then reworded."""
    pair = next(one for one in shop.issue.pairs if one.id == "do-dau-ngay")
    before = standing(pair, shop.publication, (), lambda path: "0")
    asked = Asked("approver", "Trần Thị Đò", datetime.date(2031, 5, 1))
    answer = clear(shop.issue.id, before, asked, ())
    assert answer.signing is not None
    return standing(edited(pair), shop.publication, (answer.signing,), lambda path: "0")


def test_the_sheet_says_what_is_signed(shop: Workshop, found: Standing, tmp_path: Path) -> None:
    mark = code(shop.issue.id, "approver", found)
    set_approval(shop, found, "approver", mark, tmp_path / "sheet.pdf")
    pages = texts(tmp_path / "sheet.pdf")
    said = " ".join(pages)
    assert all(mark in page and f"{at} / {len(pages)}" in page for at, page in enumerate(pages, 1))
    assert "PHIẾU TRÌNH" in pages[0] and "Trần Thị Đò, 01/5/2031" in pages[0]
    assert "Every year the landing" in pages[0] and "Each year the landing" in pages[0]
    for row in found.rows:
        for side in (row.vi, row.en):
            assert side is not None
            first = side.text.split("\n")[0].removeprefix("## ").split(" | ")[0].split(" [")[0]
            assert folded(first[:30].strip()) in said, side
    assert "Ký, ghi rõ họ tên" in pages[-1] and "Ý kiến" in pages[-1]
    pdf = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")
    assert {(round(page.get_width()), round(page.get_height())) for page in pdf} == {(595, 842)}
    set_approval(shop, found, "approver", mark, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == (tmp_path / "sheet.pdf").read_bytes()


def test_changed_rows_are_marked_where_something_was_signed(found: Standing) -> None:
    role = found.role("approver")
    (number,) = [change.number for change in role.changes]
    assert [line.number for line in lines(found, role) if line.changed] == [number]
    never = RoleStanding("reviewer", required=False)
    assert not any(line.changed for line in lines(found, never))


def test_words_are_marked_by_strokes_not_colours() -> None:
    old = Received(Side("paragraph", "Bến mở lúc 4 giờ."), Side("paragraph", "It opens at 4."))
    new = replace(old, vi=Side("paragraph", "Bến mở lúc 5 giờ."))
    ((was, now),) = difference(Change("changed", 3, old, new)).sides
    assert [(run.what, run.text) for run in was.lines[0]] == [
        ("same", "Bến mở lúc "), ("gone", "4 "), ("same", "giờ."),
    ]  # fmt: skip
    assert [run.text for run in now.lines[0] if run.what == "new"] == ["5 "]


def test_where_only_the_marks_differ_they_are_shown() -> None:
    old = Received(None, Side("paragraph", "A **bold** word."))
    new = Received(None, Side("paragraph", "A bold word."))
    ((was, now),) = difference(Change("changed", 1, old, new)).sides
    assert "".join(run.text for run in was.lines[0]) == "A **bold** word."
    assert "".join(run.text for run in now.lines[0]) == "A bold word."


def test_a_draft_is_no_delivery(
    shop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The marked interior and the editor's note: no cover, no ticket, no sums, no package."""
    made = Interior(4, Copyfit(100, 33, 0, 0, ()))

    def interior(shop: Workshop, crew: object, target: Path) -> Interior:
        fake_interior(target, shop.profile, 4)
        return made

    monkeypatch.setattr(manuscript, "set_interior", interior)
    assert manuscript.make_draft(shop, tmp_path, SILENT) == made
    assert {path.name for path in tmp_path.iterdir()} == {*NAMES, "draft-interior.pdf"}
    pages = texts(tmp_path / "draft-interior.pdf")
    assert len(pages) == 4
    assert all("BẢN THẢO" in page and "DRAFT" in page for page in pages)


def test_a_screen_edition_links_only_to_what_it_holds(shop: Workshop) -> None:
    """What an official issue holds back leaves no link into nothing."""
    pair = shop.issue.pairs[0]
    assert pair.vi is not None
    medium = ScreenMedium({}, {}, {}, "sea", lambda *what: "", articles=frozenset({pair.vi.path}))
    assert medium.link(pair.vi, pair.vi.path, "") == f"{PLACE}2031-do-dau-ngay"
    assert medium.link(pair.vi, "content/vi/2031/khac.md", "") is None

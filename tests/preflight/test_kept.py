"""Pages that were judged before: the same report without reading them, and no stale word."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from songngu.cache_ import Cache
from songngu.press.preflight import ghostscript_
from songngu.press.preflight.facts import PageFacts
from songngu.press.preflight.judge_ import Report, judge
from songngu.press.preflight.marks_ import Marks
from songngu.press.preflight.pikepdf_ import Sheet
from tests.preflight.builder import PROFILE, Maker
from tests.preflight.seeds import box

INKY = f"1 1 1 0.9 k {box(30, 60, 20, 20)} f"


def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the pages that are read from now on."""
    pages: list[int] = []
    facts = Sheet.facts

    def noted(sheet: Sheet) -> PageFacts:
        pages.append(sheet.number)
        return facts(sheet)

    monkeypatch.setattr(Sheet, "facts", noted)
    return pages


def judged(path: Path, root: Path, ink_limit: float = PROFILE.ink_limit) -> Report:
    return judge(path, replace(PROFILE, ink_limit=ink_limit), cache=Cache(root))


def test_a_page_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Maker(content=INKY).save(tmp_path / "one.pdf")
    first = judged(path, tmp_path)
    pages = read(monkeypatch)
    assert judged(path, tmp_path) == first
    assert [one.key for one in first.diagnostics] == ["press.ink/object"]
    assert pages == []
    if ghostscript_.version():
        monkeypatch.setattr(ghostscript_, "_batch", lambda *_: pytest.fail("asked"))
        assert judged(path, tmp_path).ink == first.ink


def test_another_content_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged(Maker(content=INKY).save(tmp_path / "one.pdf"), tmp_path)
    pages = read(monkeypatch)
    other = judged(Maker(content=INKY.replace("0.9", "0")).save(tmp_path / "one.pdf"), tmp_path)
    assert pages == [1]
    assert "press.ink/object" not in [one.key for one in other.diagnostics]


def test_another_profile_judges_again(tmp_path: Path) -> None:
    path = Maker(content=INKY).save(tmp_path / "one.pdf")
    judged(path, tmp_path)
    assert judged(path, tmp_path, ink_limit=400).diagnostics == ()


def test_what_a_form_paints_counts(tmp_path: Path) -> None:
    """The page itself stays as it is: only a form that it draws has changed."""
    marks = []
    for ink in (b"0 0 0 1 k 0 0 9 9 re f", b"0 0 0 .5 k 0 0 9 9 re f"):
        pdf = pikepdf.new()
        page = pdf.add_blank_page(page_size=(100, 100))
        form = pdf.make_stream(ink, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        page.obj.Contents = pdf.make_stream(b"/F Do")
        marks.append(Marks().of(page.obj, {}))
    assert None not in marks and marks[0] != marks[1]


def test_a_page_that_leads_back_to_itself_is_not_kept(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 100))
    loop = pdf.make_indirect(pikepdf.Dictionary())
    loop.Self = loop
    page.obj.Resources = pikepdf.Dictionary(Properties=loop)
    assert Marks().of(page.obj, {}) is None

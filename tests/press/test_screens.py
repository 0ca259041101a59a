"""The screen editions of the real issue."""

from pathlib import Path

import pikepdf
import pytest

from songngu.model import LANGS, Issue, Lang
from tests.press.pages import fonts


@pytest.mark.parametrize("lang", LANGS)
def test_tagged_titled_and_in_its_language(press_folder: Path, issue: Issue, lang: Lang) -> None:
    with pikepdf.open(press_folder / f"screen-{lang}.pdf") as pdf:
        assert str(pdf.Root.Lang) == lang
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert issue.title[lang] in str(pdf.docinfo["/Title"])
        with pdf.open_outline() as outline:
            assert len(outline.root) >= len(issue.sections)


@pytest.mark.parametrize("lang", LANGS)
def test_small_and_complete(press_folder: Path, lang: Lang) -> None:
    path = press_folder / f"screen-{lang}.pdf"
    assert all(fonts(path).values())
    assert path.stat().st_size < 8_000_000

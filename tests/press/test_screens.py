"""The screen editions: of the real issue, and of a small one with words of other languages."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from songngu.cache_ import Cache
from songngu.cli import OK, PREFLIGHT, main
from songngu.model import LANGS, Issue, Lang
from songngu.press import screen
from songngu.press.preflight.judge_ import judge_screen
from songngu.press.preflight.pikepdf_ import Document
from songngu.press.preflight.tags import Tag
from songngu.press.screen import Plan, planned, set_screen, set_screens
from songngu.progress import SILENT
from tests.conftest import ROOT
from tests.delivery.conftest import workshop
from tests.press.pages import fonts
from tests.tiny import copy_tiny, lend_fonts

LISTS = """
The *bến đò*{lang=vi} is called ខ្មែរ here[^1].

- [questions](nha-gao/hoi-nguoi-lai.md)
- The early one

| Season | Ferries |
|---|---|
| Wet | 20 |

[^1]: [“Sao”]{lang=vi}, a song.
"""


def _edition(root: Path, lang: Lang) -> Path:
    target = root / f"screen-{lang}.pdf"
    target.write_bytes(set_screen(planned(workshop(root, "A5"), lang)))
    return target


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The English edition of the tiny publication, with Khmer and Vietnamese words in it."""
    root = copy_tiny(tmp_path_factory.mktemp("screen") / "tiny")
    shutil.copytree(ROOT / "assets/icc", root / "assets/icc", dirs_exist_ok=True)
    article = next((root / "content/en").rglob("do-dau-ngay.md"))
    article.write_text(article.read_text("utf-8") + LISTS, "utf-8")
    return _edition(root, "en")


@pytest.fixture(scope="module")
def tiny_edition(small: Path) -> Path:
    """The Vietnamese edition, which has no Khmer word."""
    root = small.parent
    return _edition(root, "vi")


@pytest.fixture(scope="module")
def tags(small: Path) -> list[Tag]:
    with Document(small) as document:
        return list(document.tag_facts().walk())


def test_an_edition_is_set_once_for_what_shapes_it(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend_fonts(tmp_path)
    shop = replace(workshop(small.parent, "A5"), cache=Cache(tmp_path))
    made: list[Lang] = []

    def stand_in(plan: Plan) -> bytes:
        made.append(plan.lang)
        return plan.lang.encode()

    monkeypatch.setattr(screen, "set_screen", stand_in)
    for _ in range(2):
        set_screens(shop, tmp_path, SILENT)
        assert [(tmp_path / f"screen-{lang}.pdf").read_bytes() for lang in LANGS] == [b"vi", b"en"]
    assert made == ["vi", "en"]
    title = replace(shop.issue.title, en="Another title")
    set_screens(replace(shop, issue=replace(shop.issue, title=title)), tmp_path, SILENT)
    assert made == ["vi", "en", "en"]


def kinds(tags: list[Tag], kind: str) -> list[Tag]:
    return [tag for tag in tags if tag.kind == kind]


def test_other_languages_are_marked(tags: list[Tag]) -> None:
    said = {text.strip(): tag.language for tag in tags if (text := tag.text).strip()}
    assert said["bến đò"] == "vi" and said["“Sao”"] == "vi"
    assert said["The early one"] == "en"
    assert next(tag.said for tag in tags if tag.language == "km") == "ខ្មែរ"


def test_khmer_stands_in_its_font_with_all_its_letters(small: Path) -> None:
    assert fonts(small)["Noto-Sans-Khmer"]
    assert judge_screen(small).diagnostics == ()
    with pikepdf.open(small) as pdf:
        (font,) = [one for one in pdf.objects if _is_khmer(one)]
        assert b"<178117d2179817c2>" in font.ToUnicode.read_bytes().lower()  # ខ្មែ


def test_an_independent_validator_takes_clusters_of_letters(small: Path) -> None:
    """The engine's own table of Khmer letters is malformed: most glyphs of a cluster have none."""
    report = page.validate_pdf(small, profile="ua1")
    assert report.is_compliant, [(one.rule_id, one.message) for one in report.failures]


def _is_khmer(thing: Any) -> bool:
    return (
        isinstance(thing, pikepdf.Dictionary)
        and "/ToUnicode" in thing
        and "Khmer" in str(thing.BaseFont)
    )


def test_a_font_is_embedded_only_where_it_is_used(tiny_edition: Path) -> None:
    assert not any("Khmer" in name for name in fonts(tiny_edition))


def test_lists_tables_figures_links_and_contents(tags: list[Tag]) -> None:
    (item, other, note) = kinds(tags, "LI")
    assert [kid.kind for kid in other.kids] == ["Lbl", "LBody"] == [kid.kind for kid in note.kids]
    assert item.kids[1].walk() and all(tag.headed for tag in kinds(tags, "TH"))
    assert all(figure.said for figure in kinds(tags, "Figure"))
    assert {len(tag.kids) for tag in kinds(tags, "TOCI")} == {1}
    assert all(tag.links for tag in kinds(tags, "Link"))


def test_a_page_break_cuts_no_element(tags: list[Tag], small: Path) -> None:
    """An article is one element, whatever the number of its pages."""
    with pikepdf.open(small) as pdf:
        assert len(kinds(tags, "Art")) < len(pdf.pages)
    assert len(kinds(tags, "Art")) == 2


def test_words_are_parted_where_lines_end(tags: list[Tag]) -> None:
    """As it is read out: the engine drops the space that ends a line."""
    read = {
        "".join(one.said or one.text for one in tag.walk()).strip()
        for tag in tags
        if tag.kind in ("H1", "P")
    }
    assert "The Season of Full Ferries" in read
    assert "questions " in {kid.said for tag in kinds(tags, "Link") for kid in tag.kids}


def test_links_say_where_they_lead_and_print(small: Path) -> None:
    with pikepdf.open(small) as pdf:
        links = [one for sheet in pdf.pages for one in sheet.obj.get("/Annots", ())]
    said = {str(one.Contents) for one in links}
    assert "questions" in said and not any(text.startswith("#") for text in said)
    assert all(one.F == 4 for one in links)


def test_figures_lie_where_their_box_says(small: Path) -> None:
    with pikepdf.open(small) as pdf:
        boxes = [
            [float(side) for side in one.A.BBox]
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == pikepdf.Name.Figure
        ]
        width, height = (float(side) for side in pdf.pages[0].mediabox[2:])
    assert boxes
    for left, bottom, right, top in boxes:
        assert -1 <= left < right <= width + 1 and -1 <= bottom < top <= height + 1


def test_the_door_judges_it_as_what_it_is(small: Path) -> None:
    """Without a word it is a screen edition; a press profile that is named rules."""
    assert main(["preflight", str(small)]) == OK
    assert main(["preflight", str(small), "--profile", "screen"]) == OK
    assert main(["preflight", str(small), "--profile", "A5"]) == PREFLIGHT


def test_the_engine_is_left_as_it_was() -> None:
    from weasyprint.pdf import tags

    assert tags._build_box_tree.__module__ == tags.__name__


@pytest.mark.parametrize("lang", LANGS)
def test_titled_labelled_and_in_its_language(press_folder: Path, issue: Issue, lang: Lang) -> None:
    with pikepdf.open(press_folder / f"screen-{lang}.pdf") as pdf:
        assert str(pdf.Root.Lang) == lang
        assert pdf.Root.MarkInfo.Marked and pdf.Root.ViewerPreferences.DisplayDocTitle
        assert issue.title[lang] in str(pdf.docinfo["/Title"])
        assert pdf.Root.PageLabels.Nums[0] == 0
        with pdf.open_outline() as outline:
            assert len(outline.root) >= len(issue.sections)


@pytest.mark.parametrize("lang", LANGS)
def test_an_independent_validator_finds_it_pdf_ua(press_folder: Path, lang: Lang) -> None:
    """page, which passes veraPDF's corpus; before our mending it refused the engine's tags."""
    report = page.validate_pdf(press_folder / f"screen-{lang}.pdf", profile="ua1")
    assert report.is_compliant, [(one.rule_id, one.message) for one in report.failures]


@pytest.mark.parametrize("lang", LANGS)
def test_small_and_complete(press_folder: Path, lang: Lang) -> None:
    path = press_folder / f"screen-{lang}.pdf"
    assert all(fonts(path).values())
    assert path.stat().st_size < 4_000_000


def test_the_gate_of_print_judged_them(press_folder: Path) -> None:
    told = json.loads((press_folder / "preflight.json").read_text("utf-8"))
    files = {one["file"]: one for one in told["files"]}
    for lang in LANGS:
        assert files[f"screen-{lang}.pdf"]["measured"] == ["tags", "languages", "letters"]
        assert files[f"screen-{lang}.pdf"]["not_measured"] == []

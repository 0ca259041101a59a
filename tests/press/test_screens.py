"""The screen editions: of the real issue, and of a small one with words of other languages."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from pikepdf import Array, Dictionary

from songngu.cache_ import Cache
from songngu.cli import OK, PREFLIGHT, main
from songngu.model import LANGS, Issue, Lang
from songngu.press import screen
from songngu.press.collating_ import Gathering, collate
from songngu.press.parts_ import Crew, Setter, Way
from songngu.press.pieces import CONTENTS, Edition
from songngu.press.preflight.judge_ import judge_screen
from songngu.press.preflight.pikepdf_ import Document
from songngu.press.preflight.tags import Tag
from songngu.press.screen import Paged, planned, set_screens, setter_of
from songngu.press.weasyprint_ import SetPart
from songngu.press.workshop import Workshop
from songngu.progress import SILENT
from tests.conftest import ROOT
from tests.delivery.conftest import workshop
from tests.press.pages import Book, fonts
from tests.tiny import copy_tiny, lend_drawings, lend_fonts

LISTS = """
The *bến đò*{lang=vi} is called ខ្មែរ here[^1].

- [questions](nha-gao/hoi-nguoi-lai.md)
- The early one

| Season | Ferries |
|---|---|
| Wet | 20 |

[^1]: [“Sao”]{lang=vi}, a song.
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """The tiny publication, with Khmer and Vietnamese words in its English edition."""
    root = copy_tiny(tmp_path_factory.mktemp("screen") / "tiny")
    shutil.copytree(ROOT / "assets/icc", root / "assets/icc", dirs_exist_ok=True)
    article = next((root / "content/en").rglob("do-dau-ngay.md"))
    article.write_text(article.read_text("utf-8") + LISTS, "utf-8")
    return workshop(root, "A5")


@pytest.fixture(scope="module")
def small(shop: Workshop) -> Path:
    """Its English edition."""
    set_screens(shop, shop.root, SILENT)
    return shop.root / "screen-en.pdf"


@pytest.fixture(scope="module")
def tiny_edition(small: Path) -> Path:
    """The Vietnamese edition, which has no Khmer word."""
    return small.with_name("screen-vi.pdf")


@pytest.fixture(scope="module")
def tags(small: Path) -> list[Tag]:
    with Document(small) as document:
        return list(document.tag_facts().walk())


def test_only_what_changed_is_set_again(
    shop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend_fonts(tmp_path)
    lend_drawings(tmp_path)
    shop = replace(shop, cache=Cache(tmp_path))
    asked: list[str] = []
    collated: list[int] = []

    def stand_in(_: Setter, htmls: tuple[str, ...], way: Way) -> Iterator[tuple[int, SetPart]]:
        asked.extend(htmls)
        return enumerate(SetPart(html.encode(), 1) for html in htmls)

    def collating(gatherings: Sequence[Gathering], *_: object) -> bytes:
        collated.append(len(gatherings))
        return b"\n".join(one.pdf for one in gatherings)

    monkeypatch.setattr(Setter, "_set", stand_in)
    monkeypatch.setattr(screen, "collate", collating)
    for _ in range(2):
        set_screens(shop, tmp_path, SILENT)
    assert len(collated) == 2 and "Rewritten" not in (tmp_path / "screen-en.pdf").read_text()
    asked.clear()
    foreword = replace(shop.issue.foreword, en="Rewritten")
    set_screens(replace(shop, issue=replace(shop.issue, foreword=foreword)), tmp_path, SILENT)
    assert len(asked) == 1 and "Rewritten" in asked[0] and len(collated) == 3
    assert "Rewritten" in (tmp_path / "screen-en.pdf").read_text()


def _whole(text: Edition, opens: Mapping[str, int]) -> str:
    """An edition as one HTML text, each section in one element."""
    pieces = [*text.pieces]
    pieces[CONTENTS] = text.contents(opens)
    bodies = []
    for section, some in groupby(pieces, lambda piece: piece.section):
        found = [re.search(r"(?s)<body>\s*(.*?)\s*</body>", piece.html) for piece in some]
        inner = [one[1] for one in found if one]
        if section:
            parted = [one.removesuffix("</div>").partition(">") for one in inner]
            inner = [f"{parted[0][0]}>", *(one for _, _, one in parted), "</div>"]
        bodies += inner
    head = pieces[0].html.partition("<body>")[0]
    return f"{head}<body>{''.join(bodies)}</body></html>"


def _led(pdf: Any) -> list[Any]:
    """Where links, named places and bookmarks of an edition lead, and what the tags' tree says."""
    pages = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
    names = list(pdf.Root.Names.Dests.Names)
    places = {
        str(name): (pages[to[0].objgen], *map(str, list(to)[1:]))
        for name, to in zip(names[::2], names[1::2], strict=True)
    }
    links = [
        (at, str(one.get("/Dest", "")), *map(float, one.Rect), int(one.StructParent))
        for at, sheet in enumerate(pdf.pages)
        for one in sheet.obj.get("/Annots", ())
    ]
    assert {to for _, to, *_ in links if to} <= set(places)
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = [
        [one and str(one.S) for one in own] for own in numbers[1::2] if isinstance(own, Array)
    ]

    def below(one: Any, deep: int) -> list[object]:
        found: list[object] = []
        kid = one.get("/First")
        while kid is not None:
            assert kid.Parent.objgen == one.objgen
            to = (pages[kid.Dest[0].objgen], *map(str, list(kid.Dest)[1:]))
            found += [(deep, str(kid.Title), to, int(kid.Count)), *below(kid, deep + 1)]
            kid = kid.get("/Next")
        return found

    return [places, links, [*map(int, numbers[::2])], owners, below(pdf.Root.Outlines, 0)]


def test_pieces_become_what_the_engine_makes_of_the_whole(
    shop: Workshop, small: Path, tmp_path: Path
) -> None:
    """Set as one document, its contents naming the pages that links lead to: the same tags, links,
    places and bookmarks."""
    with pikepdf.open(small) as pdf:
        pieced = _led(pdf)
    text, setter = planned(shop, "en"), setter_of(shop, Crew(1))
    html = _whole(text, {name: at + 1 for name, (at, *_) in pieced[0].items()})
    alone = Gathering(setter.one(html, "tagged").pdf, bare=True)
    whole = tmp_path / "whole.pdf"
    whole.write_bytes(collate([alone], [], setter.fonts, shop.issue.date))
    with pikepdf.open(whole) as pdf:
        assert _led(pdf) == pieced
    with Document(whole) as one, Document(small) as other:
        assert one.tag_facts() == other.tag_facts()


def test_every_page_but_cover_and_openers_has_its_number(small: Path, shop: Workshop) -> None:
    book = Book(small)
    numbered = [at for at in range(len(book)) if book.text(at).split()[-1:] == [str(at + 1)]]
    assert len(book) - len(numbered) == 1 + len(shop.issue.sections) and 0 not in numbered


def test_contents_that_grow_count_again(shop: Workshop) -> None:
    """Their numbers are true when they take as many pages as those numbers were counted with."""
    text, asked = planned(shop, "vi"), list[str]()

    class Growing(Setter):
        def one(self, html: str, way: Way = "part") -> SetPart:
            asked.append(html)
            return SetPart(b"", 2)

    paged = Paged(text, tuple(SetPart(b"", 1) for _ in text.pieces))
    paged = screen._numbered(Growing("", (), shop.cache), paged)
    first = [re.findall(r'data-page="(\d+)"', html)[0] for html in asked]
    assert first == ["4", "5"] and paged.parts[CONTENTS].pages == 2


def test_a_font_is_in_the_file_once(small: Path) -> None:
    with pikepdf.open(small) as pdf:
        told = [one for one in pdf.objects if isinstance(one, Dictionary) and "/FontFile2" in one]
    assert len({str(one.FontName) for one in told}) == len(told) == len(fonts(small))


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

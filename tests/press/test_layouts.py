"""The three layouts mixed in one book: the tiny publication on a small trim, set in this process
and read from the finished file, inside each page's trim. (The real issue in each: tests/audit.)"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pytest

from songngu.cache_ import Cache
from songngu.figures.drawings_ import drawing
from songngu.figures.fonts_ import print_fonts
from songngu.figures.palette import read_palette
from songngu.geometry import points
from songngu.model import LANGS, Issue, Lang, Layout
from songngu.pipeline import Job, examine
from songngu.press import templates_
from songngu.press.book import article_parts
from songngu.press.grid import GAP, Grid, Shape
from songngu.press.interior import _html, _media, set_interior
from songngu.press.parts_ import Crew
from songngu.press.weasyprint_ import Typesetter, portable
from songngu.press.workshop import Workshop, templates
from tests.press.pages import Book
from tests.tiny import copy_tiny, lend_drawings, make_small

# Longer articles of their own words, each in a layout of its own.
PIECES = {"mot": Layout.FACING, "hai": Layout.COLUMNS, "ba": Layout.SEQUENCE}
PARAGRAPHS = 5
WORDS = {
    "vi": "Con đò đi về trên khúc sông này mỗi ngày hai bận, chở người và hàng. ",
    "en": "The ferry crosses this reach of the river twice a day and carries people and goods. ",
}


def first_words(name: str, at: int, lang: Lang) -> str:
    return f"{'Khúc' if lang == 'vi' else 'Reach'} {name}{at}x"


def article(name: str, lang: Lang, layout: str) -> str:
    """Front matter and paragraphs that differ in length between the languages."""
    title = f"{'Chuyện' if lang == 'vi' else 'A tale'} {name}"
    lines = [
        "---", f"title: {title}", "type: article", "section: ben-song", f"layout: {layout}",
        f"standfirst: {'Lời' if lang == 'vi' else 'Word'} {name}.", "order: 2",
        "picture: {src: ../../../assets/images/ben.png, alt: a, caption: b}", "---", "",
    ]  # fmt: skip
    for at in range(PARAGRAPHS):
        times = 1 + (at * (3 if lang == "vi" else 4)) % 5
        lines += [f"{first_words(name, at, lang)} {WORDS[lang] * times}", ""]
    return "\n".join(lines)


def lay(root: Path) -> None:
    for name, layout in PIECES.items():
        for lang in LANGS:
            path = root / f"content/{lang}/2031/{name}.md"
            path.write_text(article(name, lang, layout), "utf-8")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_tiny(tmp_path_factory.mktemp("layouts") / "publication")
    make_small(folder)
    lend_drawings(folder)
    return folder


@dataclass(frozen=True)
class Made:
    """A finished interior, its issue, and what was asked for."""

    path: Path
    book: Book
    issue: Issue
    shop: Workshop

    def layout_of(self, name: str) -> Layout:
        pair = next(one for one in self.issue.pairs if one.id == name)
        section = next(one for one in self.issue.sections if one.id == pair.lead.section)
        return self.issue.layout_of(section, pair)

    def opening(self, pair: str, lang: Lang) -> int:
        """The one page with title and standfirst of an article in that language."""
        side = next(one for one in self.issue.pairs if one.id == pair)[lang]
        assert side is not None
        pages = range(5, len(self.book))
        found = {spot.page for spot in self.book.find(" ".join(side.standfirst.split()), pages)}
        (page,) = found
        assert side.title.split()[0] in self.book.text(page)
        return page + 1


@pytest.fixture(scope="module")
def made(root: Path) -> Made:
    lay(root)
    reading = examine(Job(root, root / "dist"))
    assert reading.publication and reading.issue and reading.profile, reading.diagnostics
    # The tiny publication's own articles have no word of their own: the issue's holds.
    issue = replace(reading.issue, layout=Layout.COLUMNS)
    shop = Workshop(root, Cache(root), reading.publication, issue, reading.profile)
    path = root / "mixed.pdf"
    with Crew(shop.workers) as crew:
        set_interior(shop, crew, path)
    return Made(path, Book(path), issue, shop)


def test_contents_tell_the_page_of_each_language(made: Made) -> None:
    """The number before a title in the contents of a language is that of the page where it opens
    for its readers."""
    for lang, page in zip(LANGS, (3, 4), strict=True):
        said = made.book.text(page)
        for pair in made.issue.in_order:
            side = pair[lang]
            assert side is not None
            number = made.opening(pair.id, lang)
            assert f"{number} {' '.join(side.title.split())}" in said, (pair.id, lang, number)


def test_each_layout_begins_where_it_should(made: Made) -> None:
    for pair in made.issue.in_order:
        vi, en = (made.opening(pair.id, lang) for lang in LANGS)
        match made.layout_of(pair.id):
            case Layout.FACING:
                assert vi % 2 == 0 and en == vi + 1
            case Layout.COLUMNS:
                assert en == vi
            case Layout.SEQUENCE:
                assert en > vi


def test_folios_are_the_page_numbers(made: Made) -> None:
    """Outside at the foot: left on a verso, right on a recto."""
    for pair in made.issue.in_order:
        for number in {made.opening(pair.id, lang) for lang in LANGS}:
            left, bottom, right, _ = made.book.trims[number - 1]
            spots = made.book.find(str(number), range(number - 1, number))
            feet = [one for one in spots if one.bottom < bottom + 60]
            assert feet, number
            outer = min(feet, key=lambda one: one.left if number % 2 == 0 else -one.left)
            middle = (left + right) / 2
            assert (outer.left < middle) == (number % 2 == 0)


def own_pages(made: Made, name: str) -> Iterator[tuple[int, list[str]]]:
    """The indexes of an article's pages and the languages that the file tells for each."""
    with pikepdf.open(made.path) as pdf:
        for at, page in enumerate(pdf.pages):
            told = page.obj.PieceInfo.Songngu.Private if "/PieceInfo" in page.obj else None
            if told is not None and str(told.Pair) == name:
                beside = told.get("/Beside")
                both = [told] if beside is None else [told, beside]
                assert all(f"/{one.Lang}/" in str(one.Source) for one in both)
                yield at, [str(one.Lang) for one in both]


def test_pages_say_whose_they_are(made: Made) -> None:
    """Running heads and marks are in the languages of the page, and the file tells the same."""
    for name in PIECES:
        pages = list(own_pages(made, name))
        opens = {made.opening(name, lang) - 1 for lang in LANGS}
        assert len(pages) > len(opens)
        for at, langs in pages:
            layout = made.layout_of(name)
            assert (len(langs) == 2) == (layout is Layout.COLUMNS)
            if at in opens:
                continue
            for lang, mark in (("vi", "Chuyện"), ("en", "A tale")):
                assert (f"{mark} {name}" in made.book.text(at)) == (lang in langs), (name, at)


def test_rows_stand_level(made: Made) -> None:
    """Where both sides of a row begin within sight of each other, they begin at one height."""
    for name in PIECES:
        if made.layout_of(name) is Layout.SEQUENCE:
            continue
        apart = 1 if made.layout_of(name) is Layout.FACING else 0
        for at in range(PARAGRAPHS):
            (vi,) = made.book.find(first_words(name, at, "vi"), range(5, len(made.book)))
            (en,) = made.book.find(first_words(name, at, "en"), range(5, len(made.book)))
            assert en.page == vi.page + apart, (name, at)
            assert abs(en.bottom - vi.bottom) < 1, (name, at)


def test_text_keeps_its_margins(made: Made) -> None:
    """Inner and outer margin change places from verso to recto, though nothing is set again."""
    grid = Grid(made.shop.profile)
    for name in PIECES:
        layout = made.layout_of(name)
        for at in range(PARAGRAPHS):
            for lang in LANGS:
                (spot,) = made.book.find(first_words(name, at, lang), range(5, len(made.book)))
                verso = spot.page % 2 == 1
                if layout is Layout.COLUMNS:
                    lead = grid.lead(Shape.TEXT, verso)
                    lead = lead if lang == "vi" else grid.middle(verso) + GAP
                else:
                    lead = grid.lead(Shape.MEASURE, verso)
                found = spot.left - made.book.trims[spot.page][0]
                assert abs(found - points(lead)) < 1, (name, at, lang)


def test_sequence_is_read_in_one_language_at_a_time(made: Made) -> None:
    for name in PIECES:
        if made.layout_of(name) is Layout.SEQUENCE:
            langs = [lang for _, lang in own_pages(made, name)]
            turn = langs.index(["en"])
            assert langs == [["vi"]] * turn + [["en"]] * (len(langs) - turn)


def test_bookmarks(made: Made) -> None:
    """One for an article, two where it begins twice."""
    with pikepdf.open(made.path) as pdf, pdf.open_outline() as outline:
        found = [item.title for section in outline.root for item in section.children]
    for name in PIECES:
        vi, en = f"Chuyện {name}", f"A tale {name}"
        twice = made.layout_of(name) is Layout.SEQUENCE
        assert [one for one in found if name in one.split()] == (
            [vi, en] if twice else [f"{vi} / {en}"]
        )


def test_no_widow_and_no_orphan(made: Made) -> None:
    """A paragraph that goes on over the page has two lines at least on either side."""
    parted = 0
    for name in PIECES:
        for pieces in lines_by_page(made, name):
            if len(pieces) > 1:
                parted += 1
                assert min(pieces) >= 2, (name, pieces)
    assert parted


def lines_by_page(made: Made, name: str) -> Iterator[list[int]]:
    """Of every paragraph the number of its lines on each page, as the engine sets them."""
    from weasyprint import HTML

    shop = made.shop
    pair = next(one for one in made.issue.pairs if one.id == name)
    section = next(one for one in made.issue.sections if one.id == pair.lead.section)
    layout = made.issue.layout_of(section, pair)
    pictures, colours = shop.press_pictures(), templates_.cmyk(read_palette(shop.root))
    fonts = print_fonts(shop.cache)
    css = templates_.stylesheet(shop.root, "interior.css", fonts, colours, shop.profile)
    setter = Typesetter(css, shop.folders)
    jinja = templates(shop, pictures, colours)
    medium = _media(shop, pictures, colours, drawing(shop.cache))(section, layout)
    for part in article_parts(shop.publication, made.issue, section, pair, layout, medium):
        text = portable(_html(jinja, part), setter.folders)
        html = HTML(string=text, url_fetcher=setter.fetcher)
        document = html.render(stylesheets=[setter.css], font_config=setter.fonts)
        found: dict[int, list[int]] = {}
        for page in document.pages:
            for box in page._page_box.descendants():
                if box.element_tag == "p" and hasattr(box, "children"):
                    lines = sum(type(child).__name__ == "LineBox" for child in box.children)
                    if lines:
                        found.setdefault(id(box.element), []).append(lines)
        yield from found.values()

"""The interior of the real issue, judged from the finished file alone."""

from pathlib import Path

import pikepdf
import pytest

from songngu.geometry import Sheet
from songngu.model import LANGS, BlockKind, Issue, Lang, Pair, PressProfile
from songngu.source.slugs import plain
from tests.press.pages import Book, colour_operators, fonts, image_spaces, text_colours

TEXT = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PULL)
FAMILIES = ("Be-Vietnam-Pro", "Source-Serif-4", "Noto-Sans-Khmer")


def test_boxes(interior: Path, profile: PressProfile) -> None:
    sheet = Sheet(*profile.trim, profile.bleed, profile.slug)
    with pikepdf.open(interior) as pdf:
        for page in pdf.pages:
            for key, box in (("MediaBox", sheet.media), ("BleedBox", sheet.bleed_box),
                             ("TrimBox", sheet.trim)):  # fmt: skip
                found = [float(side) for side in page.obj[f"/{key}"]]
                assert found == pytest.approx(list(box.in_points), abs=0.01), key


def test_pages_fill_the_signature(interior: Path, profile: PressProfile) -> None:
    with pikepdf.open(interior) as pdf:
        assert len(pdf.pages) % profile.multiple == 0


def test_output_intent_and_metadata(interior: Path, profile: PressProfile, issue: Issue) -> None:
    with pikepdf.open(interior) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFX"
        assert str(intent.OutputConditionIdentifier) == profile.identifier
        assert str(intent.RegistryName) == "http://www.color.org"
        assert intent.DestOutputProfile.N == 4
        xmp = pdf.Root.Metadata.read_bytes().decode()
        assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in xmp
        assert issue.title.vi in xmp
        assert str(pdf.docinfo["/CreationDate"]).startswith(issue.date.strftime("D:%Y%m%d"))
        assert str(pdf.docinfo["/Trapped"]) == "/False"
        assert pdf.pdf_version == "1.6"


def test_only_cmyk(interior: Path) -> None:
    assert colour_operators(interior) == set()
    assert image_spaces(interior) == {"/DeviceCMYK"}


def test_fonts_are_embedded_and_ours(interior: Path) -> None:
    found = fonts(interior)
    assert found and all(found.values())
    assert [name for name in found if not name.startswith(FAMILIES)] == []


def test_no_transparency_and_no_annotations(interior: Path) -> None:
    with pikepdf.open(interior) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary):
                assert float(thing.get("/ca", 1)) == 1 and float(thing.get("/CA", 1)) == 1
                assert "/SMask" not in thing or str(thing.SMask) == "/None"
        assert all("/Annots" not in page.obj for page in pdf.pages)


def test_crop_marks_stay_outside_the_bleed(profile: PressProfile) -> None:
    sheet = Sheet(*profile.trim, profile.bleed, profile.slug)
    bleed, media = sheet.bleed_box, sheet.media
    for x1, y1, x2, y2 in sheet.crop_marks():
        for x, y in ((x1, y1), (x2, y2)):
            assert not (bleed.left <= x <= bleed.right and bleed.bottom <= y <= bleed.top)
            assert media.left <= x <= media.right and media.bottom <= y <= media.top


def _first_words(text: str, count: int = 3) -> str:
    words = plain(text.lstrip("#>-*0123456789. ")).split()
    return " ".join(words[:count])


def test_rows_begin_at_the_same_height(book: Book, issue: Issue) -> None:
    """For every pair, every text row that begins on one spread: both sides within 1 pt."""
    measured, apart = 0, []
    for pair in issue.in_order:
        start = opening(book, pair, "vi")
        pages = range(start - 1, min(start + 13, len(book)), 2)
        for row in pair.rows:
            if row.vi is None or row.en is None or row.kind not in TEXT:
                continue
            words = [_first_words(row[lang].text) for lang in LANGS]  # type: ignore[union-attr]  # both are there
            if any("{{" in one or len(one) < 8 for one in words):
                continue
            steps = [
                abs(left.bottom - right.bottom)
                for left in book.find(words[0], pages)
                for right in book.find(words[1], range(left.page + 1, left.page + 2))
            ]
            if steps:
                measured += 1
                if min(steps) > 1:
                    apart.append((pair.id, words, min(steps)))
    assert apart == []
    assert measured > 12 * len(issue.pairs)


def opening(book: Book, pair: Pair, lang: Lang) -> int:
    """The number of the page on which a side of a pair opens: title and standfirst together."""
    article = pair[lang]
    assert article is not None
    title, standfirst = (" ".join(text.split()) for text in (article.title, article.standfirst))
    pages = [
        at + 1
        for at in range(len(book))
        if title in book.text(at) and standfirst[:30] in book.text(at)
    ]
    assert len(pages) == 1, (title, pages)
    return pages[0]


def test_contents_tell_true_page_numbers(book: Book, issue: Issue) -> None:
    contents = {lang: book.text(page) for lang, page in zip(LANGS, (3, 4), strict=True)}
    for pair in issue.in_order:
        for lang in LANGS:
            number = opening(book, pair, lang)
            assert number % 2 == (0 if lang == "vi" else 1)
            title = " ".join(pair[lang].title.split())  # type: ignore[union-attr]  # the issue is whole
            assert f"{number} {title}" in contents[lang]


def test_folios_are_the_page_numbers(book: Book) -> None:
    """Text pages carry their own number; openers, blanks and the title page carry none."""
    numbered = [at for at in range(len(book)) if str(at + 1) in book.text(at).split()]
    assert len(numbered) > len(book) / 2


def test_specimen_says_so(book: Book, issue: Issue) -> None:
    if issue.status == "specimen":
        for page in (0, 1):
            assert "Bản mẫu, không phải ấn phẩm chính thức" in book.text(page)
            assert "Specimen, not an official publication" in book.text(page)


def test_body_text_is_black_alone(interior: Path) -> None:
    """Dark text is K100: no rich black, no RGB black turned to four inks."""
    colours = text_colours(interior)
    dark = {fill: count for fill, count in colours.items() if fill and fill[3] > 0.5}
    assert set(dark) == {(0, 0, 0, 1)}
    assert dark[0, 0, 0, 1] > sum(colours.values()) / 2

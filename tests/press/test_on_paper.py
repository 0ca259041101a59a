"""On paper nobody can click: what the real issue's book says instead, read from its file."""

import re
from pathlib import Path

import pikepdf
import pytest
import zxingcpp

from songngu.figures.numbers import day, fact_text
from songngu.figures.tables import WORDS
from songngu.geometry import points
from songngu.model import LANGS, Issue, Lang, Pair, PressProfile, Publication
from songngu.press.grid import BAND
from songngu.source.articles import resolve
from songngu.source.links import references
from songngu.source.permanent import permanent
from tests.press.pages import Book, instructions, streams

TURN = {"vi": re.compile(r"\(trang (\d+)\)"), "en": re.compile(r"\(page (\d+)\)")}
SCALE = 150 / 72


@pytest.fixture(scope="session")
def own_pages(interior: Path) -> dict[tuple[str, str], list[int]]:
    """(pair, language) -> the indexes of its pages, as the file tells them."""
    found: dict[tuple[str, str], list[int]] = {}
    with pikepdf.open(interior) as pdf:
        for at, page in enumerate(pdf.pages):
            if "/PieceInfo" in page.obj:
                told = page.obj.PieceInfo.Songngu.Private
                found.setdefault((str(told.Pair), str(told.Lang)), []).append(at)
    return found


def test_every_code_leads_to_its_article(
    book: Book, own_pages: dict[tuple[str, str], list[int]], issue: Issue,
    publication: Publication, profile: PressProfile,
) -> None:  # fmt: skip
    """On the last page of every side, in the outer band: the permanent address, 18 mm or more."""
    band = points(profile.outer + BAND * (profile.trim[0] - profile.inner - profile.outer))
    for pair in issue.in_order:
        for lang in LANGS:
            at = own_pages[pair.id, lang][-1]
            left, _, right, _ = book.trims[at]
            page = book.pdf[at]
            wide = page.get_width()
            # The trim's outer strip: left on a verso, right on a recto.
            crop = (left, wide - left - band) if at % 2 else (right - band, wide - right)
            image = page.render(scale=SCALE, crop=(crop[0], 0, crop[1], 0)).to_pil()
            (found,) = zxingcpp.read_barcodes(image)
            address = permanent(publication, issue, pair, lang)
            assert found.text == address, pair.id
            corners = found.position
            side = (corners.top_right.x - corners.top_left.x) / SCALE / points(1)
            assert side >= 18 - 0.2, f"{pair.id}: {side} mm"
            typed = address.removeprefix("https://").rstrip("/")
            assert typed in book.text(at), pair.id


def test_codes_are_black_alone(interior: Path, issue: Issue) -> None:
    """They are the only shapes of hundreds of straight lines; each is filled with K100."""
    fills = []
    for name, stream in streams(interior):
        if not name.startswith("form"):
            continue
        fill, lines = None, 0
        for operands, operator in instructions(stream):
            if str(operator) in ("k", "sc", "scn"):
                fill = tuple(float(value) for value in operands)
            elif str(operator) == "l":
                lines += 1
            elif str(operator) in ("f", "f*", "S", "n", "B"):
                if lines > 300:
                    fills.append(fill)
                lines = 0
    assert fills == [(0, 0, 0, 1)] * (2 * len(issue.pairs))


def test_links_to_articles_tell_the_page_where_they_begin(
    book: Book, own_pages: dict[tuple[str, str], list[int]], issue: Issue
) -> None:
    told = 0
    for pair in issue.in_order:
        for lang in LANGS:
            wanted = [own_pages[name, lang][0] + 1 for name in linked(pair, lang, issue)]
            text = " ".join(book.text(at) for at in own_pages[pair.id, lang])
            assert [int(number) for number in TURN[lang].findall(text)] == wanted, (pair.id, lang)
            told += len(wanted)
    assert told >= 2


def linked(pair: Pair, lang: Lang, issue: Issue) -> list[str]:
    """The pairs that a side links to, in reading order."""
    article = pair[lang]
    assert article is not None
    names = {side.path: one.id for one in issue.pairs if (side := one[lang])}
    targets = (one.target for one in references(article) if one.kind == "link")
    return [
        names[path]
        for target in targets
        if (path := resolve(article.path, target.partition("#")[0])) in names
    ]


def test_every_figure_bears_the_letter_of_its_source(
    book: Book, own_pages: dict[tuple[str, str], list[int]], issue: Issue, publication: Publication
) -> None:
    """Fact by fact: the letter behind it, the same letter before its source, the as-of date in
    that note."""
    for pair in issue.in_order:
        for lang in LANGS:
            article = pair[lang]
            assert article is not None
            text = "".join(bare(book.text(at)) for at in own_pages[pair.id, lang])
            for one in references(article):
                if one.kind != "fact":
                    continue
                fact = publication.facts[one.target]
                said, source = bare(fact_text(fact, lang)), publication.sources[fact.source]
                held = bare(f"{WORDS['as_of'][lang]} {day(fact.as_of, lang)}")
                note = re.search(
                    rf"([a-z]){re.escape(bare(source.title[lang]))}[^()]*\({re.escape(held)}", text
                )
                assert note, (pair.id, lang, fact.id)
                assert f"{said}{note[1]}" in text, (pair.id, lang, fact.id)


def test_every_series_tells_unit_source_and_date(
    book: Book, own_pages: dict[tuple[str, str], list[int]], issue: Issue, publication: Publication
) -> None:
    seen = 0
    for pair in issue.in_order:
        for lang in LANGS:
            article = pair[lang]
            assert article is not None
            text = "".join(bare(book.text(at)) for at in own_pages[pair.id, lang])
            for one in references(article):
                if one.kind != "series":
                    continue
                series = publication.series[one.target]
                source = publication.sources[series.source]
                when = f"{WORDS['as_of'][lang]} {day(series.as_of, lang)}"
                said = f"{WORDS['source'][lang]}: {source.title[lang]} ({when})"
                if "{}" not in series.unit[lang]:
                    said = f"{WORDS['unit'][lang]}: {series.unit[lang]}. {said}"
                assert bare(said) in text, (pair.id, lang, series.id)
                seen += 1
    assert seen >= 2


def bare(text: str) -> str:
    """Without white space, which the end of a line swallows, and without raised digits' rank."""
    return re.sub(r"\s+", "", text).replace("²", "2")

"""What stands in for a click: letters, short addresses, pages; in fragments as the renderer makes
them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from songngu.figures.markdown_ import render
from songngu.figures.written import Figures
from songngu.model import Bilingual, Fact, Issue, Lang, Pair, Publication, Source
from songngu.press.notes import end_of, finder, marked
from songngu.press.paper import (
    Marks,
    PaperMedium,
    Target,
    breakable,
    letter,
    on_paper,
    short,
    turned,
    turns,
)
from songngu.source.permanent import permanent
from tests.support import article_of

SOURCES = {
    "so": Source("so", Bilingual("Sổ bến", "The register"), date(2031, 1, 31)),
    "bo": Source("bo", Bilingual("Biên bản ngày 14/02/2031", "Minutes of 14 February 2031"),
                 date(2031, 2, 14)),
}  # fmt: skip
UNIT = Bilingual("km²", "km²")


def fact(name: str, value: str, source: str, day: date) -> Fact:
    return Fact(name, Decimal(value), UNIT, Bilingual(name, name), day, source)


FACTS = {
    one.id: one
    for one in (
        fact("a1", "1", "so", date(2030, 12, 31)),
        fact("a2", "2", "so", date(2030, 12, 31)),
        fact("a3", "3", "so", date(2031, 1, 31)),
        fact("b1", "1234.5", "bo", date(2031, 2, 14)),
    )
}
LONG = "https://example.org/a/very-long/way-to/something/that-is-there.htm"


def printed(root: Path, body: str, lang: Lang = "vi", marks: Marks | None = None) -> str:
    """A body as it is set, the pages not yet told."""
    medium = PaperMedium({}, {}, SOURCES, "river", lambda series, lang, narrow: "")
    known = {
        "content/vi/so-1/ben.md": Target(part="ben"),
        "content/vi/so-0/cu.md": Target(address="https://ben.example/vi/so-0/cu/"),
    }
    rendered = render(article_of(root, body, lang), medium, Figures(FACTS, {}), "x-")
    return marked(rendered, lang, marks or Marks(), known.get).body


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://www.example.org/", "example.org"),
        ("http://example.org/a/b/", "example.org/a/b"),
        ("HTTPS://example.org/a?page=2/", "example.org/a?page=2/"),
        ("https://example.org/#top/", "example.org/#top/"),
        ("https://wwwx.example.org/www.htm", "wwwx.example.org/www.htm"),
        ("mailto:toa-soan@example.org?subject=Th%C6%B0", "toa-soan@example.org"),
        ("tel:+84%20294%201", "+84 294 1"),
    ],
)
def test_short_addresses_lead_to_the_same_place(address: str, said: str) -> None:
    assert short(address) == said


def test_an_address_turns_behind_slashes_only() -> None:
    assert breakable("https://example.org/a-b/c?d&e") == (
        '<span class="piece">example.org/</span><wbr><span class="piece">a-b/</span><wbr>'
        '<span class="piece">c?d&amp;e</span>'
    )
    assert breakable("https://example.org/" + "x" * 60).count('class="long"') == 1


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Xem [cổng](https://example.org/).", "cổng</span> <span class=\"address\">("),
        ("Xem [example.org/a](https://www.example.org/a/).", "example.org/a</span>.</p>"),
        ("Viết cho [tòa soạn](mailto:a@example.org).", ">a@example.org</span>)</span>."),
        ("Xem [dưới](#duoi).", "<span>dưới</span>.</p>"),
        ("Xem [bến](ben.md#ten).", '<span>bến</span> <turn-to part="ben" lang="vi">'),
        ("Xem [số cũ](../so-0/cu.md).", ">ben.example/</span><wbr>"),
        ("Xem [không có](khong.md).", "<span>không có</span>.</p>"),
        ("Xem [`a`&b](https://example.org/).", "<code>a</code>&amp;b</span> <span"),
        ("Xem [kịch bản](javascript:alert).", "<span>kịch bản</span>.</p>"),
    ],
)  # fmt: skip
def test_a_link_says_where_it_leads(tmp_path: Path, body: str, wanted: str) -> None:
    found = printed(tmp_path, body)
    assert wanted in found
    assert "<a" not in found and "href" not in found


def test_a_long_address_is_a_note_in_the_row_of_letters(tmp_path: Path) -> None:
    marks = Marks()
    found = printed(tmp_path, f"Từ {{{{ fact:a1 }}}}, xem [đây]({LONG}).", marks=marks)
    assert 'đây</span><sup class="cite">b</sup>' in found
    assert (marks.sources, marks.addresses) == ({"so": "a"}, {LONG: "b"})


def test_a_figure_bears_the_letter_of_its_source_in_both_languages(tmp_path: Path) -> None:
    marks = Marks()
    vi = printed(tmp_path, "{{ fact:a1 }}, {{ fact:b1 }}, {{ fact:a2 }}", marks=marks)
    en = printed(tmp_path, "{{ fact:b1 }} and {{ fact:a1 }}", "en", marks)
    letters = [one[0] for one in vi.split('class="cite apart">')[1:]]
    assert letters == ["a", "b", "a"]
    assert [one[0] for one in en.split('class="cite apart">')[1:]] == ["b", "a"]


def test_footnotes_keep_their_numbers(tmp_path: Path) -> None:
    found = printed(tmp_path, "Một chuyện.[^1]\n\n[^1]: Ghi ở {{ fact:a1 }}.")
    assert '<span class="footnote-ref">1</span>' in found


def test_what_holds_no_link_is_untouched() -> None:
    svg = '<svg viewBox="0 0 1 1"><linearGradient/></svg>'
    assert on_paper(svg, "vi", Marks(), lambda path: None) == svg


def test_letters_after_z() -> None:
    assert [letter(at) for at in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]


def test_pages_are_told_in_brackets_or_not_at_all(tmp_path: Path) -> None:
    text = printed(tmp_path, "Xem [bến](ben.md) này.")
    assert turns(text) and not turns("<p>trang 4</p>")
    told = turned(text, lambda part, lang: f"trang {({'ben': 46})[part]}")
    assert 'bến</span> <span class="turn">(trang 46)</span> này' in told
    assert "<span>bến</span> này" in turned(text, lambda part, lang: "")
    assert "<span>bến</span> này" in turned(text, lambda part, lang: {"cầu": "trang 4"}[part])


# --- the notes --------------------------------------------------------------------------------


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    body = "{{ fact:a3 }} {{ fact:a1 }} {{ fact:a2 }} {{ fact:b1 }}"
    vi = replace(article_of(tmp_path, body), sources=("bo",))
    return Pair("bai", vi, article_of(tmp_path, body, "en"))


def publication_of(issue: Issue, publication: Publication) -> Publication:
    return replace(publication, sources=SOURCES, facts=FACTS, issues=(issue,), series={})


def test_a_source_is_said_once_with_its_dates(
    pair: Pair, publication: Publication, issue: Issue
) -> None:
    marks = Marks()
    marks.of_source("so", "vi")
    own = replace(issue, pairs=(pair,))
    end = end_of(publication_of(own, publication), own, pair, marks)
    assert [(note.mark, note.said.vi) for note in end.notes] == [
        ("a", "Sổ bến (số liệu tại ngày\xa031/12/2030: 1\xa0km², 2\xa0km²; "
              "số liệu tại ngày\xa031/01/2031: 3\xa0km²)"),
        ("", "Biên bản ngày\xa014/02/2031 (số liệu tại ngày\xa014/02/2031)"),
    ]  # fmt: skip
    assert end.notes[0].said.en == (
        "The register (as of 31\xa0December 2030: 1\xa0km², 2\xa0km²; "
        "as of 31\xa0January 2031: 3\xa0km²)"
    )


def test_a_document_without_figures_says_its_own_date(
    pair: Pair, publication: Publication, issue: Issue
) -> None:
    plain = article_blank(pair)
    own = replace(issue, pairs=(plain,))
    end = end_of(publication_of(own, publication), own, plain, Marks())
    assert [note.said.en for note in end.notes] == ["The register, 31\xa0January 2031"]


def article_blank(pair: Pair) -> Pair:
    assert pair.vi and pair.en
    return replace(pair, vi=replace(pair.vi, blocks=(), sources=("so",)),
                   en=replace(pair.en, blocks=()))  # fmt: skip


def test_articles_are_found_in_the_book_or_where_they_stand(
    publication: Publication, issue: Issue, pair: Pair
) -> None:
    assert pair.vi
    half = Pair("mot-ben", replace(pair.vi, path="content/vi/so-1/mot-ben.md"), None)
    old = replace(issue, id="so-0", pairs=(Pair("cũ", replace(pair.vi, path="old"), pair.en),))
    own = replace(issue, id="so-1", pairs=(pair, half))
    both = replace(publication_of(own, publication), issues=(old, own))
    find = finder(both, own, "vi")
    assert find(pair.vi.path) == Target(part="bai")
    assert find("content/vi/so-1/mot-ben.md") == Target(address=permanent(both, own, half, "vi"))
    assert find("old") == Target(address=f"{publication.url}vi/so-0/cu/")
    assert find("nowhere") is None

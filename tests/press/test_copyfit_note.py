"""The copyfit note, measured on a small book of which one row is far longer in one language; and
what that book says instead of links, at a trim that leaves little room."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp

from songngu.press.copyfit_note import write_note
from songngu.press.interior import Interior, set_interior
from songngu.progress import SILENT
from tests.delivery.conftest import workshop
from tests.press.pages import Book
from tests.tiny import copy_tiny

LONG = "The river brings what it brings, and the landing takes it. " * 36
ADDRESS = "https://www.ben-nang.example/so-sach/nam-2031/quy-mot/chuyen-do-theo-ngay.htm"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_tiny(tmp_path_factory.mktemp("copyfit") / "tiny")
    for lang, words in (("vi", "Sông chở gì bến nhận nấy."), ("en", LONG)):
        article = root / f"content/{lang}/2031/do-dau-ngay.md"
        text = article.read_text("utf-8")
        heading = "## Đông đò" if lang == "vi" else "## Full ferries"
        added = f"{words} [*]({ADDRESS}) [+](https://ben-nang.example/gio/)"
        article.write_text(text.replace(heading, f"{added}\n\n{heading}"), "utf-8")
    return root


@pytest.fixture(scope="module")
def made(root: Path) -> Iterator[tuple[Interior, Book]]:
    target = root / "interior.pdf"
    inside = set_interior(workshop(root, "A5"), target, SILENT)
    yield inside, Book(target)


def test_the_long_row_is_found_and_no_other(made: tuple[Interior, Book]) -> None:
    inside, book = made
    found = inside.copyfit
    assert found.limit == pytest.approx(found.text / 3, abs=0.01)
    (row,) = found.rows
    assert (row.pair, row.short, row.vi.line, row.en.line) == ("do-dau-ngay", "vi", 17, 17)
    assert row.en.path == "content/en/2031/do-dau-ngay.md"
    assert found.measured > 8 and found.largest == row.apart
    words = [book.text(number - 1) for number in row.pages]
    assert "Sông chở gì bến nhận nấy." in words[0] and "The river brings" in words[1]


def test_its_heights_are_those_of_the_page(made: tuple[Interior, Book]) -> None:
    """One line of Vietnamese and its space; of English, which runs over the page, as many lines as
    the file shows, 14 pt each."""
    inside, book = made
    (row,) = inside.copyfit.rows
    at = row.pages[1] - 1
    spots = book.find("the landing takes", range(at, len(book)))
    lines = {(spot.page, round(spot.bottom)) for spot in spots}
    assert {page for page, _ in lines} == {at, at + 2}
    assert 14 / 72 * 25.4 < row.vi.mm < 22 / 72 * 25.4
    assert row.en.mm == pytest.approx(len(lines) * 14 / 72 * 25.4, rel=0.15)


def test_the_note_says_it_in_both_languages(root: Path, made: tuple[Interior, Book]) -> None:
    inside, _ = made
    write_note(inside.copyfit, root, root)
    told = json.loads((root / "copyfit.json").read_text("utf-8"))
    (row,) = told["rows"]
    assert (row["short"], row["apart_mm"]) == ("vi", inside.copyfit.largest)
    page = (root / "copyfit.html").read_text("utf-8")
    assert "content/en/2031/do-dau-ngay.md:17" in page
    assert "Nên tách bên dài" in page and "Part the longer side" in page
    assert "<script" not in page and "http" not in page


def test_codes_are_read_at_a_small_trim_too(made: tuple[Interior, Book]) -> None:
    _, book = made
    read = [
        found.text
        for at, page in enumerate(book.pdf)
        if "ben-nang.example/so/" in book.text(at)
        for found in zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
    ]
    assert sorted(read) == [
        f"https://ben-nang.example/so/{lang}/2031/{name}/"
        for lang in ("en", "vi")
        for name in ("do-dau-ngay", "nha-gao/hoi-nguoi-lai")
    ]


def test_addresses_are_short_in_the_text_and_whole_in_a_note(made: tuple[Interior, Book]) -> None:
    _, book = made
    text = " ".join(book.text(at) for at in range(len(book)))
    assert text.count("(ben-nang.example/gio)") == 2
    whole = ADDRESS.removeprefix("https://www.")
    assert text.replace(" ", "").count("b" + whole) == 2

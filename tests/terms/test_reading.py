"""content/termbase.csv and content/names.yml, as editors and their spreadsheets save them."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songngu.check.terms import lexicon
from songngu.model import NO_NAMES, Period, Term
from songngu.source.names import NAMES, read_names
from songngu.source.termbase import TERMBASE, read_termbase
from tests.terms.support import levels

HEAD = ("vi", "en", "forbidden_en", "scope", "required", "from", "to")
ROW = ("huyện, thị xã", "district|town", "county", "row", "no", "")


def read(root: Path, text: str) -> tuple[Term, ...]:
    path = root / TERMBASE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    found = read_termbase(root)
    assert found.diagnostics == ()
    return found.value


def sheet(separator: str, end: str, last: str) -> str:
    """A termbase of one term, its cells parted so; a cell with a comma is quoted."""
    cells = [f'"{cell}"' if separator in cell else cell for cell in (*ROW, last)]
    return separator.join(HEAD) + end + separator.join(cells) + end


@pytest.mark.parametrize(
    "text",
    [
        sheet(",", "\n", "2025-06-30"),
        "\ufeff" + sheet(";", "\r\n", "30/6/2025"),
        sheet("\t", "\r\n", "30/06/2025"),
    ],
)
def test_what_a_vietnamese_spreadsheet_saves_reads_alike(text: str, tmp_path: Path) -> None:
    (term,) = read(tmp_path, text)
    assert term.vi == ("huyện, thị xã",)
    assert term.en == ("district", "town")
    assert term.forbidden == {"vi": (), "en": ("county",)}
    assert (term.everywhere, term.required, term.line) == (False, False, 2)
    assert term.period == Period(None, date(2025, 6, 30))


@pytest.mark.parametrize("day", ["30/6/25", "31/6/2025", "6/2025", "30/6/2025/1", "soon"])
def test_a_day_that_is_none_is_told(day: str, tmp_path: Path) -> None:
    path = tmp_path / TERMBASE
    path.parent.mkdir()
    path.write_text(sheet(",", "\n", day), "utf-8")
    found = read_termbase(tmp_path)
    assert [one.key for one in found.diagnostics] == ["config.invalid/bad-date"]


def test_a_bad_line_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / TERMBASE
    path.parent.mkdir()
    path.write_text("vi,en\nbến,landing\nđò,\nsông,river\n", "utf-8")
    found = read_termbase(tmp_path)
    assert [term.en for term in found.value] == [("landing",), ("river",)]
    assert [(one.key, one.place.line) for one in found.diagnostics] == [
        ("config.invalid/term-empty", 3)
    ]


def test_a_publication_needs_neither(tmp_path: Path) -> None:
    assert read_termbase(tmp_path).value == ()
    assert read_names(tmp_path, {}).value.agencies == ()


def test_periods_include_both_of_their_days() -> None:
    spring = Period(date(2024, 2, 1), date(2024, 4, 30))
    assert spring.holds(date(2024, 2, 1)) and spring.holds(date(2024, 4, 30))
    assert not spring.holds(date(2024, 5, 1))
    assert spring.meets(Period(date(2024, 4, 30), None))
    assert not spring.meets(Period(date(2024, 5, 1), None))
    assert spring.meets(Period())


# --- whatever stands in the files ---------------------------------------------------------------

CELL = st.text(alphabet="aAđ|,;\"-—“.s ('’0/\n", max_size=8)
LINE = st.lists(CELL, min_size=1, max_size=5).map(",".join)


@settings(max_examples=40)
@given(st.lists(LINE, max_size=4))
def test_no_termbase_is_too_strange(lines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / TERMBASE
        path.parent.mkdir()
        path.write_text("\n".join(["vi,en,forbidden_en,from,to", *lines]), "utf-8")
        terms = read_termbase(Path(folder)).value
    known = lexicon(terms, NO_NAMES, date(2024, 12, 15))
    known.scan(levels(" ".join(lines), " ".join(lines)))


@settings(max_examples=40)
@given(
    st.integers(0, 70), st.sampled_from(["", "  x: 1", "- ''", "    - {vi: —, en: '', source: s}"])
)
def test_no_register_is_too_strange(at: int, instead: str) -> None:
    lines = (Path(__file__).with_name("names.yml")).read_text("utf-8").split("\n")
    lines[at % len(lines)] = instead
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAMES
        path.parent.mkdir()
        path.write_text("\n".join(lines), "utf-8")
        found = read_names(Path(folder), None)
    assert found.diagnostics or found.value.agencies
    lexicon((), found.value, date(2024, 12, 15))

"""CSV of a Vietnamese and of an English spreadsheet read alike; the ambiguous is not guessed."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songngu.source.series_sheet import read_rows
from songngu.source.sheets import figure, read_sheet, rows_of
from tests.support import Publication


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("1234", "1234"),
        ("-5", "-5"),
        ("\u22123,2", "-3.2"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("0,125", "0.125"),
        ("1410.500", "1410.500"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1\u00a0234,5", "1234.5"),
        ("1.234", "1.234 1234"),
        ("12,345", "12345 12.345"),
        ("1.23.4", ""),
        ("1.234.56", ""),
        ("1,234.567.8", ""),
        ("(5)", ""),
        ("5%", ""),
        ("NaN", ""),
        ("", ""),
        ("=1+1", ""),
    ],
)
def test_a_number_alone(cell: str, values: str) -> None:
    assert figure(cell).values == tuple(map(Decimal, values.split()))


def test_what_the_file_says_decides() -> None:
    assert figure("1.234", ",").values == (Decimal("1234"),)
    assert figure("1.234", ".").values == (Decimal("1.234"),)
    assert figure("12,5", ".").values == ()


def written(value: Decimal, decimal: str, grouped: bool) -> str:
    text = f"{value:,f}" if grouped else f"{value:f}"
    return text.translate(str.maketrans(",.", ".,")) if decimal == "," else text


@settings(max_examples=60)
@given(
    st.lists(st.decimals(-10**9, 10**9, places=3), min_size=1, max_size=5),
    st.sampled_from([(",", "."), (";", ","), ("\t", ",")]),
    st.booleans(),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(["\n", "\r\n"]),
)  # fmt: skip
def test_a_sheet_is_read_as_it_was_meant(
    tmp_path_factory: pytest.TempPathFactory,
    values: list[Decimal],
    style: tuple[str, str],
    grouped: bool,
    mark: str,
    end: str,
) -> None:
    separator, decimal = style
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator=end)
    writer.writerow(["vi", "en", "do", *[""] * 2])
    for at, value in enumerate(values):
        writer.writerow([f"Hàng, {at}", f"Row; {at}", written(value, decimal, grouped), "", ""])
    root = tmp_path_factory.getbasetemp()
    (root / "bang.csv").write_bytes((mark + text.getvalue()).encode())
    found = read_rows(root / "bang.csv", root, ["do"], decimal)
    assert found.diagnostics == ()
    assert [row.values for row in found.value] == [(value,) for value in values]
    assert found.value[0].label.vi == "Hàng, 0" and found.value[0].label.en == "Row; 0"


def test_a_word_for_the_separator_is_no_row() -> None:
    rows = list(rows_of("sep=;\nvi;en\n;\nĐò, sớm;Early\n"))
    assert [(row.line, row.cells) for row in rows] == [
        (2, ("vi", "en")),
        (4, ("Đò, sớm", "Early")),
    ]


def test_an_open_quotation_mark_is_the_end() -> None:
    assert list(rows_of('vi,en\nĐò,"Ferry\nBến,Landing\n'))[-1].cells is None


def test_a_legacy_code_page_is_told(tmp_path: Path) -> None:
    """What "CSV (comma delimited)" of a Vietnamese Windows writes."""
    (tmp_path / "a.csv").write_bytes("vi;en\nĐô;Ferry\n".encode("cp1258"))
    found = read_sheet(tmp_path / "a.csv", tmp_path)
    assert found.value is None
    assert [(one.key, one.place.line) for one in found.diagnostics] == [("source.encoding", 2)]


def test_a_series_saved_by_a_vietnamese_spreadsheet(tmp_path: Path) -> None:
    plain, excel = Publication(tmp_path / "plain"), Publication(tmp_path / "excel")
    sheet = "vi;en;do-duoc;\r\nMùa mưa;Rainy season;1.210,5;\r\nMùa khô;Dry season;200;\r\n;;;\r\n"
    excel.write("content/series/mua.csv", b"\xef\xbb\xbf" + sheet.encode())
    one, other = plain.examine(), excel.examine()
    assert other.diagnostics == ()
    assert one.publication and other.publication
    assert one.publication.series == other.publication.series


def test_the_series_says_how_its_numbers_read(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    publication.replace("content/series/mua.csv", "1210.5", "1.210")
    assert publication.keys() == ["series.invalid/csv-ambiguous"]
    publication.replace("content/series/mua.yml", "unit: mm", 'unit: mm\ndecimal: ","')
    reading = publication.examine()
    assert reading.diagnostics == () and reading.publication
    assert reading.publication.series["mua"].rows[0].values == (Decimal(1210),)

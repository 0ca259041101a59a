"""The values of a series in a CSV file beside its YAML: one row a label, one column an id."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from songngu.diagnostics import Checked, Diagnostic, diagnose
from songngu.model import Bilingual, SeriesRow
from songngu.source.files import relative
from songngu.source.sheets import Figure, Row, figure, read_sheet

CODE = "series.invalid"


def read_rows(
    path: Path, root: Path, columns: Sequence[str], decimal: str = ""
) -> Checked[tuple[SeriesRow, ...]]:
    """Rows of a CSV with the head `vi,en,<column ids>`; an empty cell is no value.

    `decimal` is the sign before a fraction if the series says it; else every number must show by
    itself how it is read, and all of them alike.
    """
    found = read_sheet(path, root)
    if found.value is None:
        return Checked((), found.diagnostics)
    name = relative(path, root)
    head = ("vi", "en", *columns)
    rows = found.value
    if not rows or rows[0].cells != head:
        line, wanted = (rows[0].line if rows else 1), ",".join(head)
        return Checked((), (diagnose(CODE, name, line, "csv-header", wanted=wanted),))
    problems = tuple(_problems(rows[1:], len(head), decimal, name))
    if problems:
        return Checked((), problems)
    return Checked(tuple(_row(row, decimal) for row in rows[1:]))


def _row(row: Row, decimal: str) -> SeriesRow:
    vi, en, *cells = row.cells or ("", "")
    values = tuple(figure(cell, decimal).values[0] if cell else None for cell in cells)
    return SeriesRow(Bilingual(vi, en), values)


def _problems(rows: Sequence[Row], width: int, decimal: str, name: str) -> Iterator[Diagnostic]:
    proven = decimal
    for row in rows:
        if row.cells is None:
            yield diagnose(CODE, name, row.line, "csv-quotes")
        elif len(row.cells) != width:
            yield diagnose(CODE, name, row.line, "csv-row", found=len(row.cells), wanted=width)
        for cell in (row.cells or ())[2:width]:
            read = figure(cell, decimal)
            yield from _number(cell, read, name, row.line)
            if proven and read.decimal and read.decimal != proven:
                yield diagnose(CODE, name, row.line, "csv-mixed", cell=cell, sign=proven)
            proven = proven or read.decimal


def _number(cell: str, read: Figure, name: str, line: int) -> Iterator[Diagnostic]:
    if cell and not read.values:
        yield diagnose(CODE, name, line, "csv-number", cell=cell)
    if len(read.values) > 1:
        point, comma = (format(value, "f") for value in read.values)
        yield diagnose(
            CODE, name, line, "csv-ambiguous", cell=cell, point=point, comma=comma.replace(".", ",")
        )

"""CSV as spreadsheets save it, whichever language the spreadsheet speaks.

A Vietnamese Excel parts cells by semicolons and writes 1.234,5; an English one parts them by
commas and writes 1,234.5. Both read alike here. What can be read in two ways is never guessed.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from songngu.diagnostics import Checked
from songngu.source.files import read_text

SEPARATORS = (",", ";", "\t")
# Excel's own word for the separator, as a first line of the file: it is no data.
DECLARED = re.compile(r"sep=([,;\t])(?:\n|\Z)", re.IGNORECASE)
SPACES = re.compile("(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))")


@dataclass(frozen=True)
class Row:
    """A row of a sheet and the 1-based line where it begins. `cells` is None where the quotation
    marks do not close: nothing after it can be trusted, so it is the last one."""

    line: int
    cells: tuple[str, ...] | None


def read_sheet(path: Path, root: Path) -> Checked[tuple[Row, ...] | None]:
    """The rows of a CSV file, its head first; None when it is no UTF-8 text.

    Cells are stripped; empty rows, and empty cells at the end of the head that nothing stands
    under, are what spreadsheets leave behind and are left out.
    """
    text = read_text(path, root)
    if text.value is None:
        return Checked(None, text.diagnostics)
    return Checked(tuple(rows_of(text.value)))


def rows_of(text: str) -> Iterator[Row]:
    """The rows of a CSV text with LF."""
    declared = DECLARED.match(text)
    first = 1
    if declared:
        text, first = text[declared.end() :], 2
    separator = declared[1] if declared else _separator(text)
    width = 0
    for row in _rows(text, separator, first):
        if row.cells is None:
            yield row
        elif any(row.cells):
            width = width or max(at for at, cell in enumerate(row.cells, 1) if cell)
            cells = row.cells
            while len(cells) > width and not cells[-1]:
                cells = cells[:-1]
            yield Row(row.line, cells)


def _separator(text: str) -> str:
    """The one that parts the head into the most cells."""
    head = next((line for line in text.split("\n") if line.strip()), "")
    return max(SEPARATORS, key=lambda one: len(next(_rows(head, one, 1)).cells or ()))


def _rows(text: str, separator: str, first: int) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text or "\n"), delimiter=separator, strict=True)
    line = first
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Row(line, None)
            return
        yield Row(line, tuple(cell.strip() for cell in cells))
        line = first + reader.line_num


# --- numbers ----------------------------------------------------------------------------------

OTHER = {".": ",", ",": "."}
PLAIN = re.compile(r"-?[0-9]+")
FRACTION = re.compile(r"-?[0-9]+([.,])[0-9]+")
# One to three digits, then threes: 1.234 can be a group or a fraction.
EITHER = re.compile(r"-?[1-9][0-9]{0,2}([.,])[0-9]{3}")
GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*(?:(?!\1)([.,])[0-9]+)?")


@dataclass(frozen=True)
class Figure:
    """A cell read as a number. `values` has one value, none when it is no number, or the two
    that it could be (the decimal sign read as a point first, as a comma second); `decimal` is
    the sign that the cell proves."""

    values: tuple[Decimal, ...]
    decimal: str = ""


def figure(cell: str, decimal: str = "") -> Figure:
    """The number of a cell; `decimal` is the sign that the file is said to use, if it is."""
    text = SPACES.sub("", cell.replace("\u2212", "-"))
    if PLAIN.fullmatch(text):
        return Figure((Decimal(text),))
    if decimal:
        return _with_sign(text, decimal)
    if EITHER.fullmatch(text):
        return Figure(tuple(_with_sign(text, sign).values[0] for sign in OTHER))
    signs = [sign for sign in OTHER if _with_sign(text, sign).values]
    return _with_sign(text, signs[0]) if len(signs) == 1 else Figure(())


def _with_sign(text: str, decimal: str) -> Figure:
    """The number, if the sign before its fraction is this one."""
    grouped = GROUPED.fullmatch(text)
    if (found := FRACTION.fullmatch(text)) and found[1] == decimal:
        return Figure((Decimal(text.replace(decimal, ".")),), decimal)
    if grouped and grouped[1] == OTHER[decimal] and grouped[2] in (None, decimal):
        plain = text.replace(OTHER[decimal], "").replace(decimal, ".")
        return Figure((Decimal(plain),), decimal)
    return Figure(())

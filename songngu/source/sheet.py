"""CSV as a spreadsheet program saves it: commas, semicolons (Vietnamese Excel) or tabs."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True)
class Line:
    """The cells of a record, without the spaces around them, and the file's line it begins on."""

    cells: tuple[str, ...]
    number: int


class BrokenSheetError(ValueError):
    """A record that cannot be read, and the line where it begins."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def lines(text: str) -> Iterator[Line]:
    """The records of a text that files.py has read; blank ones are passed over.

    What parts the cells is what the first line has most of: a heading holds no text of its own.
    Raises BrokenSheetError for a quotation mark that is never closed.
    """
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    begins = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise BrokenSheetError(begins) from error
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield Line(tuple(cell.strip() for cell in cells), begins)
        begins = reader.line_num + 1

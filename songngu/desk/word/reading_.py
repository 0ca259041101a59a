"""A .docx file -> Manuscript. python-docx opens the package and knows its parts; what a part says
is read here element by element, because every word must come along or be named.

Why python-docx: kept since 2013, MIT, typed, in pure Python on lxml, which pikepdf brings anyway.
mammoth makes HTML and keeps no fonts and no deleted words, docx2python keeps no runs: with neither
could a legacy encoding or a pending change be told with its paragraph.
"""

import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from songngu.desk.word.inline_ import Inline, name, words
from songngu.desk.word.legacy import decipher
from songngu.desk.word.manuscript import (
    Body,
    Manuscript,
    Paragraph,
    Picture,
    Remark,
    Run,
    Table,
)
from songngu.desk.word.styles_ import Styles, attribute
from songngu.diagnostics import Checked, diagnose

# The first bytes of what Word wrote before 2007, and of what it locks with a password.
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SHOWN = 8
# A manuscript with its pictures, unpacked, in bytes: some hundred times what editors send.
LARGEST = 500_000_000
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
WRAPPINGS = ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")
FORMATS = ("w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:sectPrChange", "w:numberingChange")


def read_docx(path: Path) -> Checked[Manuscript | None]:
    """The manuscript of a Word file; None if it cannot be opened."""
    if path.is_file() and path.open("rb").read(len(OLE)) == OLE:
        return Checked(None, (diagnose("docx.unreadable", path.name, 1, "old"),))
    try:
        return Checked(_Reader(_opened(path).part, path.name).read())
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError):
        # XML that cannot be read is a SyntaxError, of lxml's own kind.
        return Checked(None, (diagnose("docx.unreadable", path.name),))


def _opened(path: Path) -> Any:
    """The package; ValueError for one that would fill the memory, and for parts that are not what
    the engine takes them for, of which it says nothing clearer than AttributeError."""
    with zipfile.ZipFile(path) as package:
        if sum(part.file_size for part in package.infolist()) > LARGEST:
            raise ValueError
    try:
        return docx.Document(str(path))
    except AttributeError as error:
        raise ValueError from error


class _Reader:
    """Goes through the main part once, in reading order."""

    def __init__(self, part: Any, file: str) -> None:
        self.part, self.file = part, file
        self.parts = {one.reltype.rpartition("/")[2]: one.target_part for one in
                      part.rels.values() if not one.is_external}  # fmt: skip
        self.styles = Styles(self._root("styles"), self._root("numbering"))
        self.remarks: list[Remark] = []
        self.notes: dict[str, tuple[Paragraph, ...]] = {}
        self.pictures: dict[str, Picture] = {}
        self.number, self.shown = 0, ""

    def read(self) -> Manuscript:
        body = tuple(self._blocks(self.part.element.body, self._inline(self.part)))
        for kind in ("header", "footer"):
            self._furniture(kind)
        return Manuscript(self.file, body, self.notes, self.pictures, tuple(self.remarks))

    def _root(self, kind: str) -> Any:
        """The root element of a related part; None without one."""
        part = self.parts.get(kind)
        return None if part is None else parse_xml(part.blob)

    def _tell(self, code: str, detail: str = "", **values: object) -> None:
        self.remarks.append(Remark(self.number, self.shown, code, detail, values))

    def _inline(self, part: Any) -> Inline:
        comments = {} if (root := self._root("comments")) is None else {
            one.get(qn("w:id")): (one.get(qn("w:author")) or "?", words(one)) for one in root
        }  # fmt: skip
        return Inline(part, self.styles, self._tell, self._note, comments, self.pictures)

    # --- blocks ---------------------------------------------------------------------------------

    def _blocks(self, element: Any, inline: Inline) -> Iterator[Paragraph | Table]:
        for child in element:
            kind = name(child)
            if kind == "w:p":
                yield self._paragraph(child, inline)
            elif kind == "w:tbl":
                yield self._table(child, inline)
            elif kind in WRAPPINGS:
                yield from self._blocks(child, inline)

    def _paragraph(self, element: Any, inline: Inline) -> Paragraph:
        self.number += 1
        self.shown = " ".join(words(element).split()[:SHOWN]) or "—"
        return self._read(element, inline)

    def _read(self, element: Any, inline: Inline) -> Paragraph:
        self._pending(element)
        role, heading = self.styles.role(element)
        depth, ordered, label = self.styles.item(element)
        runs = self._clean(tuple(inline.runs(element)))
        if label and runs:
            runs = (replace(runs[0], text=f"{label} ", note="", picture=""), *runs)
        if heading:
            depth = -1
        return Paragraph(self.number, runs, role, heading, depth, ordered)

    def _pending(self, element: Any) -> None:
        """Changes of a paragraph's own: its end inserted or deleted, its look changed."""
        for mark, what in (("ins", "inserted"), ("del", "deleted")):
            found = element.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{mark}')}")
            if found is not None:
                self._tell("docx.change", what, text="¶", who=found.get(qn("w:author")) or "?")
        if any(name(one) in FORMATS for one in element.iter()):
            self._tell("docx.change", "format")

    def _clean(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Unicode in NFC, without characters that nobody sees."""
        said = decipher(runs)
        if said.converted:
            self.shown = " ".join("".join(run.text for run in said.runs).split()[:SHOWN])
            self._tell("docx.legacy", "converted", encoding=", ".join(said.converted).upper())
        if said.unread:
            self._tell("docx.legacy", text=" ".join(said.unread.split()))
        if said.odd:
            self._tell("docx.legacy", "looks", text=" ".join(said.odd.split()))
        return tuple(
            replace(run, text=unicodedata.normalize("NFC", run.text.translate(INVISIBLE)))
            for run in said.runs
        )

    def _table(self, element: Any, inline: Inline) -> Table:
        rows = []
        for row in element.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is not element:
                continue
            for mark, what in (("ins", "inserted"), ("del", "deleted")):
                if row.find(f"{qn('w:trPr')}/{qn(f'w:{mark}')}") is not None:
                    self._tell("docx.change", what, text=words(row), who="?")
            rows.append(tuple(self._cells(row, inline)))
        width = max(map(len, rows), default=0)
        return Table(tuple((*row, *[()] * (width - len(row))) for row in rows))

    def _cells(self, row: Any, inline: Inline) -> Iterator[Body]:
        for _ in range(int(attribute(row, "trPr/gridBefore", "0"))):
            yield ()
        for cell in row.iter(qn("w:tc")):
            if next(cell.iterancestors(qn("w:tr"))) is not row:
                continue
            wide = int(attribute(cell, "tcPr/gridSpan", "1"))
            merged = wide > 1 or attribute(cell, "tcPr/vMerge") == "restart"
            content = tuple(self._blocks(cell, inline))
            if merged:
                self._tell("docx.lost", "merged", text=words(cell))
            yield content
            yield from [()] * (wide - 1)

    # --- notes and furniture --------------------------------------------------------------------

    def _note(self, kind: str, key: str) -> str:
        """Reads a note where it is called; what is wrong in it is told there."""
        root = self._root(kind)
        found = [] if root is None else [one for one in root if one.get(qn("w:id")) == key]
        if not found:
            return ""
        mark = f"{'e' if kind == 'endnotes' else ''}{len(self.notes) + 1}"
        self.notes[mark] = ()
        inline = self._inline(self.parts[kind])
        self.notes[mark] = tuple(self._read(one, inline) for one in found[0].iter(qn("w:p")))
        return mark

    def _furniture(self, kind: str) -> None:
        """Running heads and feet: the publication has its own, so their words are only named."""
        said = {words(parse_xml(one.target_part.blob)) for one in self.part.rels.values()
                if one.reltype.endswith(f"/{kind}")}  # fmt: skip
        self.number, self.shown = 1, ""
        for text in sorted(said):
            if any(char.isalpha() for char in text):
                self._tell("docx.lost", "furniture", kind=f"docx-{kind}", text=text)

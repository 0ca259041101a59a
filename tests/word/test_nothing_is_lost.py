"""Whatever a Word file holds: every word of it is in an article or in what is told."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from songngu.desk.word.intake import take_in
from songngu.desk.word.reading_ import read_docx
from songngu.messages import message
from tests.word.making import (
    add,
    deleted,
    footnotes,
    in_font,
    inserted,
    item,
    link,
    new,
    note,
    numbered,
    run,
    save,
    textbox,
)
from tests.word.support import asked

STYLES = ("Normal", "Heading 1", "Heading 2", "Title", "Subtitle", "Caption", "Quote",
          "List Bullet", "List Number", "List Bullet 2")  # fmt: skip
LETTERS = "abcdeghiklmnopqrstuvxyăâđêôơưáàảãạ*_[]|#>-+.0`\\<"
WORD = re.compile(r"q\d+q")


class Author:
    """Writes a document at random; every word that it writes has a number."""

    def __init__(self, seed: int) -> None:
        self.dice, self.count, self.document = random.Random(seed), 0, new()
        footnotes(self.document, [self.words() for _ in range(3)])
        self.list = numbered(self.document, self.dice.choice(["%1.", "Điều %1."]))

    def words(self) -> str:
        """Some words, among them one with a number."""
        self.count += 1
        noise = "".join(self.dice.choices(LETTERS, k=self.dice.randint(0, 4)))
        noise = noise.replace("<", "&lt;")
        first, last = self.dice.choice([(" ", " "), ("", " "), (" ", "")])
        return f"{first}q{self.count}q{last}{noise}"

    def piece(self) -> str:
        make: Callable[[], str] = self.dice.choice([
            lambda: run(self.words()),
            lambda: f"<w:r><w:rPr><w:b/></w:rPr><w:t>{self.words()}</w:t></w:r>",
            lambda: f"<w:r><w:rPr><w:i/></w:rPr><w:t>{self.words()}</w:t></w:r>",
            lambda: f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{self.words()}</w:t></w:r>",
            lambda: f"<w:r><w:t>{self.words()}</w:t><w:br/><w:tab/></w:r>",
            lambda: f"<w:sdt><w:sdtContent>{run(self.words())}</w:sdtContent></w:sdt>",
            lambda: f'<w:fldSimple w:instr="DATE">{run(self.words())}</w:fldSimple>',
            lambda: link(self.document, self.words(), "https://ben.example/"),
            lambda: inserted(self.words()),
            lambda: deleted(self.words()),
            lambda: textbox(self.words()),
            lambda: in_font(self.words(), ".VnTime"),
            lambda: in_font(self.words(), "VNI-Times"),
            lambda: note(self.dice.randint(1, 3)),
            lambda: f"<m:oMath><m:r><m:t>{self.words()}</m:t></m:r></m:oMath>",
        ])  # fmt: skip
        return make()

    def fill(self, place: object) -> None:
        """Paragraphs and tables in a document or a cell."""
        for _ in range(self.dice.randint(1, 4)):
            kind = self.dice.randint(0, 9)
            if kind == 0:
                table = place.add_table(2, 2)  # type: ignore[attr-defined]
                for at in range(4):
                    if self.dice.random() < 0.7:
                        self.fill(table.cell(at // 2, at % 2))
            elif kind == 1:
                item(self.document, self.list, self.words(), self.dice.randint(0, 2))
            else:
                inside = "".join(self.piece() for _ in range(self.dice.randint(0, 4)))
                paragraph = add(place, inside)
                paragraph.style = self.document.styles[self.dice.choice(STYLES)]

    def write(self) -> Document:
        for _ in range(3):
            self.fill(self.document)
        # A note that nothing calls is not in the document as a reader has it.
        add(self.document, note(1) + note(2) + note(3))
        return self.document


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**9))
def test_nothing_is_lost(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    author = Author(seed)
    path = save(author.write(), tmp_path_factory.getbasetemp())
    found = read_docx(path)
    assert found.value is not None and found.diagnostics == ()
    intake = take_in([found.value], asked())
    texts = [one for one in intake.files.values() if isinstance(one, str)]
    told = [message(one, "vi") for one in intake.diagnostics]
    said = set(WORD.findall("\n".join(texts + told)))
    assert {f"q{at}q" for at in range(1, author.count + 1)} - said == set()
    assert Path(path).name == found.value.name

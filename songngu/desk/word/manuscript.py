"""A Word document as the desk sees it: what it says, in order, and what cannot come along."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Body = tuple["Paragraph | Table", ...]


@dataclass(frozen=True)
class Run:
    """Words of one look. `link` is where they lead; `note` is the key of the note that stands
    here, `picture` that of the picture, instead of words."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    link: str = ""
    font: str = ""
    note: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Paragraph:
    """`number` counts the document's paragraphs from 1, those in tables too.

    `role` is title, subtitle, caption, quote or nothing; `heading` the level of a heading from 1,
    0 for text; `depth` the level of a list's item from 0, -1 outside lists.
    """

    number: int
    runs: tuple[Run, ...]
    role: str = ""
    heading: int = 0
    depth: int = -1
    ordered: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Table:
    """Rows of cells, each with what stands in it. A merged cell stands in its first place and is
    empty in the others."""

    rows: tuple[tuple[Body, ...], ...]


@dataclass(frozen=True)
class Picture:
    """The bytes of a picture, the ending of its file, and what its author says is seen."""

    data: bytes
    suffix: str
    alt: str = ""


@dataclass(frozen=True)
class Remark:
    """What an editor must know of a place: a diagnostic's code, detail and values."""

    number: int
    words: str
    code: str
    detail: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Manuscript:
    """All of a document. `notes` and `pictures` are keyed as the runs name them."""

    name: str
    body: Body
    notes: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()

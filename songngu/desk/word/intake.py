"""Word documents -> the files of a new pair: both articles, the pictures, and the stubs of their
credits, all as bytes that are not written yet."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from songngu.check.placeholders import WORDS
from songngu.desk.new import Asked, Said, scaffold
from songngu.desk.word.columns import language, sides, text_of
from songngu.desk.word.manuscript import Body, Manuscript, Picture, Remark
from songngu.desk.word.writing import Written, write
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import LANGS, Lang

IMAGES = "assets/images"


@dataclass(frozen=True)
class Intake:
    """Path (relative to the root) -> text or picture. `credits` are the pictures that need an
    entry in credits.yml, named as that file names them."""

    files: Mapping[str, str | bytes]
    credits: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass
class _Shelf:
    """The pictures of a pair: one file for each content, whichever sides show it."""

    asked: Asked
    files: dict[str, bytes] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)

    def place(self, key: str, picture: Picture) -> str:
        """The address of a picture as an article names it."""
        content = hashlib.sha256(picture.data).hexdigest()
        if content not in self._known:
            count = len(self._known) + 1
            name = f"{self.asked.issue.id}/{self.asked.slug}-{count}{picture.suffix}"
            self._known[content] = name
            self.files[f"{IMAGES}/{name}"] = picture.data
        return f"../../../{IMAGES}/{self._known[content]}"

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._known.values())


def take_in(manuscripts: Sequence[Manuscript], asked: Asked) -> Intake:
    """The files of a pair. One manuscript may hold both languages in a table of two columns, or one
    language: then the other side is left to be translated."""
    shelf = _Shelf(asked)
    told: list[Diagnostic] = []
    said: dict[Lang, Said] = {}
    for lang, manuscript, body in _halves(manuscripts, told):
        unseen = WORDS["alt"][lang]
        written = write(manuscript, body, shelf.place, unseen)
        told += _diagnosed(manuscript, written.remarks)
        said[lang] = _said(written)
    for manuscript in manuscripts:
        told += _diagnosed(manuscript, manuscript.remarks)
    return Intake({**scaffold(asked, said), **shelf.files}, shelf.names, tuple(told))


def _halves(
    manuscripts: Sequence[Manuscript], told: list[Diagnostic]
) -> Iterator[tuple[Lang, Manuscript, Body]]:
    """Which manuscript, or which part of it, is which side."""
    if len(manuscripts) > 1:
        first, second = (language(text_of(one.body)) for one in manuscripts)
        swapped = first == "en" and second != "en"
        langs: tuple[Lang, ...] = ("en", "vi") if swapped else LANGS
        for lang, one in zip(langs, manuscripts, strict=True):
            yield lang, one, one.body
        return
    (only,) = manuscripts
    halves = sides(only)
    if halves is None:
        yield language(text_of(only.body)) or "vi", only, only.body
        return
    told += _diagnosed(only, halves.remarks)
    yield "vi", only, halves.vi
    yield "en", only, halves.en


def _said(written: Written) -> Said:
    return Said(written.title, written.standfirst, written.text)


def _diagnosed(manuscript: Manuscript, remarks: Sequence[Remark]) -> Iterator[Diagnostic]:
    """The line of a Word file is its paragraph's number."""
    for one in remarks:
        yield diagnose(
            one.code,
            manuscript.name,
            max(one.number, 1),
            one.detail,
            number=one.number,
            words=one.words,
            **one.values,
        )


def credit_stubs(names: Sequence[str]) -> str:
    """Entries for credits.yml with everything to be filled in: the check asks for what is empty."""
    return "".join(
        f'{json.dumps(name)}:\n  credit: {{vi: "", en: ""}}\n  licence: ""\n' for name in names
    )

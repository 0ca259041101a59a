"""Texts compared as an article: what every test of the terms asks."""

import functools
import shutil
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from songngu.check.passages import Level, Passage
from songngu.check.terms import Lexicon, People, judged, lexicon, persons
from songngu.diagnostics import Diagnostic
from songngu.model import Lang, Names, Term
from songngu.source.names import read_names
from songngu.source.termbase import read_termbase

HERE = Path(__file__).parent
PARAGRAPH = " ¶ "
DAY = date(2024, 12, 15)


@functools.cache
def registered() -> tuple[tuple[Term, ...], Names]:
    """The termbase and the register of these tests, read as a publication's are."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        content.mkdir()
        for name in ("termbase.csv", "names.yml"):
            shutil.copyfile(HERE / name, content / name)
        terms = read_termbase(Path(folder))
        names = read_names(Path(folder), None)
    assert not terms.diagnostics and not names.diagnostics
    return terms.value, names.value


@functools.cache
def known(day: date = DAY) -> tuple[Lexicon, People | None]:
    terms, names = registered()
    return lexicon(terms, names, day), persons(names, day)


def levels(vi: str, en: str) -> tuple[Level, ...]:
    """Paragraphs side by side, each a row of its own; lines are numbered by paragraph."""
    sides = zip(_side(vi, "vi"), _side(en, "en"), strict=True)
    return tuple(Level(left, right, movable=True) for left, right in sides)


def _side(said: str, lang: Lang) -> list[Passage]:
    paragraphs = enumerate(said.split(PARAGRAPH), 1)
    return [Passage(text, at, f"{lang}.md", lang, at) for at, text in paragraphs]


def found(rows: Sequence[Level], day: date = DAY) -> list[Diagnostic]:
    return list(judged(tuple(rows), *known(day), "bai"))


def keys(vi: str, en: str, day: date = DAY) -> list[str]:
    """The keys of the findings of an article."""
    return sorted(one.key for one in found(levels(vi, en), day))

"""A pair -> what is compared with what: front matter, rows, table lines, footnotes.

A passage that is still in the other language is compared when it is translated: until then
text.untranslated says all that there is to say of it.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from songngu.check.languages import left_behind, mixed
from songngu.model import LANGS, Article, Block, BlockKind, Lang, Pair, Row, Saying

_SILENT = frozenset({BlockKind.CODE, BlockKind.CHART, BlockKind.SERIES, BlockKind.RULE})
_NOTE = re.compile(r" {0,3}\[\^([^\]]+)\]:")


class Passage(NamedTuple):
    """A stretch of text of one side. `line` is the file's line where it begins."""

    text: str
    line: int
    path: str
    lang: Lang
    block: int | None = None
    is_list: bool = False

    def line_at(self, position: int) -> int:
        return self.line + self.text.count("\n", 0, position)


@dataclass(frozen=True, slots=True)
class Level:
    """What stands level in both languages. A figure may have moved to the level before or after
    when both are `movable`."""

    vi: Passage | None
    en: Passage | None
    movable: bool = False

    def __getitem__(self, lang: Lang) -> Passage | None:
        return self.vi if lang == "vi" else self.en


def of_pair(pair: Pair) -> Iterator[Level]:
    """Everything of a pair that is read; of a lone side, that side."""
    if pair.complete:
        yield from levels(pair)
    else:
        yield from lone(pair.lead)


def levels(pair: Pair) -> Iterator[Level]:
    """Everything of a complete pair that is compared, in reading order."""
    vi, en = pair.vi, pair.en
    assert vi is not None and en is not None
    langs = [one.lang for one in (vi, en) if mixed(one)]
    found = (*map(Level, _front(vi), _front(en)), *_body(vi, en, pair.rows))
    yield from (_translated(level, langs) for level in found) if langs else found


def _body(vi: Article, en: Article, rows: Iterable[Row]) -> Iterator[Level]:
    """A row is a level; a table is one line by line when both sides have the same lines."""
    for row in rows:
        left, right = row.vi, row.en
        if left and right and left.kind is BlockKind.TABLE and left.extent == right.extent:
            yield from _lines(vi, en, left, right)
        elif row.kind not in _SILENT:
            yield Level(_passage(vi, left), _passage(en, right), movable=True)
    yield from _notes(vi, en)


def lone(article: Article) -> Iterator[Level]:
    """Everything of an article whose other language is not there."""
    passages = [*_front(article)]
    passages += [
        one
        for block in article.blocks
        if block.kind not in _SILENT and (one := _passage(article, block))
    ]
    for one in passages:
        yield Level(one, None) if article.lang == "vi" else Level(None, one)


def level_of(saying: Saying) -> Level:
    """What a file beside the articles says in both languages."""
    vi, en = saying.lines
    return _translated(
        Level(
            Passage(saying.text.vi, vi, saying.path, "vi"),
            Passage(saying.text.en, en, saying.path, "en"),
        )
    )


def _translated(level: Level, langs: Container[Lang] = LANGS) -> Level:
    """The level without what is still in the other language, which can be on these sides only."""
    vi, en = level.vi, level.en
    if vi and "vi" in langs and left_behind(vi.text, "vi"):
        return replace(level, vi=None)
    if en and "en" in langs and left_behind(en.text, "en"):
        return replace(level, en=None)
    return level


def _front(article: Article) -> Iterator[Passage]:
    """Title, standfirst, caption, alternative text, corrections."""
    picture = article.picture
    said = [
        (article.title, article.line_of("title")),
        (article.standfirst, article.line_of("standfirst")),
        (picture.caption if picture else "", picture.line if picture else 1),
        (picture.alt if picture else "", picture.line if picture else 1),
    ]
    said += [(one.text, article.line_of("corrections")) for one in article.corrections]
    for text, line in said:
        yield Passage(text, line, article.path, article.lang)


def _lines(vi: Article, en: Article, left: Block, right: Block) -> Iterator[Level]:
    """The lines of two tables; one may have a line of attributes beneath it, the other none."""
    both = zip(left.text.split("\n"), right.text.split("\n"), strict=False)
    for at, (one, other) in enumerate(both):
        yield Level(_line(vi, left, at, one), _line(en, right, at, other))


def _passage(article: Article, block: Block | None) -> Passage | None:
    if block is None:
        return None
    is_list = block.kind is BlockKind.LIST
    return Passage(block.text, block.line, article.path, article.lang, block.index, is_list)


def _line(article: Article, block: Block, at: int, text: str) -> Passage:
    return Passage(text, block.line + at, article.path, article.lang, block.index)


def _notes(vi: Article, en: Article) -> Iterator[Level]:
    """Footnotes of the same name."""
    left, right = _named(vi), _named(en)
    for name in left:
        if name in right:
            yield Level(_passage(vi, left[name]), _passage(en, right[name]))


def _named(article: Article) -> dict[str, Block]:
    found = {}
    for block in article.blocks:
        if block.kind is BlockKind.NOTE and (note := _NOTE.match(block.text)):
            found[note[1]] = block
    return found

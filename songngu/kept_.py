"""What was read and judged before, and has not changed, is neither read nor judged again.

Kept as text by the bytes of the files, with the house's own code in the key; never as anything that
could run. Only what was found faultless is kept: a fault is looked for, and told, every time.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from songngu.align import align
from songngu.cache_ import Cache, house
from songngu.check import Check, OnPairs, Subject
from songngu.diagnostics import Checked, Diagnostic
from songngu.model import Article, Block, Lang, Pair, Publication, Row
from songngu.model.plain import as_plain, from_plain
from songngu.source.articles import read_article
from songngu.source.publication import read

Blocks = tuple[Block, ...]
FAULTLESS = b"faultless\n"


def read_kept(root: Path, issue: str | None, cache: Cache) -> Checked[Publication | None]:
    """As source/publication.py reads it."""
    reader = _Reader(cache)
    return read(root, issue, article=reader.article, rows=reader.rows)


class _Reader:
    """Reads articles, and remembers of which file the blocks are whose rows are asked for next."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self.marks: dict[int, str] = {}

    def article(self, path: Path, root: Path, lang: Lang) -> Checked[Article | None]:
        name = path.relative_to(root).as_posix()
        try:
            mark = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return read_article(path, root, lang)
        key = ("article", house(), name, lang, mark)
        kept = self.cache.read(key, ".json")
        found = Checked(from_plain(Article, json.loads(kept))) if kept else None
        if found is None:
            found = read_article(path, root, lang)
            if found.value and not found.diagnostics:
                self.cache.write(key, ".json", _json(as_plain(found.value)))
        if found.value:
            self.marks[id(found.value.blocks)] = mark
        return found

    def rows(self, vi: Blocks, en: Blocks) -> tuple[Row, ...]:
        key = ("rows", house(), self.marks[id(vi)], self.marks[id(en)])
        kept = self.cache.read(key, ".json")
        if kept:
            return tuple(_row(vi, en, *places) for places in json.loads(kept))
        rows = align(vi, en)
        places = [[row.vi and row.vi.index, row.en and row.en.index] for row in rows]
        self.cache.write(key, ".json", _json(places))
        return rows


def _row(vi: Blocks, en: Blocks, left: int | None, right: int | None) -> Row:
    return Row(None if left is None else vi[left], None if right is None else en[right])


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def judged(check: Check, subject: Subject, cache: Cache) -> Iterator[Diagnostic]:
    """What the check finds. One that judges pair by pair passes over those that it found faultless
    before, when nothing that it looks at was another."""
    if not isinstance(check, OnPairs):
        yield from check(subject)
        return
    beside = hashlib.sha256(repr(check.beside(subject)).encode()).hexdigest()
    for pair in subject.issue.pairs:
        key = ("judged", house(), check.name, beside, subject.issue.id, pair.id, _marks(pair))
        known = all(_marks(pair))
        if known and cache.read(key, ".txt") == FAULTLESS:
            continue
        found = tuple(check.judge(subject, pair))
        if known and not found:
            cache.write(key, ".txt", FAULTLESS)
        yield from found


def _marks(pair: Pair) -> tuple[str, ...]:
    return tuple(side.digest for side in (pair.vi, pair.en) if side)

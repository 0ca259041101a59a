"""What was read and judged before, and has not changed, is neither read nor judged again.

Kept as text by the bytes of the files, with the house's own code in the key; never as anything that
could run.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from songngu.align import align
from songngu.cache_ import Cache, house
from songngu.check import CHECKS, PAIRWISE, Subject
from songngu.diagnostics import Checked, Diagnostic
from songngu.model import Article, Block, Lang, Pair, Publication, Row
from songngu.model.plain import as_plain, from_plain, mark
from songngu.source.articles import read_article
from songngu.source.publication import read

Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Found:
    """What was found in one pair."""

    diagnostics: tuple[Diagnostic, ...]


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
        try:
            mark = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return read_article(path, root, lang)
        key = ("article", house(), path.relative_to(root).as_posix(), lang, mark)
        kept = self.cache.read(key, ".json")
        if kept:
            article = from_plain(Article, json.loads(kept))
            found: Checked[Article | None] = Checked(replace(article, digest=mark))
        else:
            found = self._read(key, path, root, lang)
        if found.value:
            self.marks[id(found.value.blocks)] = mark
        return found

    def _read(
        self, key: tuple[object, ...], path: Path, root: Path, lang: Lang
    ) -> Checked[Article | None]:
        found = read_article(path, root, lang)
        if found.value is None:
            return found
        if not found.diagnostics:
            self.cache.write(key, ".json", _json(as_plain(found.value)))
        return Checked(replace(found.value, digest=str(key[-1])), found.diagnostics)

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


def findings(subject: Subject, cache: Cache) -> Iterator[Diagnostic]:
    """What every check finds in the issue. Checks that judge pair by pair are given only the pairs
    that they have not judged before, unless anything else of the publication has changed."""
    pairs, beside = subject.issue.pairs, _beside(subject)
    keys = {pair.id: ("found", house(), beside, pair.id, _marks(pair)) for pair in pairs}
    kept = {pair.id: _kept(cache, keys[pair.id]) for pair in pairs if all(_marks(pair))}
    fresh = tuple(pair for pair in pairs if kept.get(pair.id) is None)
    less = replace(subject, issue=replace(subject.issue, pairs=fresh))
    told: list[Diagnostic] = []
    for check in CHECKS:
        if check in PAIRWISE:
            told += check(less)
        else:
            yield from check(subject)
    yield from told
    for pair in pairs:
        if found := kept.get(pair.id):
            yield from found
        elif pair in fresh and all(_marks(pair)):
            _keep(cache, keys[pair.id], [one for one in told if _about(one, pair)])


def _about(one: Diagnostic, pair: Pair) -> bool:
    return one.pair == pair.id or any(
        side is not None and side.path == one.place.path for side in (pair.vi, pair.en)
    )


def _kept(cache: Cache, key: tuple[object, ...]) -> tuple[Diagnostic, ...] | None:
    data = cache.read(key, ".json")
    return None if data is None else from_plain(Found, json.loads(data)).diagnostics


def _keep(cache: Cache, key: tuple[object, ...], found: list[Diagnostic]) -> None:
    """What comes back otherwise than it went is looked for again each time."""
    data = _json(as_plain(Found(tuple(found))))
    if from_plain(Found, json.loads(data)).diagnostics == tuple(found):
        cache.write(key, ".json", data)


def _beside(subject: Subject) -> str:
    """All that the checks know beside the pairs themselves: the publication, its facts and terms,
    the issue, how it will be printed."""
    publication = subject.publication
    issues = tuple(replace(issue, pairs=()) for issue in publication.issues)
    known = (replace(publication, issues=issues), replace(subject.issue, pairs=()), subject.profile)
    return mark(known)


def _marks(pair: Pair) -> tuple[str, ...]:
    return tuple(side.digest for side in (pair.vi, pair.en) if side)

"""Incremental reading and judging: what was read and judged before is not done again until it
changes.

Kept as plain data under a hash of the files and of this package's own code (cache_.fingerprint);
never as anything that could run.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from songngu.align import align
from songngu.cache_ import Cache, fingerprint
from songngu.check import CHECKS, PAIRWISE, Subject
from songngu.check.text import yaml_files
from songngu.diagnostics import Checked, Diagnostic
from songngu.model import LANGS, Article, Block, Lang, Pair, Publication, Row
from songngu.model.plain import as_plain, from_plain, mark
from songngu.source.articles import article_of
from songngu.source.files import read_bytes, relative
from songngu.source.publication import read
from songngu.workers_ import others, shared

Blocks = tuple[Block, ...]
Key = tuple[object, ...]
# Fewer articles to read, or pairs to judge, are not worth another process. So many articles go to
# one at once.
FEW, AT_ONCE = 40, 8


@dataclass(frozen=True)
class Found:
    """What was found in one pair."""

    diagnostics: tuple[Diagnostic, ...]


def read_kept(root: Path, issue: str | None, cache: Cache) -> Checked[Publication | None]:
    """As source/publication.py reads it."""
    reader = _Reader(cache)
    ever = ("read", fingerprint())
    if issue is None and not cache.get(ever):
        reader.read_ahead(root)
        cache.put(ever, True)
    return read(root, issue, article=reader.article, rows=reader.rows if cache.enabled else align)


class _Reader:
    """Reads articles, and remembers of which file the blocks are whose rows are asked for next."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self.marks: dict[int, str] = {}
        self._ahead: dict[Path, Checked[Article | None]] = {}

    def read_ahead(self, root: Path) -> None:
        """Where nothing was ever read: every article, if they are many, in several processes."""
        files = [
            (path, root, lang) for lang in LANGS for path in (root / "content" / lang).rglob("*.md")
        ]
        batches = [files[at : at + AT_ONCE] for at in range(0, len(files), AT_ONCE)]
        if beside := others(len(files), FEW):
            with shared(_Ahead, (self,), batches, beside) as found:
                self._ahead.update(found)

    def article(self, path: Path, root: Path, lang: Lang) -> Checked[Article | None]:
        found = self._ahead.pop(path, None) or self.read(path, root, lang)
        if found.value is not None:
            self.marks[id(found.value.blocks)] = found.value.digest
        return found

    def read(self, path: Path, root: Path, lang: Lang) -> Checked[Article | None]:
        raw = read_bytes(path, root)
        if raw.value is None:
            return Checked(None, raw.diagnostics)
        mark = hashlib.sha256(raw.value).hexdigest()
        found = self._article(raw.value, relative(path, root), lang, mark)
        return Checked(found.value and replace(found.value, digest=mark), found.diagnostics)

    def _article(self, raw: bytes, name: str, lang: Lang, mark: str) -> Checked[Article | None]:
        if not self.cache.enabled:
            return article_of(raw, name, lang)
        key = ("article", fingerprint(), name, lang, mark)
        if kept := self.cache.get(key):
            return Checked(from_plain(Article, kept))
        found = article_of(raw, name, lang)
        if found.value and not found.diagnostics:
            self.cache.put(key, as_plain(found.value))
        return found

    def rows(self, vi: Blocks, en: Blocks) -> tuple[Row, ...]:
        key = ("rows", fingerprint(), self.marks[id(vi)], self.marks[id(en)])
        if kept := self.cache.get(key):
            return tuple(_row(vi, en, *places) for places in kept)
        rows = align(vi, en)
        places = [[row.vi and row.vi.index, row.en and row.en.index] for row in rows]
        self.cache.put(key, places)
        return rows


@dataclass(frozen=True)
class _Ahead:
    reader: _Reader

    def __call__(self, file: tuple[Path, Path, Lang]) -> tuple[Path, Checked[Article | None]]:
        return file[0], self.reader.read(*file)


def _row(vi: Blocks, en: Blocks, left: int | None, right: int | None) -> Row:
    return Row(None if left is None else vi[left], None if right is None else en[right])


def findings(subject: Subject, cache: Cache) -> Iterator[Diagnostic]:
    """What every check finds in the issue. Checks that judge pair by pair are given only the pairs
    that they have not judged before, unless anything else of the publication has changed."""
    for check in CHECKS:
        if not (cache.enabled and check in PAIRWISE):
            yield from check(subject)
    if cache.enabled:
        yield from _by_pair(subject, cache)


def _by_pair(subject: Subject, cache: Cache) -> Iterator[Diagnostic]:
    """Findings of one pair are kept under its id, those of none under the empty one."""
    pairs, shape = subject.issue.pairs, ("found", fingerprint(), _beside(subject))
    keys: dict[str, Key] = {"": shape}
    keys |= {pair.id: (*shape, pair.id, _marks(pair)) for pair in pairs if all(_marks(pair))}
    kept = {name: found for name, key in keys.items() if (found := _kept(cache, key)) is not None}
    for found in kept.values():
        yield from found
    fresh = {pair.id: pair for pair in pairs if pair.id not in kept}
    if fresh or "" not in kept:
        told: dict[str, list[Diagnostic]] = {name: [] for name in ("", *fresh)}
        for one in _judged(subject, tuple(fresh), beside="" not in kept):
            told[_about(one, fresh)].append(one)
        for name, own in told.items():
            if name not in kept:
                yield from own
                if name in keys:
                    _keep(cache, keys[name], own)


def _judged(subject: Subject, names: Sequence[str], beside: bool) -> Iterator[Diagnostic]:
    """What is found in these pairs, and `beside` them if that is asked, in several processes if
    they are many."""
    parts = 1 + others(len(names), FEW)
    batches = [[(frozenset(names[at::parts]), beside and at == 0)] for at in range(parts)]
    with shared(_Judge, (subject,), batches, parts - 1) as found:
        yield from chain.from_iterable(found)


@dataclass(frozen=True)
class _Judge:
    """Judges the pairs of these names, and what stands beside all pairs or not."""

    subject: Subject

    def __call__(self, batch: tuple[Collection[str], bool]) -> list[Diagnostic]:
        names, beside = batch
        pairs = tuple(pair for pair in self.subject.issue.pairs if pair.id in names)
        issue = replace(self.subject.issue, pairs=pairs)
        less = replace(self.subject, issue=issue, beside=beside)
        return [one for check in PAIRWISE for one in check(less)]


def _about(one: Diagnostic, pairs: Mapping[str, Pair]) -> str:
    """The id of the pair that a finding is about; the empty one for none."""
    if one.pair in pairs:
        return str(one.pair)
    for name, pair in pairs.items():
        if any(side and side.path == one.place.path for side in (pair.vi, pair.en)):
            return name
    return ""


def _kept(cache: Cache, key: Key) -> tuple[Diagnostic, ...] | None:
    data = cache.get(key)
    return None if data is None else from_plain(Found, data).diagnostics


def _keep(cache: Cache, key: Key, found: list[Diagnostic]) -> None:
    """What comes back otherwise than it went is looked for again each time."""
    told = Found(tuple(found))
    data = as_plain(told)
    if from_plain(Found, data) == told:
        cache.put(key, data)


def _beside(subject: Subject) -> str:
    """All that the checks know beside the pairs themselves: the publication, its facts and terms,
    the files that they stand in, the issue, how it will be printed."""
    publication = subject.publication
    files = [subject.text(path) or "" for path in yaml_files(publication)]
    issues = tuple(replace(issue, pairs=()) for issue in publication.issues)
    issue = replace(subject.issue, pairs=())
    known = (replace(publication, issues=issues), issue, subject.profile, tuple(files))
    return mark(known)


def _marks(pair: Pair) -> tuple[str, ...]:
    return tuple(side.digest for side in (pair.vi, pair.en) if side)

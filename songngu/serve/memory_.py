"""Incremental reading between two saves, in memory: articles by the bytes of their files, rows by
the articles that they lay side by side. What did not change stays the same object."""

import hashlib
from dataclasses import replace
from pathlib import Path

from songngu.align import align
from songngu.diagnostics import Checked
from songngu.model import Article, Block, Lang, Publication, Row
from songngu.source.articles import article_of
from songngu.source.files import read_bytes, relative
from songngu.source.publication import read

Blocks = tuple[Block, ...]
Found = Checked[Article | None]


def _named(found: Found, mark: str) -> Found:
    """With the hash of its bytes, by which what was found in it before is found again."""
    return Checked(found.value and replace(found.value, digest=mark), found.diagnostics)


class Memory:
    """Reads a publication again and again. Keeps what the last reading used, and no more."""

    def __init__(self) -> None:
        self._articles: dict[Path, tuple[str, Found]] = {}
        # Under the identity of both sides; the sides are kept, so that no other can have it.
        self._rows: dict[tuple[int, int], tuple[Blocks, Blocks, tuple[Row, ...]]] = {}
        self._used: set[object] = set()

    def read(self, root: Path) -> Checked[Publication | None]:
        """As source/publication.py reads it."""
        self._used = set()
        found = read(root, article=self._article, rows=self._aligned)
        self._articles = {key: one for key, one in self._articles.items() if key in self._used}
        self._rows = {key: one for key, one in self._rows.items() if key in self._used}
        return found

    def _article(self, path: Path, root: Path, lang: Lang) -> Found:
        raw = read_bytes(path, root)
        if raw.value is None:
            return Checked(None, raw.diagnostics)
        mark = hashlib.sha256(raw.value).hexdigest()
        known = self._articles.get(path)
        if known is None or known[0] != mark:
            known = mark, _named(article_of(raw.value, relative(path, root), lang), mark)
            self._articles[path] = known
        self._used.add(path)
        return known[1]

    def _aligned(self, vi: Blocks, en: Blocks) -> tuple[Row, ...]:
        key = id(vi), id(en)
        known = self._rows.get(key)
        if known is None:
            known = vi, en, align(vi, en)
            self._rows[key] = known
        self._used.add(key)
        return known[2]

"""The keys that pages are kept under: a hash of all that a page is made of. That is the outline of
the publication, its own text if it is an article's, and the theme: while all three are as they
were, so is the page.

When the outline changes (a title, a picture, a figure, the order) every page is made again, for
nearly every page shows some of it.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from songngu.cache_ import Cache, digest, digest_of, fingerprint
from songngu.model import Issue, Lang, Pair, Publication
from songngu.model.plain import mark
from songngu.site.edition import Edition

SETTINGS = "mkdocs.yml"


@dataclass(frozen=True)
class Keeper:
    """Names what is made of one edition. `look` is the hash of the code, the theme and the engine's
    settings, `shape` of all that the pages share beside them."""

    cache: Cache
    look: str
    shape: str

    def key(self, *words: str) -> str:
        """The key of what these words name, in this look and shape; the empty one if a word is
        empty, for then nothing tells it from another."""
        if not all(words):
            return ""
        return hashlib.sha256(repr((self.look, self.shape, words)).encode()).hexdigest()[:32]


def digests(
    edition: Edition, issue: Issue, pair: Pair | None, lang: Lang | None
) -> tuple[str, ...]:
    """The hashes of the texts that stand on a page: in one language, in both for None."""
    if pair is None:
        return ()
    text = edition.text(issue, pair, lang)
    sides = (text.vi, text.en) if lang is None else (text[lang],)
    return tuple(side.digest for side in sides if side)


def keeper(root: Path, outline: Publication, edition: Edition, cache: Cache) -> Keeper:
    """`outline` is that of the whole publication, with what was withdrawn."""
    downloads = [(one.issue, one.label, one.name, one.size) for one in edition.downloads]
    shared = (
        outline,
        edition.addresses,
        dict(edition.pictures),
        edition.furniture,
        tuple(downloads),
        edition.syndication,
        edition.draft,
    )
    return Keeper(cache, f"{fingerprint()} {_theme(root)}", mark(shared))


def _theme(root: Path) -> str:
    return digest(root / SETTINGS) + digest_of(root / "theme")

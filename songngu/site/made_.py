"""Pages that were made before. A page is made of the outline of the publication, of its own text if
it is an article's, and of the theme: while all three are as they were, so is the page.

Kept as text, by the hash of all that. When the outline changes (a title, a picture, a figure, the
order) every page is made again, for nearly every page shows some of it.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from songngu.cache_ import COMPILED, Cache, house
from songngu.model import Issue, Lang, Pair, Publication
from songngu.model.plain import mark
from songngu.site.edition import Edition, Page
from songngu.site.outline import outlined
from songngu.site.searching import Doc

SETTINGS = "mkdocs.yml"
Two = tuple[str, str]


@dataclass(frozen=True)
class Made:
    """A page as it is published, and what the search reads of it."""

    html: str
    doc: Doc | None = None


@dataclass(frozen=True)
class Keeper:
    """Keeps what is made of one edition. `look` is the hash of the code, the theme and the
    engine's settings, `shape` of all that the pages share beside them."""

    cache: Cache
    look: str
    shape: str

    def page(self, edition: Edition, lang: Lang, page: Page) -> Made | None:
        found = self._read(self._of(edition, lang, page))
        return found and Made(found["html"], found["doc"])

    def keep_page(self, edition: Edition, lang: Lang, page: Page, made: Made) -> None:
        told = {"html": made.html, "doc": made.doc}
        self._write(self._of(edition, lang, page), told)

    def texts(self, key: tuple[str, ...], make: Callable[[], Two]) -> Two:
        """Two texts that were kept under that key, or are made now. A key with an empty word tells
        nothing from another."""
        found = self._read(key) if all(key) else None
        if found is None:
            found = make()
            self._write(key if all(key) else None, found)
        one, other = found
        return one, other

    def _of(self, edition: Edition, lang: Lang, page: Page) -> tuple[str, ...] | None:
        """What the page is beside the shape; None where nothing tells a text from another."""
        found = digests(edition, page.issue, page.pair, None if page.kind == "double" else lang)
        return ("page", lang, page.kind, page.path, *found) if all(found) else None

    def _read(self, key: tuple[str, ...] | None) -> Any:
        kept = self.cache.read((self.look, self.shape, *key), ".json") if key else None
        return json.loads(kept) if kept else None

    def _write(self, key: tuple[str, ...] | None, data: object) -> None:
        if key:
            text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            self.cache.write((self.look, self.shape, *key), ".json", text.encode())


@dataclass(frozen=True)
class Handed:
    """What our own build gives each of its processes, pickled. `missing` are the pages to make, by
    language and path; the process answers into the file `answer` what the search reads of them."""

    edition: Edition
    keeper: Keeper
    missing: Mapping[Lang, frozenset[str]]
    answer: str


def digests(
    edition: Edition, issue: Issue, pair: Pair | None, lang: Lang | None
) -> tuple[str, ...]:
    """The hashes of the texts that stand on a page: in one language, in both for None."""
    if pair is None:
        return ()
    text = edition.text(issue, pair, lang)
    sides = (text.vi, text.en) if lang is None else (text[lang],)
    return tuple(side.digest for side in sides if side)


def keeper(root: Path, publication: Publication, edition: Edition, cache: Cache) -> Keeper:
    """`publication` is all of it, with what was withdrawn."""
    downloads = [(one.issue, one.label, one.name, one.size) for one in edition.downloads]
    shared = (
        outlined(publication),
        edition.addresses,
        dict(edition.pictures),
        edition.furniture,
        tuple(downloads),
        edition.spread,
        edition.draft,
    )
    return Keeper(cache, f"{house()} {_theme(root)}", mark(shared))


def _theme(root: Path) -> str:
    made = hashlib.sha256((root / SETTINGS).read_bytes())
    for path in sorted((root / "theme").rglob("*")):
        if path.is_file() and path.suffix not in COMPILED:
            made.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return made.hexdigest()

"""The pages of each language: what the last unit has is taken over, the rest is made, a few pieces
here, many in several processes side by side."""

import contextlib
import os
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import Any

from songngu.model import Issue, Lang, Pair
from songngu.site.edition import Edition, pair_path
from songngu.site.folder_ import Folder
from songngu.site.made_ import Keeper, Shelf
from songngu.site.making_ import Came, Maker, Piece, make, pieces, ready
from songngu.site.pages_ import feed_texts
from songngu.site.search_index import index_files
from songngu.workers_ import workers

# The start of other processes takes as long as so many pieces.
FEW = 120
# Each process holds the whole edition: some hundred megabytes.
MOST = 6
# So many are handed to a process at once: the last ones to end shall not keep the others waiting.
BATCH = 24


class Languages:
    """The languages of a site while they are made."""

    def __init__(self, root: Path, edition: Edition, keeper: Keeper, folder: Folder) -> None:
        self.root, self.edition, self.keeper, self.folder = root, edition, keeper, folder
        self.pieces = {lang: tuple(pieces(edition, lang, keeper)) for lang in edition.pages}
        # Only where the index or the feeds are to be made: what they are made of.
        self.shelves: dict[Lang, Shelf] = {}
        self.running: list[Future[tuple[Came, ...]]] = []

    def begin(self, stack: contextlib.ExitStack) -> None:
        """Take over what there is, and start the processes for the rest if it is much."""
        for lang in self.pieces:
            ours = (self.folder.takes(self._key("index", lang)), self._has_feeds(lang))
            if not all(ours):
                self.shelves[lang] = Shelf(self.keeper.cache)
        self.missing = [
            one for every in self.pieces.values() for one in every if not self._there(one)
        ]
        if len(self.missing) > FEW:
            self._start(stack)

    def _there(self, piece: Piece) -> bool:
        taken = self.folder.takes(piece.key)
        shelf = self.shelves.get(piece.lang) if piece.told else None
        return taken and (shelf is None or shelf.has(piece.name, piece.key))

    def _has_feeds(self, lang: Lang) -> bool:
        return self.edition.spread is None or self.folder.takes(self._key("feeds", lang))

    def _key(self, what: str, lang: Lang) -> str:
        """Of what is made of all that the pieces of a language tell."""
        return self.keeper.key(what, lang, *(one.key for one in self.pieces[lang] if one.told))

    def _start(self, stack: contextlib.ExitStack) -> None:
        given = (self.root, self.edition, self.keeper.cache, self.folder.path)
        pool = workers(min(os.cpu_count() or 1, MOST), ready, given)
        stack.callback(_stop, pool)
        self.running = [pool.submit(make, batch) for batch in _batches(self.missing)]

    def ended(self) -> Iterator[Lang]:
        """Each language when all of it lies in the site's folder. Raises EngineFailed."""
        for came in self._made():
            self.folder.came(came.piece.key, came.names)
            shelf = self.shelves.get(came.piece.lang) if came.piece.told else None
            if shelf:
                shelf.put(came.piece.name, came.piece.key, came.told)
        for lang, shelf in self.shelves.items():
            self._gather(lang, shelf)
        yield from self.pieces

    def _made(self) -> Iterator[Came]:
        if self.running:
            for batch in self.running:
                yield from batch.result()
        elif self.missing:
            given = (self.root, self.edition, self.keeper.cache, self.folder.path)
            yield from map(Maker(*given), self.missing)

    def _gather(self, lang: Lang, shelf: Shelf) -> None:
        """The search index and the feeds, in the order of the pages, whoever made them."""
        told = (shelf[one.name] for one in self.pieces[lang] if one.told and one.kind == "page")
        here = self.edition.addresses.page(lang, "")
        parts = {here + name: text for name, text in index_files(filter(None, told)).items()}
        self.folder.write(parts, self._key("index", lang))
        if self.edition.spread is not None:

            def two(issue: Issue, pair: Pair) -> Any:
                return shelf[f"reprint {pair_path(issue, pair)}"]

            self.folder.write(feed_texts(self.edition, lang, two), self._key("feeds", lang))


def _batches(missing: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    """What shows one pair goes to one process, in which its text is written once."""
    batch: list[Piece] = []
    for _, own in groupby(sorted(missing, key=lambda one: one.about), lambda one: one.about):
        batch += own
        if len(batch) >= BATCH:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def _stop(pool: ProcessPoolExecutor) -> None:
    pool.shutdown(cancel_futures=True)


@contextlib.contextmanager
def languages(root: Path, edition: Edition, keeper: Keeper, folder: Folder) -> Iterator[Languages]:
    """The languages, begun: while other processes work, there is time for the rest of the site."""
    with contextlib.ExitStack() as stack:
        found = Languages(root, edition, keeper, folder)
        found.begin(stack)
        yield found

"""The pages of each language: what the last site has is taken over and the rest is made, a few
pieces in this process, many in several."""

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from songngu.model import Issue, Lang, Pair
from songngu.progress import Progress
from songngu.site.edition import Edition, pair_path
from songngu.site.extracts_ import Extracts
from songngu.site.folder_ import Folder
from songngu.site.keys_ import Keeper
from songngu.site.making_ import Came, Maker, Piece, pieces
from songngu.site.pages_ import feed_texts
from songngu.site.search_index import index_files
from songngu.workers_ import others, shared

# What was made, by its key: the names of its files.
Made = tuple[str, tuple[str, ...]]
# The start of a copy of this process takes as long as few pieces, that of a fresh one as many.
FEW, MANY = 40, 120
# So many are handed to a process at once: the last ones to end shall not keep the others waiting.
BATCH = 8


class Languages:
    """The languages of a site while they are made."""

    def __init__(self, root: Path, edition: Edition, keeper: Keeper, folder: Folder) -> None:
        self.root, self.edition, self.keeper, self.folder = root, edition, keeper, folder
        self.pieces = {lang: tuple(pieces(edition, lang, keeper)) for lang in edition.pages}
        # Only where the index or the feeds are to be made: what they are made of.
        self.extracts: dict[Lang, Extracts] = {}
        self.made: Iterable[Came] = ()
        self.missing = 0

    def begin(self, stack: contextlib.ExitStack) -> None:
        """Take over what there is, and start the processes for the rest if it is much."""
        for lang in self.pieces:
            ours = (self.folder.takes(self._key("index", lang)), self._has_feeds(lang))
            if not all(ours):
                self.extracts[lang] = Extracts(self.keeper.cache)
        missing = [one for every in self.pieces.values() for one in every if not self._there(one)]
        given = (self.root, self.edition, self.keeper.cache, self.folder.path)
        self.missing = len(missing)
        beside = others(self.missing, FEW, MANY)
        self.made = stack.enter_context(shared(Maker, given, tuple(_batches(missing)), beside))

    def _there(self, piece: Piece) -> bool:
        taken = self.folder.takes(piece.key)
        extracts = self.extracts.get(piece.lang) if piece.told else None
        return taken and (extracts is None or extracts.has(piece.name, piece.key))

    def _has_feeds(self, lang: Lang) -> bool:
        return self.edition.syndication is None or self.folder.takes(self._key("feeds", lang))

    def _key(self, what: str, lang: Lang) -> str:
        """Of what is made of all that the pieces of a language tell."""
        return self.keeper.key(what, lang, *(one.key for one in self.pieces[lang] if one.told))

    def end(self, progress: Progress) -> None:
        """Wait for every page. Raises EngineFailed."""
        for came in progress.counted(self.made, self.missing):
            self.folder.came(came.piece.key, came.names)
            extracts = self.extracts.get(came.piece.lang) if came.piece.told else None
            if extracts:
                extracts.put(came.piece.name, came.piece.key, came.told)

    def gather_all(self) -> None:
        """The search index and the feeds of each language, into the site's folder."""
        beside = others(sum(map(len, self.pieces.values())), MANY)
        with shared(_Gatherer, (self,), [[lang] for lang in self.extracts], beside) as made:
            for key, names in chain.from_iterable(made):
                self.folder.came(key, names)

    def gather(self, lang: Lang) -> Iterator[Made]:
        """In the order of the pages, whoever made them."""
        extracts = self.extracts[lang]
        told = (extracts[one.name] for one in self.pieces[lang] if one.told and one.kind == "page")
        here = self.edition.addresses.page(lang, "")
        parts = {here + name: text for name, text in index_files(filter(None, told)).items()}
        yield self._key("index", lang), self.folder.write(parts)
        if self.edition.syndication is not None:

            def two(issue: Issue, pair: Pair) -> Any:
                return extracts[f"reprint {pair_path(issue, pair)}"]

            feeds = feed_texts(self.edition, lang, two)
            yield self._key("feeds", lang), self.folder.write(feeds)


@dataclass(frozen=True)
class _Gatherer:
    languages: Languages

    def __call__(self, lang: Lang) -> tuple[Made, ...]:
        return tuple(self.languages.gather(lang))


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


@contextlib.contextmanager
def languages(root: Path, edition: Edition, keeper: Keeper, folder: Folder) -> Iterator[Languages]:
    """The languages, begun: while other processes work, there is time for the rest of the site."""
    with contextlib.ExitStack() as stack:
        found = Languages(root, edition, keeper, folder)
        found.begin(stack)
        yield found

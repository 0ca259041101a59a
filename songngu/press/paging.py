"""Parts with their lengths -> the pages of the book: which part, which half, which folio."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from songngu.geometry import padding
from songngu.model import LANGS, Lang
from songngu.press.book import Part
from songngu.press.grid import Shape


@dataclass(frozen=True)
class BookPage:
    """A page of the book. `number` is 1-based; `sheet` the engine page of its part; `half` tells
    which side of a spread it is cut from. A blank page has no part."""

    number: int
    part: Part | None
    sheet: int = 0
    half: int | None = None

    @property
    def verso(self) -> bool:
        return self.number % 2 == 0

    @property
    def langs(self) -> tuple[Lang, ...]:
        """What its reader finds on it: a half of a spread is one language's."""
        if self.part is None:
            return ()
        return self.part.langs if self.half is None else (LANGS[self.half],)

    @property
    def bare(self) -> bool:
        """Without folio and running head: blanks, openers, title page."""
        return self.part is None or self.part.bare

    @property
    def opens(self) -> bool:
        """The pages that a part begins with: they carry its title, so no running head."""
        return self.sheet == 0


def paginate(
    parts: Sequence[Part], lengths: Mapping[str, int], multiple: int
) -> tuple[BookPage, ...]:
    """The pages in order. A spread begins on a verso, everything else on the next page; blanks are
    added where a spread must wait for its verso, and at the end up to the signature, before the
    last part if that is a single page. An article alone (a proof) begins with folio 2."""
    pages: list[BookPage] = []
    first = 1 if parts[0].shape is Shape.SINGLE else 2

    def add(part: Part | None, sheet: int = 0, half: int | None = None) -> None:
        pages.append(BookPage(first + len(pages), part, sheet, half))

    for part in parts:
        spread = part.shape is Shape.SPREAD
        if spread and (first + len(pages)) % 2:
            add(None)
        if part is parts[-1] and part.shape is Shape.SINGLE:
            for _ in range(padding(len(pages) + lengths[part.name], multiple)):
                add(None)
        for sheet in range(lengths[part.name]):
            for half in (0, 1) if spread else (None,):
                add(part, sheet, half)
    for _ in range(padding(len(pages), multiple)):
        add(None)
    return tuple(pages)


def first_pages(pages: Sequence[BookPage]) -> dict[str, int]:
    """The page on which each part begins: the verso of a spread."""
    first: dict[str, int] = {}
    for page in pages:
        if page.part is not None:
            first.setdefault(page.part.name, page.number)
    return first


def openings(pages: Sequence[BookPage]) -> dict[str, dict[Lang, int]]:
    """The page on which each entry of the contents begins, for the readers of each language."""
    found: dict[str, dict[Lang, int]] = {}
    for page in pages:
        if page.part is not None and page.part.entry:
            for lang in page.langs:
                found.setdefault(page.part.entry, {}).setdefault(lang, page.number)
    return found

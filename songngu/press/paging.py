"""Parts with their lengths -> the pages of the book: which part, which half, which folio."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from songngu.geometry import padding
from songngu.press.book import Part, Shape


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
    """The pages in order. A spread begins on a verso; blanks are added where it must, and at the
    end up to the signature, before the last part if that is a single page. Spreads alone (a proof)
    begin with folio 2."""
    pages: list[BookPage] = []
    first = 1 if parts[0].shape is Shape.SINGLE else 2

    def add(part: Part | None, sheet: int = 0, half: int | None = None) -> None:
        pages.append(BookPage(first + len(pages), part, sheet, half))

    for part in parts:
        spread = part.shape is Shape.SPREAD
        if spread and (first + len(pages)) % 2:
            add(None)
        if part is parts[-1] and not spread:
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

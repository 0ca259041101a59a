"""The screen editions: one tagged RGB PDF (PDF/UA-1) per language, with bookmarks and links.

As the interior, an edition is set piece by piece: what an edit did not change is kept.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from songngu.cache_ import Cache, digest
from songngu.figures.fonts_ import print_fonts
from songngu.figures.palette import read_palette
from songngu.figures.pictures_ import screen_picture
from songngu.model import LANGS, Lang
from songngu.press import collating_, templates_
from songngu.press.collating_ import Gathering, collate
from songngu.press.cross_references import ROUNDS
from songngu.press.parts_ import Crew, Setter
from songngu.press.pieces import CONTENTS, Edition, Foot, Piece, edition_of
from songngu.press.weasyprint_ import SetPart
from songngu.press.workshop import Workshop, pictures_of

# Pages whose folios are one part: when they move, those before are kept.
STACK = 48


def set_screens(shop: Workshop, crew: Crew, folder: Path) -> None:
    """Write screen-vi.pdf and screen-en.pdf, the pieces of each set side by side."""
    setter = setter_of(shop, crew)
    for lang in LANGS:
        crew.progress("progress.screen", lang)
        data = set_edition(setter, planned(shop, lang), shop.issue.date)
        (folder / f"screen-{lang}.pdf").write_bytes(data)


def planned(shop: Workshop, lang: Lang) -> Edition:
    """A language's edition, ready to be set."""
    pictures = {
        path: screen_picture(shop.root / path, shop.cache)
        for path in sorted(pictures_of(shop.issue))
        if (shop.root / path).is_file()
    }
    return edition_of(shop, lang, pictures, _colours(shop))


def setter_of(shop: Workshop, crew: Crew) -> Setter:
    """What sets the pieces of both editions."""
    fonts = print_fonts(shop.cache)
    css = templates_.stylesheet(shop.root, "screen.css", fonts, _colours(shop), shop.profile)
    return Setter(css, shop.folders, shop.cache, crew)


def _colours(shop: Workshop) -> dict[str, str]:
    return templates_.rgb(read_palette(shop.root))


@dataclass(frozen=True)
class Paged:
    """An edition whose pieces are set, each a part."""

    edition: Edition
    parts: tuple[SetPart, ...]

    def pieces(self) -> Iterator[tuple[Piece, SetPart, Sequence[int]]]:
        """Each piece with its part and its pages; the first is 1."""
        begins = 1
        for piece, part in zip(self.edition.pieces, self.parts, strict=True):
            yield piece, part, range(begins, begins + part.pages)
            begins += part.pages

    def opens(self) -> dict[str, int]:
        """The page on which each piece begins, by its name: the first of that name, as links
        lead."""
        return {piece.name: pages[0] for piece, _, pages in reversed([*self.pieces()])}

    def feet(self) -> list[Foot]:
        """What stands at the foot of each page that is not bare."""
        found = [(piece, pages) for piece, _, pages in self.pieces() if not piece.bare]
        return [Foot(piece.foot, number) for piece, pages in found for number in pages]


def set_edition(setter: Setter, edition: Edition, day: date) -> bytes:
    """An edition as a PDF."""
    parts = setter.all([one.html for one in edition.pieces], "tagged")
    paged = _numbered(setter, Paged(edition, parts))
    feet = paged.feet()
    stacks = [edition.feet(feet[at : at + STACK]) for at in range(0, len(feet), STACK)]
    return _collated(setter, paged, setter.all(stacks, "folios"), day)


def _numbered(setter: Setter, paged: Paged) -> Paged:
    """With the contents that say where everything begins; should they take more or fewer pages by
    that, it begins elsewhere. Numbers that never come to rest are left out."""
    for _ in range(ROUNDS):
        before, paged = paged, _with_contents(setter, paged, paged.opens())
        if paged.parts[CONTENTS].pages == before.parts[CONTENTS].pages:
            return paged
    return _with_contents(setter, paged, {})


def _with_contents(setter: Setter, paged: Paged, opens: Mapping[str, int]) -> Paged:
    contents = setter.one(paged.edition.contents(opens).html, "tagged")
    parts = (*paged.parts[:CONTENTS], contents, *paged.parts[CONTENTS + 1 :])
    return Paged(paged.edition, parts)


def _collated(setter: Setter, paged: Paged, folios: Sequence[SetPart], day: date) -> bytes:
    """The edition; kept by what it is collated of."""
    gatherings = [
        Gathering(part.pdf, piece.section, piece.bare) for piece, part, _ in paged.pieces()
    ]
    layers = [one.pdf for one in folios]
    made_of = [(one.section, one.bare, _mark(one.pdf)) for one in gatherings]
    told = repr((made_of, [*map(_mark, layers)], day, digest(Path(collating_.__file__))))
    key = ("screen", *setter.key(told, "tagged"))
    data = setter.cache.read(key, ".pdf")
    if data is None:
        given = (setter.css, setter.folders, setter.cache)
        data = setter.crew.apart(_bound, given, gatherings, layers, day)
        setter.cache.write(key, ".pdf", data)
    return data


def _bound(
    given: tuple[str, tuple[Path, ...], Cache],
    gatherings: Sequence[Gathering],
    layers: Sequence[bytes],
    day: date,
) -> bytes:
    return collate(gatherings, layers, Setter(*given).fonts, day)


def _mark(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

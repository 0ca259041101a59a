"""The screen editions: one tagged RGB PDF (PDF/UA-1) per language, with bookmarks and links.

As the interior, an edition is set piece by piece: what an edit did not change is kept.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from songngu.cache_ import digest
from songngu.figures.fonts_ import print_fonts
from songngu.figures.palette import read_palette
from songngu.figures.pictures_ import screen_picture
from songngu.model import LANGS, Lang
from songngu.press import collating_, templates_
from songngu.press.collating_ import Gathering, collate
from songngu.press.parts_ import Crew, Setter
from songngu.press.pieces import CONTENTS, Foot, Manuscript, Piece, manuscript
from songngu.press.weasyprint_ import SetPart
from songngu.press.workshop import Workshop, pictures_of

Report = Callable[[str, Lang | None], None]
# Pages whose folios are one part: when they move, those before are kept.
STACK = 48


def set_screens(shop: Workshop, folder: Path, report: Report) -> None:
    """Write screen-vi.pdf and screen-en.pdf; the pieces of both are set side by side."""
    with Crew(shop.workers) as crew:
        texts = manuscripts(shop, report)
        editions = set_editions(setter_of(shop, crew), texts, shop.issue.date)
        for text, data in zip(texts, editions, strict=True):
            (folder / f"screen-{text.lang}.pdf").write_bytes(data)


def manuscripts(shop: Workshop, report: Report) -> list[Manuscript]:
    """The edition of each language, ready to be set."""
    pictures = {
        path: screen_picture(shop.root / path, shop.cache)
        for path in sorted(pictures_of(shop.issue))
        if (shop.root / path).is_file()
    }
    texts = []
    for lang in LANGS:
        report("progress.screen", lang)
        texts.append(manuscript(shop, lang, pictures, _colours(shop)))
    return texts


def setter_of(shop: Workshop, crew: Crew) -> Setter:
    fonts = print_fonts(shop.cache)
    css = templates_.stylesheet(shop.root, "screen.css", fonts, _colours(shop), shop.profile)
    return Setter(css, shop.folders, shop.cache, crew)


def _colours(shop: Workshop) -> dict[str, str]:
    return templates_.rgb(read_palette(shop.root))


def set_editions(setter: Setter, texts: Sequence[Manuscript], day: date) -> Iterator[bytes]:
    """Each edition as a PDF."""
    made = iter(setter.all([one.html for text in texts for one in text.pieces], "tagged"))
    bound = [_true(setter, text, [next(made) for _ in text.pieces]) for text in texts]
    for text, parts in zip(texts, bound, strict=True):
        feet = list(_feet(text.pieces, parts))
        stacks = [text.feet(feet[at : at + STACK]) for at in range(0, len(feet), STACK)]
        yield _collated(setter, text.pieces, parts, setter.all(stacks, "folios"), day)


def _true(setter: Setter, text: Manuscript, parts: list[SetPart]) -> list[SetPart]:
    """The parts with the contents that say where everything begins; should true numbers take
    another page, they are no more true."""
    while True:
        before = parts[CONTENTS].pages
        contents = text.contents(_opens(text.pieces, parts))
        parts[CONTENTS] = setter.one(contents.html, "tagged")
        if parts[CONTENTS].pages == before:
            return parts


def _placed(
    pieces: Sequence[Piece], parts: Sequence[SetPart]
) -> Iterator[tuple[Piece, Sequence[int]]]:
    """Each piece with its pages; the first is 1."""
    begins = 1
    for piece, part in zip(pieces, parts, strict=True):
        yield piece, range(begins, begins + part.pages)
        begins += part.pages


def _opens(pieces: Sequence[Piece], parts: Sequence[SetPart]) -> dict[str, int]:
    """The page on which each piece begins, by its name: the first of that name, as links lead."""
    return {piece.name: pages[0] for piece, pages in reversed([*_placed(pieces, parts)])}


def _feet(pieces: Sequence[Piece], parts: Sequence[SetPart]) -> Iterator[Foot]:
    """What stands at the foot of each page that is not bare."""
    for piece, pages in _placed(pieces, parts):
        if not piece.bare:
            yield from (Foot(piece.foot, number) for number in pages)


def _collated(
    setter: Setter,
    pieces: Sequence[Piece],
    parts: Sequence[SetPart],
    folios: Sequence[SetPart],
    day: date,
) -> bytes:
    """The edition; kept by what it is collated of."""
    files = [part.pdf for part in (*parts, *folios)]
    marks = [hashlib.sha256(one).hexdigest() for one in files]
    places = [(piece.section, piece.bare) for piece in pieces]
    code = digest(Path(collating_.__file__))
    key = ("screen", code, day.isoformat(), repr(places), *marks)
    data = setter.cache.read(key, ".pdf")
    if data is None:
        gatherings = [
            Gathering(part.pdf, piece.section, piece.bare)
            for piece, part in zip(pieces, parts, strict=True)
        ]
        data = collate(gatherings, [one.pdf for one in folios], setter.fonts, day)
        setter.cache.write(key, ".pdf", data)
    return data

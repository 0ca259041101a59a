"""The picture that stands for a page where it is shared: drawn at build time, once per content.

Text is set with the plain layout of Pillow, the same on every system; our letters are composed
before, so that stacked Vietnamese marks are the type designer's own.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from songngu.cache_ import Cache
from songngu.figures.fonts_ import FACES, print_font
from songngu.figures.palette import Palette
from songngu.figures.pictures_ import opened
from songngu.model import Lang
from songngu.site.edition import Edition, Page
from songngu.site.syndication import CARD
from songngu.site.words import words
from songngu.source.slugs import slug

VERSION = 1
FAMILY = "Be Vietnam Pro"
# Pixels of the card: the picture stands on the right of SPLIT, text between LEFT and RIGHT.
SPLIT, LEFT, RIGHT = 700, 60, 652
TITLE_TOP, TITLE_ROOM = 150, 300
TITLE_SIZES = (72, 64, 56, 50, 45, 41, 37, 33)
LEADING = 1.24
KINDS = ("issue", "section", "article")


@dataclass(frozen=True)
class Card:
    """What a card shows. Colours are #rrggbb; `picture` is relative to the publication's root,
    `mark` its content's name."""

    lang: Lang
    title: str
    kicker: str
    label: str
    house: str
    status: str
    accent: str
    ink: str
    paper: str
    picture: str = ""
    mark: str = ""

    @property
    def name(self) -> str:
        digest = hashlib.sha256(repr(("card", VERSION, self)).encode()).hexdigest()[:10]
        return f"cards/{slug(self.title)[:48].strip('-') or 'card'}-{self.lang}.{digest}.png"


def plan_cards(edition: Edition, palette: Palette) -> Mapping[tuple[Lang, str], Card]:
    """The card of every issue, section and article, by language and path."""
    return {
        (lang, page.path): _card(edition, palette, lang, page)
        for lang, pages in edition.pages.items()
        for page in pages
        if page.kind in KINDS
    }


def _card(edition: Edition, palette: Palette, lang: Lang, page: Page) -> Card:
    said, issue = words(lang), page.issue
    article = page.pair[lang] if page.pair else None
    section = page.section
    title, kicker, picture = issue.title[lang], said["issue"].format(id=issue.id), issue.picture
    label, accent = "", issue.sections[0].accent
    if section is not None:
        title, picture, accent = section.title[lang], section.picture, section.accent
    if article is not None and section is not None:
        title, kicker = article.title, section.title[lang]
        picture = article.picture.path if article.picture else section.picture
        label = said[article.type] if article.type != "article" else ""
        label = said["composed_short"] if article.composed else label
    plan = edition.pictures.get(picture)
    return Card(
        lang=lang,
        title=title,
        kicker=kicker,
        label=label,
        house=edition.publication.name[lang],
        status=said["specimen"] if issue.status == "specimen" else "",
        accent=palette.get(accent, palette["ink"]).light,
        ink=palette["ink"].light,
        paper=palette["paper"].light,
        picture=picture if plan else "",
        mark=plan.largest if plan else "",
    )


@dataclass(frozen=True)
class DrawCard:
    """Fills the cache with one card, in whatever process it runs."""

    root: Path
    cache: Cache

    def __call__(self, card: Card) -> Path:
        return self.cache.file(_key(card), ".png", lambda to: self._draw(card, to))

    def missing(self, card: Card) -> bool:
        return not self.cache.path(_key(card), ".png").exists()

    def _draw(self, card: Card, target: Path) -> None:
        image = Image.new("RGB", CARD, card.paper)
        if card.picture:
            _paste(image, self.root / card.picture)
        fonts = {
            face.weight: print_font(face, self.cache)
            for face in FACES
            if face.family == FAMILY and not face.italic
        }
        pen = ImageDraw.Draw(image)
        if not card.picture:
            pen.rectangle((SPLIT, 0, *CARD), fill=card.accent)
        _motif(image, card)
        _words(pen, card, fonts)
        few = image.quantize(255, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(target, "PNG", optimize=False, compress_level=6)


def _key(card: Card) -> tuple[object, ...]:
    return ("card", VERSION, card)


def _paste(image: Image.Image, path: Path) -> None:
    """The picture cropped to the right of the card, its middle kept."""
    size = (CARD[0] - SPLIT, CARD[1])
    with opened(path) as picture:
        across = min(picture.width, round(picture.height * size[0] / size[1]))
        down = min(picture.height, round(picture.width * size[1] / size[0]))
        left, top = (picture.width - across) // 2, (picture.height - down) // 2
        middle = picture.crop((left, top, left + across, top + down)).convert("RGB")
        fitted = middle.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    image.paste(fitted, (SPLIT, 0))


def _motif(image: Image.Image, card: Card) -> None:
    """Three lines that run together and open towards the picture, drawn large and made small so
    that their edges are smooth."""
    scale, height = 3, 44
    width = SPLIT - LEFT
    mask = Image.new("L", (width * scale, height * scale), 0)
    pen = ImageDraw.Draw(mask)
    for end in (2, height / 2, height - 2):
        points = [
            (x * scale, (height / 2 + (end - height / 2) * _ease(x / width)) * scale)
            for x in range(0, width + 1, 4)
        ]
        pen.line(points, fill=255, width=3 * scale, joint="curve")
    image.paste(card.accent, (LEFT, 520), mask.resize((width, height), Image.Resampling.LANCZOS))


def _ease(part: float) -> float:
    """Nothing for the first third, then slowly to one."""
    part = max(0.0, (part - 0.3) / 0.7)
    return part * part * (3 - 2 * part)


def _words(pen: ImageDraw.ImageDraw, card: Card, fonts: Mapping[int, Path]) -> None:
    pen.rectangle((LEFT, 58, LEFT + 56, 66), fill=card.accent)
    small = _font(fonts[600], 26)
    for at, line in enumerate(_lines(card.kicker, small, RIGHT - LEFT)[:2]):
        pen.text((LEFT, 80 + at * 33), line, card.ink, small)
    top = TITLE_TOP + 33 * (len(_lines(card.kicker, small, RIGHT - LEFT)[:2]) - 1)
    room = TITLE_ROOM - (top - TITLE_TOP) - (34 if card.label else 0)
    size, lines = _fitted(card.title, fonts[800], room)
    big = _font(fonts[800], size)
    for at, line in enumerate(lines):
        pen.text((LEFT, top + at * size * LEADING), line, card.ink, big)
    if card.label:
        under = top + len(lines) * size * LEADING + 12
        for at, line in enumerate(_lines(card.label, _font(fonts[400], 22), RIGHT - LEFT)[:2]):
            pen.text((LEFT, under + at * 29), line, card.ink, _font(fonts[400], 22))
    if card.status:
        pen.text((LEFT, 478), card.status, card.ink, _font(fonts[600], 21))
    pen.text((LEFT, 574), card.house, card.ink, _font(fonts[600], 23))


def _fitted(title: str, face: Path, room: int) -> tuple[int, list[str]]:
    """The largest size at which the title has room, and its lines; cut short at the smallest."""
    for size in TITLE_SIZES:
        lines = _lines(title, _font(face, size), RIGHT - LEFT)
        if len(lines) * size * LEADING <= room:
            return size, lines
    size = TITLE_SIZES[-1]
    kept = lines[: int(room / (size * LEADING))]
    return size, [*kept[:-1], kept[-1].rstrip(" ,.;:") + "…"]


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """As few lines as there can be, and of these the most even; a word that is too long for one
    stands alone."""
    parts = unicodedata.normalize("NFC", text).split()
    lines = list(_filled(parts, font, width))
    for narrower in range(width - 20, width // 3, -20):
        closer = list(_filled(parts, font, narrower))
        if len(closer) > len(lines) or any(font.getlength(one) > narrower for one in closer):
            break
        lines = closer
    return lines


def _filled(parts: list[str], font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    line = ""
    for part in parts:
        longer = f"{line} {part}".strip()
        if line and font.getlength(longer) > width:
            yield line
            line = part
        else:
            line = longer
    if line:
        yield line

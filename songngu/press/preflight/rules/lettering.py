"""press.font, press.registration of text: what letters are made of, and on how many plates."""

from collections.abc import Iterator

from songngu.press.preflight.facts import Kind, PageFacts
from songngu.press.preflight.wanted import Finding, Wanted

SMALL = 12.0  # points: below it, three inks that shift by 0.1 mm blur the letters (GWG 2022)
MANY = 2


def fonts(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """Every font embedded (ISO 15930-7), of the families asked for, with every letter."""
    for mark in page.marks:
        font = mark.font
        if mark.kind is not Kind.TEXT or font is None:
            continue
        named: dict[str, object] = {"font": font.name}
        if font.type3:
            yield Finding("press.font", "type3", (mark.area,), page.number, named)
            continue
        if not font.embedded:
            yield Finding("press.font", "not-embedded", (mark.area,), page.number, named)
        if wanted.families and not font.name.startswith(wanted.families):
            values = {**named, "wanted": ", ".join(wanted.families)}
            yield Finding("press.font", "fallback", (mark.area,), page.number, values)
        if mark.missing_glyphs:
            yield Finding("press.font", "missing-letter", (mark.area,), page.number, named)


def small_text(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """Small letters in more than two inks do not register."""
    for mark in page.marks:
        if mark.kind is Kind.TEXT and mark.size < SMALL - 0.05 and mark.colour.plates > MANY:
            values: dict[str, object] = {"plates": mark.colour.plates, "least": int(SMALL)}
            yield Finding("press.registration", "text", (mark.area,), page.number, values)

"""How large a picture is printed, by its place in the book: what print/*.css sets, for checks."""

import math

from songngu.model import PressProfile

MM_PER_INCH = 25.4
# Millimetres that the style sheets state: the height of a picture in the text, the panel beneath
# an opener's picture, the masthead above the cover's (in units of a book 205 mm wide).
FIGURE_HEIGHT, OPENER_PANEL, COVER_MASTHEAD = 84.0, 74.0, 26.0
COVER_SHARE = 0.7

Millimetres = tuple[float, float]


def printed_size(profile: PressProfile, place: str) -> Millimetres:
    """The box in mm that a picture fills, cut at its edges where it has another shape. Height 0: as
    high as the picture itself."""
    width, height = profile.trim
    spread = 2 * (width + profile.bleed)
    if place == "cover":
        masthead = COVER_MASTHEAD * width / 205
        return width + profile.bleed + 1, height * COVER_SHARE - masthead
    if place == "opener":
        return spread, height - OPENER_PANEL + profile.bleed
    if place == "figure":
        return 2 * (width - profile.outer), FIGURE_HEIGHT
    return spread, 0


def covering_ppi(pixels: tuple[int, int], printed: Millimetres) -> float:
    """Effective pixels per inch of a picture that covers a box of that size in mm."""
    return min(
        count / side * MM_PER_INCH for count, side in zip(pixels, printed, strict=True) if side
    )


def pixels_for(printed: Millimetres, ppi: int) -> tuple[int, int]:
    """The pixels that fill the box; 0 where the picture's own shape decides."""
    width, height = (math.ceil(round(side * ppi / MM_PER_INCH, 6)) for side in printed)
    return width, height

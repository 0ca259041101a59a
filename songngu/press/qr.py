"""An address as a QR code (ISO/IEC 18004): one closed outline, so that no seam runs through it."""

from collections.abc import Iterator
from dataclasses import dataclass

import segno

# The side of the code without its quiet zone, in mm; a telephone reads it at arm's length.
SIDE = 18.6
# Modules that stay bare on every side (ISO/IEC 18004, 6.3.8).
QUIET = 4
Point = tuple[int, int]


@dataclass(frozen=True)
class Code:
    """`size` is the modules of a side, `outline` an SVG path of the dark ones in modules from the
    upper left corner; `quiet` is the bare strip that it needs around, in mm."""

    size: int
    outline: str
    side: float = SIDE

    @property
    def quiet(self) -> float:
        return QUIET * self.side / self.size


def code(address: str) -> Code:
    """The code of an address, with error correction M (15 %) and never less."""
    made = segno.make(address, error="M", micro=False, boost_error=False)
    dark = {
        (column, row)
        for row, line in enumerate(made.matrix)
        for column, module in enumerate(line)
        if module
    }
    return Code(len(made.matrix), "".join(map(_path, _rings(dark))))


def _rings(dark: set[Point]) -> Iterator[list[Point]]:
    """The outlines of the dark modules and of the holes in them, dark on the right hand."""
    steps: dict[Point, list[Point]] = {}
    for x, y in sorted(dark):
        corners = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
        beyond = ((x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y))
        for at, other in enumerate(beyond):
            if other not in dark:
                steps.setdefault(corners[at], []).append(corners[(at + 1) % 4])
    while steps:
        ring = [min(steps)]
        while ring[0] != ring[-1] or len(ring) == 1:
            ring.append(_next(steps, ring))
        yield ring


def _next(steps: dict[Point, list[Point]], ring: list[Point]) -> Point:
    """Take one step; where two modules touch at a corner, turn so that they stay two shapes."""
    here = ring[-1]
    open_ = steps[here]
    if len(open_) > 1 and len(ring) > 1:
        (x0, y0), (x1, y1) = ring[-2], here
        right = (x1 - (y1 - y0), y1 + (x1 - x0))
        open_.sort(key=lambda point: point != right)
    there = open_.pop(0)
    if not open_:
        del steps[here]
    return there


def _path(ring: list[Point]) -> str:
    """A ring as path commands, straight runs joined."""
    inner = zip(ring, ring[1:], ring[2:], strict=False)
    turns = [b for a, b, c in inner if (a[0] == b[0]) != (b[0] == c[0])]
    corners = "L".join(f"{x} {y}" for x, y in (ring[0], *turns))
    return f"M{corners}Z"

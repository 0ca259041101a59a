"""Black text overprints: the engine sets no overprint, so K100 letters would cut holes into tints.

Letters in K100 alone are painted with overprint on (OPM 1: plates without ink stay as they are);
everything else, white above all, knocks out as before.
"""

from collections.abc import Iterable
from typing import TypeAlias

ON, OFF = "SongnguOver", "SongnguKnock"
# What the two names stand for in a page's resources (ISO 32000-1, 8.6.7).
STATES: dict[str, dict[str, str | int]] = {
    ON: {"Type": "/ExtGState", "OP": "true", "op": "true", "OPM": 1},
    OFF: {"Type": "/ExtGState", "OP": "false", "op": "false", "OPM": 0},
}
_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
_PAINTS = frozenset((b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"EI"))
Inks: TypeAlias = tuple[float, ...]
_BLACK = (0.0, 0.0, 0.0, 1.0)


def overprinted(steps: Iterable[bytes]) -> list[bytes] | None:
    """A content stream, each step an operator with its operands before it, with overprint switched
    on and off where needed; None where it never is."""
    made: list[bytes] = []
    over, ever, mode = False, False, 0
    fill: Inks = ()
    stroke: Inks = ()
    kept: list[tuple[bool, Inks, Inks, int]] = []
    for step in steps:
        operands, _, name = step.rpartition(b" ")
        if name in _SHOWS or name in _PAINTS:
            solid = name in _SHOWS and _solid(fill, stroke, mode)
            if solid != over:
                made.append(f"/{ON if solid else OFF} gs".encode())
                over, ever = solid, True
        elif name == b"q":
            kept.append((over, fill, stroke, mode))
        elif name == b"Q" and kept:
            over, fill, stroke, mode = kept.pop()
        elif name in (b"k", b"sc", b"scn"):
            fill = _inks(operands)
        elif name in (b"K", b"SC", b"SCN"):
            stroke = _inks(operands)
        elif name in (b"cs", b"g", b"rg"):
            fill = ()
        elif name in (b"CS", b"G", b"RG"):
            stroke = ()
        elif name == b"Tr":
            mode = int(operands)
        made.append(step)
    return made if ever else None


def _solid(fill: Inks, stroke: Inks, mode: int) -> bool:
    """Is everything that the letters are painted with K100?"""
    fills, strokes = mode in (0, 2, 4, 6), mode in (1, 2, 5, 6)
    painted = [fill] * fills + [stroke] * strokes
    return bool(painted) and all(inks == _BLACK for inks in painted)


def _inks(operands: bytes) -> Inks:
    try:
        return tuple(float(one) for one in operands.split())
    except ValueError:  # a pattern's name
        return ()

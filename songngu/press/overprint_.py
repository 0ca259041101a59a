"""Black text overprints: the engine sets no overprint, so K100 letters would cut holes into tints.

Letters in K100 alone are painted with overprint on (OPM 1: plates without ink stay as they are);
everything else, white above all, knocks out as before.
"""

from typing import Any, TypeAlias

import pikepdf
from pikepdf import Dictionary, Name, Operator, Pdf

_ON, _OFF = "/SongnguOver", "/SongnguKnock"
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_PAINTS = frozenset(
    ("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE", "EI")
)
Inks: TypeAlias = tuple[float, ...]
_BLACK = (0.0, 0.0, 0.0, 1.0)


def overprint_black(part: Pdf) -> None:
    """Set it in every page and form of a set part."""
    for page in part.pages:
        found = _rewritten(page.obj)
        if found is not None:
            page.obj.Contents = part.make_stream(found)
    for thing in part.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == Name.Form:
            found = _rewritten(thing)
            if found is not None:
                thing.write(found)


def _rewritten(content: Any) -> bytes | None:
    """The content with overprint switched on and off where needed; None when it never is."""
    made: list[Any] = []
    over, mode = False, 0
    fill: Inks = ()
    stroke: Inks = ()
    kept: list[tuple[bool, Inks, Inks, int]] = []
    for step in pikepdf.parse_content_stream(content):
        name = str(step.operator)
        if name == "q":
            kept.append((over, fill, stroke, mode))
        elif name == "Q" and kept:
            over, fill, stroke, mode = kept.pop()
        elif name in ("k", "sc", "scn"):
            fill = _inks(step.operands)
        elif name in ("K", "SC", "SCN"):
            stroke = _inks(step.operands)
        elif name in ("cs", "g", "rg"):
            fill = ()
        elif name in ("CS", "G", "RG"):
            stroke = ()
        elif name == "Tr":
            mode = int(step.operands[0])
        elif name in _SHOWS or name in _PAINTS:
            solid = name in _SHOWS and _solid(fill, stroke, mode)
            if solid != over:
                made.append(([Name(_ON if solid else _OFF)], Operator("gs")))
                over = solid
        made.append(step)
    if not any(one[0][0] == _ON for one in made if isinstance(one, tuple)):
        return None
    if "/Resources" not in content:
        content.Resources = Dictionary()
    resources = content.Resources
    if "/ExtGState" not in resources:
        resources.ExtGState = Dictionary()
    resources.ExtGState[_ON] = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
    resources.ExtGState[_OFF] = Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0)
    return pikepdf.unparse_content_stream(made)


def _solid(fill: Inks, stroke: Inks, mode: int) -> bool:
    """Is everything that the letters are painted with K100?"""
    fills, strokes = mode in (0, 2, 4, 6), mode in (1, 2, 5, 6)
    painted = [fill] * fills + [stroke] * strokes
    return bool(painted) and all(inks == _BLACK for inks in painted)


def _inks(operands: Any) -> Inks:
    try:
        return tuple(float(one) for one in operands)
    except (TypeError, ValueError):  # a pattern's name
        return ()

"""press.box: page boxes, and what stands too near to the trim or stops short of the bleed."""

from collections.abc import Iterator

from songngu.press.preflight.facts import Area, Family, Kind, PageFacts
from songngu.press.preflight.wanted import Finding, Wanted

_SAME = 0.2  # millimetres: what two boxes may differ by
SAFE, SAFE_GUTTER = 5.0, 8.0  # printing houses: text from the trim, from a glued gutter
_ROUNDING = 0.05


def readable(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """What could not be read was not judged: never passed in silence."""
    if page.unread:
        yield Finding("press.box", "unread", (page.boxes.trim,), page.number, {"why": page.unread})


def sizes(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """One TrimBox or ArtBox, within BleedBox, within MediaBox (ISO 15930-7); trim and bleed
    as the profile asks."""
    boxes, number = page.boxes, page.number
    if not boxes.given & {"Trim", "Art"}:
        yield Finding("press.box", "no-trim", (boxes.trim,), number)
        return
    if {"Trim", "Art"} <= boxes.given:
        yield Finding("press.box", "trim-and-art", (boxes.trim,), number)
    width, height = wanted.trim
    trim = boxes.trim
    broad = abs(trim.width - width) > _SAME and not wanted.sheet  # a cover's width is its spine's
    if broad or abs(trim.height - height) > _SAME:
        values: dict[str, object] = {
            "found": _size(trim.width, trim.height),
            "wanted": _size(width, height),
        }
        yield Finding("press.box", "size", (trim,), number, values)
    outer = [("BleedBox", boxes.bleed), ("CropBox", boxes.crop), ("MediaBox", boxes.media)]
    inner = "TrimBox", trim
    for name, box in outer:
        if box is None:
            continue
        if not _within(inner[1], box):
            values = {"inner": inner[0], "outer": name}
            yield Finding("press.box", "nesting", (inner[1],), number, values)
        if name == "BleedBox":
            inner = name, box
    bleed = boxes.bleed or boxes.crop or boxes.media
    found = min(-bleed.x, -bleed.y, bleed.right - trim.width, bleed.bottom - trim.height)
    if found < wanted.bleed - _ROUNDING:
        values = {"found": round(max(0.0, found), 1), "wanted": wanted.bleed}
        yield Finding("press.box", "no-bleed", (trim,), number, values)


def _size(width: float, height: float) -> str:
    return f"{width:.0f} × {height:.0f} mm"


def _within(inner: Area, outer: Area) -> bool:
    return (
        inner.x >= outer.x - _ROUNDING
        and inner.y >= outer.y - _ROUNDING
        and inner.right <= outer.right + _ROUNDING
        and inner.bottom <= outer.bottom + _ROUNDING
    )


def safe_text(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """Text 5 mm from the trim, 8 mm from a glued gutter; text over the trim is cut off."""
    trim = page.boxes.trim
    left = right = SAFE
    if wanted.perfect_bound:
        odd = page.number % 2 == 1
        left, right = (SAFE_GUTTER, SAFE) if odd else (SAFE, SAFE_GUTTER)
    for mark in page.marks:
        area = mark.area
        if mark.kind is not Kind.TEXT or not area.meets(trim):
            continue
        gaps = (area.x - left, trim.width - area.right - right, area.y - SAFE,
                trim.height - area.bottom - SAFE)  # fmt: skip
        if min(gaps) >= -_ROUNDING:
            continue
        edges = (area.x, trim.width - area.right, area.y, trim.height - area.bottom)
        if min(edges) < -_ROUNDING:
            yield Finding("press.box", "text-cut", (area,), page.number)
        else:
            at = gaps.index(min(gaps))
            needed = (left, right, SAFE, SAFE)[at]
            values: dict[str, object] = {"wanted": needed}
            yield Finding("press.box", "text-near-trim", (area,), page.number, values)


def bleeding(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """What reaches the trim must go on to the bleed, or a white edge shows when the cut is off.

    The fold of a book page is no trimmed edge. Only broad shapes and pictures are asked.
    """
    trim, bleed = page.boxes.trim, wanted.bleed
    for mark in page.marks:
        if mark.kind not in (Kind.FILL, Kind.IMAGE, Kind.SHADING) or mark.colour.white:
            continue
        area = mark.area
        if min(area.width, area.height) < 2 or mark.colour.family is Family.ALL:
            continue
        beyond = {
            "left": -area.x,
            "right": area.right - trim.width,
            "top": -area.y,
            "bottom": area.bottom - trim.height,
        }
        if not wanted.sheet:
            del beyond["left" if page.number % 2 else "right"]
        if any(-0.5 < past < bleed - 0.3 for past in beyond.values()):
            yield Finding("press.box", "short-bleed", (area,), page.number, {"wanted": bleed})


def marks_inside(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """Registration colour within the bleed: crop marks belong outside (GWG 2022)."""
    for mark in page.marks:
        if mark.colour.family is Family.ALL and not mark.colour.white:
            yield Finding("press.box", "marks", (mark.area,), page.number)


def annotations(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """No annotation within the bleed (ISO 15930-7)."""
    inside = page.boxes.bleed or page.boxes.trim.grown(wanted.bleed)
    for one in page.annotations:
        if one.area.meets(inside):
            values: dict[str, object] = {"kind": one.kind}
            yield Finding("press.box", "annotation", (one.area,), page.number, values)

"""press.colour, press.black, press.transparency: what the plates cannot carry as it stands."""

from collections.abc import Iterator

from songngu.press.preflight.facts import Colour, Family, Kind, Mark, PageFacts
from songngu.press.preflight.wanted import Finding, Wanted

_DARK = 0.2  # the lightest channel of what the eye takes for black


def spaces(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """Only DeviceCMYK, DeviceGray and the four plates by name. Everything else would be converted
    by someone who does not see it (GWG 2022, sheet-fed offset CMYK)."""
    for mark in page.marks:
        detail = _detail(mark)
        if detail:
            name = mark.colour.name
            yield Finding("press.colour", detail, (mark.area,), page.number, {"space": name})


def _detail(mark: Mark) -> str:
    family = mark.colour.family
    picture = "-image" if mark.kind is Kind.IMAGE else ""
    if family in (Family.RGB, Family.CALIBRATED):
        return family.value + picture
    if family in (Family.SPOT, Family.ICC_CMYK):
        return family.value
    if family is Family.UNKNOWN and mark.colour.name not in ("Pattern",):
        return "unknown"
    return ""


def black(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """Black text is K100 alone: in four inks it blurs at the least misregistration, and under
    full ink it is screened (GWG 2022; ISO 12647-2 tolerances)."""
    for mark in page.marks:
        if mark.kind is not Kind.TEXT or not _looks_black(mark.colour):
            continue
        inks = mark.colour.inks or (0.0, 0.0, 0.0, 0.0)
        if not mark.colour.black_alone:
            said = "/".join(f"{100 * ink:.0f}" for ink in inks)
            yield Finding("press.black", "rich", (mark.area,), page.number, {"inks": said})
        elif inks[3] < 0.996:
            values: dict[str, object] = {"tint": round(100 * inks[3])}
            yield Finding("press.black", "tint", (mark.area,), page.number, values)


def _looks_black(colour: Colour) -> bool:
    if colour.inks is None or colour.spots:
        return False
    cyan, magenta, yellow, black = colour.inks
    return max((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)) < _DARK


def transparency(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """PDF/X-4 carries live transparency, PDF/X-1a forbids all of it (ISO 15930-1)."""
    if not wanted.forbids_transparency:
        return
    for mark in page.marks:
        for kind in mark.transparency:
            yield Finding("press.transparency", kind, (mark.area,), page.number)
    if page.group:
        yield Finding("press.transparency", "group", (page.boxes.trim,), page.number)

"""press.overprint: white that would vanish, black that cuts a hole into a tint."""

from collections.abc import Iterator

from songngu.press.preflight.facts import Kind, Mark, PageFacts
from songngu.press.preflight.wanted import Finding, Wanted


def white(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """White set to overprint leaves what is under it: it does not print (GWG 2022)."""
    for mark in page.marks:
        if mark.overprint and mark.colour.white and mark.kind is not Kind.IMAGE:
            yield Finding("press.overprint", "white", (mark.area,), page.number)


def knocked_out(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """K100 text on a tint or picture must overprint, or a white edge shows round each letter."""
    grounds: list[Mark] = []
    for mark in page.marks:
        if mark.kind in (Kind.FILL, Kind.IMAGE, Kind.SHADING):
            grounds.append(mark)
        elif mark.kind is Kind.TEXT and mark.colour.solid_black and not mark.spares:
            ground = _ground(grounds, mark)
            if ground is not None and _tinted(ground):
                yield Finding("press.overprint", "knockout", (mark.area,), page.number)


def _ground(grounds: list[Mark], text: Mark) -> Mark | None:
    """The uppermost thing under the middle of the text."""
    middle = text.area.centre
    return next((one for one in reversed(grounds) if one.covers(middle)), None)


def _tinted(ground: Mark) -> bool:
    """Does the ground carry ink on another plate than black?"""
    if ground.kind is Kind.IMAGE and not (ground.image and ground.image.mask):
        return ground.colour.name != "DeviceGray"
    return not ground.colour.white and not ground.colour.black_alone

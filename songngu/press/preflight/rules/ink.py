"""press.ink and press.resolution: how much ink lies on the paper, how fine the pictures are."""

from collections.abc import Iterator

from songngu.press.preflight.facts import Area, Family, Kind, Mark, PageFacts, PlateFacts
from songngu.press.preflight.wanted import Finding, Wanted

TOLERANCE = 0.5  # percent: four plates in steps of 1/255
GOOD, POOR = 300.0, 200.0  # pixels per inch: the bars; GWG 2022 warns below 225
_REACH = (
    0.3 * 25.4 / 72
)  # letters with two marks, and the deepest: so far out of their box, in mm a point
_EXACT = 0.995  # 299 ppi by rounding of a box is 300


def images(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """Total area coverage of pictures, pixel by pixel, only of the part that is seen."""
    for mark in page.marks:
        image = mark.image
        if image is None or image.ink is None or image.mask:
            continue
        if image.ink > wanted.ink_limit + TOLERANCE:
            values: dict[str, object] = {"found": round(image.ink), "limit": wanted.ink_limit}
            yield Finding("press.ink", "image", (image.over or mark.area,), page.number, values)


def objects(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """Total area coverage of text, lines, shapes and shadings by the colour they are set in."""
    for mark in page.marks:
        total = mark.colour.total
        if mark.kind is Kind.IMAGE and not (mark.image and mark.image.mask):
            continue
        if mark.colour.family is Family.ALL or total is None:
            continue
        if total > wanted.ink_limit + TOLERANCE:
            values: dict[str, object] = {"found": round(total), "limit": wanted.ink_limit}
            yield Finding("press.ink", "object", (mark.area,), page.number, values)


def plates(page: PlateFacts, wanted: Wanted) -> Iterator[Finding]:
    """What the rendered plates carry together: overprints and blends included."""
    if page.over is not None:
        values: dict[str, object] = {"found": round(page.ink), "limit": wanted.ink_limit}
        yield Finding("press.ink", "plates", (page.over,), page.page, values)


def unmeasured(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """What the objects alone do not tell, so that only rendered plates could.

    Opaque objects hide each other, and normal blending lies between its two colours, so the most
    ink of a page is that of one object. Overprinting black adds at most its own plate to what lies
    below. Everything else (other overprints, blend modes, pictures and shadings that could not be
    read, colours without known inks) is told as not measured.
    """
    blended = [one for one in page.marks if "blend" in one.transparency]
    if blended and not wanted.forbids_transparency:
        areas = tuple(one.area for one in blended)
        yield Finding("press.ink", "not-measured", areas, page.number)
    unread = tuple(one.area for one in page.marks if _unread(one))
    if unread:
        yield Finding("press.ink", "not-measured-object", unread, page.number)
    over = [
        (at, one)
        for at, one in enumerate(page.marks)
        if one.spares and not one.colour.white and one.colour.family is not Family.ALL
    ]
    if not over or blended:
        return
    coloured = [(at, one) for at, one in over if not one.colour.black_alone]
    below = max((_most(one) for one in page.marks), default=0.0)
    if coloured or below + 100 > wanted.ink_limit + TOLERANCE:
        areas = tuple(
            one.area for at, one in coloured or over if _something_below(one, page.marks[:at])
        )
        if areas:
            yield Finding("press.ink", "not-measured", areas, page.number)


def told(page: PageFacts) -> float | None:
    """The most ink (percent) that any place of a page can carry, as far as its objects tell it for
    certain; None where only rendered plates can.

    Opaque objects in known inks hide each other. Overprinting black adds its own plate to what may
    lie below: letters reach out of their boxes, so those are taken larger.
    """
    if page.unread or page.group or page.altered or any(map(_untold, page.marks)):
        return None
    most, below = 0.0, list[tuple[Area, float]]()
    for mark in page.marks:
        own = mark.image.ink if mark.image else mark.colour.total
        under, area = 0.0, mark.area.grown(mark.size * _REACH if mark.kind is Kind.TEXT else 0)
        if mark.overprint:
            under = max((ink for place, ink in below if place.meets(area)), default=0.0)
        most = max(most, (own or 0.0) + under)
        if (added := _most(mark)) > 0:
            below.append((area, added))
    return most


def _untold(mark: Mark) -> bool:
    """Whether more than the mark's own inks says what it prints."""
    colour, image = mark.colour, mark.image
    if colour.family is not Family.PROCESS or mark.kind is Kind.SHADING or mark.transparency:
        return True
    if mark.overprint and not (colour.black_alone or colour.white):
        return True
    return (image.ink if image else colour.total) is None


def _unread(mark: Mark) -> bool:
    """Of a colour that prints as it stands, but unknown. (RGB and kin are told by press.colour.)"""
    if mark.colour.family not in (Family.PROCESS, Family.SPOT, Family.ICC_CMYK):
        return False
    if mark.image is not None:
        return mark.image.ink is None
    return mark.colour.total is None


def _most(mark: Mark) -> float:
    """The ink below that overprinting black can add to: all of a picture, a colour without K."""
    if mark.image is not None and not mark.image.mask:
        return mark.image.ink if mark.image.ink is not None else 400.0
    inks = mark.colour.inks
    if inks is None:
        return 400.0
    return 100 * (sum(inks[:3]) + sum(tint for _, tint in mark.colour.spots))


def _something_below(mark: Mark, before: tuple[Mark, ...]) -> bool:
    return any(
        one.area.meets(mark.area) and not one.colour.white
        for one in before
        if one.kind is not Kind.TEXT
    )


def resolution(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """Effective resolution: pixels per inch of paper, the poorer direction."""
    for mark in page.marks:
        if mark.image is None or mark.image.ppi >= GOOD * _EXACT:
            continue
        detail = "poor" if mark.image.ppi < POOR * _EXACT else "low"
        values: dict[str, object] = {"found": int(mark.image.ppi), "wanted": int(GOOD)}
        yield Finding("press.resolution", detail, (mark.area,), page.number, values)

"""press.hairline and press.registration of rules: what is too thin to print, or to fit."""

from collections.abc import Iterator

from songngu.press.preflight.facts import Family, Kind, PageFacts
from songngu.press.preflight.rules.lettering import MANY
from songngu.press.preflight.wanted import Finding, Wanted

HAIRLINE = 0.25  # points, as placed on the page
THIN = 1.0  # points: a rule this thin shows every shift between plates
_ROUNDING = 0.005


def hairlines(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """Lines under 0.25 pt, also those that are drawn as thin filled shapes or rings."""
    for mark in page.marks:
        if mark.kind not in (Kind.STROKE, Kind.FILL) or mark.colour.white:
            continue
        if mark.size < HAIRLINE - _ROUNDING:
            detail = "stroke" if mark.kind is Kind.STROKE else "fill"
            values: dict[str, object] = {"found": round(mark.size, 2), "least": HAIRLINE}
            yield Finding("press.hairline", detail, (mark.area,), page.number, values)


def thin_rules(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """Rules under 1 pt in more than two inks do not register."""
    for mark in page.marks:
        if mark.kind not in (Kind.STROKE, Kind.FILL) or mark.colour.family is Family.ALL:
            continue
        if mark.size < THIN - _ROUNDING and mark.colour.plates > MANY:
            values: dict[str, object] = {"plates": mark.colour.plates, "least": int(THIN)}
            yield Finding("press.registration", "rule", (mark.area,), page.number, values)

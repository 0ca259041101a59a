"""press.spine, press.stale-cover: does the cover fit its interior?"""

from collections.abc import Iterator

from songngu.press.preflight.facts import PageFacts
from songngu.press.preflight.wanted import Finding, Wanted

_SAME = 0.3  # millimetres


def spine(page: PageFacts, wanted: Wanted) -> Iterator[Finding]:
    """A cover's width leaves, between two pages, the spine that the page count asks for."""
    if not wanted.sheet:
        return
    trim = page.boxes.trim
    found = trim.width - (wanted.trim[0] - wanted.spine)
    if abs(found - wanted.spine) > _SAME:
        values: dict[str, object] = {"found": round(found, 1), "wanted": round(wanted.spine, 1)}
        yield Finding("press.spine", "", (trim,), page.number, values)


def stale(bound_to: str, interior: str) -> Iterator[Finding]:
    """`bound_to` is the SHA-256 of the interior that the cover was made for, `interior` of the one
    that it lies beside now."""
    if bound_to != interior:
        values: dict[str, object] = {"bound": bound_to[:12] or "-", "found": interior[:12]}
        yield Finding("press.stale-cover", "", values=values)

"""The plates of a file: rendered where the objects of a page do not tell its ink.

Most pages' ink is known by arithmetic (rules/ink.told). A page is rendered where it is not, where
it may come near the limit, where anything was found, and where it may be the inkiest of the file:
the most ink that is told of a file was measured on its plates.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from songngu.press.preflight import ghostscript_
from songngu.press.preflight.facts import PageFacts, PlateFacts
from songngu.press.preflight.kept_ import Kept
from songngu.press.preflight.wanted import Finding

# Percent by which plates may read higher than arithmetic: four of them, each in steps of 1/255.
STEP = 400 / 255


@dataclass(frozen=True)
class Judged:
    """A page with what the rules found on it, and the most ink that its objects tell (percent;
    None: they do not). `mark` is the hash that it is kept by."""

    frame: PageFacts
    mark: str | None
    found: list[Finding]
    most: float | None


@dataclass(frozen=True)
class Plates:
    """Renders pages of one file that were not rendered before, by `workers` programs at a time."""

    path: Path
    kept: Kept
    workers: int

    def of(self, pages: Sequence[Judged]) -> list[PlateFacts] | None:
        """The plates of the pages that want them; None when they cannot be rendered."""
        bar = self.kept.wanted.ink_limit - ghostscript_.NEAR
        clear = {
            one.frame.number: one.most
            for one in pages
            if not one.found and one.most is not None and one.most <= bar
        }
        found = self._rendered(one for one in pages if one.frame.number not in clear)
        by_ink = sorted(clear, key=clear.__getitem__)
        # The inkiest nearly always shows that the others need not be looked at.
        for some in (by_ink[-1:], by_ink[:-1]):
            if found is None:
                return None
            top = max((one.ink + STEP for one in found), default=-1.0)
            wanted = {number for number in some if clear[number] > top}
            more = self._rendered(one for one in pages if one.frame.number in wanted)
            found = None if more is None else found + more
        return found

    def _rendered(self, pages: Iterable[Judged]) -> list[PlateFacts] | None:
        """Their plates, measured now or before."""
        found, missing = [], []
        for one in pages:
            plate = self.kept.plate(one.mark, one.frame.number)
            if plate:
                found.append(plate)
            else:
                missing.append(one)
        limit = self.kept.wanted.ink_limit
        frames = [one.frame for one in missing]
        fresh = ghostscript_.plates(self.path, frames, limit, self.workers)
        if fresh is None:
            return None
        for one, plate in zip(missing, fresh, strict=True):
            self.kept.keep_plate(one.mark, plate)
        return found + fresh

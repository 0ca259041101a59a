"""The page's grid: how wide text stands, and which part of an engine page a book page shows.

Parts are set before anyone knows on which side of the book they will stand. What is cut from a
spread shows its half; what may stand on either side is set on a page a little wider than the trim
and shown through a window, so that inner and outer margins change places without setting it again.
"""

from dataclasses import dataclass
from enum import StrEnum

from songngu.model import PressProfile

# From a column's text to the line between two columns.
GAP = 5.0
# The outer band, for marks and captions, as a share of the text's width.
BAND = 0.2


class Shape(StrEnum):
    """How a part's engine pages become book pages: as they are; cut in two, verso and recto;
    on either side in the text's whole width; on either side in the measure, the band outside."""

    SINGLE = "single"
    SPREAD = "spread"
    TEXT = "text"
    MEASURE = "measure"


@dataclass(frozen=True)
class Leaf:
    """An engine page that may stand on either side: its width and its margins in mm."""

    width: float
    left: float
    right: float


@dataclass(frozen=True)
class Grid:
    """Lengths in mm. `measure` is the width of the reading text, `side` that of the outer band."""

    profile: PressProfile

    @property
    def text(self) -> float:
        return self.profile.trim[0] - self.profile.inner - self.profile.outer

    @property
    def side(self) -> float:
        return round(BAND * self.text, 2)

    @property
    def measure(self) -> float:
        return self.text - self.side

    @property
    def column(self) -> float:
        return self.text / 2 - GAP

    def lead(self, shape: Shape, verso: bool) -> float:
        """From the trim's left edge to the text."""
        if not verso:
            return self.profile.inner
        return self.profile.outer + (self.side if shape is Shape.MEASURE else 0.0)

    def middle(self, verso: bool) -> float:
        """From the trim's left edge to the line between two columns."""
        return self.lead(Shape.TEXT, verso) + self.text / 2

    def leaf(self, shape: Shape) -> Leaf:
        """Wide enough for both windows."""
        leads = [self.lead(shape, verso) for verso in (True, False)]
        width = self.profile.trim[0] + max(leads) - min(leads)
        within = self.measure if shape is Shape.MEASURE else self.text
        return Leaf(width, max(leads), width - max(leads) - within)

    def window(self, shape: Shape, verso: bool) -> float:
        """How far right of its engine page's trim the book page's trim begins."""
        if shape is Shape.SINGLE:
            return 0.0
        if shape is Shape.SPREAD:
            return 0.0 if verso else self.profile.trim[0]
        return self.leaf(shape).left - self.lead(shape, verso)

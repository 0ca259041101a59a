"""The graphics state of a page description (ISO 32000-1, 8.4), as far as a press cares."""

from dataclasses import dataclass
from typing import Any, TypeVar

from songngu.press.preflight.colours_ import GRAY, Space
from songngu.press.preflight.facts import Colour
from songngu.press.preflight.fonts_ import Face
from songngu.press.preflight.shapes import EVERYWHERE, IDENTITY, Matrix, Rect

Thing = TypeVar("Thing")
BLACK = Colour(GRAY.family, GRAY.name, (0.0, 0.0, 0.0, 1.0))


@dataclass
class Paint:
    """The colour of fills, or of strokes: its space, and a pattern when one was set."""

    space: Space = GRAY
    colour: Colour = BLACK
    pattern: Any = None
    alpha: float = 1.0
    overprint: bool = False


def _copied(thing: Thing) -> Thing:
    """As copy.copy, in a third of the time: pages save their state more often than they paint."""
    other = object.__new__(type(thing))
    vars(other).update(vars(thing))
    return other


@dataclass
class State:
    """What q saves and Q restores."""

    matrix: Matrix
    clip: Rect
    thin: float  # the thinnest clip so far, points: it can make a hairline of a broad fill
    fill: Paint
    stroke: Paint
    width: float = 1.0
    blend: str = "Normal"
    soft_mask: bool = False
    nonzero: bool = False  # OPM 1: a plate without ink leaves what is under it
    face: Face | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    @classmethod
    def fresh(cls, matrix: Matrix = IDENTITY, clip: Rect = EVERYWHERE) -> "State":
        return cls(matrix, clip, 1e9, Paint(), Paint())

    def saved(self) -> "State":
        other = _copied(self)
        other.fill, other.stroke = _copied(self.fill), _copied(self.stroke)
        return other

    def transparency(self, paint: Paint) -> tuple[str, ...]:
        """Which kinds of transparency the paint has: alpha, blend, soft-mask."""
        kinds = (
            ("alpha", paint.alpha < 0.9995),
            ("blend", self.blend not in ("Normal", "Compatible")),
            ("soft-mask", self.soft_mask),
        )
        return tuple(name for name, there in kinds if there)

"""Colour moods and foliage shared by the scenes."""

from __future__ import annotations

from dataclasses import dataclass

from kit.core import COCONUT, GOLD, INK, LACQUER, RIVER, SAND, SEA, WHITE, mix, pale, shade
from kit.plants import Leaf


@dataclass(frozen=True)
class Mood:
    """Sky from top over middle to horizon, water from far to near, sun, and the tone of the air."""

    top: str
    mid: str
    low: str
    far: str
    near: str
    sun: str
    glow: str
    air: str

    @property
    def base(self) -> tuple[str, str, str, str, str]:
        """Tones for the sky and water of a scene."""
        return self.top, self.low, self.far, self.near, self.mid


PEACH = mix(mix(SAND, GOLD, 0.36), LACQUER, 0.1)

DAWN = Mood(
    pale(mix(RIVER, SEA, 0.2), 0.55),
    mix(SAND, pale(RIVER, 0.8), 0.3),
    PEACH,
    mix(mix(SAND, GOLD, 0.2), pale(RIVER, 0.6), 0.45),
    pale(RIVER, 0.12),
    GOLD,
    mix(PEACH, GOLD, 0.4),
    mix(PEACH, WHITE, 0.3),
)
MORNING = Mood(
    pale(RIVER, 0.58),
    pale(RIVER, 0.82),
    mix(SAND, GOLD, 0.14),
    pale(RIVER, 0.66),
    pale(RIVER, 0.1),
    mix(GOLD, SAND, 0.15),
    WHITE,
    pale(RIVER, 0.8),
)
SEASIDE = Mood(
    pale(SEA, 0.48),
    pale(SEA, 0.8),
    mix(SAND, GOLD, 0.2),
    pale(SEA, 0.62),
    pale(SEA, 0.06),
    mix(GOLD, SAND, 0.12),
    WHITE,
    pale(SEA, 0.78),
)
DUSK = Mood(
    pale(SEA, 0.1),
    mix(pale(SEA, 0.35), LACQUER, 0.28),
    mix(mix(SAND, GOLD, 0.5), LACQUER, 0.25),
    mix(pale(SEA, 0.4), LACQUER, 0.32),
    pale(SEA, 0.03),
    mix(GOLD, SAND, 0.25),
    mix(GOLD, LACQUER, 0.25),
    mix(mix(SAND, LACQUER, 0.32), SEA, 0.25),
)
FIELD = Mood(
    pale(RIVER, 0.6),
    pale(RIVER, 0.84),
    mix(SAND, GOLD, 0.2),
    pale(COCONUT, 0.55),
    COCONUT,
    mix(GOLD, SAND, 0.18),
    WHITE,
    mix(pale(COCONUT, 0.74), SAND, 0.4),
)

BARK = mix(mix(SAND, GOLD, 0.2), INK, 0.42)
GREEN = Leaf(mix(COCONUT, GOLD, 0.32), COCONUT, mix(COCONUT, RIVER, 0.5), BARK)
TEAL = Leaf(
    mix(RIVER, COCONUT, 0.55), mix(RIVER, COCONUT, 0.25), shade(RIVER, 0.14), mix(BARK, RIVER, 0.4)
)
NIGHT = Leaf(mix(SEA, LACQUER, 0.2), shade(SEA, 0.16), shade(SEA, 0.3), shade(SEA, 0.24))
TREE = Leaf(
    mix(COCONUT, GOLD, 0.28),
    mix(COCONUT, RIVER, 0.12),
    mix(COCONUT, RIVER, 0.55),
    mix(SAND, INK, 0.3),
)
WOOD = mix(SAND, mix(mix(GOLD, LACQUER, 0.35), INK, 0.42), 0.72)
PALE = mix(WHITE, SAND, 0.5)

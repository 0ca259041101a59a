"""A figure as it stands in a text, and the value it stands for.

Two figures are equal when a key of the one is the first key of the other. Keys are plain tuples:
("n", 2390.8, "km2"), ("date", 2024, 12, 15), ("doc", "1466/qd-ubnd"). What a figure may also mean
(2030 can be a year; the 10 of "10-12%" is per cent) stands in `also`.
"""

from decimal import Decimal
from typing import NamedTuple

Key = tuple[str | int | Decimal, ...]

# Two families of faults that no other side is needed for.
SEPARATOR = "separator"
DATE = "date"


class Quantity(NamedTuple):
    """One figure of a text.

    `parts` are figures that together say the same (15 December 2024: the day, the year); `raw`,
    `scale` and `unit` are kept for what an enumeration shares ("10, 15 và 20 km"). `fault` says
    why it cannot be read in its language, `meant` how it would have to be written.
    """

    key: Key
    text: str
    start: int
    end: int
    also: tuple[Key, ...] = ()
    parts: tuple[Key, ...] = ()
    raw: Decimal | None = None
    scale: Decimal = Decimal(1)
    unit: str = ""
    fault: str = ""
    meant: str = ""
    grouped: bool = False

    def equals(self, other: "Quantity") -> bool:
        return self.key == other.key or self.key in other.also or other.key in self.also

    @property
    def value(self) -> Decimal | None:
        """The bare value, whatever its unit."""
        if self.key[0] == "n":
            return Decimal(self.key[1])
        return Decimal(self.key[1]) if self.key[0] == "year" else None


def plain(value: Decimal | int, unit: str = "") -> Key:
    """The key of a value in a unit."""
    return ("n", Decimal(value), unit)


def day_key(day: int, month: int, year: int | None = None) -> Key:
    return ("date", year, month, day) if year else ("day", month, day)


def month_key(month: int, year: int | None = None) -> Key:
    return ("month", month, year) if year else ("month", month)

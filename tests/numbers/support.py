"""Two texts compared as one row: what every test of the numbers asks."""

from songngu.check.numbers.comparing import Difference, differences
from songngu.check.numbers.findings import finding
from songngu.check.passages import Level, Passage


def compared(vi: str, en: str) -> list[Difference]:
    level = Level(Passage(vi, 1, "vi.md", "vi"), Passage(en, 1, "en.md", "en"), movable=True)
    return differences([level], {})


def keys(vi: str, en: str) -> list[str]:
    """The keys of the findings of one row."""
    return [finding(one, "bai").key for one in compared(vi, en)]

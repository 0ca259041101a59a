"""The spaces that a line must not break at: set by the renderer, never asked of an editor.

Between a number and what it counts (15 km, 1.000 bản), and between a word and the number that it
announces (Điều 5, No. 12, Q4 2024). The same in both languages, on screens and on paper.
"""

import functools
import re
from importlib import resources

from songngu.tables import table

NBSP = "\u00a0"
_FIGURE = re.compile("[0-9]")


def unbroken(text: str) -> str:
    """The text with unbreakable spaces where a figure and its word stay together."""
    if not _FIGURE.search(text):
        return text
    return _announced().sub(_tie, _measured().sub(_tie, text))


def _tie(found: re.Match[str]) -> str:
    return found[0].replace(" ", NBSP)


@functools.cache
def _words() -> dict[str, list[str]]:
    text = resources.files("songngu.figures").joinpath("spacing.yml").read_text("utf-8")
    found: dict[str, list[str]] = table(text)
    return found


@functools.cache
def _measured() -> re.Pattern[str]:
    """A number and its magnitude and unit: "3.500 tỷ đồng", "12 km²"."""
    return re.compile(rf"(?<=[0-9])(?: (?:{_either('after')})(?!\w))+")


@functools.cache
def _announced() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either('before')}) (?=[0-9])")


def _either(which: str) -> str:
    return "|".join(re.escape(word) for word in sorted(_words()[which], key=len, reverse=True))

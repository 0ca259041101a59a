"""Which digits, points and commas are a number in which language. Strict: never a guess.

Vietnamese groups with a point and has a decimal comma (1.234.567,8), English the reverse; both may
group with a thin or no-break space. Years and other figures may go ungrouped. (Babel's parser
reads "2,390.8" in Vietnamese as 2.3908 unless it is strict, and "2.390" in English even then.)
"""

import re
from decimal import Decimal

from songngu.model import Lang

POINTS: dict[Lang, tuple[str, str]] = {"vi": (".", ","), "en": (",", ".")}
_SPACES = re.compile(r"[\u00a0\u202f\u2009]")
_SWAP = str.maketrans(".,", ",.")


def _strict(group: str, point: str) -> re.Pattern[str]:
    grouped = rf"[1-9][0-9]{{0,2}}(?:{re.escape(group)}[0-9]{{3}})+"
    spaced = r"[1-9][0-9]{0,2}(?:[\u00a0\u202f\u2009][0-9]{3})+"
    return re.compile(rf"(?:[0-9]+|{grouped}|{spaced})(?:{re.escape(point)}[0-9]+)?")


_STRICT = {lang: _strict(*points) for lang, points in POINTS.items()}


def parse(text: str, lang: Lang) -> Decimal | None:
    """The value of a number as that language writes it; None if it does not write it so."""
    if text.isdecimal():
        return Decimal(text)
    if not _STRICT[lang].fullmatch(text):
        return None
    group, point = POINTS[lang]
    return Decimal(_SPACES.sub("", text).replace(group, "").replace(point, "."))


def write(value: Decimal, lang: Lang) -> str:
    """The value as that language writes it, with exactly its own decimals."""
    group, _ = POINTS[lang]
    text = f"{value:,f}"
    return text if group == "," else text.translate(_SWAP)


def swapped(text: str) -> str:
    """Points for commas: how the other language would write it."""
    return text.translate(_SWAP)

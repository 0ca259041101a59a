"""What may differ without being a change: the normaliser of what is signed, with its version.

Ignored are the composition of letters (NFC), the amount and kind of white space, and the shape of
quotes, dashes and ellipses. Never ignored: a letter, a tone mark, a digit, a sign, a separator
inside a number. So before a digit a hyphen that opens a number is a minus sign and no dash; between
two digits neither a non-breaking space, an apostrophe nor three points are matters of shape.
Nothing is ever taken out or put in: only one mark stands for another of the same meaning.
"""

import re
import unicodedata

VERSION = 1

# Spaces that never break or are thin: inside a number they separate thousands.
_FIXED = "\u00a0\u2007\u2009\u202f"
# Any white space but one plain space, which stays what it is.
_SPACES = re.compile(r"(?! (?!\s))\s+")
_OPENING = "\\s(\\[{<>=:;/|~±*_\"'"
_SIGN = re.compile(rf"(?<![^{_OPENING}])-(?=[.,]?\d|[$€£¥₫]\s?\d)")
_RANGE = re.compile(r"[‐‑‒–—―]")
# A dash that opens a number could be read as a minus sign: it stays what it is.
_OPENS = re.compile(rf"(?<![^{_OPENING}])[‐‑‒–—―](?=[.,]?\d|[$€£¥₫]\s?\d)")
_DOUBLE = re.compile("[“”„‟«»]")
_SINGLE = re.compile(r"(?<!\d)[‘’‚‛‹›]|[‘’‚‛‹›](?!\d)")
_POINTS = re.compile(r"(?<!\d)\.{3}|\.{3}(?!\d)")
MINUS = "\u2212"


def normalise(text: str) -> str:
    """One line of text in its one form; the same again when it is given again."""
    text = unicodedata.normalize("NFC", text)
    text = _SPACES.sub(_space, text).strip()
    text = _SINGLE.sub("'", _DOUBLE.sub('"', text))
    text = _POINTS.sub("…", text)
    return _dashes(text)


def normalise_lines(text: str) -> str:
    """Several lines, each in its one form; empty ones are left out."""
    return "\n".join(filter(None, map(normalise, text.split("\n"))))


def _space(found: re.Match[str]) -> str:
    """One space; between two digits one that never breaks stays apart from one that does."""
    before = found.string[: found.start()][-1:]
    after = found.string[found.end() : found.end() + 1]
    fixed = set(found[0]) <= set(_FIXED)
    return "\u00a0" if fixed and before.isdecimal() and after.isdecimal() else " "


def _dashes(text: str) -> str:
    """Every dash a hyphen, but for what opens a number."""
    kept = [(found.start(), found[0]) for found in _OPENS.finditer(text)]
    signs = [found.start() for found in _SIGN.finditer(text)]
    letters = list(_RANGE.sub("-", text))
    for at, mark in kept:
        letters[at] = mark
    for at in signs:
        letters[at] = MINUS
    return "".join(letters)

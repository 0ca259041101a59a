"""Names for addresses: ASCII, lower case, and đ is a d (Unicode alone would drop it)."""

import re
import unicodedata

_FOLDED = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "ø": "o", "Ø": "O"})
_MARKUP = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?|[*_`~]|\{\{[^}]*\}\}|\{[^}]*\}")


def fold(text: str) -> str:
    """The text without diacritics; "Đầu tư" becomes "Dau tu"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_FOLDED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def slug(text: str) -> str:
    """The text as part of an address: "Đầu tư, 2024!" becomes "dau-tu-2024"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).lower()).strip("-")


def plain(markdown: str) -> str:
    """A line of Markdown without its inline marks."""
    return _MARKUP.sub(lambda found: found.group(1) or "", markdown).strip()


def address(identifier: str) -> str:
    """A pair's id as its address: every folder and the name folded, "Đất/Nước" to "dat/nuoc"."""
    return "/".join(slug(part) for part in identifier.split("/"))

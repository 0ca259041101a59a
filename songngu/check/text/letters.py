"""text.nfc: letters that look right and are not: decomposed, hidden, or another script's."""

import re
import unicodedata
from collections.abc import Iterator

from songngu.check.text.repair import HIDDEN, Repair, Stretch
from songngu.confusables import INVISIBLE, LOOKALIKE, LOOKALIKES, disguised, point, undisguised
from songngu.model import Orthography

# Khmer parts its words with a space of no width.
_INVISIBLE = re.compile(f"(?<![\u1780-\u17ff])[{INVISIBLE}]+(?![\u1780-\u17ff])")
# Of those, the ones that part words.
_LINE_END = re.compile("[\u0085\u2028\u2029]")
_WORD = re.compile(r"[^\W\d_]+")
# The eth of Icelandic for the đ of Vietnamese: left behind by conversions from old encodings.
_ETH = str.maketrans("ðÐ", "đĐ")
# What any fault of this file has in it.
SUSPECT_LETTER = f"[ðÐ{INVISIBLE}{''.join(LOOKALIKES)}]"
_LOOKALIKE = re.compile(LOOKALIKE)
_WITH_ETH = re.compile(r"[^\W\d_]*[ðÐ][^\W\d_]*")


def letters(stretch: Stretch, orthography: Orthography) -> Iterator[Repair]:
    """Hidden characters in any language, foreign letters in Vietnamese."""
    yield from invisible(stretch.text)
    if _LOOKALIKE.search(stretch.text):
        for found in _WORD.finditer(stretch.text):
            if disguised(found[0]):
                right = undisguised(found[0])
                yield Repair("text.nfc", "lookalike", found.start(), found.end(), found[0], right)
    if stretch.lang == "vi":
        for found in _WITH_ETH.finditer(stretch.text):
            right = found[0].translate(_ETH)
            yield Repair("text.nfc", "letter", found.start(), found.end(), found[0], right)


def invisible(text: str) -> Iterator[Repair]:
    """What shows nothing, wherever it stands: also in an address, an id, a name."""
    for found in _INVISIBLE.finditer(text):
        shown = " ".join(map(point, found[0]))
        right = " " if _LINE_END.search(found[0]) else ""
        yield Repair("text.nfc", "invisible", found.start(), found.end(), shown, right)


def decomposed(stretch: Stretch) -> Iterator[Repair]:
    """The words whose letters are stored in parts (NFD, or half so)."""
    if unicodedata.is_normalized("NFC", stretch.text):
        return
    for found in re.finditer(rf"[^\s{HIDDEN}]+", stretch.text):
        right = unicodedata.normalize("NFC", found[0])
        if right != found[0]:
            yield Repair("text.nfc", "", found.start(), found.end(), right, right)

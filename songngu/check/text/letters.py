"""text.nfc: letters that look right and are not: decomposed, hidden, or another script's."""

import re
import unicodedata
from collections.abc import Iterator

from songngu.check.text.repair import HIDDEN, Repair, Stretch
from songngu.model import Orthography

# What shows nothing and spoils search, line breaks and copying: soft hyphens, spaces of no width,
# marks of writing direction (Unicode 16, general category Cf), a byte-order mark within the text.
# Khmer parts its words with a space of no width.
_INVISIBLE = re.compile(
    "(?<![\u1780-\u17ff])[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
    "(?![\u1780-\u17ff])"
)
# The eth of Icelandic for the đ of Vietnamese: left behind by conversions from old encodings.
_ETH = str.maketrans("ðÐ", "đĐ")
# What any fault of this file has in it.
SUSPECT_LETTER = "[ðÐ\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
_WITH_ETH = re.compile(r"[^\W\d_]*[ðÐ][^\W\d_]*")


def letters(stretch: Stretch, orthography: Orthography) -> Iterator[Repair]:
    """Hidden characters in any language, foreign letters in Vietnamese."""
    for found in _INVISIBLE.finditer(stretch.text):
        shown = " ".join(f"U+{ord(letter):04X}" for letter in found[0])
        yield Repair("text.nfc", "invisible", found.start(), found.end(), shown, "")
    if stretch.lang == "vi":
        for found in _WITH_ETH.finditer(stretch.text):
            right = found[0].translate(_ETH)
            yield Repair("text.nfc", "letter", found.start(), found.end(), found[0], right)


def decomposed(stretch: Stretch) -> Iterator[Repair]:
    """The words whose letters are stored in parts (NFD, or half so)."""
    if unicodedata.is_normalized("NFC", stretch.text):
        return
    for found in re.finditer(rf"[^\s{HIDDEN}]+", stretch.text):
        right = unicodedata.normalize("NFC", found[0])
        if right != found[0]:
            yield Repair("text.nfc", "", found.start(), found.end(), right, right)

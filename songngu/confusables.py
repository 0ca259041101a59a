"""Letters that deceive the eye: confusables, which look like Latin ones, and invisible characters.

Confusables are those of Unicode Technical Standard 39, as far as they are drawn alike in the text
faces that editors see: Cyrillic and Greek.
"""

import re
import unicodedata

LOOKALIKES = dict(
    zip(
        "авекмнорстухіјѕԁԛԝһӏАВЕКМНОРСТУХІЈЅԌ" + "ονιρυαΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "abekmhopctyxijsdqwhlABEKMHOPCTYXIJSG" + "ovipuaABEZHIKMNOPTYX",
        strict=True,
    )
)
LOOKALIKE = f"[{''.join(LOOKALIKES)}]"
# What shows nothing and spoils search, line breaks and copying: soft hyphens, spaces of no width,
# marks of writing direction and of language (Unicode 16, general category Cf), a byte-order mark
# within the text, line ends that no editor shows.
INVISIBLE = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\u0085\u2028\u2029\U000e0000-\U000e007f"
)
_WORD = re.compile(r"[\w-]+")
_LOOKALIKE = re.compile(LOOKALIKE)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def point(letter: str) -> str:
    """The name of a code point, for whoever cannot see it: U+202E."""
    return f"U+{ord(letter):04X}"


def disguised(word: str) -> bool:
    """Whether a word looks Latin and is not, in at least one letter."""
    letters = [letter for letter in word if letter.isalpha()]
    return any(letter in LOOKALIKES for letter in letters) and all(
        letter in LOOKALIKES or "LATIN" in unicodedata.name(letter, "") for letter in letters
    )


def undisguised(word: str) -> str:
    """The word as it looks."""
    return "".join(LOOKALIKES.get(letter, letter) for letter in word)


def seen(text: str) -> str:
    """A word of an editor's as it can be shown: what is invisible, would turn the line around or
    give orders to a terminal is named, and so is a letter that looks like another."""
    if text.isascii() and text.isprintable():
        return text
    if _LOOKALIKE.search(text):
        text = _WORD.sub(_named, text)
    return "".join(
        f"[{point(one)}]" if unicodedata.category(one) in _UNSEEN and one != "\n" else one
        for one in text
    )


def _named(found: re.Match[str]) -> str:
    word = found[0]
    if not disguised(word):
        return word
    letters = dict.fromkeys(letter for letter in word if letter in LOOKALIKES)
    return f"{word} [{', '.join(f'{one} = {point(one)}' for one in letters)}]"

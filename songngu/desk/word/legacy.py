"""Vietnamese from before Unicode: TCVN3 (the .Vn fonts) and VNI, whose letters only their font
shows rightly. Where the font tells the encoding, the text is converted; where only the letters
look like it, that is told and nothing is guessed."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import resources
from itertools import groupby
from typing import Any

from songngu.desk.word.manuscript import Run
from songngu.tables import table

# Windows keeps the characters of a symbol font in a private area, from F020 up.
PRIVATE = range(0xF020, 0xF100)
# Letters that no Vietnamese word has in Unicode, next to a letter of one: TCVN3 or VNI.
ODD = re.compile(
    "[A-Za-z][\u00a1-\u00be\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df"
    "\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]"
)
# Vietnamese in Unicode has letters beyond Latin-1; a document with any of them is not legacy.
BEYOND = re.compile("[\u0102-\u01b0\u1ea0-\u1ef9]")
WORD = re.compile(r"\S+")
ODD_WORDS = 2
ODD_SHARE = 0.2


@dataclass(frozen=True)
class Encoding:
    """A legacy encoding: the fonts that show it, and what each of its letters is."""

    name: str
    fonts: re.Pattern[str]
    capitals: re.Pattern[str] | None
    letters: Mapping[str, str]
    any_letter: re.Pattern[str]

    def decoded(self, text: str, font: str) -> str | None:
        """The text in Unicode; None if a character of it belongs to no letter."""
        rest = self.any_letter.sub("", text)
        if any(0x80 <= ord(char) <= 0xFF and char.isalpha() for char in rest):
            return None
        said = self.any_letter.sub(lambda found: self.letters[found[0]], text)
        return said.upper() if self.capitals and self.capitals.match(font.lower()) else said


@functools.cache
def encodings() -> tuple[Encoding, ...]:
    """The encodings of legacy.yml."""
    text = resources.files("songngu.desk.word").joinpath("legacy.yml").read_text("utf-8")
    return tuple(_encoding(name, data) for name, data in table(text).items())


def _encoding(name: str, data: Mapping[str, Any]) -> Encoding:
    letters = {said: letter for letter, said in data["letters"].items()}
    if "capitals" not in data:
        letters |= {said.upper(): letter.upper() for said, letter in letters.items()}
        # A capital letter may stand before a small mark.
        letters |= {said.capitalize(): letter.upper() for said, letter in
                    tuple(letters.items()) if said == said.lower()}  # fmt: skip
    longest = sorted(letters, key=len, reverse=True)
    capitals = re.compile(data["capitals"]) if "capitals" in data else None
    pattern = re.compile("|".join(map(re.escape, longest)))
    return Encoding(name, re.compile(data["fonts"]), capitals, letters, pattern)


def encoding_of(font: str) -> Encoding | None:
    """The encoding that a font shows; None for every other font."""
    return next((one for one in encodings() if one.fonts.match(font.lower())), None)


@dataclass(frozen=True)
class Deciphered:
    """Runs in Unicode; the names of the encodings that were converted, the words in a legacy font
    that could not be, and those that only look like it."""

    runs: tuple[Run, ...]
    converted: tuple[str, ...] = ()
    unread: str = ""
    odd: str = ""


def decipher(runs: tuple[Run, ...]) -> Deciphered:
    """The runs of a paragraph in Unicode. Neighbours in one font are read as one: a letter and its
    mark may stand in two."""
    found: list[Run] = []
    converted: list[str] = []
    unread: list[str] = []
    for font, group in groupby(runs, key=lambda run: run.font):
        members = [replace(run, text=_public(run.text)) for run in group]
        encoding = encoding_of(font)
        text = "".join(run.text for run in members)
        if encoding is None or BEYOND.search(text) or text.isascii():
            found += members
            continue
        members = _whole_letters(members, encoding)
        said = [encoding.decoded(run.text, font) for run in members]
        if None in said:
            unread.append(text)
            found += members
            continue
        converted.append(encoding.name)
        found += [replace(run, text=text or "") for run, text in zip(members, said, strict=True)]
    text = "".join(run.text for run in found)
    odd = text if not unread and looks_legacy(text) else ""
    return Deciphered(tuple(found), tuple(dict.fromkeys(converted)), " ".join(unread), odd)


def _public(text: str) -> str:
    return "".join(chr(ord(c) - 0xF000) if ord(c) in PRIVATE else c for c in text)


def _whole_letters(runs: list[Run], encoding: Encoding) -> list[Run]:
    """A mark at the start of a run moves to the letter before it, where they make one."""
    whole: list[Run] = []
    for run in runs:
        if whole and run.text and whole[-1].text:
            pair = whole[-1].text[-1] + run.text[0]
            if pair in encoding.letters:
                whole[-1] = replace(whole[-1], text=whole[-1].text + run.text[0])
                run = replace(run, text=run.text[1:])  # noqa: PLW2901 - the same run, shorter
        whole.append(run)
    return whole


def looks_legacy(text: str) -> bool:
    """Whether words look as legacy Vietnamese does in a font of today."""
    words = WORD.findall(text)
    odd = [word for word in words if ODD.search(word)]
    return len(odd) >= max(ODD_WORDS, ODD_SHARE * len(words)) and not BEYOND.search(text)

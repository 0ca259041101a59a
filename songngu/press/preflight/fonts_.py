"""Fonts of a PDF: embedded or not, how wide each glyph is, which letters it stands for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pikepdf import Array, Dictionary, Stream

from songngu.press.preflight.facts import Font

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")


Extent: TypeAlias = tuple[float, int, int]
"""How far a run of letters reaches: widths less shifts in thousandths of the type size, how often
letters are spaced, how often words."""


@dataclass(frozen=True)
class Shown:
    """What an operator shows: its letters, how far they reach, from where (None: nothing has ink)
    and up to where they have ink, and how many glyphs are missing."""

    letters: str
    whole: Extent
    first: Extent | None
    last: Extent
    missing: int


@dataclass(frozen=True)
class Face:
    """A font as the interpreter needs it. Widths are in thousandths of the type size."""

    font: Font
    wide: bool  # two bytes for a code
    widths: Mapping[int, float]
    default: float
    letters: Mapping[int, str]
    notdef: bool = False  # code 0 is the glyph of a missing letter
    type3: Any = field(default=None, compare=False)
    _shown: dict[tuple[bytes | float, ...], Shown] = field(
        default_factory=dict, compare=False, repr=False
    )

    def shown(self, items: Sequence[bytes | float]) -> Shown:
        """What strings with shifts between them show; both halves of a cut spread show the same."""
        key = tuple(items)
        if key not in self._shown:
            self._shown[key] = self._read(key)
        return self._shown[key]

    def _read(self, items: Sequence[bytes | float]) -> Shown:
        width, count, spaces, missing = 0.0, 0, 0, 0
        first, last = None, (0.0, 0, 0)
        letters = []
        for item in items:
            if not isinstance(item, bytes):
                width -= item
                continue
            for code in self.codes(item):
                letter, wide = self.letter(code), self.width(code)
                if letter.strip() or not letter:
                    first = (width, count, spaces) if first is None else first
                    last = (width + wide, count, spaces)
                    missing += self.notdef and code == 0
                letters.append(letter)
                width, count, spaces = width + wide, count + 1, spaces + self.parts_words(code)
        return Shown("".join(letters), (width, count, spaces), first, last, missing)

    def parts_words(self, code: int) -> bool:
        """Whether word spacing is added to it: to one-byte spaces alone."""
        return code == 32 and not self.wide

    def codes(self, text: bytes) -> Iterator[int]:
        if not self.wide:
            yield from text
            return
        for at in range(0, len(text) - 1, 2):
            yield text[at] << 8 | text[at + 1]

    def width(self, code: int) -> float:
        return self.widths.get(code, self.default)

    def letter(self, code: int) -> str:
        found = self.letters.get(code)
        if found is not None:
            return found
        return "" if self.wide else chr(code)


def face_of(font: Any) -> Face:
    """Read a font dictionary; what it lacks is taken as its format's default."""
    subtype = str(font.get("/Subtype", ""))
    letters = _letters(font.get("/ToUnicode"))
    if subtype == "/Type0":
        inner = font.DescendantFonts[0]
        encoding = str(font.get("/Encoding", ""))
        identity = encoding.startswith("/Identity")
        return Face(
            Font(_name(inner, font), _embedded(inner)),
            True,
            _wide_widths(inner.get("/W")),
            float(inner.get("/DW", 1000)),
            letters,
            notdef=identity,
        )
    widths, default = _narrow_widths(font)
    if subtype == "/Type3":
        matrix = [float(one) for one in font.get("/FontMatrix", [0.001, 0, 0, 0.001, 0, 0])]
        scaled = {code: width * matrix[0] * 1000 for code, width in widths.items()}
        name = str(font.get("/Name", "/Type3"))[1:]
        return Face(Font(name, True, type3=True), False, scaled, 0, letters, type3=font)
    return Face(Font(_name(font, font), _embedded(font)), False, widths, default, letters)


def _name(font: Any, outer: Any) -> str:
    name = str(font.get("/BaseFont", outer.get("/BaseFont", "/?")))[1:]
    return re.sub(r"^[A-Z]{6}\+", "", name)


def _embedded(font: Any) -> bool:
    descriptor = font.get("/FontDescriptor")
    return isinstance(descriptor, Dictionary) and any(key in descriptor for key in _PROGRAMS)


def _narrow_widths(font: Any) -> tuple[dict[int, float], float]:
    first = int(font.get("/FirstChar", 0))
    widths = {first + at: float(one) for at, one in enumerate(font.get("/Widths", []))}
    descriptor = font.get("/FontDescriptor")
    missing = descriptor.get("/MissingWidth", 0) if isinstance(descriptor, Dictionary) else 0
    return widths, float(missing) or (0 if widths else 500)


def _wide_widths(table: Any) -> dict[int, float]:
    """The W array: `first [w w ...]` and `first last w` (ISO 32000-1, 9.7.4.3)."""
    found: dict[int, float] = {}
    values = list(table) if isinstance(table, Array) else []
    at = 0
    while at + 1 < len(values):
        first, second = int(values[at]), values[at + 1]
        if isinstance(second, Array):
            found |= {first + n: float(one) for n, one in enumerate(second)}
            at += 2
        elif at + 2 < len(values):
            last = min(int(second), first + 70_000)
            found |= dict.fromkeys(range(first, last + 1), float(values[at + 2]))
            at += 3
        else:
            break
    return found


def _letters(stream: Any) -> dict[int, str]:
    """The letters of a ToUnicode map: bfchar and bfrange."""
    if not isinstance(stream, Stream):
        return {}
    try:
        data = stream.read_bytes()
    except Exception:  # an unreadable map costs only the words of a message
        return {}
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.S):
        codes = _HEX.findall(block)
        found |= {_number(one): _text(to) for one, to in zip(codes[::2], codes[1::2], strict=False)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.S):
        for line in re.findall(rb"<([^>]*)>\s*<([^>]*)>\s*(\[[^\]]*\]|<[^>]*>)", block):
            found |= _range(*line)
    return found


def _range(first: bytes, last: bytes, to: bytes) -> dict[int, str]:
    start, end = _number(first), _number(last)
    end = min(end, start + 0xFFFF)
    if to.startswith(b"["):
        return {start + n: _text(one) for n, one in enumerate(_HEX.findall(to))}
    text = _text(to.strip(b"<>"))
    if not text:
        return {}
    last_letter = ord(text[-1])
    return {
        code: text[:-1] + chr(min(last_letter + code - start, 0x10FFFF))
        for code in range(start, end + 1)
    }


def _number(code: bytes) -> int:
    return int(b"".join(code.split()) or b"0", 16)


def _text(code: bytes) -> str:
    digits = b"".join(code.split()).decode()
    try:
        return bytes.fromhex(digits).decode("utf-16-be", "replace")
    except ValueError:
        return ""

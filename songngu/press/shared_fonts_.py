"""The fonts of a screen edition: its parts say which letters of which fonts they show, and the
fonts are cut once for all of them. Knows the engine's fonts.

Cut part by part, the same fonts would lie in the file as often as there are articles.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# The file that a part left out, by its mark.
FileOf = Callable[[str], Path]
# In a part's catalogue: what it asks of fonts. In the file of the fonts: the fonts, by their names.
ASKED, CUT = "SongnguLetters", "SongnguFonts"
# What the engine knows of a font and no JSON can hold, and what is told of it apart.
_BOUND = frozenset({"hb_font", "hb_face", "file_content", "name"})
_APART = ("widths", "to_unicode", "missing")
_COPIED = 0  # HB_MEMORY_MODE_DUPLICATE
# A letter of a cluster (Khmer) that the glyph before it says already: a space of no width.
# What such words say stands in their element's ActualText.
SILENT = "\u200b"


@contextmanager
def left_out(keep: Callable[[bytes], str]) -> Iterator[list[str]]:
    """While a document is written: no font goes into it, but what it asks of each. The fonts' own
    files are given to `keep`, which answers with a mark; the marks are what this gives."""
    import pydyf
    from weasyprint import pdf as engine

    cutting, marks = engine.build_fonts_dictionary, list[str]()

    def tell(pdf: Any, fonts: Mapping[int, Any], *_: object) -> Any:
        asked = []
        for font in fonts.values():
            marks.append(keep(font.file_content))
            asked.append(_asked(font, marks[-1]))
        stream = pydyf.Stream([json.dumps(asked).encode()])
        pdf.add_object(stream)
        pdf.catalog[ASKED] = stream.reference
        return pydyf.Dictionary()

    engine.build_fonts_dictionary = tell
    try:
        yield marks
    finally:
        engine.build_fonts_dictionary = cutting


def _asked(font: Any, mark: str) -> Mapping[str, object]:
    plain = {key: value for key, value in vars(font).items() if key not in (*_BOUND, *_APART)}
    apart = {key: list(getattr(font, key).items()) for key in _APART}
    return {"plain": plain, "name": font.name.decode(), "mark": mark, **apart}


@dataclass
class Font:
    """A font as some parts ask for it."""

    name: str
    mark: str
    plain: dict[str, Any]
    missing: dict[int, int]
    widths: dict[int, int] = field(default_factory=dict)
    letters: dict[int, str] = field(default_factory=dict)

    def agrees(self, other: "Font") -> bool:
        """Whether both can be one: the engine rounds a width at the size it first meets, and counts
        the letters that a font lacks document by document."""
        return (self.mark, self.missing) == (other.mark, other.missing) and all(
            self.widths.get(glyph, width) == width for glyph, width in other.widths.items()
        )

    def merge(self, other: "Font") -> None:
        self.widths = {**other.widths, **self.widths}
        self.letters = {**other.letters, **self.letters}


@dataclass
class SharedFonts:
    """The fonts of an edition, by the names that its file gives them."""

    fonts: dict[str, Font] = field(default_factory=dict)

    def add(self, asked: bytes) -> dict[str, str]:
        """Take in what a part asks for: by its own name of each font, that of the edition."""
        return {one["plain"]["hash"]: self._add(_font(one)) for one in json.loads(asked)}

    def _add(self, font: Font) -> str:
        tag = font.plain["hash"]
        while tag in self.fonts and not self.fonts[tag].agrees(font):
            tag = _next(tag)
        self.fonts.setdefault(tag, font).merge(font)
        return str(tag)


def _font(told: Mapping[str, Any]) -> Font:
    widths, letters, missing = (dict(told[key]) for key in _APART)
    return Font(told["name"], told["mark"], told["plain"], missing, widths, letters)


def _next(tag: str) -> str:
    """Another tag of six letters, as a font's name begins with one (ISO 32000-1, 9.6.4)."""
    return "".join(chr(65 + one % 26) for one in hashlib.sha256(tag.encode()).digest()[:6])


def cut(fonts: Mapping[str, Font], program: FileOf) -> bytes:
    """A PDF file of no page whose catalogue holds these fonts, each with the letters that are asked
    of it and no others."""
    import io

    import pydyf
    from weasyprint.pdf.fonts import build_fonts_dictionary

    pdf = pydyf.PDF()
    whole = {tag: _whole(tag, font, program(font.mark).read_bytes()) for tag, font in fonts.items()}
    made = build_fonts_dictionary(pdf, whole, True, True, {"hinting": False, "pdf_version": "1.7"})
    pdf.add_object(made)
    pdf.catalog[CUT] = made.reference
    file = io.BytesIO()
    pdf.write(file, version=b"1.7")
    return file.getvalue()


def _whole(tag: str, font: Font, program: bytes) -> Any:
    """A font as the engine's own cutter takes it."""
    from weasyprint.pdf import fonts as engine

    made = object.__new__(engine.Font)
    name = f"/{tag}+{font.name.partition('+')[2]}".encode()
    letters = {glyph: said or SILENT for glyph, said in font.letters.items()}
    apart = {"widths": font.widths, "to_unicode": letters, "missing": font.missing}
    bound = {"name": name, "hash": tag, "file_content": program, "hb_face": _face(font, program)}
    vars(made).update({**font.plain, **apart, **bound})
    return made


def _face(font: Font, program: bytes) -> Any:
    from weasyprint.text.ffi import ffi, harfbuzz

    # The engine is given its faces by Pango, and never makes one.
    ffi.cdef(
        "hb_blob_t *hb_blob_create(const char *, unsigned int, int, void *, void *);"
        "hb_face_t *hb_face_create(hb_blob_t *, unsigned int);",
        override=True,
    )
    blob = harfbuzz.hb_blob_create(program, len(program), _COPIED, ffi.NULL, ffi.NULL)
    face = harfbuzz.hb_face_create(blob, font.plain["index"])
    harfbuzz.hb_blob_destroy(blob)
    return ffi.gc(face, harfbuzz.hb_face_destroy)

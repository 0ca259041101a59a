"""The publication's fonts: whole static TTFs for print, subset WOFF2 for screens.

Web-split fonts corrupt Vietnamese silently in print, so both come from the whole TTFs of the
fontpkg packages (SIL Open Font Licence).
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from songngu.cache_ import Cache

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# Latin, Vietnamese, punctuation, currency and arrows: what the two languages need on a screen.
WEB_CHARACTERS = [
    *range(32, 127),
    *range(160, 384),
    416,
    417,
    431,
    432,
    768,
    769,
    771,
    777,
    803,
    *range(7840, 7930),
    *range(8208, 8231),
    8240,
    8242,
    8243,
    8249,
    8250,
    8363,
    8364,
    8470,
    *range(8592, 8596),
    8599,
    8617,
    8722,
    8776,
    8804,
    8805,
    178,
    179,
]


LATIN_FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum", "onum"]


@dataclass(frozen=True)
class Face:
    """One static font. `axes` pins a variable font; `letters` are the Unicode ranges of a font
    for one script, which a browser fetches only where such letters stand."""

    family: str
    weight: int
    italic: bool
    package: str
    file: str
    axes: tuple[tuple[str, float], ...] = ()
    letters: tuple[tuple[int, int], ...] = ()

    @property
    def name(self) -> str:
        family = self.family.replace(" ", "")
        return f"{family}-{self.weight}{'i' if self.italic else ''}"


_SERIF = "fontpkg_source_serif_4"
_SANS = "fontpkg_be_vietnam_pro"


def _serif(weight: int, italic: bool) -> Face:
    file = f"SourceSerif4{'-Italic' if italic else ''}[opsz,wght].ttf"
    axes = (("opsz", 11.0), ("wght", float(weight)))
    return Face("Source Serif 4", weight, italic, _SERIF, file, axes)


FACES: tuple[Face, ...] = (
    _serif(400, False),
    _serif(400, True),
    _serif(600, False),
    Face("Be Vietnam Pro", 400, False, _SANS, "BeVietnamPro-Regular.ttf"),
    Face("Be Vietnam Pro", 400, True, _SANS, "BeVietnamPro-Italic.ttf"),
    Face("Be Vietnam Pro", 600, False, _SANS, "BeVietnamPro-SemiBold.ttf"),
    Face("Be Vietnam Pro", 800, False, _SANS, "BeVietnamPro-ExtraBold.ttf"),
    Face(
        "Noto Sans Khmer",
        400,
        False,
        "fontpkg_noto_sans_khmer",
        "NotoSansKhmer[wdth,wght].ttf",
        (("wdth", 100.0), ("wght", 400.0)),
        ((0x1780, 0x17FF), (0x19E0, 0x19FF), (0x200B, 0x200C), (0x25CC, 0x25CC)),
    ),
)
# The site does without the rarer faces: every file is weight on a phone.
WEB_FACES = tuple(
    face
    for face in FACES
    if (face.family, face.weight, face.italic) not in {("Be Vietnam Pro", 400, True)}
)


def print_fonts(cache: Cache) -> Mapping[Face, Path]:
    """Every face as a whole static TTF."""
    return {face: print_font(face, cache) for face in FACES}


def print_font(face: Face, cache: Cache) -> Path:
    """One face as a whole static TTF."""
    return cache.file(("ttf", 2, *_key(face)), ".ttf", lambda to: _static(face).save(to))


def web_fonts(cache: Cache) -> Mapping[Face, Path]:
    """The web faces as WOFF2, cut down to the characters that the two languages use."""
    return {
        face: cache.file(("woff2", 4, *_key(face), *face.letters), ".woff2", partial(_woff2, face))
        for face in WEB_FACES
    }


def _key(face: Face) -> tuple[object, ...]:
    return (face.family, face.weight, face.italic, face.file, face.axes)


def _static(face: Face) -> "TTFont":
    """The face as one static font, with a name of its own so that engines tell faces apart."""
    return _pinned(_whole(face), face)


def _whole(face: Face) -> "TTFont":
    from fontTools.ttLib import TTFont

    data = resources.files(face.package).joinpath("files", face.file).read_bytes()
    return TTFont(io.BytesIO(data), recalcTimestamp=False)


def _pinned(font: "TTFont", face: Face) -> "TTFont":
    from fontTools.varLib import instancer

    if face.axes:
        font = instancer.instantiateVariableFont(font, dict(face.axes), inplace=True)
        _rename(font, face)
    return font


def _rename(font: "TTFont", face: Face) -> None:
    style = f"{'Semibold' if face.weight >= 600 else 'Regular'}{' Italic' if face.italic else ''}"
    postscript = f"{face.family.replace(' ', '')}-{style.replace(' ', '')}"
    for identifier, value in (
        (1, f"{face.family} {style}"),
        (2, "Regular"),
        (4, f"{face.family} {style}"),
        (6, postscript),
        (16, face.family),
        (17, style),
    ):
        font["name"].setName(value, identifier, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight


def _woff2(face: Face, target: Path) -> None:
    """Cut first, pinned then: a variable font's 1500 glyphs take ten times as long to pin."""
    from fontTools import subset

    font = _whole(face)
    options = subset.Options(layout_features=["*"] if face.letters else LATIN_FEATURES)
    options.flavor = "woff2"
    # Half of a file would be instructions for screens of another time.
    options.hinting = False
    options.name_IDs = [1, 2, 4, 6]
    cutter = subset.Subsetter(options)
    own = [code for first, last in face.letters for code in range(first, last + 1)]
    cutter.populate(unicodes=own or WEB_CHARACTERS)
    cutter.subset(font)
    subset.save_font(_pinned(font, face), str(target), options)

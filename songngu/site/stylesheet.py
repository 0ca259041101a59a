"""The one stylesheet: fonts, the palette in both schemes, then theme/styles in order."""

from collections.abc import Iterable, Mapping

from songngu.figures.fonts_ import Face
from songngu.figures.palette import Palette


def stylesheet(palette: Palette, fonts: Mapping[Face, str], styles: Iterable[str]) -> str:
    """`fonts` gives each face the address of its file, seen from the stylesheet."""
    return "\n".join([*_faces(fonts), *_colours(palette), *styles])


def _faces(fonts: Mapping[Face, str]) -> Iterable[str]:
    for face, address in fonts.items():
        style = "italic" if face.italic else "normal"
        yield (
            f'@font-face{{font-family:"{face.family}";font-style:{style};'
            f'font-weight:{face.weight};font-display:swap;src:url("{address}") format("woff2")'
            f"{_letters(face)}}}"
        )


def _letters(face: Face) -> str:
    ranges = ",".join(f"U+{first:X}-{last:X}" for first, last in face.letters)
    return f";unicode-range:{ranges}" if ranges else ""


def _colours(palette: Palette) -> Iterable[str]:
    """Every colour by its name, and a class that makes it the accent of what it stands on."""
    light = "".join(f"--{colour.name}:{colour.light};" for colour in palette.values())
    dark = "".join(f"--{colour.name}:{colour.dark};" for colour in palette.values())
    yield f":root{{color-scheme:light dark;{light}}}"
    # Paper is light whatever the screen is.
    yield f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    for name in palette:
        yield f".accent-{name}{{--accent:var(--{name})}}"

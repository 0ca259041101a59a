"""The ink of a CMYK image, pixel by pixel at full resolution, decoded once for the whole file.

Sums of the four plates are taken with Pillow's channel arithmetic, rounded up, so that nothing is
ever read too low; only where a pixel can pass the limit is it summed exactly. What lies over the
limit is kept as a small map in which a cell is set when any pixel of it is over.
"""

import io
from dataclasses import dataclass
from typing import Any

import PIL.Image
from pikepdf import Array, Name
from PIL import ImageChops, ImageMath

from songngu.press.preflight.colours_ import Space
from songngu.press.preflight.facts import Family

_CELL = 8
_TOLERANCE = 0.5
MOST_PIXELS = 400_000_000


@dataclass(frozen=True)
class Inked:
    """The most ink of an image in percent (None: could not be measured), and where it is over."""

    most: float | None
    over: PIL.Image.Image | None = None

    def most_within(self, box: tuple[int, int, int, int], limit: float) -> float | None:
        """The most ink in a part of the image (pixels: left, top, right, bottom)."""
        if self.over is None or self.most is None:
            return self.most
        return self.most if self.where(box) else min(self.most, limit)

    def where(self, box: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
        """The part of `box` that is over the limit, in pixels."""
        if self.over is None:
            return None
        left, top, right, bottom = box
        cells = (left // _CELL, top // _CELL, -(-right // _CELL), -(-bottom // _CELL))
        found = self.over.crop(cells).getbbox()
        if found is None:
            return None
        return (
            max(left, (cells[0] + found[0]) * _CELL),
            max(top, (cells[1] + found[1]) * _CELL),
            min(right, (cells[0] + found[2]) * _CELL),
            min(bottom, (cells[1] + found[3]) * _CELL),
        )


def ink_of(stream: Any, space: Space, limit: float) -> Inked:
    """Measure an image XObject. Spaces whose inks nobody can know give None."""
    if space.base is not None and space.entries:
        totals = [colour.total for colour in _used(stream, space)]
        known = [total for total in totals if total is not None]
        return Inked(max(known)) if len(known) == len(totals) and known else Inked(None)
    if space.family not in (Family.PROCESS, Family.SPOT, Family.ALL, Family.ICC_CMYK):
        return Inked(None)
    if space.parts == 1:
        return Inked(400.0 if space.family is Family.ALL else 100.0)
    if space.parts != 4 or space.plates:
        return Inked(None)
    try:
        picture = _decoded(stream)
    except Exception:  # any broken or unknown coding: told as not measured
        return Inked(None)
    return Inked(None) if picture is None else _measured(picture, limit)


def _used(stream: Any, space: Space) -> list[Any]:
    """The entries of an Indexed image that its pixels use."""
    entries = list(space.entries)
    if int(stream.get("/BitsPerComponent", 8)) != 8:
        return entries
    try:
        used = set(stream.read_bytes())
    except Exception:
        return entries
    return [entry for at, entry in enumerate(entries) if at in used] or entries


def _decoded(stream: Any) -> PIL.Image.Image | None:
    """The image with 255 for full ink; None when its coding is not one that is read here."""
    width, height = int(stream.Width), int(stream.Height)
    if width * height > MOST_PIXELS:
        return None
    filters = _filters(stream)
    decode = [float(one) for one in stream.get("/Decode", [])]
    inverted = bool(decode) and decode[0] > decode[1]
    if filters and filters[-1] in ("DCTDecode", "JPXDecode"):
        if len(filters) > 1:
            return None
        picture: PIL.Image.Image = PIL.Image.open(io.BytesIO(stream.read_raw_bytes()))
        picture.load()
        if picture.mode != "CMYK":
            return None
        # Pillow turns Adobe's inverted samples round; the file's Decode speaks of the samples.
        turned = filters[-1] == "DCTDecode" and "adobe" in picture.info
        return ImageChops.invert(picture) if turned != inverted else picture
    if int(stream.get("/BitsPerComponent", 8)) != 8:
        return None
    picture = PIL.Image.frombytes("CMYK", (width, height), stream.read_bytes())
    return ImageChops.invert(picture) if inverted else picture


def _filters(stream: Any) -> list[str]:
    value = stream.get("/Filter")
    if isinstance(value, Name):
        return [str(value)[1:]]
    return [str(one)[1:] for one in value] if isinstance(value, Array) else []


def over_map(picture: PIL.Image.Image, limit: float) -> tuple[float, PIL.Image.Image | None]:
    """The most ink of a CMYK picture in percent, and the pixels over the limit as white, if any."""
    cyan, magenta, yellow, black = picture.split()
    halves = ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2)
    coarse = ImageChops.add(*halves, 2, 1)  # + 1: what the two divisions can have cut off
    most = _highest(coarse) * 4
    bar = (limit + _TOLERANCE) * 255 / 100
    if most <= bar:
        return min(most, 1020) * 100 / 255, None
    exact = ImageMath.lambda_eval(
        lambda args: args["c"] + args["m"] + args["y"] + args["k"],
        c=cyan.convert("I"), m=magenta.convert("I"), y=yellow.convert("I"), k=black.convert("I"),
    )  # fmt: skip
    most = _highest(exact)
    if most <= bar:
        return most * 100 / 255, None
    flags = ImageMath.lambda_eval(
        lambda args: args["convert"](255 * (args["sum"] > int(bar)), "L"), sum=exact
    )
    return most * 100 / 255, flags


def _highest(band: Any) -> float:
    """The highest value of a picture of one band."""
    return float(band.getextrema()[1])


def _measured(picture: PIL.Image.Image, limit: float) -> Inked:
    most, flags = over_map(picture, limit)
    if flags is None:
        return Inked(most)
    # A single white pixel of a cell leaves 255 / 64 in its mean: no pixel over is ever lost.
    cells = flags.reduce(_CELL).point(lambda value: 255 if value else 0)
    return Inked(most, cells)

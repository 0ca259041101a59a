"""Draw the pictures of the magazine: `python draw.py [name ...]`."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import numpy as np
import resvg_py
from kit.core import ARTICLE_HEIGHT, OPENER_HEIGHT, Canvas
from numpy.typing import NDArray
from PIL import Image
from scenes import SCENES

Colours = NDArray[np.int32]
SIZES = (256, 192, 128, 96)
LIMIT = 1_400_000
HERE = Path(__file__).resolve().parent
IMAGES = HERE.parent / "images"
CREDIT = """\
{name}.png:
  credit: {{vi: "Minh họa: Songngu", en: "Illustration: Songngu"}}
  licence: CC BY 4.0
  map: false
"""


def drawing(name: str) -> str:
    """SVG source of one picture."""
    canvas = Canvas(name, OPENER_HEIGHT if name.startswith("opener-") else ARTICLE_HEIGHT)
    SCENES[name](canvas)
    return canvas.svg()


def raster(source: str, width: int) -> Image.Image:
    """Rasterise an SVG to the given width."""
    data = resvg_py.svg_to_bytes(svg_string=source, width=width)
    return Image.open(io.BytesIO(bytes(data))).convert("RGB")


def palette(colours: Colours, counts: Colours, size: int) -> Colours:
    """The colours that serve best: two thirds flat tones as they are, the rest by median cut."""
    flats = size * 2 // 3
    order = np.argsort(-counts)
    flat, rest = colours[order[:flats]], colours[order[flats:]]
    if not len(rest):
        return flat
    strip = Image.fromarray(rest.astype(np.uint8)[None, :, :], "RGB")
    cut = strip.quantize(size - flats, method=Image.Quantize.MEDIANCUT).getpalette() or []
    return np.concatenate([flat, np.array(cut).reshape(-1, 3)])


def packed(image: Image.Image) -> bytes:
    """PNG bytes at 300 dpi with an adaptive palette and no dithering."""
    pixels = np.asarray(image).astype(np.int32)
    codes = (pixels[..., 0] << 16) | (pixels[..., 1] << 8) | pixels[..., 2]
    values, inverse, counts = np.unique(codes, return_inverse=True, return_counts=True)
    colours = np.stack([values >> 16, values >> 8 & 255, values & 255], axis=1)
    data = b""
    for size in SIZES:
        table = palette(colours, counts, size)
        near = [int(((table - colour) ** 2).sum(axis=1).argmin()) for colour in colours]
        flat = Image.fromarray(np.array(near, dtype=np.uint8)[inverse.reshape(codes.shape)], "P")
        flat.putpalette(table.astype(np.uint8).tobytes())
        out = io.BytesIO()
        flat.save(out, "PNG", optimize=True, dpi=(300, 300))
        data = out.getvalue()
        if len(data) < LIMIT:
            break
    return data


def main() -> None:
    """Draw the pictures named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="pictures to draw; all when none is given")
    parser.add_argument("--proof", type=Path, help="write 1000 px proofs into this folder instead")
    options = parser.parse_args()
    for name in options.names or sorted(SCENES):
        source = drawing(name)
        if options.proof:
            options.proof.mkdir(parents=True, exist_ok=True)
            raster(source, 1200).save(options.proof / f"{name}.png")
            continue
        data = packed(raster(source, 4914))
        (IMAGES / f"{name}.png").write_bytes(data)
        print(f"{name} {len(data) / 1e6:.2f} MB")
    if not options.proof:
        credits = "\n".join(CREDIT.format(name=name) for name in sorted(SCENES))
        (IMAGES / "credits.yml").write_text(credits, encoding="utf-8")


if __name__ == "__main__":
    main()

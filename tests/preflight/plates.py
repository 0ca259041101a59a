"""Other people's programs look at a PDF: boxes by pdfinfo, the plates by Ghostscript's tiffsep."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import PIL.Image
import PIL.ImageChops

from songngu.press.preflight.facts import Area, Kind, PageFacts

INKS = ("Cyan", "Magenta", "Yellow", "Black")
DPI = 72


def said(*words: str | Path) -> str:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


def boxes(path: Path) -> dict[tuple[int, str], tuple[float, ...]]:
    """Every page's boxes in points, as pdfinfo reads them."""
    rows = re.findall(
        r"Page\s+(\d+) (\w+)Box:\s+([-\d. ]+)", said("pdfinfo", "-box", "-l", "-1", path)
    )
    return {(int(page), name): tuple(map(float, values.split())) for page, name, values in rows}


def separated(path: Path, pages: Sequence[int], folder: Path) -> Iterator[list[PIL.Image.Image]]:
    """The four plates of each page, ink 0 to 255."""
    numbers = ",".join(map(str, pages))
    said(
        "gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{DPI}",
        f"-sPageList={numbers}", "-o", f"{folder}/%05d.tif", path,
    )  # fmt: skip
    for at in range(1, len(pages) + 1):
        yield [
            PIL.ImageChops.invert(PIL.Image.open(folder / f"{at:05d}({ink}).tif").convert("L"))
            for ink in INKS
        ]


def cut(plate: PIL.Image.Image, page: PageFacts, area: Area) -> PIL.Image.Image:
    scale, media = DPI / 25.4, page.boxes.media
    left, top = (area.x - media.x) * scale, (area.y - media.y) * scale
    right, bottom = left + area.width * scale, top + area.height * scale
    return plate.crop((int(left) + 1, int(top) + 1, int(right), int(bottom)))


def most_ink(plates: Sequence[PIL.Image.Image], page: PageFacts) -> float:
    """The most ink of a pixel inside the bleed, in percent (to 2); the marks outside are in
    all inks."""
    inside = (page.boxes.bleed or page.boxes.trim).grown(-0.3)
    cyan, magenta, yellow, black = (cut(one, page, inside) for one in plates)
    light = PIL.ImageChops.add(cyan, magenta, scale=2)
    dark = PIL.ImageChops.add(yellow, black, scale=2)
    return _most(PIL.ImageChops.add(light, dark, scale=2)) * 4 / 2.55


def body_text(page: PageFacts) -> list[Area]:
    """Where reading text stands on bare paper."""
    drawn = [
        mark.area for mark in page.marks if mark.kind is not Kind.TEXT and not mark.colour.white
    ]
    return [
        mark.area
        for mark in page.marks
        if mark.kind is Kind.TEXT and mark.size <= 12 and mark.colour.solid_black
        and len(mark.text) > 5 and not any(mark.area.meets(one, 0.3) for one in drawn)
    ]  # fmt: skip


def text_inks(plates: Sequence[PIL.Image.Image], page: PageFacts) -> tuple[int, int, int]:
    """Of the reading text's places: how many, how many have black ink, how many any other."""
    places = body_text(page)
    black = sum(_most(cut(plates[3], page, one)) > 128 for one in places)
    others = sum(any(_most(cut(one, page, at)) > 5 for one in plates[:3]) for at in places)
    return len(places), black, others


def _most(plate: PIL.Image.Image) -> int:
    return max(plate.tobytes())

"""Looks at a finished PDF: what stands on each page, inside its boxes, and where."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

RGB_OR_GREY = {"rg", "RG", "g", "G"}


@dataclass(frozen=True)
class Spot:
    """Where a text begins: page index, and the first glyph's left and baseline side in points."""

    page: int
    left: float
    bottom: float


class Book:
    """Text and positions of a PDF, only what lies inside each page's trim."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pdf = pypdfium2.PdfDocument(path)
        with pikepdf.open(path) as file:
            self.trims = [tuple(float(x) for x in page.TrimBox) for page in file.pages]
        self.pages = [page.get_textpage() for page in self.pdf]

    def __len__(self) -> int:
        return len(self.pages)

    def text(self, at: int) -> str:
        """The page's text inside its trim, white space folded."""
        left, bottom, right, top = self.trims[at]
        raw = self.pages[at].get_text_bounded(left, bottom, right, top)
        return folded(raw)

    def find(self, text: str, pages: range) -> list[Spot]:
        """Every place where the text begins inside the trim of one of these pages."""
        found = []
        for at in pages:
            searcher = self.pages[at].search(text, match_case=True)
            while (hit := searcher.get_next()) is not None:
                box = self.pages[at].get_charbox(hit[0], loose=True)
                left, bottom, right, top = self.trims[at]
                if left <= box[0] <= right and bottom <= box[1] <= top:
                    found.append(Spot(at, box[0], box[1]))
        return found


def folded(text: str) -> str:
    joined = text.replace("\ufffe", "").replace("\x02", "")
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", joined))


def streams(path: Path) -> Iterator[tuple[str, Any]]:
    """Every content stream of a PDF: pages and forms, with a name for messages."""
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            yield f"page {number}", page
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form":
                yield f"form {thing.objgen}", thing


def instructions(stream: Any) -> Iterator[tuple[Any, Any]]:
    """Operands and operator of every instruction; an inline image counts as one."""
    for one in pikepdf.parse_content_stream(stream):
        yield one.operands, one.operator


def colour_operators(path: Path) -> set[str]:
    """What sets a colour outside CMYK: RGB and grey operators, and colour spaces by name."""
    found: set[str] = set()
    for _, stream in streams(path):
        for operands, operator in instructions(stream):
            name = str(operator)
            if name in RGB_OR_GREY:
                found.add(name)
            if name in ("cs", "CS") and str(operands[0]) not in ("/DeviceCMYK", "/All"):
                found.add(f"{name} {operands[0]}")
    return found


def text_colours(path: Path) -> Counter[tuple[float, ...]]:
    """The CMYK fill under which each text operator of the file paints."""
    found: Counter[tuple[float, ...]] = Counter()
    for _, stream in streams(path):
        fill: tuple[float, ...] = ()
        kept: list[tuple[float, ...]] = []
        for operands, operator in instructions(stream):
            name = str(operator)
            if name == "q":
                kept.append(fill)
            elif name == "Q":
                fill = kept.pop()
            elif name in ("k", "scn"):
                fill = tuple(float(one) for one in operands)
            elif name in ("Tj", "TJ"):
                found[fill] += 1
    return found


def image_spaces(path: Path) -> set[str]:
    """The colour spaces of all images."""
    with pikepdf.open(path) as pdf:
        return {
            str(thing.get("/ColorSpace"))
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
        }


def fonts(path: Path) -> dict[str, bool]:
    """Font name (without subset tag) -> is it embedded."""
    found: dict[str, bool] = {}
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                name = str(thing.FontName).lstrip("/").split("+")[-1]
                embedded = any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3"))
                found[name] = found.get(name, True) and embedded
    return found

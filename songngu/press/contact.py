"""The contact sheet (ma-két): every page small, spread by spread, deliberate blanks named."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from songngu.geometry import Wrap
from songngu.press.pages_ import PageContent, Placed, contact_sheet
from songngu.press.setting import set_sheet, words
from songngu.press.workshop import Workshop

# An A4 sheet in mm: three spreads side by side.
SHEET = (210.0, 297.0)
MARGIN, HEAD, FOOT, GAP, LABEL = 12.0, 30.0, 14.0, 5.0, 7.0
SPREADS = 3


@dataclass(frozen=True)
class Cell:
    """A page's place on the contact sheet, in mm from the sheet's upper left corner."""

    sheet: int
    left: float
    top: float
    width: float
    height: float
    label: str
    blank: bool = False
    verso: bool = False


def set_contact_sheet(
    shop: Workshop,
    interior: Path,
    cover: Path,
    wrap: Wrap,
    facts: tuple[PageContent, ...],
    target: Path,
) -> None:
    """Write contact-sheet.pdf: the cover's outside (and inside) first, then the pages."""
    covers = 1 if shop.profile.cover_colours == "4/0" else 2
    said = words(shop.root)
    width = (SHEET[0] - 2 * MARGIN - (SPREADS - 1) * GAP) / SPREADS
    wrapped = cover_cells(wrap, covers, width)
    pages = page_cells(facts, shop.profile.trim, width, covers)
    frames = set_sheet(
        shop,
        "contact-sheet.html",
        "ticket.css",
        {
            "cells": (*wrapped, *pages),
            "sheets": pages[-1].sheet + 1,
            "pages": len(facts),
            "blanks": tuple(cell.label for cell in pages if cell.blank),
            "wrap": wrap,
        },
        page_css=f"@page{{size:{SHEET[0]}mm {SHEET[1]}mm;margin:0;bleed:0}}",
    )
    placed = [Placed(cover, at, c.sheet, c.left, c.top, c.width) for at, c in enumerate(wrapped)]
    placed += [
        Placed(interior, at, c.sheet, c.left, c.top, c.width)
        for at, c in enumerate(pages)
        if not c.blank
    ]
    title = f"{said['contact'].vi} / {said['contact'].en} – {shop.issue.title.vi}"
    stamp = datetime.datetime.combine(shop.issue.date, datetime.time(0, 0))
    contact_sheet(frames, placed, title, stamp, target, shop.cache)


def page_cells(
    facts: tuple[PageContent, ...], trim: tuple[float, float], width: float, first: int
) -> tuple[Cell, ...]:
    """The places of all pages in spreads `width` mm wide, after `first` places for the cover.
    Page 1 stands alone on the right, as in the book."""
    page = width / 2
    height = page * trim[1] / trim[0]
    rows = int((SHEET[1] - HEAD - FOOT + LABEL) // (height + LABEL + 2))
    cells = []
    for at, one in enumerate(facts):
        number = at + 1
        place = first + number // 2
        sheet, place = divmod(place, rows * SPREADS)
        row, column = divmod(place, SPREADS)
        verso = number % 2 == 0
        left = MARGIN + column * (width + GAP) + (0 if verso else page)
        top = HEAD + row * (height + LABEL + 2)
        cells.append(Cell(sheet, left, top, page, height, str(number), one.blank, verso))
    return tuple(cells)


def cover_cells(wrap: Wrap, count: int, width: float) -> tuple[Cell, ...]:
    """The cover's outside and inside, each in the place of a spread."""
    height = width * wrap.sheet.height / wrap.sheet.width
    return tuple(
        Cell(0, MARGIN + at * (width + GAP), HEAD, width, height, label)
        for at, label in enumerate(("4 – 1", "2 – 3")[:count])
    )

"""Copies of the interior that are not for printing, and say so on every page: the manuscript that
is filed before a licence number exists, and the draft, which holds what nobody has signed yet."""

import datetime
from pathlib import Path

from songngu.press.copyfit_note import write_note
from songngu.press.interior import Interior, set_interior
from songngu.press.pages_ import stamp_over
from songngu.press.setting import set_sheet, words
from songngu.press.workshop import Workshop
from songngu.progress import Progress

DRAFT = "draft-interior.pdf"


def set_manuscript(shop: Workshop, interior: Path, target: Path) -> None:
    """Write a copy of the interior with the mark on every page: no printing file."""
    _mark(shop, interior, "manuscript", target)


def make_draft(shop: Workshop, fresh: Path, progress: Progress) -> Interior:
    """Fill the empty folder `fresh` with the marked interior and the editor's copyfit note: no
    cover, no ticket, no sums, no package, so that nobody takes it for a delivery."""
    bare = fresh / "interior.pdf"
    inside = set_interior(shop, bare, progress)
    _mark(shop, bare, "draft", fresh / DRAFT)
    bare.unlink()
    write_note(inside.copyfit, shop.root, fresh)
    return inside


def _mark(shop: Workshop, interior: Path, kind: str, target: Path) -> None:
    """`kind` names the words of the mark."""
    said = words(shop.root)[kind]
    width, height = shop.profile.trim
    page = f"@page{{size:{width}mm {height}mm;margin:0;bleed:0}}"
    mark = set_sheet(shop, "ticket-manuscript.html", "ticket.css", {"mark": said}, page_css=page)
    title = f"{said.vi} / {said.en} – {shop.issue.title.vi}"
    stamp = datetime.datetime.combine(shop.issue.date, datetime.time(0, 0))
    stamp_over(interior, mark, title, stamp, target, shop.cache)

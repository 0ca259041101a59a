"""The manuscript copy that is filed before a licence number exists, marked on every page."""

import datetime
from pathlib import Path

from songngu.press.interior import Workshop
from songngu.press.pages_ import stamp_over
from songngu.press.setting import set_sheet, words


def set_manuscript(shop: Workshop, interior: Path, target: Path) -> None:
    """Write a copy of the interior with the mark on every page: no printing file."""
    said = words(shop.root)
    width, height = shop.profile.trim
    page = f"@page{{size:{width}mm {height}mm;margin:0;bleed:0}}"
    mark = set_sheet(shop, "ticket-manuscript.html", "ticket.css", {}, page_css=page)
    title = f"{said['manuscript'].vi} / {said['manuscript'].en} – {shop.issue.title.vi}"
    stamp = datetime.datetime.combine(shop.issue.date, datetime.time(0, 0))
    stamp_over(interior, mark, title, stamp, target)

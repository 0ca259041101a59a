"""Tells in each page of the interior which article it comes from, for whoever judges the file."""

from collections.abc import Sequence
from datetime import datetime

from pikepdf import Dictionary, Pdf

from songngu.press.book import PairView
from songngu.press.grid import Grid
from songngu.press.paging import BookPage


def name_sources(pdf: Pdf, pages: Sequence[BookPage], grid: Grid, stamp: datetime) -> None:
    """A PieceInfo entry of our own (ISO 32000-1, 14.5): path, pair and language of the source; on a
    page with both languages a second one beside it, from the middle of the text on (mm from the
    trim). `stamp` is the issue's date, which the entry must repeat.
    """
    when = stamp.strftime("D:%Y%m%d%H%M%SZ")
    for page, made in zip(pages, pdf.pages, strict=True):
        pair = page.part.values.get("pair") if page.part else None
        if not isinstance(pair, PairView):
            continue
        own, *beside = (_entry(pair, lang) for lang in page.langs)
        for other in beside:
            other.From = round(grid.middle(page.verso), 2)
            own.Beside = other
        made.obj.LastModified = when
        made.obj.PieceInfo = Dictionary(Songngu=Dictionary(LastModified=when, Private=own))


def _entry(pair: PairView, lang: str) -> Dictionary:
    side = pair.en if lang == "en" else pair.vi
    return Dictionary(Source=side.path, Pair=pair.id, Lang=side.lang)

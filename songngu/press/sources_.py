"""Notes in each page of the interior which article it comes from, so that a preflight can say."""

from collections.abc import Mapping
from datetime import datetime

from songngu.press.book import PairView
from songngu.press.grid import Grid
from songngu.press.paging import BookPage
from songngu.press.pdf_writer_ import text


def source_of(page: BookPage, grid: Grid, stamp: datetime) -> Mapping[str, object]:
    """Entries of a page with a PieceInfo of our own (ISO 32000-1, 14.5): path, pair and language of
    the source; on a page with both languages a second one beside it, from the middle of the text on
    (mm from the trim). `stamp` is the issue's date, which the entry must repeat.
    """
    pair = page.part.values.get("pair") if page.part else None
    if not isinstance(pair, PairView):
        return {}
    when = text(stamp.strftime("D:%Y%m%d%H%M%SZ"))
    own, *beside = (_entry(pair, lang) for lang in page.langs)
    for other in beside:
        own["Beside"] = {**other, "From": round(grid.middle(page.verso), 2)}
    told = {"LastModified": when, "Private": own}
    return {"LastModified": when, "PieceInfo": {"Songngu": told}}


def _entry(pair: PairView, lang: str) -> dict[str, object]:
    side = pair.en if lang == "en" else pair.vi
    return {"Source": text(side.path), "Pair": text(pair.id), "Lang": text(side.lang)}

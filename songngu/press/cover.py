"""The cover: back, spine and front on one sheet, bound by a hash to the interior it was made for.

Page 1 is the outside, page 2 the inside (covers 2 and 3); with one-sided colours (4/0) there is
no page 2.
"""

import datetime
from pathlib import Path

from songngu import __version__, geometry
from songngu.cache_ import digest
from songngu.figures.pictures_ import press_picture
from songngu.geometry import POINTS_PER_MM, Wrap
from songngu.model import Issue, PressProfile
from songngu.press import covering_
from songngu.press.barcode import MODULE, bars
from songngu.press.pdf_ import Intent
from songngu.press.setting import set_sheet
from songngu.press.workshop import Workshop
from songngu.source import isbn

# A thinner spine takes no text: half a millimetre of drift would put it on a cover.
THINNEST_SPINE_TEXT = 5.0


def spine_of(profile: PressProfile, pages: int) -> float:
    """The spine in mm for that many inside pages: none when stitched, the shop's word if given."""
    if profile.binding == "saddle":
        return 0.0
    if profile.spine_mm is not None:
        return profile.spine_mm
    leaf, board = profile.inside.caliper, profile.cover.caliper
    return geometry.spine(pages, leaf, board, profile.allowance)


def wrap_of(profile: PressProfile, pages: int) -> Wrap:
    """The cover's flat sheet for that many inside pages."""
    spine = spine_of(profile, pages)
    return geometry.wrap(profile.trim, profile.bleed, profile.slug, spine, profile.glue)


def set_cover(shop: Workshop, interior: Path, pages: int, target: Path) -> None:
    """Write cover.pdf for an interior of that many pages."""
    wrap = wrap_of(shop.profile, pages)
    art = shop.issue.picture
    pictures = {}
    if art and (shop.root / art).is_file():
        pictures[art] = press_picture(shop.root / art, shop.icc, shop.cache)
    values = {
        "wrap": wrap,
        "two_sided": shop.profile.cover_colours != "4/0",
        "spine_text": _spine_size(wrap.spine),
        "barcode": _barcode(shop.issue),
        "module": MODULE,
        "imprint": {line.key: line for line in shop.issue.imprint.lines},
    }
    sheet = wrap.sheet
    page = f"@page{{size:{sheet.width}mm {sheet.height}mm;margin:0;bleed:{sheet.bleed}mm}}"
    done = set_sheet(shop, "cover.html", "cover.css", values, page_css=page, pictures=pictures)
    covering_.join_cover(done, wrap, _intent(shop), digest(interior), target)


def stale(cover: Path, interior: Path) -> bool:
    """Whether a cover was made for another interior than this one."""
    return covering_.bound_to(cover) != digest(interior)


def _spine_size(spine: float) -> float | None:
    """The size in pt of the spine's text, None when the spine is too thin for any."""
    if spine < THINNEST_SPINE_TEXT:
        return None
    return round(min(12.0, max(6.0, spine * POINTS_PER_MM * 0.4)), 1)


def _barcode(issue: Issue) -> dict[str, object] | None:
    """The ISBN as bars; a wrong one was told by the check and is not printed."""
    for line in issue.imprint.lines:
        if line.key == "isbn" and isbn.valid(line.value.vi):
            number = isbn.digits(line.value.vi) or ""
            return {"digits": number, "bars": bars(number), "said": line.value.vi}
    return None


def _intent(shop: Workshop) -> Intent:
    name, issue = shop.publication.name, shop.issue
    said = f"{name.vi} / {name.en} – {issue.title.vi} / {issue.title.en}"
    return Intent(
        title=f"Bìa / Cover – {said}",
        language="vi",
        stamp=datetime.datetime.combine(issue.date, datetime.time(0, 0)),
        icc=shop.icc,
        profile=shop.profile,
        producer=f"Songngu {__version__}",
    )

"""Which view shows a page, and which template prints it."""

import re
from dataclasses import replace
from html import escape
from typing import Any

from songngu.figures.texts_ import Hands
from songngu.site import cover, gallery, reading, side_by_side, statistics
from songngu.site.edition import Edition, Page
from songngu.site.frame import Stand
from songngu.site.searching import Doc, doc
from songngu.site.share import share
from songngu.site.views import Frame

SEARCHED = ("article", "section")
TEMPLATES = {"article": "main", "double": "side-by-side", "doubles": "side-by-side-list"}
_NOT_SOUGHT = r'<svg.*?</svg>|<p class="data">.*?</p>|<summary.*?</summary>'


def view_of(stand: Stand, page: Page, hands: Hands) -> Any:
    """What the page's template is given as `view`."""
    if page.kind == "figures":
        return statistics.figures_page(stand)
    if page.kind == "gallery":
        return gallery.gallery(stand)
    if page.kind == "doubles":
        return side_by_side.contents(stand)
    if page.pair is not None:
        lang = None if page.kind == "double" else stand.lang
        text = stand.edition.text(page.issue, page.pair, lang)
        show = side_by_side.side_by_side if page.kind == "double" else reading.reading
        return show(stand, text, hands)
    if page.kind == "section" and page.section is not None:
        return cover.section_page(stand, page.section)
    return cover.about(stand) if page.kind == "about" else cover.cover(stand)


def template_of(page: Page) -> str:
    return f"{TEMPLATES.get(page.kind, page.kind)}.html"


def framed(edition: Edition, stand: Stand, page: Page, view: Any) -> Frame:
    """What the template is given as `frame`: the view's own, and what the page says to others."""
    if page.kind == "article" and page.pair is not None:
        page = replace(page, pair=edition.text(page.issue, page.pair, stand.lang))
    said = None if edition.draft else share(edition, stand.lang, page, view.frame)
    around: Frame = replace(view.frame, share=said)
    return around


def searched(page: Page, view: Any) -> Doc | None:
    """What the search finds of a page."""
    if page.kind not in SEARCHED:
        return None
    return doc(page.path, view.frame.title or view.frame.name, _sought(page, view))


def _sought(page: Page, view: Any) -> str:
    """What of a page the search reads, as HTML: a drawing's words stand in its table, cell by
    cell."""
    if page.kind == "section":
        return f"<p>{escape(view.section.standfirst)}</p>"
    if page.kind != "article":
        return ""
    body = re.sub(_NOT_SOUGHT, "", view.body_html, flags=re.S)
    body = body.replace("</td>", " · </td>").replace("</th>", " · </th>")
    return f"<p>{escape(view.standfirst)}</p>\n{body}"

"""sitemap.xml and robots.txt, from what exists in which language."""

from collections.abc import Iterable
from html import escape

from songngu.model import Lang
from songngu.site.edition import Edition, Page
from songngu.site.frame import alternates

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(edition: Edition) -> str:
    """One entry per page and language, each naming the page in every language that has it."""
    entries = [f"  <url><loc>{escape(edition.addresses.base)}</loc></url>\n"]
    for lang, pages in edition.pages.items():
        for page in pages:
            address = edition.addresses.absolute(edition.addresses.page(lang, page.path))
            entries.append(_entry(address, edition, page.path, _changed(lang, page)))
    return _HEAD + "".join(entries) + "</urlset>\n"


def _entry(address: str, edition: Edition, path: str, changed: str) -> str:
    links = "".join(_links(edition, path))
    last = f"    <lastmod>{changed}</lastmod>\n" if changed else ""
    return f"  <url>\n    <loc>{escape(address)}</loc>\n{last}{links}  </url>\n"


def _changed(lang: Lang, page: Page) -> str:
    """The day of an article's last change, or of its publication; of other pages nobody knows."""
    article = page.pair[lang] if page.pair else None
    return (article.updated or article.date or page.issue.date).isoformat() if article else ""


def _links(edition: Edition, path: str) -> Iterable[str]:
    for one in alternates(edition, path):
        yield (
            f'    <xhtml:link rel="alternate" hreflang="{one.hreflang}"'
            f' href="{escape(one.absolute)}"/>\n'
        )


def robots(base: str) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n"


def closed() -> str:
    """robots.txt of a draft."""
    return "User-agent: *\nDisallow: /\n"

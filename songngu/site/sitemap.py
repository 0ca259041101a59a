"""sitemap.xml and robots.txt, from what exists in which language."""

from collections.abc import Iterable
from html import escape

from songngu.site.edition import Edition
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
            entries.append(_entry(address, edition, page.path))
    return _HEAD + "".join(entries) + "</urlset>\n"


def _entry(address: str, edition: Edition, path: str) -> str:
    links = "".join(_links(edition, path))
    return f"  <url>\n    <loc>{escape(address)}</loc>\n{links}  </url>\n"


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

"""The pages above both languages: the one that offers them, and the 404 of the whole site."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from songngu.model import PictureUse
from songngu.site.edition import Edition
from songngu.site.frame import Stand, alternates, frame, picture
from songngu.site.pages_ import engine
from songngu.site.share import feeds, share
from songngu.site.views import Frame


def gate_pages(root: Path, edition: Edition) -> dict[str, str]:
    """index.html and 404.html by name. The first language's frame gives what both share."""
    theme = engine(root)
    return {
        "index.html": theme.get_template("gate.html").render(_context(edition, lost=False)),
        "404.html": theme.get_template("gate.html").render(_context(edition, lost=True)),
    }


def _context(edition: Edition, lost: bool) -> dict[str, Any]:
    issue = edition.publication.newest
    stands = [_Gate(edition, lang, issue, "", lost) for lang in edition.pages]
    use = PictureUse(path=issue.picture, alt="")
    sides = [frame(stand, "", edition.publication.tagline[stand.lang]) for stand in stands]
    return {
        "sides": sides if lost else [_shared(edition, stands[0], sides[0]), *sides[1:]],
        "titles": [issue.title[stand.lang] for stand in stands],
        "picture": picture(stands[0], use) if issue.picture else None,
        "canonical": edition.addresses.base,
        "alternates": alternates(edition, ""),
        "lost": lost,
    }


def _shared(edition: Edition, stand: Stand, side: Frame) -> Frame:
    """The first language speaks for the publication; the feeds are those of all. A draft says
    nothing to other sites."""
    if edition.draft:
        return side
    home = edition.pages[stand.lang][0]
    said = share(edition, stand.lang, home, side)
    found = tuple(feed for lang in edition.pages for feed in feeds(edition, lang))
    return replace(side, share=replace(said, url=edition.addresses.base, feeds=found))


class _Gate(Stand):
    """A stand at the site's root, above the languages."""

    def to(self, address: str) -> str:
        return self.edition.addresses.rooted(address) if self.lost else address

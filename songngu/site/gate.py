"""The pages above both languages: the one that offers them, and the 404 of the whole site."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from songngu.model import PictureUse
from songngu.site.edition import Edition
from songngu.site.frame import Stand, alternates, frame, picture


def gate_pages(root: Path, edition: Edition) -> dict[str, str]:
    """index.html and 404.html by name. The first language's frame gives what both share."""
    engine = Environment(
        loader=FileSystemLoader(root / "theme"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return {
        "index.html": engine.get_template("gate.html").render(_context(edition, lost=False)),
        "404.html": engine.get_template("gate.html").render(_context(edition, lost=True)),
    }


def _context(edition: Edition, lost: bool) -> dict[str, Any]:
    issue = edition.publication.newest
    stands = [_Gate(edition, lang, issue, "", lost) for lang in edition.pages]
    use = PictureUse(path=issue.picture, alt="")
    return {
        "sides": [frame(stand, "", edition.publication.tagline[stand.lang]) for stand in stands],
        "titles": [issue.title[stand.lang] for stand in stands],
        "picture": picture(stands[0], use) if issue.picture else None,
        "canonical": edition.addresses.base,
        "alternates": alternates(edition, ""),
        "lost": lost,
    }


class _Gate(Stand):
    """A stand at the site's root, above the languages."""

    def to(self, address: str) -> str:
        return self.edition.addresses.rooted(address) if self.lost else address

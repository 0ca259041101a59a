"""What is made for other sites: cards, pictures to reuse, feeds, kits. Their names and addresses,
known before any of them is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from songngu.model import Issue, Lang, Publication
from songngu.site.rights import Right, right_in

CARD = (1200, 630)
FEEDS = (("feed.xml", "application/rss+xml"), ("feed.json", "application/feed+json"))
REPUBLISH = "republish/"
TEXT = "article.txt"


@dataclass(frozen=True)
class Reuse:
    """A picture that others may take: a JPEG by its name below assets/, its size in pixels, and
    the right to it."""

    name: str
    width: int
    height: int
    right: Right


@dataclass(frozen=True)
class Syndication:
    """`cards` gives the card of a page by language and path, as a name below assets/; `reuse` each
    reusable picture by its path relative to the publication's root."""

    cards: Mapping[tuple[Lang, str], str] = field(default_factory=dict)
    reuse: Mapping[str, Reuse] = field(default_factory=dict)


def kit_path(issue: Issue) -> str:
    """Where an issue's press kit stands below the site's root: it belongs to no language."""
    return f"press/{issue.id}-press-kit.zip"


def text_right(publication: Publication, lang: Lang) -> Right | None:
    """The right to reuse the texts; None if the publication does not give it."""
    return right_in(publication.licence[lang])

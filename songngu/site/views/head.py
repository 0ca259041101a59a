"""What a page's head says to other sites: plain frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FeedLink:
    """A feed of the page's language: its media type and absolute address."""

    kind: str
    absolute: str


@dataclass(frozen=True)
class ShareView:
    """What the head says to other sites. `graph` is JSON-LD, safe inside a script element; every
    address is absolute."""

    kind: str
    title: str
    url: str
    locale: str
    locales: tuple[str, ...]
    image: str
    width: int
    height: int
    published: str
    modified: str
    section: str
    graph: str
    feeds: tuple[FeedLink, ...]

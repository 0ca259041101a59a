"""What a publication offers to other sites, and where it stands."""

from songngu.model import Issue, Pair
from songngu.site.edition import pair_path
from songngu.site.frame import Stand
from songngu.site.syndication import REPUBLISH, kit_path, text_right


def offered(stand: Stand, pair: Pair) -> bool:
    """Only a publication whose licence allows it offers its texts. An article that has the page's
    address already keeps it."""
    edition, path = stand.edition, republish_path(stand.issue, pair)
    if edition.syndication is None or path in edition.paths[stand.lang]:
        return False
    return text_right(edition.publication, stand.lang) is not None


def republish_path(issue: Issue, pair: Pair) -> str:
    return pair_path(issue, pair) + REPUBLISH


def kit_link(stand: Stand) -> str:
    """The way to the issue's press kit; nothing where none is made."""
    return stand.to(kit_path(stand.issue)) if stand.edition.syndication is not None else ""

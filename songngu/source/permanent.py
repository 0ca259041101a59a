"""The address at which an article can always be found: the site stands there, the book prints it.

Below the publication's own address: the language, the issue, the pair. (What must not change once
it is published is held by site/permalinks.py.)
"""

from collections.abc import Mapping

from songngu.model import LANGS, Issue, Lang, Pair, Publication
from songngu.source.slugs import address

# The pages that an issue has of its own, below its own address: no article and no section may be
# called so.
ABOUT, FIGURES, GALLERY, DOUBLE = "about", "figures", "gallery", "song-ngu"
RESERVED = (ABOUT, FIGURES, GALLERY, DOUBLE)
# Where each language of the built site stands below the publication's address.
FOLDERS: Mapping[Lang, str] = {lang: f"{lang}/" for lang in LANGS}


def issue_path(issue: Issue) -> str:
    """The address of an issue's own page below its language."""
    return f"{issue.id}/"


def pair_path(issue: Issue, pair: Pair) -> str:
    """The address of an article below its language."""
    return f"{issue.id}/{address(pair.id)}/"


def permanent(publication: Publication, issue: Issue, pair: Pair, lang: Lang) -> str:
    """The whole address of an article in one language, scheme included."""
    return publication.url + FOLDERS[lang] + pair_path(issue, pair)

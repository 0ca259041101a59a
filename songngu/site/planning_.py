"""The edition of a publication, planned: which pages there are, what they show, what they share."""

from pathlib import Path

from songngu.model import Lang, Publication
from songngu.site.addresses import Addresses
from songngu.site.assets_ import plan_pictures
from songngu.site.edition import Edition, Furniture, doubles, pages
from songngu.site.outline import outlined, texts
from songngu.site.permalinks import gone, shelved


def make_edition(
    root: Path,
    publication: Publication,
    folders: dict[Lang, str],
    furniture: Furniture,
    outline: Publication | None = None,
) -> Edition:
    """The edition without what was withdrawn. `outline` is the publication's, if it is known."""
    outline = outline or outlined(publication)
    kept = shelved(outline)
    return Edition(
        publication=kept,
        addresses=Addresses(publication.url, folders),
        pages={lang: pages(kept, lang) for lang in folders},
        pictures=plan_pictures(root, kept),
        furniture=furniture,
        doubles={lang: doubles(kept, lang) for lang in folders if len(folders) > 1},
        gone=gone(outline, folders),
        texts=texts(publication),
    )

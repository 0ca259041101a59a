"""The edition of a publication, planned: which pages there are, what they show, what they share."""

import hashlib
import importlib.util
from pathlib import Path

from songngu.model import Lang, Publication
from songngu.site.addresses import Addresses
from songngu.site.assets_ import plan_pictures
from songngu.site.edition import Edition, Furniture, doubles, pages
from songngu.site.lasting import gone, shelved
from songngu.site.outline import outlined, texts


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


def search_files() -> tuple[str, dict[str, Path]]:
    """The name of the search worker, and the files it needs, by their names in assets/.

    It is Material's (lunr), with a shim before it that forgives missing marks. Measured against
    Pagefind: both find everything that is asked for without its marks and both are quick enough;
    but Pagefind folds no đ, so that it would need a hidden list of words on every page, a wheel of
    10 MB and a second engine after the build. The shim moves 45 KB for the first query of an issue.
    """
    found_at = importlib.util.find_spec("material")
    assert found_at is not None and found_at.origin
    workers = Path(found_at.origin).parent / "templates/assets/javascripts/workers"
    found = {
        "worker.js": Path(__file__).with_name("search-worker.js"),
        "material.js": next(workers.glob("search.*.min.js")),
    }
    mark = hashlib.sha256(b"".join(path.read_bytes() for path in found.values())).hexdigest()[:10]
    folder = f"search/{mark}"
    return f"{folder}/worker.js", {f"{folder}/{name}": path for name, path in found.items()}

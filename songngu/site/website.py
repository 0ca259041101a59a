"""Publication -> website: the languages, what they share, and what stands above them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from songngu.cache_ import Cache
from songngu.model import LANGS, Lang, Publication, Standing
from songngu.progress import Progress
from songngu.site.assets_ import furnish, write_assets
from songngu.site.downloads import download_address
from songngu.site.edition import Download, Edition
from songngu.site.folder_ import Folder
from songngu.site.gate import gate_pages
from songngu.site.keys_ import Keeper, keeper
from songngu.site.languages_ import languages
from songngu.site.outline import outlined
from songngu.site.pages_ import lasting_pages
from songngu.site.permalinks import address_list
from songngu.site.planning_ import make_edition
from songngu.site.safety import host_files
from songngu.site.sitemap import closed, robots, sitemap
from songngu.site.statistics import csv_files
from songngu.site.status_page import status_pages
from songngu.site.syndicating_ import plan_syndication, write_syndication
from songngu.source.addresses import read_addresses
from songngu.source.permanent import FOLDERS


def build_site(
    root: Path,
    publication: Publication,
    out: Path,
    cache: Cache,
    *,
    only: Lang | None = None,
    downloads: tuple[Download, ...] = (),
    standings: Mapping[str, tuple[Standing, ...]] | None = None,
    progress: Progress,
    before: Path | None = None,
) -> int:
    """The whole website in the empty folder `out`; the number of its HTML pages.

    `before` is where the last one stands: what would be the same is taken over from it.
    `downloads` are files that the issues offer; they are copied. `standings` (by issue) make it a
    draft, which has nothing for other sites. Raises EngineFailed.
    """
    langs = tuple(lang for lang in LANGS if only in (None, lang))
    furniture, files = furnish(root, cache)
    folders, outline = {lang: FOLDERS[lang] for lang in langs}, outlined(publication)
    edition = make_edition(root, publication, folders, furniture, outline)
    edition = replace(edition, downloads=downloads, desk=standings)
    edition, cards = (edition, {}) if edition.draft else plan_syndication(root, edition)
    kept = keeper(root, outline, edition, cache)
    folder = Folder(out, cache, before)
    with languages(root, edition, kept, folder) as begun:
        progress("progress.web-pictures")
        files = {**files, **csv_files(publication)}
        write_assets(root, edition.pictures, files, cache, folder, progress)
        _copy_downloads(edition, folder)
        if not edition.draft:
            progress("progress.web-cards")
            write_syndication(root, edition, cards, kept, folder, progress)
        progress("progress.web-pages")
        begun.end(progress)
    progress("progress.web-search")
    begun.gather_all()
    _write_top(root, edition, kept, folder)
    folder.keep()
    return folder.pages


def _copy_downloads(edition: Edition, folder: Folder) -> None:
    for one in edition.downloads:
        made = one.path.stat()
        key = f"{download_address(one)} {made.st_size} {made.st_mtime_ns}"
        if not folder.takes(key):
            folder.copy({download_address(one): one.path}, key)


def _write_top(root: Path, edition: Edition, kept: Keeper, folder: Folder) -> None:
    """What stands above the languages."""
    listed = read_addresses(root).value
    key = "" if edition.draft else kept.key("top", repr(listed))
    if folder.takes(key):
        return
    addresses = edition.addresses
    texts = {
        **gate_pages(root, edition),
        ".nojekyll": "",
        "addresses.txt": address_list(edition, listed),
        **host_files(addresses, edition.draft),
        **lasting_pages(root, edition),
    }
    if edition.draft:
        texts |= {"robots.txt": closed(), **status_pages(root, edition)}
    else:
        texts |= {"sitemap.xml": sitemap(edition), "robots.txt": robots(addresses.base)}
    folder.write(texts, key)

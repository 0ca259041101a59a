"""Publication -> website: one engine process per language side by side, then what stands above
the languages, written by ourselves."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from songngu.cache_ import Cache
from songngu.model import LANGS, Lang, Publication, Standing
from songngu.site.assets_ import furnish, write_assets
from songngu.site.board import board_pages
from songngu.site.edition import Download, Edition
from songngu.site.gate import gate_pages
from songngu.site.languages_ import languages
from songngu.site.lasting import address_list
from songngu.site.made_ import keeper
from songngu.site.pages_ import lasting_pages, write
from songngu.site.planning_ import make_edition
from songngu.site.safety import host_files
from songngu.site.shelf import download_address
from songngu.site.sitemap import closed, robots, sitemap
from songngu.site.spreading_ import spread_out, write_spread
from songngu.site.statistics import csv_files
from songngu.source.addresses import read_addresses
from songngu.source.permanent import FOLDERS

Report = Callable[[str, Lang], None]


def build_site(
    root: Path,
    publication: Publication,
    out: Path,
    cache: Cache,
    *,
    only: Lang | None = None,
    downloads: tuple[Download, ...] = (),
    standings: Mapping[str, tuple[Standing, ...]] | None = None,
    report: Report,
) -> int:
    """The whole website in the empty folder `out`; the number of its HTML pages.

    `report` is called with "progress.site" and the language as each language is done.
    `downloads` are files that the issues offer; they are copied. `standings` (by issue) make it a
    draft, which has nothing for other sites. Raises EngineFailed.
    """
    langs = tuple(lang for lang in LANGS if only in (None, lang))
    furniture, files = furnish(root, cache)
    edition = make_edition(root, publication, {lang: FOLDERS[lang] for lang in langs}, furniture)
    edition = replace(edition, downloads=downloads, desk=standings)
    edition, cards = (edition, {}) if edition.draft else spread_out(root, edition)
    kept = keeper(root, publication, edition, cache)
    with languages(root, edition, kept, out) as begun:
        taken = {**files, **csv_files(publication)}
        write_assets(root, edition.pictures, taken, cache, out)
        _copy_downloads(edition, out)
        if not edition.draft:
            write_spread(root, edition, cards, cache, out)
        for lang in begun.ended():
            report("progress.site", lang)
    _write_top(root, edition, out)
    return sum(1 for _ in out.rglob("*.html"))


def _copy_downloads(edition: Edition, out: Path) -> None:
    for one in edition.downloads:
        target = out / download_address(one)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(one.path, target)


def _write_top(root: Path, edition: Edition, out: Path) -> None:
    addresses = edition.addresses
    texts = {
        **gate_pages(root, edition),
        ".nojekyll": "",
        "addresses.txt": address_list(edition, read_addresses(root).value),
        **host_files(addresses, edition.draft),
        **lasting_pages(root, edition),
    }
    if edition.draft:
        texts |= {"robots.txt": closed(), **board_pages(root, edition)}
    else:
        texts |= {"sitemap.xml": sitemap(edition), "robots.txt": robots(addresses.base)}
    write(out, texts)

"""Publication -> website: one engine process per language side by side, then what stands above
the languages, written by ourselves."""

import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

import songngu
from songngu.cache_ import Cache
from songngu.model import LANGS, Lang, Publication, Standing
from songngu.site.assets_ import furnish, write_assets
from songngu.site.board import board_pages
from songngu.site.edition import Download, Edition
from songngu.site.gate import gate_pages
from songngu.site.lasting import address_list
from songngu.site.mkdocs_ import Handed, make_edition, search_files
from songngu.site.pages_ import lasting_pages, write
from songngu.site.safety import host_files
from songngu.site.shelf import download_address
from songngu.site.sitemap import closed, robots, sitemap
from songngu.site.spreading_ import spread_out, write_spread
from songngu.site.statistics import csv_files
from songngu.source.addresses import read_addresses
from songngu.source.permanent import FOLDERS

Report = Callable[[str, Lang], None]


class EngineFailed(Exception):  # noqa: N818 - it is told as what happened
    """MkDocs gave up: its exit code, and the last it said."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(f"mkdocs ended with {code}: {reason}")
        self.code, self.reason = code, reason


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
    worker, search = search_files()
    furniture, files = furnish(root, cache, worker, search)
    edition = make_edition(root, publication, {lang: FOLDERS[lang] for lang in langs}, furniture)
    edition = replace(edition, downloads=downloads, desk=standings)
    edition, cards = (edition, {}) if edition.draft else spread_out(root, edition)
    with tempfile.TemporaryDirectory() as desk:
        handed = Path(desk) / "edition"
        handed.write_bytes(pickle.dumps(Handed(edition, cache)))
        runs = {lang: _start(root, lang, out, handed, edition) for lang in langs}
        try:
            taken = {**files, **csv_files(publication)}
            write_assets(root, edition.pictures, taken, cache, out)
            _copy_downloads(edition, out)
            if not edition.draft:
                write_spread(root, edition, cards, cache, out)
            for lang, running in runs.items():
                _finish(running, handed.with_name(lang))
                report("progress.site", lang)
        finally:
            for running in runs.values():
                running.kill()
                running.wait()
    _write_top(root, edition, out)
    return sum(1 for _ in out.rglob("*.html"))


def _copy_downloads(edition: Edition, out: Path) -> None:
    for one in edition.downloads:
        target = out / download_address(one)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(one.path, target)


def _start(
    root: Path, lang: Lang, out: Path, handed: Path, edition: Edition
) -> subprocess.Popen[bytes]:
    """One language's engine. What it says goes to a file, so that it never waits for a reader."""
    folder = out / lang
    folder.mkdir()
    command = [sys.executable, "-m", "songngu.site.mkdocs_", str(root), lang, str(folder)]
    with handed.open("rb") as given, handed.with_name(lang).open("wb") as said:
        return subprocess.Popen(
            command,
            stdin=given,
            stdout=said,
            stderr=said,
            env=_environment(lang, edition),
        )


def _finish(running: subprocess.Popen[bytes], said: Path) -> None:
    code = running.wait()
    if code:
        lines = said.read_text("utf-8", "replace").strip().splitlines()
        raise EngineFailed(code, lines[-1] if lines else "no message")


def _environment(lang: Lang, edition: Edition) -> dict[str, str]:
    """What the engine must not take from the machine: its clock, its encoding, its order."""
    day = datetime.combine(edition.publication.newest.date, time(), UTC)
    package = str(Path(songngu.__file__).parent.parent)
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **os.environ,
        "SONGNGU_LOCALE": lang,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": str(int(day.timestamp())),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join(paths),
    }


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

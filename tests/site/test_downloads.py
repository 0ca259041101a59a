"""The downloads of an issue: files made beside the site, with their sizes, then the data."""

from dataclasses import replace
from pathlib import Path

from songngu.cache_ import Cache
from songngu.model import Bilingual
from songngu.progress import SILENT
from songngu.site import cover
from songngu.site.edition import Download, Edition
from songngu.site.website import build_site
from tests.conftest import ROOT
from tests.site.conftest import read_all
from tests.site.test_views import stand


def pdf(folder: Path, issue: str = "2031") -> Download:
    path = folder / "made.pdf"
    path.write_bytes(b"%PDF" + b"0" * 1_249_000)
    return Download(issue, Bilingual("Sách để đọc", "The book to read"), "ban-doc.pdf", path)


def test_files_first_then_data(edition: Edition, tmp_path: Path) -> None:
    offered = replace(edition, downloads=(pdf(tmp_path), pdf(tmp_path, issue="1999")))
    one, data = cover.cover(stand(offered, "en", "2031/")).downloads
    assert (one.label, one.href) == ("The book to read", "../../downloads/2031/ban-doc.pdf")
    assert (one.kind, one.weight) == ("PDF", "1.3 MB")
    assert (data.kind, data.href.split("/")[-1][-4:]) == ("CSV", ".csv")


def test_they_are_copied(tiny_root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    publication = read_all(tiny_root)
    build_site(
        tiny_root, publication, out, Cache(ROOT), only="vi",
        downloads=(pdf(tmp_path),), progress=SILENT,
    )  # fmt: skip
    assert (out / "downloads/2031/ban-doc.pdf").stat().st_size == 1_249_004
    text = (out / "vi/2031/index.html").read_text("utf-8")
    assert '<a href="../../downloads/2031/ban-doc.pdf" download>Sách để đọc</a>' in text
    assert "PDF, 1,3 MB" in text

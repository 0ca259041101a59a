"""The tiny publication, read and built: as it is, and with an article in one language only."""

from collections.abc import Callable
from pathlib import Path

import pytest

from songngu.cache_ import Cache
from songngu.model import Publication
from songngu.progress import SILENT
from songngu.site.addresses import Addresses
from songngu.site.edition import Edition, Furniture, doubles, pages
from songngu.site.website import build_site
from songngu.source.publication import read
from tests.conftest import ROOT
from tests.tiny import copy_tiny

ALONE = "nha-gao/hoi-nguoi-lai"


def read_all(root: Path) -> Publication:
    found = read(root)
    assert found.value is not None
    return found.value


def build(root: Path, out: Path) -> Path:
    """Fonts and charts come from the checkout's cache: they are the same for everyone."""
    out.mkdir()
    build_site(root, read_all(root), out, Cache(ROOT), progress=SILENT)
    return out


def edition_of(publication: Publication) -> Edition:
    """An edition without pictures and furniture, for views that are read as text."""
    addresses = Addresses(publication.url, {"vi": "vi/", "en": "en/"})
    found = {lang: pages(publication, lang) for lang in addresses.folders}
    both = {lang: doubles(publication, lang) for lang in addresses.folders}
    return Edition(publication, addresses, found, {}, Furniture(), both)


@pytest.fixture(scope="session")
def tiny_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_tiny(tmp_path_factory.mktemp("tiny") / "root")


@pytest.fixture(scope="session")
def alone_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny publication, in which one article has no English."""
    root = copy_tiny(tmp_path_factory.mktemp("alone") / "root")
    (root / f"content/en/2031/{ALONE}.md").unlink()
    return root


@pytest.fixture(scope="session")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    return lambda root: build(root, tmp_path_factory.mktemp("site") / "out")


@pytest.fixture(scope="session")
def tiny_site(tiny_root: Path, builder: Callable[[Path], Path]) -> Path:
    return builder(tiny_root)


@pytest.fixture(scope="session")
def alone_site(alone_root: Path, builder: Callable[[Path], Path]) -> Path:
    return builder(alone_root)


@pytest.fixture(scope="session")
def edition(tiny_root: Path) -> Edition:
    return edition_of(read_all(tiny_root))


@pytest.fixture(scope="session")
def alone_edition(alone_root: Path) -> Edition:
    return edition_of(read_all(alone_root))


@pytest.fixture(scope="session")
def later_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny publication a while later: an article renamed and put right, another withdrawn, a
    picture that may not be reused."""
    root = copy_tiny(tmp_path_factory.mktemp("later") / "root")
    said = {"vi": ("Số chuyến từng ghi nhầm.", "Nguồn không còn đúng."),
            "en": ("The trips were miscounted.", "Its source no longer holds.")}  # fmt: skip
    for lang, (correction, reason) in said.items():
        first = f"aliases: [do-som]\ncorrections:\n  - {{date: 2031-07-02, text: {correction}}}\n"
        second = f"aliases: [nguoi-lai]\nwithdrawn: {{date: 2031-08-01, reason: {reason}}}\n"
        for name, keys in (("do-dau-ngay", first), (ALONE, second)):
            path = root / f"content/{lang}/2031/{name}.md"
            text = path.read_text("utf-8")
            path.write_text(text.replace("sources:", f"{keys}sources:", 1), "utf-8")
    credits = root / "assets/images/credits.yml"
    before, _, after = credits.read_text("utf-8").rpartition("CC BY 4.0")
    credits.write_text(f"{before}All rights reserved{after}", "utf-8")
    return root


@pytest.fixture(scope="session")
def later_site(later_root: Path, builder: Callable[[Path], Path]) -> Path:
    return builder(later_root)

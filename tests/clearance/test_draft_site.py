"""The site of a draft: marked on every page, closed to search engines, with its status page."""

import datetime
import re
from pathlib import Path

import pytest

from songngu.cache_ import Cache
from songngu.desk.clear import Asked, clear
from songngu.desk.standing import standing
from songngu.model import Publication, Standing
from songngu.progress import SILENT
from songngu.site.website import build_site
from songngu.source.publication import read
from tests.conftest import ROOT
from tests.tiny import copy_tiny

PAIR = "do-dau-ngay"


def read_all(root: Path) -> Publication:
    found = read(root).value
    assert found is not None
    return found


def standings(root: Path) -> tuple[Standing, ...]:
    """One article signed, then edited in English; another never signed."""
    publication = read_all(root)
    signed = next(pair for pair in publication.newest.pairs if pair.id == PAIR)
    before = standing(signed, publication, (), lambda path: "0")
    asked = Asked("approver", "Trần Thị <Đò>", datetime.date(2031, 5, 1))
    answer = clear(publication.newest.id, before, asked, ())
    assert answer.signing is not None
    path = root / f"content/en/2031/{PAIR}.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Every year the", "Each year the"), "utf-8")
    later = read_all(root)
    return tuple(
        standing(pair, later, (answer.signing,) if pair.id == PAIR else (), lambda path: "0")
        for pair in later.newest.in_order
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_tiny(tmp_path_factory.mktemp("draft") / "root")
    found = {"2031": standings(root)}
    out = tmp_path_factory.mktemp("site") / "out"
    out.mkdir()
    build_site(root, read_all(root), out, Cache(ROOT), standings=found, progress=SILENT)
    return out


def test_every_page_says_so_and_asks_not_to_be_kept(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        text = page.read_text("utf-8")
        assert 'class="band draft"' in text, page
        assert re.search(r"BẢN THẢO|DRAFT", text), page
        assert '<meta name="robots" content="noindex">' in text, page
        assert 'rel="canonical"' not in text and "application/ld+json" not in text, page


def test_nothing_is_offered_to_others(site: Path) -> None:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*")}
    assert not {"sitemap.xml", "vi/feed.xml", "vi/feed.json"} & names
    assert not [name for name in names if "republish" in name or name.endswith(".zip")]
    assert (site / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    for name in ("_headers", ".htaccess"):
        assert "X-Robots-Tag" in (site / name).read_text("utf-8")


def test_every_page_leads_to_the_status_page(site: Path) -> None:
    for page in ("index.html", "vi/index.html", f"en/2031/{PAIR}/index.html"):
        text = (site / page).read_text("utf-8")
        (first, *_) = re.findall(r'<a href="([^"]*status\.html)">', text)
        assert ((site / page).parent / first).resolve().is_file(), page


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", ("đã đổi", "người duyệt", "Phải xem lại", "01/5/2031", "chờ ký")),
        ("en", ("stale", "approver", "Must look again", "1 May 2031", "unsigned")),
    ],
)
def test_the_status_page_shows_old_beside_new(
    site: Path, lang: str, words: tuple[str, ...]
) -> None:
    text = (site / lang / "status.html").read_text("utf-8")
    for word in words:
        assert word in text
    assert "<del>Every</del>" in text and "<ins>Each</ins>" in text
    assert "Trần Thị &lt;Đò&gt;" in text and "<Đò>" not in text
    assert text.count('class="level"') == 1
    other = "en" if lang == "vi" else "vi"
    assert f'href="../{other}/status.html"' in text

"""The tiny publication as a folder of files."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

from songngu.cache_ import Cache
from songngu.progress import SILENT
from songngu.site.pages_ import EngineFailed
from songngu.site.website import build_site
from tests.conftest import ROOT
from tests.site.conftest import ALONE, read_all
from tests.tiny import copy_tiny

OUTSIDE = {
    "https://ben-nang.example/bien-ban/",
    "https://creativecommons.org/licenses/by/4.0/",
}


class Links(HTMLParser):
    """Every address that a page asks for or leads to, and every id it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is None:
                continue
            if name in ("href", "src", "data-worker", "data-index"):
                self.found.append(value)
            if name == "srcset":
                self.found += [part.split()[0] for part in value.split(",")]
            if name == "id":
                self.ids.add(value)


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text("utf-8")


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_what_is_there(tiny_site: Path) -> None:
    for name in ("index.html", "404.html", "sitemap.xml", "robots.txt", ".nojekyll"):
        assert (tiny_site / name).is_file()
    for lang in ("vi", "en"):
        for path in ("", "2031/", "2031/ben-song/", "2031/do-dau-ngay/", f"2031/{ALONE}/"):
            assert (tiny_site / lang / path / "index.html").is_file()
        assert (tiny_site / lang / "404.html").is_file()
        assert (tiny_site / lang / "search/index.json").is_file()


def test_no_working_file_is_published(tiny_site: Path) -> None:
    allowed = {
        ".html",
        ".css",
        ".js",
        ".avif",
        ".webp",
        ".woff2",
        ".svg",
        ".json",
        ".xml",
        ".txt",
        "",
    }
    allowed |= {".png", ".jpg", ".zip"}  # what is made for other sites
    data = set((tiny_site / "assets/series").glob("*.csv"))
    found = {path for path in tiny_site.rglob("*") if path.is_file() and path not in data}
    assert {path.suffix for path in found} <= allowed
    assert [path.name for path in tiny_site.rglob("sitemap.xml")] == ["sitemap.xml"]
    assert not [path for path in tiny_site.rglob("*") if "clearance" in path.name]


def test_every_link_leads_somewhere(tiny_site: Path) -> None:
    ids = {name: Links(text).ids for name, text in pages(tiny_site)}
    base = "https://ben-nang.example/so/"
    for name, text in pages(tiny_site):
        for link in Links(text).found:
            address, anchor = urldefrag(urljoin(base + name, link))
            if not address.startswith(base):
                assert address in OUTSIDE, (name, link)
                continue
            target = address.removeprefix(base)
            target += "index.html" if target == "" or target.endswith("/") else ""
            assert (tiny_site / target).is_file(), (name, link)
            assert not anchor or anchor in ids[target], (name, link)


def test_every_alternate_points_back(alone_site: Path) -> None:
    pattern = re.compile(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">')
    base = "https://ben-nang.example/so/"
    said = {name: dict(pattern.findall(text)) for name, text in pages(alone_site)}
    assert said[f"vi/2031/{ALONE}/index.html"].keys() == {"vi", "x-default"}
    assert not (alone_site / "en/2031" / ALONE).exists()
    for name, alternates in said.items():
        for lang, address in alternates.items():
            other = address.removeprefix(base) + "index.html"
            assert (alone_site / other).is_file()
            assert lang == "x-default" or said[other] == alternates, name


def test_a_specimen_says_so_on_every_page(tiny_site: Path) -> None:
    for name, text in pages(tiny_site):
        if not name.startswith("en/"):
            assert "Bản mẫu, không phải ấn phẩm chính thức" in text, name
        if not name.startswith("vi/"):
            assert "Specimen, not an official publication" in text, name


def test_nothing_inline_that_a_strict_policy_forbids(tiny_site: Path) -> None:
    for name, text in pages(tiny_site):
        runs = text.replace('<script type="application/ld+json">', "")  # that is data
        assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>|\sstyle=|\son\w+=|<style", runs), name


def test_what_editors_wrote_is_text(tiny_site: Path) -> None:
    text = (tiny_site / "vi/2031/do-dau-ngay/index.html").read_text("utf-8")
    lines = '<span class="line">Chuyến đò đầu</span> <span class="line">ngày &amp; con nước</span>'
    assert f"<h1>{lines}</h1>" in text
    assert "một thị trấn &lt;nhỏ&gt; &amp; con sông" in text


def test_nothing_of_another_publication(tiny_site: Path) -> None:
    for name, content in files(tiny_site).items():
        if Path(name).suffix in (".html", ".css", ".xml", ".json", ".txt"):
            assert "Trà Vinh" not in content.decode() and "2024" not in content.decode(), name


def test_two_builds_give_the_same_bytes(
    tiny_root: Path, tiny_site: Path, builder: Callable[[Path], Path]
) -> None:
    assert files(builder(tiny_root)) == files(tiny_site)


def test_one_language_alone(tiny_root: Path, tmp_path: Path) -> None:
    build_site(
        tiny_root, read_all(tiny_root), tmp_path, Cache(ROOT), only="en",
        progress=SILENT,
    )  # fmt: skip
    assert not (tmp_path / "vi").exists()
    text = (tmp_path / "en/index.html").read_text("utf-8")
    assert 'hreflang="vi"' not in text and 'class="double"' not in text
    assert not list(tmp_path.rglob("song-ngu"))


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("theme/main.html", "{% broken", ("main.html:1", "broken")),
        ("theme/main.html", "{{ nobody }}", ("nobody",)),
    ],
)
def test_a_theme_that_does_not_work_is_told(
    tmp_path: Path, file: str, text: str, told: tuple[str, ...]
) -> None:
    root = copy_tiny(tmp_path / "root")
    (root / file).write_text(text, "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(EngineFailed) as failure:
        build_site(root, read_all(root), out, Cache(ROOT), progress=SILENT)
    assert all(word in str(failure.value) for word in told)


def test_plain_mkdocs_builds_it_too(tiny_root: Path, tmp_path: Path) -> None:
    """`mkdocs build` by itself: Vietnamese at the root, pictures and fonts in their places."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(tiny_root / "mkdocs.yml")]
    subprocess.run([*command, "-d", str(tmp_path / "plain")], check=True, cwd=tiny_root)
    for name in ("index.html", "2031/do-dau-ngay/index.html", "en/2031/do-dau-ngay/index.html"):
        text = (tmp_path / "plain" / name).read_text("utf-8")
        for link in Links(text).found:
            address = urldefrag(urljoin(f"file:///{name}", link))[0].removeprefix("file:///")
            if "://" not in address:
                address += "index.html" if address == "" or address.endswith("/") else ""
                assert (tmp_path / "plain" / address).is_file(), (name, link)

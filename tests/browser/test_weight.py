"""What a page weighs on a phone, as a host compresses it: fonts and all."""

import gzip
from pathlib import Path

import pytest

from songngu.model import LANGS, Issue
from songngu.source.slugs import address
from tests.browser.conftest import Open, Reader

PICTURES = {".webp", ".avif", ".jpg", ".png"}
PACKED = {*PICTURES, ".woff2"}


def weigh(one: Reader, site: Path, place: str) -> dict[str, int]:
    """Bytes by the ending of the file, for everything that the page asks for."""
    asked: set[str] = set()
    one.page.on("request", lambda request: asked.add(request.url))
    one.page.goto(one.origin + place, wait_until="networkidle")
    found: dict[str, int] = {}
    for url in asked:
        name = url.removeprefix(one.origin)
        path = site / (name + "index.html" if name == "" or name.endswith("/") else name)
        data = path.read_bytes()
        size = len(data) if path.suffix in PACKED else len(gzip.compress(data))
        found[path.suffix] = found.get(path.suffix, 0) + size
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_an_article_without_its_pictures(
    reader: Open, built_site: Path, issue: Issue, lang: str
) -> None:
    """The article with most on it, alone and side by side: at most 120 KB."""
    pair = max(issue.pairs, key=lambda one: sum(len(row.kind) for row in one.rows))
    for place in ("", "song-ngu/"):
        one = reader(360, cold=True, device_scale_factor=2)
        found = weigh(one, built_site, f"{lang}/{issue.id}/{address(pair.id)}/{place}")
        assert found[".woff2"] > 0
        own = sum(size for ending, size in found.items() if ending not in PICTURES)
        assert own <= 120_000, found


@pytest.mark.parametrize("lang", LANGS)
def test_the_home_with_its_pictures(reader: Open, built_site: Path, lang: str) -> None:
    found = weigh(reader(360, cold=True, device_scale_factor=2), built_site, f"{lang}/")
    assert sum(found.values()) <= 300_000, found

"""RSS 2.0 and JSON Feed 1.1: structure, full text, and what must not be in them."""

import json
import re
import xml.etree.ElementTree as ET
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from songngu.site.feeds import ATOM
from tests.site.conftest import ALONE

BASE = "https://ben-nang.example/so/"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
MEDIA = "{http://search.yahoo.com/mrss/}content"
SPECIMEN = {"vi": "Bản mẫu, không phải", "en": "Specimen, not an official"}
COMPOSED = {"vi": "Bài hỏi đáp do ban biên tập soạn", "en": "composed by the editors"}


def channel(site: Path, lang: str) -> ET.Element:
    root = ET.parse(site / lang / "feed.xml").getroot()
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    found = root.find("channel")
    assert found is not None
    return found


def json_feed(site: Path, lang: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / lang / "feed.json").read_text("utf-8"))
    return found


def said(item: ET.Element, tag: str) -> str:
    return item.findtext(tag) or ""


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_rss(tiny_site: Path, lang: str) -> None:
    feed = channel(tiny_site, lang)
    assert all(said(feed, tag) for tag in ("title", "link", "description", "lastBuildDate"))
    assert said(feed, "language") == lang
    link = feed.find("{http://www.w3.org/2005/Atom}link")
    assert link is not None and link.get("href") == f"{BASE}{lang}/feed.xml"
    items = feed.findall("item")
    assert len(items) == 2
    assert len({said(item, "guid") for item in items}) == 2
    for item in items:
        assert said(item, "title") and said(item, "link") == said(item, "guid")
        assert parsedate_to_datetime(said(item, "pubDate")).isoformat()[:10] == "2031-05-20"
        page = said(item, "link").removeprefix(BASE)
        assert (tiny_site / page / "index.html").is_file()
        assert SPECIMEN[lang] in said(item, CONTENT)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_json_feed_says_the_same(tiny_site: Path, lang: str) -> None:
    feed = json_feed(tiny_site, lang)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{BASE}{lang}/feed.json"
    items = channel(tiny_site, lang).findall("item")
    assert [one["id"] for one in feed["items"]] == [said(item, "guid") for item in items]
    for one, item in zip(feed["items"], items, strict=True):
        assert one["content_html"] == said(item, CONTENT)
        assert SPECIMEN[lang] in one["content_text"]
        assert one["date_published"] == "2031-05-20T00:00:00+00:00"
        assert one["language"] == lang and "date_modified" not in one


def test_every_address_in_a_text_is_absolute(tiny_site: Path) -> None:
    for lang in ("vi", "en"):
        for one in json_feed(tiny_site, lang)["items"]:
            for address in re.findall(r'(?:src|href)="([^"]+)"', one["content_html"]):
                assert urlsplit(address).scheme == "https"
                if address.startswith(BASE):
                    path = address.removeprefix(BASE).partition("#")[0]
                    path += "index.html" if path.endswith("/") else ""
                    assert (tiny_site / path).is_file(), address


def test_the_whole_text_with_figures_sources_and_pictures(tiny_site: Path) -> None:
    html = json_feed(tiny_site, "en")["items"][0]["content_html"]
    assert "1,250\u00a0ferry trips" in html
    assert "<td>800</td>" in html and "The Sunny Landing register" in html
    assert re.search(r'<img src="[^"]+\.jpg" width="1200" height="857"', html)
    assert "(Illustration: Sunny Landing, CC BY 4.0)" in html
    assert not re.search(r"<(script|svg|style|span|div)|class=|style=", html)


def test_a_composed_interview_carries_its_label(tiny_site: Path) -> None:
    for lang in ("vi", "en"):
        one = json_feed(tiny_site, lang)["items"][1]
        assert one["url"].endswith(f"{ALONE}/")
        assert COMPOSED[lang] in one["content_html"] and COMPOSED[lang] in one["content_text"]
    assert "<p><strong>Q:</strong> Since when" in one["content_html"]
    assert "Q: Since when" in one["content_text"]


def test_the_head_names_the_feeds(tiny_site: Path) -> None:
    pattern = r'<link rel="alternate" type="([^"]+)" title="[^"]*" href="([^"]+)">'
    for lang in ("vi", "en"):
        text = (tiny_site / lang / "2031/do-dau-ngay/index.html").read_text("utf-8")
        assert re.findall(pattern, text) == [
            ("application/rss+xml", f"{BASE}{lang}/feed.xml"),
            ("application/feed+json", f"{BASE}{lang}/feed.json"),
        ]


def test_a_picture_without_the_right_stays_out(later_site: Path) -> None:
    item = channel(later_site, "vi").findall("item")[0]
    assert "ben" in said(item, CONTENT) and "cheo" not in said(item, CONTENT)
    assert "Mái chèo" not in said(item, CONTENT)
    media = item.find(MEDIA)
    assert media is not None and str(media.get("url")).startswith(f"{BASE}assets/reuse/ben.")
    assert not list((later_site / "assets/reuse").glob("cheo*"))


def test_corrections_and_withdrawals(later_site: Path) -> None:
    for lang in ("vi", "en"):
        items = json_feed(later_site, lang)["items"]
        assert [one["url"] for one in items] == [f"{BASE}{lang}/2031/do-dau-ngay/"]
        assert items[0]["date_modified"] == "2031-07-02T00:00:00+00:00"
    assert "<li>2 July 2031: The trips were miscounted.</li>" in items[0]["content_html"]
    feed = channel(later_site, "en")
    assert said(feed.findall("item")[0], f"{{{ATOM}}}updated") == "2031-07-02T00:00:00+00:00"
    assert said(feed, "lastBuildDate") == "Wed, 02 Jul 2031 00:00:00 +0000"

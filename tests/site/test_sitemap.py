"""sitemap.xml names what exists, in the languages in which it exists."""

import datetime
import xml.etree.ElementTree as ET
from dataclasses import replace

from songngu.site.edition import Edition
from songngu.site.sitemap import robots, sitemap
from tests.site.conftest import ALONE, edition_of

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def entries(edition: Edition) -> dict[str, list[str]]:
    root = ET.fromstring(sitemap(edition))
    return {
        str(url.findtext("s:loc", namespaces=SPACES)): [
            str(link.get("hreflang")) for link in url.findall("x:link", SPACES)
        ]
        for url in root.findall("s:url", SPACES)
    }


def test_every_page_of_both_languages(edition: Edition) -> None:
    found = entries(edition)
    paths = ["", "2031/", "2031/ben-song/", "2031/nguoi/", "2031/do-dau-ngay/"]
    paths += [f"2031/{ALONE}/", "2031/figures/", "2031/gallery/", "2031/about/"]
    wanted = {f"{edition.addresses.base}{lang}/{path}" for lang in ("vi", "en") for path in paths}
    assert set(found) == wanted | {edition.addresses.base}
    assert all(found[address] == ["vi", "en", "x-default"] for address in wanted)


def test_an_article_in_one_language(alone_edition: Edition) -> None:
    found = entries(alone_edition)
    base = alone_edition.addresses.base
    assert found[f"{base}vi/2031/{ALONE}/"] == ["vi", "x-default"]
    assert f"{base}en/2031/{ALONE}/" not in found


def test_the_last_change_of_an_article(edition: Edition) -> None:
    publication = edition.publication
    newest = publication.newest
    first, *rest = newest.pairs
    assert first.en
    day = datetime.date(2031, 7, 9)
    pairs = (replace(first, en=replace(first.en, changed=day)), *rest)
    issue = replace(newest, pairs=pairs)
    found = edition_of(replace(publication, issues=(issue,)))
    root = ET.fromstring(sitemap(found))
    last = {
        str(url.findtext("s:loc", namespaces=SPACES)).removeprefix(found.addresses.base): (
            url.findtext("s:lastmod", namespaces=SPACES)
        )
        for url in root.findall("s:url", SPACES)
    }
    path = f"2031/{first.id}/"
    assert (last[f"en/{path}"], last[f"vi/{path}"]) == ("2031-07-09", newest.date.isoformat())
    assert last["en/2031/"] is None


def test_robots() -> None:
    assert robots("https://a.example/").endswith("Sitemap: https://a.example/sitemap.xml\n")

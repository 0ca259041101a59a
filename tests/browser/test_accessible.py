"""axe-core on every kind of page: no violation, whatever the language, scheme and screen."""

import os
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from songngu.model import LANGS, Issue
from songngu.source.slugs import address
from tests.browser.conftest import Open

AUDIT = "SONGNGU_AUDIT"

WIDTHS = (360, 1280)
EVERY = tuple(product(WIDTHS, ("light", "dark")))
# An audit asks everything of every page; the daily run a phone by day in one language and a desk
# by night in the other, since the same templates and the same style make both.
DAILY = {"vi": EVERY[:1], "en": EVERY[-1:]}


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: rule and first element."""
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert found["testEngine"]["name"] == "axe-core"
    return [
        f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]
    ]


@pytest.fixture(scope="session")
def kinds(built_site: Path) -> list[str]:
    """One page of every kind in each language: by the class of its body, the one that has most on
    it."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for path in built_site.rglob("*.html"):
        text = path.read_text("utf-8")
        kind = " ".join(text.split('<body class="')[1].split('"')[0].split()[:3])
        kind = kind.partition(" accent-")[0]
        place = path.relative_to(built_site).as_posix().removesuffix("index.html")
        key = (kind, place.partition("/")[0])
        found[key] = max(found.get(key, (0, "")), (len(text), place))
    assert len(found) >= 25
    return sorted(place for _, place in found.values())


def test_no_kind_of_page_has_a_violation(reader: Open, kinds: list[str]) -> None:
    one = reader(reduced_motion="reduce")
    wrong = []
    for place in kinds:
        page = one.open(place)
        page.evaluate(AXE_SCRIPT)
        asked = DAILY.get(place.partition("/")[0], EVERY)
        for width, scheme in EVERY if AUDIT in os.environ else asked:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            wrong += [(place, width, scheme, found) for found in violations(page)]
    assert wrong == []


@pytest.mark.parametrize("lang", LANGS)
def test_nor_has_what_opens_over_a_page(reader: Open, issue: Issue, lang: str) -> None:
    """Menu, search with its answers, a large picture, both languages passage by passage."""
    one = reader(WIDTHS[0])
    pair = issue.pairs[0]
    page = one.open(f"{lang}/{issue.id}/{address(pair.id)}/song-ngu/")
    page.evaluate(AXE_SCRIPT)
    wrong = []
    page.locator("#show-all").check(force=True)
    wrong += violations(page)
    page.locator(".menu summary").click()
    wrong += violations(page)
    page.locator(".search-open").click()
    page.locator("#query").fill("tra vinh")
    expect(page.locator(".results a").first).to_be_visible()
    wrong += violations(page)
    page = one.open(f"{lang}/{issue.id}/gallery/")
    page.evaluate(AXE_SCRIPT)
    page.locator("a.zoom").first.click()
    expect(page.locator(".lightbox img")).to_be_visible()
    assert wrong + violations(page) == []


def test_it_would_be_found(reader: Open) -> None:
    """The watch itself works."""
    page = reader().open("vi/")
    page.evaluate(AXE_SCRIPT)
    page.evaluate("document.querySelector('.hero img').removeAttribute('alt')")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert {one.partition(":")[0] for one in violations(page)} == {"image-alt", "html-has-lang"}

"""axe-core on every kind of page: no violation, whatever the language, scheme and screen. An audit
asks every page."""

from collections.abc import Iterable
from itertools import product

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from songngu.model import LANGS, Issue
from songngu.source.slugs import address
from tests.browser.conftest import Open

WIDTHS = (360, 1280)
EVERY = tuple(product(WIDTHS, ("light", "dark")))
# An audit asks all four of every page; the daily run a phone by day in one language and a desk
# by night in the other, since the same templates and the same style make both.
DAILY = {"vi": EVERY[:1], "en": EVERY[-1:]}


def violations(page: Page, within: str = "html", **options: object) -> list[str]:
    """What axe finds on the page as it stands, or in a part of it: rule and first element."""
    asked = {"resultTypes": ["violations"], **options}
    found = page.evaluate(
        "([part, options]) => axe.run(part === 'html' ? document : part, options)", [within, asked]
    )
    assert found["testEngine"]["name"] == "axe-core"
    return [
        f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]
    ]


def wrong_on(page: Page, asked: Iterable[tuple[int, str]], **options: bool) -> list[str]:
    """What axe finds on a page on each of these screens."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for width, scheme in asked:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found += [
            f"{page.url} {width} {scheme} {one}" for one in violations(page, "html", **options)
        ]
    return found


def test_no_kind_of_page_has_a_violation(reader: Open, kinds: dict[tuple[str, str], str]) -> None:
    """Each kind once, in either language by turns. Without `preload`: only the turning of the
    screen (css-orientation-lock) is left out."""
    one = reader(reduced_motion="reduce")
    for at, kind in enumerate(sorted({kind for kind, _ in kinds})):
        langs = [lang for known, lang in kinds if known == kind]
        lang = langs[at % len(langs)]
        page = one.open(kinds[kind, lang])
        assert wrong_on(page, DAILY.get(lang, EVERY), preload=False) == []


@pytest.mark.audit
def test_no_page_has_a_violation(reader: Open, paths: list[str]) -> None:
    one = reader(reduced_motion="reduce")
    assert [found for place in paths if (found := wrong_on(one.open(place), EVERY))] == []


@pytest.mark.parametrize("lang", LANGS)
def test_nor_has_what_opens_over_a_page(reader: Open, issue: Issue, lang: str) -> None:
    """Both languages passage by passage, the page as a whole; then what opens over it, by itself:
    the menu, the search with its answers, a large picture. What lies beneath stays as judged."""
    one = reader(WIDTHS[0])
    pair = issue.pairs[0]
    page = one.open(f"{lang}/{issue.id}/{address(pair.id)}/song-ngu/")
    page.evaluate(AXE_SCRIPT)
    wrong = []
    page.locator("#show-all").check(force=True)
    wrong += violations(page)
    page.locator(".menu summary").click()
    wrong += violations(page, ".masthead")
    page.locator(".search-open").click()
    page.locator("#query").fill("tra vinh")
    expect(page.locator(".results a").first).to_be_visible()
    wrong += violations(page, ".search")
    page = one.open(f"{lang}/{issue.id}/gallery/")
    page.evaluate(AXE_SCRIPT)
    page.locator("a.zoom").first.click()
    expect(page.locator(".lightbox img")).to_be_visible()
    assert wrong + violations(page, ".lightbox") == []


def test_it_would_be_found(reader: Open) -> None:
    """The watch itself works."""
    page = reader().open("vi/")
    page.evaluate(AXE_SCRIPT)
    page.evaluate("document.querySelector('.hero img').removeAttribute('alt')")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('.menu summary').textContent = ''")
    for within, wanted in (
        ("html", {"image-alt", "html-has-lang", "summary-name"}),
        (".masthead", {"summary-name"}),
    ):
        found = violations(page, within, runOnly=["wcag2a"])
        assert {one.partition(":")[0] for one in found} == wanted

"""Both languages side by side: level on a wide screen, passage by passage on a phone."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from songngu.model import Issue, Pair
from songngu.source.slugs import address
from tests.browser.conftest import Open


@pytest.fixture(scope="session")
def charted(issue: Issue) -> Pair:
    """A pair with charts: the hardest rows to lay level."""
    return next(pair for pair in issue.pairs if any(row.kind == "chart" for row in pair.rows))


@pytest.fixture(scope="session")
def pulled(issue: Issue) -> Pair:
    """A pair with a pull quote, before which the style draws."""
    return next(pair for pair in issue.pairs if any(row.kind == "pull" for row in pair.rows))


def place(issue: Issue, pair: Pair, lang: str) -> str:
    return f"{lang}/{issue.id}/{address(pair.id)}/"


def tops(page: Page, lang: str) -> list[int]:
    found: list[float] = page.eval_on_selector_all(
        f".side[lang={lang}] .cell > .in", "all => all.map((e) => e.getBoundingClientRect().top)"
    )
    return [round(top) for top in found]


def test_the_switch_leads_there_and_back(reader: Open, issue: Issue, charted: Pair) -> None:
    page = reader(java_script_enabled=False).open(place(issue, charted, "en"))
    switch = page.locator(".masthead .tongues")
    both = switch.get_by_role("link", name="Song ngữ / Side by side", exact=True)
    assert both.locator("[lang]").evaluate_all("all => all.map((e) => e.lang)") == ["vi", "en"]
    both.click()
    assert page.url.endswith("/song-ngu/")
    expect(both).to_have_attribute("aria-current", "true")
    switch.get_by_role("link", name="Tiếng Việt", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    assert charted.vi is not None
    expect(page.locator("h1")).to_have_text(charted.vi.title)


def test_rows_stand_level(reader: Open, issue: Issue, charted: Pair, pulled: Pair) -> None:
    one = reader(1280, java_script_enabled=False)
    for pair in (pulled, charted):
        page = one.open(place(issue, pair, "vi") + "song-ngu/")
        assert tops(page, "vi") == tops(page, "en")
        assert len(tops(page, "vi")) == len(pair.rows) + 2
    left = page.locator(".side[lang=vi]").bounding_box()
    right = page.locator(".side[lang=en]").bounding_box()
    assert left and right and left["x"] + left["width"] <= right["x"]
    assert one.left == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_passage_by_passage_on_a_phone(
    reader: Open, issue: Issue, charted: Pair, lang: str
) -> None:
    """The page's own language shows; each switch shows the twin right beneath it."""
    page = reader(360, java_script_enabled=False).open(place(issue, charted, lang) + "song-ngu/")
    other = "en" if lang == "vi" else "vi"
    twins = page.locator(f".side[lang={other}] .twin")
    assert [twins.nth(at).is_visible() for at in range(3)] == [False] * 3
    page.locator(f".side[lang={other}] .show").nth(1).check(force=True)
    assert [twins.nth(at).is_visible() for at in range(3)] == [False, True, False]
    own, twin = tops(page, lang), tops(page, other)
    assert all(above < below for above, below in zip(own, twin, strict=True))
    assert all(below <= after for below, after in zip(twin, own[1:], strict=False))
    page.locator("#show-all").check(force=True)
    assert twins.filter(visible=True).count() == twins.count() > 3


def test_no_row_covers_the_next(reader: Open, issue: Issue, pulled: Pair) -> None:
    """On a phone, where each side leaves the other's rows empty: whatever is drawn beside a row
    takes no row of its own."""
    page = reader(360).open(place(issue, pulled, "vi") + "song-ngu/")
    own, twin = tops(page, "vi"), tops(page, "en")
    assert all(above < below for above, below in zip(own, twin, strict=True))
    assert all(below <= after for below, after in zip(twin, own[1:], strict=False))


def test_one_language_is_heard_straight_through(reader: Open, issue: Issue, charted: Pair) -> None:
    """What a screen reader is told: each language whole, in its own article, none between."""
    for lang in ("vi", "en"):
        page = reader(360).open(place(issue, charted, lang) + "song-ngu/")
        articles = page.get_by_role("article")
        assert articles.evaluate_all("all => all.map((e) => e.lang)") == [
            lang,
            "en" if lang == "vi" else "vi",
        ]
        for at, article in enumerate((charted[lang], charted["en" if lang == "vi" else "vi"])):
            assert article is not None
            expect(articles.nth(at).locator("h1")).to_have_text(article.title)
            # Single words of another language may say so; whole blocks are the article's own.
            blocks = ":is(p, h1, h2, h3, ul, ol, li, table, figure, blockquote, section)[lang]"
            assert articles.nth(at).locator(blocks).count() == 0
        levels = page.locator("main :is(h1, h2, h3)").evaluate_all(
            "all => all.map((e) => Number(e.tagName[1]))"
        )
        steps = pairwise(levels)
        assert levels[0] == 1 and all(after - before <= 1 for before, after in steps)


def test_links_of_both_sides_can_be_pressed(reader: Open, issue: Issue, charted: Pair) -> None:
    """The sides lie over each other on a phone; neither may cover the other."""
    page = reader(360).open(place(issue, charted, "vi") + "song-ngu/")
    page.locator("#show-all").check(force=True)
    for lang in ("vi", "en"):
        page.locator(f".side[lang={lang}] a.fact").first.click()
        assert f"#{lang}-source-" in page.url


def test_the_issue_s_bilingual_contents(reader: Open, issue: Issue) -> None:
    page = reader().open("en/")
    page.locator(".masthead .double").click()
    links = page.locator(".strands li li a")
    assert links.count() == sum(1 for pair in issue.pairs if pair.complete)
    links.first.click()
    expect(page.locator(".side")).to_have_count(2)

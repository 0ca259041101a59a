"""The policy of the pages, held by a browser: nothing that a page does breaks it."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from songngu.model import Issue
from songngu.source.slugs import address
from tests.browser.conftest import Open

BROKEN = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"""


@pytest.fixture(scope="session")
def kinds(built_site: Path, issue: Issue) -> list[str]:
    """One page of every kind: by the class of its body, the one that has most on it."""
    found: dict[str, tuple[int, str]] = {}
    for path in built_site.rglob("*.html"):
        text = path.read_text("utf-8")
        kind = " ".join(text.split('<body class="')[1].split('"')[0].split()[:3])
        place = path.relative_to(built_site).as_posix().removesuffix("index.html")
        found[kind] = max(found.get(kind, (0, "")), (len(text), place))
    assert len(found) >= 8
    return sorted(place for _, place in found.values())


def test_no_page_breaks_its_policy(reader: Open, kinds: list[str]) -> None:
    one = reader()
    one.page.add_init_script(BROKEN)
    for place in kinds:
        page = one.open(place)
        rules = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
        assert rules and "'unsafe" not in rules and "default-src 'none'" in rules, place
    assert (one.left, one.errors) == ([], [])


def test_nor_does_what_a_reader_does(reader: Open, issue: Issue) -> None:
    """Search, table of a chart, menu."""
    one = reader()
    one.page.add_init_script(BROKEN)
    charted = next(pair for pair in issue.pairs if any(row.kind == "chart" for row in pair.rows))
    page = one.open(f"vi/{issue.id}/{address(charted.id)}/")
    page.locator(".chart summary").first.click()
    expect(page.locator(".chart table").first).to_be_visible()
    page.locator(".menu summary").click()
    page.locator(".search-open").click()
    page.locator("#query").fill("bien")
    expect(page.locator(".results a").first).to_be_visible()
    assert (one.left, one.errors, one.warnings) == ([], [], [])


def test_it_would_be_told(reader: Open) -> None:
    """The watch itself works: a script inside the page is stopped and heard of."""
    one = reader()
    one.page.add_init_script(BROKEN)
    page = one.open("vi/")
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "document.title = 'ran'";
          document.body.append(script);
        }"""
    )
    assert page.title() != "ran"
    assert any("script-src" in error for error in one.errors)

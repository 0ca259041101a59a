"""The policy of the pages, held by a browser: nothing that a page does breaks it."""

import html
import re
from pathlib import Path

from playwright.sync_api import expect

from songngu.model import Issue
from songngu.source.slugs import address
from tests.browser.conftest import Open


def test_every_page_has_a_strict_policy(built_site: Path) -> None:
    """That no page breaks its own is watched where every kind is opened (test_site.py)."""
    for path in built_site.rglob("*.html"):
        found = re.findall(r'"Content-Security-Policy" content="([^"]+)"', path.read_text("utf-8"))
        (rules,) = map(html.unescape, found)
        assert "'unsafe" not in rules and "default-src 'none'" in rules, path


def test_nothing_that_a_reader_does_breaks_it(reader: Open, issue: Issue) -> None:
    """Search, table of a chart, menu."""
    one = reader()
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

"""The real issue's site as a reader's browser sees it."""

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from songngu.model import LANGS, Issue, Publication
from songngu.site.edition import pages
from songngu.source.slugs import address
from tests.browser.conftest import Open, Reader

WIDTHS = (360, 768, 1280)


def test_every_page_of_the_issue_was_built(paths: list[str], publication: Publication) -> None:
    for lang in LANGS:
        assert {f"{lang}/{page.path}" for page in pages(publication, lang)} <= set(paths)


def test_every_kind_of_page(reader: Open, kinds: dict[tuple[str, str], str]) -> None:
    look(reader(WIDTHS[0]), list(kinds.values()))


@pytest.mark.audit
def test_every_page(reader: Open, paths: list[str]) -> None:
    look(reader(WIDTHS[0]), paths)


def look(one: Reader, paths: list[str]) -> None:
    """No request leaves, no error is told, no page breaks its policy, and nothing scrolls sideways,
    on a phone and on wider screens."""
    # To and fro, so that a page opens as wide as the last one was left.
    turns = ((path, WIDTHS[:: -1 if at % 2 else 1]) for at, path in enumerate(paths))
    found = [(path, width) for path, widths in turns for width in _too_narrow(one, path, widths)]
    assert found == []
    assert (one.left, one.errors) == ([], [])


def _too_narrow(one: Reader, path: str, widths: Iterable[int]) -> Iterator[int]:
    """The widths at which the page scrolls sideways."""
    page = one.open(path)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        if int(page.evaluate("document.documentElement.scrollWidth")) > width:
            yield width


def test_both_languages_reach_each_other(reader: Open, issue: Issue) -> None:
    """There and back, in an article of each kind; that every article's page names the other's
    address is read in the pages themselves."""
    one = reader()
    firsts = {pair.lead.type: pair for pair in reversed(issue.pairs) if pair.complete}
    assert len(firsts) == 3
    for pair in firsts.values():
        assert pair.vi is not None and pair.en is not None
        page = one.open(f"vi/{issue.id}/{address(pair.id)}/")
        expect(page.locator("h1")).to_have_text(pair.vi.title)
        page.locator(".masthead").get_by_role("link", name="English", exact=True).click()
        expect(page.locator("h1")).to_have_text(pair.en.title)
        page.locator(".masthead").get_by_role("link", name="Tiếng Việt", exact=True).click()
        expect(page.locator("h1")).to_have_text(pair.vi.title)


def test_every_article_names_its_other_language(built_site: Path, issue: Issue) -> None:
    """In the masthead, by an address at which the article of that title stands."""
    for pair in issue.pairs:
        for lang, article in (("vi", pair.en), ("en", pair.vi)) if pair.complete else ():
            assert article is not None
            here = built_site / lang / issue.id / address(pair.id) / "index.html"
            head = here.read_text("utf-8").partition('class="masthead')[2].partition("</header>")[0]
            (link,) = re.findall(rf'<a [^>]*lang="{article.lang}"[^>]*>', head)
            (href,) = re.findall(r'href="([^"]+)"', link)
            there = (here.parent / href / "index.html").resolve()
            (title,) = re.findall(r"<h1[^>]*>(.*?)</h1>", there.read_text("utf-8"), re.S)
            assert html.unescape(re.sub(r"<[^>]+>", "", title)).strip() == article.title, here


def test_the_first_page_offers_both_languages(reader: Open, issue: Issue) -> None:
    one = reader(java_script_enabled=False)
    for name, title in (
        ("Đọc bằng tiếng Việt", issue.title.vi),
        ("Read in English", issue.title.en),
    ):
        page = one.open("")
        page.get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_page_opens_with_its_picture(reader: Open, width: int) -> None:
    page = reader(width).open("")
    shown = page.locator("main > picture img").bounding_box()
    assert shown and shown["width"] == width and shown["height"] >= 100


def test_the_open_menu_fits_a_phone(reader: Open) -> None:
    for path in ("vi/", "en/"):
        page = reader(360).open(path)
        page.locator(".menu summary").click()
        boxes = page.locator(".menu nav a").evaluate_all(BOXES)
        assert boxes and all(left >= 0 and right <= 360 for left, right in boxes)


# An element that is not shown has no box: at [0, 0] it would pass, so it is told as outside.
BOXES = """all => all.map((one) => one.getBoundingClientRect()).map((box) =>
  box.width ? [box.left, box.right] : [-1, -1])"""


def test_without_javascript(reader: Open, issue: Issue) -> None:
    """Menu, article, pictures and language switch; only the search is not offered."""
    one = reader(java_script_enabled=False)
    page = one.open("vi/")
    expect(page.locator(".search-open")).to_be_hidden()
    page.locator(".menu summary").click()
    page.locator(".menu li a").first.click()
    expect(page.locator("h1")).to_contain_text(issue.sections[0].title.vi)
    page.locator(".card h2 a").first.click()
    expect(page.locator(".body p").first).to_be_visible()
    page.locator(".masthead .tongues a[lang=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert one.left == []


def test_search(reader: Open) -> None:
    one = reader()
    for path, query in (("vi/", "thông tin đối ngoại"), ("en/", "information")):
        page = one.open(path)
        page.locator(".search-open").click()
        page.locator("#query").fill(query)
        expect(page.locator(".results a").first).to_be_visible()
        expect(page.locator(".results mark").first).to_be_visible()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(f"{path}20"))
    assert (one.left, one.errors) == ([], [])


def test_keyboard(reader: Open) -> None:
    """The first stop leads past the masthead; Escape leaves menu and search, and whoever goes on
    leaves the menu, which would cover what has the focus."""
    page = reader().open("vi/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu li a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".menu li a").first).to_be_hidden()
    page.keyboard.press("Enter")
    page.locator(".menu nav a").last.focus()
    expect(page.locator(".menu li a").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".search-open")).to_be_focused()
    expect(page.locator(".menu li a").first).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("#query")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#query")).to_be_hidden()


def test_the_way_of_the_tab_key(reader: Open, issue: Issue) -> None:
    """Menu, search, languages, both of them: in this order, each seen, each opened by Enter."""
    pair = next(pair for pair in issue.pairs if pair.complete)
    assert pair.en is not None
    page = reader().open(f"vi/{issue.id}/{address(pair.id)}/")
    names = []
    for _ in range(7):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        names.append(focused.inner_text().strip().replace("\n", " "))
        assert focused.evaluate("one => getComputedStyle(one).outlineStyle") != "none", names
    assert names[2:4] == ["Chuyên mục", "Tìm kiếm"]
    assert [name.partition(" ")[0] for name in names[4:]] == ["VI", "EN", "VI+EN"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/song-ngu/")
    for _ in range(6):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/**")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_passages_open_with_the_space_key(reader: Open, issue: Issue) -> None:
    pair = next(pair for pair in issue.pairs if pair.complete)
    page = reader(360).open(f"vi/{issue.id}/{address(pair.id)}/song-ngu/")
    switch, twin = page.locator(".other .show").first, page.locator(".other .twin").first
    switch.focus()
    expect(twin).to_be_hidden()
    page.keyboard.press("Space")
    expect(twin).to_be_visible()
    drawn = "one => getComputedStyle(one).outlineStyle"
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.locator(".other .show-label").first.evaluate(drawn) == "solid"


def test_a_reference_can_be_copied(reader: Open, issue: Issue) -> None:
    pair = next(pair for pair in issue.pairs if pair.complete)
    one = reader(permissions=["clipboard-read", "clipboard-write"])
    page = one.open(f"en/{issue.id}/{address(pair.id)}/")
    page.locator(".cite summary").click()
    page.locator(".cite .copy").last.click()
    expect(page.locator(".cite .copy").last).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".cite p").last.inner_text()
    bare = reader(java_script_enabled=False).open(f"en/{issue.id}/{address(pair.id)}/republish/")
    assert bare.locator(".copy").count() == 3
    expect(bare.locator(".copy").first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out(reader: Open, issue: Issue, scheme: str) -> None:
    """Every accent as small text on the paper and on panels, by the contrast that AA asks for."""
    one = reader(color_scheme=scheme)
    for section in issue.sections:
        page = one.open(f"vi/{issue.id}/{section.id}/")
        worst = page.evaluate(CONTRAST)
        assert worst["ratio"] >= 4.5, (section.id, worst)


# The lowest contrast of --ink, --stone and --accent-text against --paper and --sand.
CONTRAST = """() => {
  const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (name) => {
    const span = document.createElement("span");
    span.style.color = `var(${name})`;
    document.body.append(span);
    probe.fillStyle = getComputedStyle(span).color;
    span.remove();
    probe.fillRect(0, 0, 1, 1);
    return [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (colour) => colour
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  let worst = { ratio: 99 };
  for (const text of ["--ink", "--stone", "--accent-text"]) {
    for (const ground of ["--paper", "--sand"]) {
      const [low, high] = [light(rgb(text)), light(rgb(ground))].sort((a, b) => a - b);
      const ratio = (high + 0.05) / (low + 0.05);
      if (ratio < worst.ratio) worst = { ratio, text, ground };
    }
  }
  return worst;
}"""

"""Pictures in a browser: the lightest kind in a width that fits, and each of them large."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from songngu.model import Issue
from songngu.source.slugs import address
from tests.browser.conftest import Open


def test_a_phone_takes_a_small_avif(reader: Open) -> None:
    page = reader(360, cold=True, device_scale_factor=2).open("vi/")
    chosen = str(page.locator(".lead img").evaluate("image => image.currentSrc"))
    assert "-800." in chosen and chosen.endswith(".avif")


def test_nothing_moves_while_a_page_loads(reader: Open, issue: Issue) -> None:
    """Pictures keep their place and the stand-in fonts the size of the real ones: the layout shift
    of a page that is scrolled through stays under what is called good."""
    pair = next(pair for pair in issue.pairs if any(row.kind == "chart" for row in pair.rows))
    one = reader(360, cold=True)
    one.page.add_init_script(SHIFT)
    for place in ("vi/", f"en/{issue.id}/gallery/", f"vi/{issue.id}/{address(pair.id)}/"):
        page = one.open(place)
        page.evaluate("() => document.fonts.ready")
        for _ in range(6):
            page.mouse.wheel(0, 700)
            page.wait_for_timeout(30)
        assert page.evaluate("window.shift") <= 0.05, place


@pytest.mark.parametrize("width, height", [(740, 360), (1440, 640)])
def test_large_and_its_caption_stand_apart(
    reader: Open, issue: Issue, width: int, height: int
) -> None:
    """On a phone that lies on its side, and in a low window."""
    page = reader(width).open(f"en/{issue.id}/gallery/")
    page.set_viewport_size({"width": width, "height": height})
    page.locator("a.zoom").first.click()
    shown = page.locator(".lightbox img").bounding_box()
    told = page.locator(".lightbox figcaption").bounding_box()
    assert shown and told and shown["y"] + shown["height"] <= told["y"]


def test_the_middle_of_a_label_is_level_with_its_bar(reader: Open, issue: Issue) -> None:
    page = reader(1280).open(f"en/{issue.id}/ke-hoach-qua-con-so/")
    apart = page.locator(".drawing.wide").first.evaluate(APART)
    assert len(apart) == 11 and all(far <= 2 for far in apart)


APART = """(one) => {
  const middle = (of) => {
    const box = of.getBoundingClientRect();
    return box.top + box.height / 2;
  };
  const lines = [...one.querySelectorAll(".role-axis-label text")].map(middle);
  return [...one.querySelectorAll(".mark-rect path")].map(middle).map((bar) => {
    const own = lines.filter((line) => Math.abs(line - bar) < 16);
    return Math.abs(own.reduce((sum, line) => sum + line, 0) / own.length - bar);
  });
}"""

SHIFT = """window.shift = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shift += one.value;
}).observe({ type: "layout-shift", buffered: true });"""


def test_large_with_the_keyboard(reader: Open, issue: Issue) -> None:
    """Enter opens, arrows lead on, Escape closes; the focus is where the reader was."""
    one = reader(reduced_motion="reduce")
    page = one.open(f"en/{issue.id}/gallery/")
    links, dialog = page.locator("a.zoom"), page.get_by_role("dialog", name="Large picture")
    links.nth(1).focus()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    expect(dialog.locator("img")).to_have_attribute(
        "alt", links.nth(1).locator("img").evaluate("i => i.alt")
    )
    expect(dialog.locator("figcaption")).to_contain_text("Illustration")
    page.keyboard.press("ArrowRight")
    expect(dialog.locator(".place")).to_contain_text("3")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(links.nth(1)).to_be_focused()
    assert (one.left, one.errors) == ([], [])


def test_large_with_a_finger(reader: Open, issue: Issue) -> None:
    page = reader(360, has_touch=True).open(f"vi/{issue.id}/gallery/")
    page.locator("a.zoom").first.tap()
    dialog = page.locator(".lightbox")
    shown, room = (dialog.locator(one).bounding_box() for one in ("img", ".large"))
    assert shown and room and shown["height"] > 0.9 * room["height"]
    dialog.get_by_role("button", name="Ảnh trước").tap()
    expect(dialog.locator(".place")).to_have_text(
        "Ảnh 26 trên 26".replace("26", str(page.locator("a.zoom").count()))
    )
    dialog.get_by_role("button", name="Đóng").tap()
    expect(dialog).to_be_hidden()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_without_javascript_the_picture_itself(
    reader: Open, built_site: Path, issue: Issue, lang: str
) -> None:
    one = reader(java_script_enabled=False)
    page = one.open(f"{lang}/{issue.id}/gallery/")
    expect(page.locator(".lightbox")).to_be_hidden()
    assert (one.left, one.errors) == ([], [])
    # Of a bare picture the browser may ask for an icon that no site has: no error of the page.
    page.locator("a.zoom").first.click()
    assert page.url.endswith(".jpg")
    assert (built_site / page.url.removeprefix(one.origin)).is_file()
    assert one.left == []

"""Pages on paper: light, without what is pressed, with what a reader of paper cannot look up."""

import re
from itertools import pairwise

import pytest

from tests.browser.conftest import Open

# The upper and the lower edge of those that are shown.
SHOWN = """all => all.map((one) => one.getBoundingClientRect())
  .filter((box) => box.width && box.height).map((box) => [box.top, box.bottom])"""
PRESSED = ".skip, .tools, .turns, .search, .lightbox, .foot nav, .foot .tongues"

SHADE = """(name) => {
  const [red, green, blue] = getComputedStyle(document.body)[name].match(/[0-9.]+/g).map(Number);
  return red + green + blue;
}"""


@pytest.fixture
def paper(reader: Open) -> Open:
    return lambda **options: reader(width=794, color_scheme="dark", **options)


@pytest.mark.parametrize(
    "path",
    ["vi/", "en/2024/tra-vinh-mot-thoang/", "vi/2024/ba-cua-song/song-ngu/", "en/2024/figures/"],
)
def test_light_and_without_what_is_pressed(paper: Open, path: str) -> None:
    page = paper().open(path)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(SHADE, "color") < 300
    assert not page.locator(PRESSED).filter(visible=True).count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 794
    address = page.locator(".on-paper").inner_text()
    assert re.fullmatch(r"https://\S+/", address) and page.locator(".on-paper").is_visible()
    page.emulate_media(media="screen", color_scheme="dark")
    assert page.evaluate(SHADE, "color") > 500
    assert not page.locator(".on-paper").is_visible()


def test_addresses_reference_and_figures_are_there(paper: Open) -> None:
    page = paper().open("en/2024/tra-vinh-mot-thoang/")
    page.emulate_media(media="print")
    link = page.locator('.sources a[href^="http"]').first
    told = link.evaluate("(one) => getComputedStyle(one, '::after').content")
    assert str(link.get_attribute("href")) in told
    assert page.locator(".cite p").first.evaluate(
        "(one) => one.checkVisibility({contentVisibilityAuto: true})"
    )
    table = page.locator(".chart details table").first
    assert table.evaluate("(one) => one.getBoundingClientRect().height") > 20
    filters = page.locator("main img").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).filter)"
    )
    assert filters and set(filters) == {"none"}


def test_both_sides_run_down_by_themselves(paper: Open) -> None:
    page = paper().open("vi/2024/ba-cua-song/song-ngu/")
    page.emulate_media(media="print")
    boxes = [page.locator(f".side:lang({lang})").bounding_box() for lang in ("vi", "en")]
    assert boxes[0] and boxes[1]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"] + 1
    for side in ("vi", "en"):
        cells = page.locator(f".side:lang({side}) > .cell").evaluate_all(SHOWN)
        assert len(cells) > 1
        assert all(above[1] <= below[0] + 1 for above, below in pairwise(cells))

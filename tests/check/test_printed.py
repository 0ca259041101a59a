"""The sizes that image.resolution reckons with are those of the style sheets."""

import re
from pathlib import Path

import pytest

from songngu.check import printed
from songngu.check.printed import covering_ppi, pixels_for, printed_size
from songngu.model import PressProfile
from songngu.source.press import read_press
from tests.support import CHECKOUT


@pytest.fixture
def profile() -> PressProfile:
    found = read_press(CHECKOUT, "205x290").value
    assert found is not None
    return found


def rule(sheet: str, selector: str) -> str:
    """What the style sheet says of a selector, first of all."""
    text = Path(CHECKOUT / "print" / sheet).read_text("utf-8")
    found = re.search(rf"(?m)^{re.escape(selector)} \{{([^}}]*)\}}", text)
    assert found, selector
    return found[1]


def test_the_style_sheets_say_the_same() -> None:
    assert f"height: {printed.FIGURE_HEIGHT:g}mm" in rule("interior.css", ".row.figure .crop")
    opener = rule("interior.css", ".opener .art")
    assert f"var(--height-mm) - {printed.OPENER_PANEL:g}mm + var(--bleed-mm)" in opener
    cover = rule("cover.css", ".art")
    share = f"{printed.COVER_SHARE:g}".lstrip("0")
    assert f"var(--height-mm) * {share} - {printed.COVER_MASTHEAD:g} * var(--unit)" in cover


@pytest.mark.parametrize(
    ("place", "size"),
    [("horizon", (416, 0)), ("opener", (416, 219)), ("figure", (378, 84)), ("cover", (209, 177))],
)
def test_a_book_of_205_by_290(profile: PressProfile, place: str, size: tuple[float, float]) -> None:
    assert printed_size(profile, place) == pytest.approx(size)


def test_the_worse_side_decides() -> None:
    assert covering_ppi((3000, 600), (254, 0)) == pytest.approx(300)
    assert covering_ppi((3000, 600), (254, 84)) == pytest.approx(181.43, abs=0.01)
    assert pixels_for((254, 84), 300) == (3000, 993)
    assert covering_ppi(pixels_for((378, 84), 300), (378, 84)) >= 300

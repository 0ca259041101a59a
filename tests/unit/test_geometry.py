"""Boxes, marks and signatures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songngu.geometry import Box, Sheet, padding, points

SHEET = Sheet(205, 290, 3, 10)


def test_the_boxes_lie_in_one_another() -> None:
    assert SHEET.media == Box(0, 0, 231, 316)
    assert SHEET.trim == Box(13, 13, 218, 303)
    assert SHEET.bleed_box == Box(10, 10, 221, 306)
    assert SHEET.trim.in_points == (36.85, 36.85, 617.953, 858.898)


def test_points() -> None:
    assert points(25.4) == pytest.approx(72)


@given(
    width=st.floats(50, 500),
    height=st.floats(50, 500),
    bleed=st.floats(0, 8),
    slug=st.floats(7, 20),
)  # fmt: skip
def test_marks_lie_outside_the_bleed_and_on_the_sheet(
    width: float, height: float, bleed: float, slug: float
) -> None:
    sheet = Sheet(width, height, bleed, slug)
    marks = sheet.crop_marks(length=5)
    box, media = sheet.bleed_box, sheet.media
    assert len(marks) == 8
    for x1, y1, x2, y2 in marks:
        inside_x = box.left < max(x1, x2) and min(x1, x2) < box.right
        inside_y = box.bottom < max(y1, y2) and min(y1, y2) < box.top
        assert not (inside_x and inside_y), "a mark touches the bleed"
        assert media.left <= min(x1, x2) and max(x1, x2) <= media.right
        assert media.bottom <= min(y1, y2) and max(y1, y2) <= media.top
        ends = {x1, x2} & {sheet.trim.left, sheet.trim.right}
        assert ends or {y1, y2} & {sheet.trim.bottom, sheet.trim.top}


@given(pages=st.integers(0, 2000), multiple=st.sampled_from([2, 4, 8, 16]))
def test_padding_fills_the_signature(pages: int, multiple: int) -> None:
    blank = padding(pages, multiple)
    assert 0 <= blank < multiple and (pages + blank) % multiple == 0

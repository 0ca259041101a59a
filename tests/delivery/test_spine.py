"""The spine by hand, and the cover's flat sheet around it."""

from dataclasses import replace

import pytest

from songngu.geometry import spine, wrap
from songngu.model import PressProfile
from songngu.press.cover import spine_of, wrap_of


@pytest.mark.parametrize(
    ("pages", "by_hand"),
    [
        (64, 4.47),  # 32 leaves x 0.108 = 3.456; two boards 0.51; allowance 0.5
        (96, 6.19),  # 48 x 0.108 = 5.184
        (160, 9.65),  # 80 x 0.108 = 8.64
    ],
)
def test_spine_of_three_books(profile: PressProfile, pages: int, by_hand: float) -> None:
    assert (profile.inside.caliper, profile.cover.caliper) == (0.108, 0.255)
    assert spine(pages, 0.108, 0.255, 0.5) == by_hand
    assert spine_of(replace(profile, binding="perfect"), pages) == by_hand


def test_the_shops_own_spine_overrides(profile: PressProfile) -> None:
    assert spine_of(replace(profile, binding="perfect", spine_mm=8.5), 64) == 8.5


def test_a_stitched_book_has_no_spine(profile: PressProfile) -> None:
    stitched = replace(profile, binding="saddle", spine_mm=None)
    assert spine_of(stitched, 64) == 0
    assert wrap_of(stitched, 64).folds == (profile.bleed + profile.slug + profile.trim[0],)
    assert wrap_of(stitched, 64).glue == 0


def test_folds_stand_at_both_edges_of_the_spine() -> None:
    flat = wrap((205, 290), 3, 10, 9.65, 6)
    assert flat.sheet.width == pytest.approx(419.65)
    assert flat.folds == pytest.approx((13 + 205, 13 + 205 + 9.65))


def test_fold_ticks_stay_outside_the_bleed_and_on_the_sheet() -> None:
    flat = wrap((148, 210), 3, 10, 5, 6)
    bleed, media = flat.sheet.bleed_box, flat.sheet.media
    assert len(flat.fold_ticks()) == 4
    for x1, y1, x2, y2 in flat.fold_ticks():
        assert x1 == x2
        assert max(y1, y2) < bleed.bottom or min(y1, y2) > bleed.top
        assert min(y1, y2) >= media.bottom and max(y1, y2) <= media.top

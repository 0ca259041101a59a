"""Figures beside the name of a known one."""

from pathlib import Path

import pytest

from tests.support import Publication

VI, EN = "content/vi/so-1/ben.md", "content/en/so-1/ben.md"


def told(root: Path, vi: str, en: str) -> list[str]:
    publication = Publication(root)
    publication.replace(VI, "Bến nằm", f"{vi}\n\nBến nằm")
    publication.replace(EN, "The landing lies", f"{en}\n\nThe landing lies")
    return sorted({one.key for one in publication.examine().diagnostics})


@pytest.mark.parametrize(
    ("vi", "en", "keys"),
    [
        ("Mưa cả năm: 1.410,50 milimét.", "Rain in the year: 1,410.50 millimetres.",
         ["fact.shadowed"]),
        ("Mưa cả năm đạt 1.401,50 milimét.", "Rain in the year reached 1,401.50 millimetres.",
         ["number.mismatch/fact"]),
        ("Mùa mưa có 1.201,5 mm.", "The rainy season had 1,201.5 mm.", ["number.mismatch/series"]),
        # The figure itself, a rounded one, another year, another unit, another clause, a fact.
        ("Mùa mưa có 1.210,5 mm.", "The rainy season had 1,210.5 mm.", []),
        ("Mưa cả năm gần 1.400 milimét.", "Rain in the year was nearly 1,400 millimetres.", []),
        ("Mưa cả năm là 1.400 milimét.", "Rain in the year was 1,400 millimetres.", []),
        ("Mưa cả năm 2010 là 1.250 milimét.", "Rain in the year 2010 was 1,250 millimetres.", []),
        ("Mưa cả năm trong 1.300 giờ.", "Rain in the year fell in 1,300 hours.", []),
        ("Đo mưa cả năm; bến dài 1.250 milimét.", "Rain in the year; 1,250 millimetres of quay.",
         []),
        ("Mưa cả năm là {{ fact:mua-2018 }}, hơn 1.300 milimét.",
         "Rain in the year was {{ fact:mua-2018 }}, over 1,300 millimetres.", []),
    ],
)  # fmt: skip
def test_what_is_told(tmp_path: Path, vi: str, en: str, keys: list[str]) -> None:
    assert told(tmp_path, vi, en) == keys

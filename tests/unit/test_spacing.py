"""Which spaces a line does not break at."""

from pathlib import Path

import pytest

from songngu.figures.spacing import NBSP, settled, unbroken
from tests.support import article_of, rendered


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Có 3.500 tỷ đồng và 12 km².", "Có 3.500~tỷ~đồng và 12~km²."),
        ("Theo Điều 5 và số 12, quý 4.", "Theo Điều~5 và số~12, quý~4."),
        ("No. 12 of 5 million tonnes, Article 3.", "No.~12 of 5~million~tonnes, Article~3."),
        ("15 người, 3 goods, số nhà, a 96 MWe.", "15 người, 3 goods, số nhà, a 96 MWe."),
        ("On 27 December 1985, in May 12 came.", "On 27~December 1985, in May 12 came."),
        ("Không có số nào.", "Không có số nào."),
    ],
)
def test_a_figure_and_its_word(text: str, tied: str) -> None:
    assert unbroken(text) == tied.replace("~", NBSP)
    assert unbroken(unbroken(text)) == unbroken(text)


def test_in_every_text_but_code(tmp_path: Path) -> None:
    html = rendered(
        article_of(
            tmp_path,
            "Dài **12 km** và 3 km, `5 km`.\n\n- 7 km\n\n| 8 km | 9 |\n|---|---|\n| 1 | 2 |",
        )
    ).body
    for figure in ("12", "3", "7", "8"):
        assert f"{figure}{NBSP}km" in html
    assert "<code>5 km</code>" in html


@pytest.mark.parametrize(
    "tied",
    [
        "<p>Người nắm được quyền lựa~chọn.</p>",
        "<li>có 7~<b>việc</b><sup class='a b'>a</sup>.</li>",
        "một~hai",
        "<td>một~hai</td><td>ba</td>",
        "<p>internationalisation notwithstanding</p>",
        "<p>đọc tiếp <turn-to part='x'></turn-to></p>",
    ],
)
def test_no_block_ends_in_a_lone_word(tied: str) -> None:
    assert settled(tied.replace("~", " ")) == tied.replace("~", NBSP)

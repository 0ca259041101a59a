"""docs/print-shop.md: what a print shop checks and where it is proven, and nothing that is not."""

import re

from songngu.diagnostics import SEVERITIES
from tests.support import CHECKOUT

PAGE = (CHECKOUT / "docs/print-shop.md").read_text("utf-8")
CODES = re.compile(r"`((?:press|imprint)\.[a-z-]+)`")


def test_every_code_of_the_preflight_stands_in_it() -> None:
    known = {code.partition("/")[0] for code in SEVERITIES}
    named = set(CODES.findall(PAGE))
    assert {code for code in known if code.startswith("press.")} <= named
    assert named - {"press.yml"} <= known


def test_every_place_it_names_is_there() -> None:
    places = re.findall(r"`((?:tests|print|docs)/[\w./-]+)`", PAGE)
    assert places
    assert [place for place in places if not (CHECKOUT / place).exists()] == []


def test_every_row_says_all_three() -> None:
    for row in re.findall(r"^\|(.+)\|$", PAGE, re.M):
        cells = [cell.strip() for cell in row.split("|")]
        assert len(cells) == 3 and all(cells), row

"""ISBN and EAN-13 against what the standards print as examples."""

import pytest

from songngu.press.barcode import bars, modules
from songngu.source import isbn

# The example of GS1's and most encyclopaedias' pages.
EXAMPLE = (
    "10100010110100111011001100100110111101001110101010"
    "110011011011001000010101110010011101000100101"
)


def test_modules_of_the_standard_example() -> None:
    assert modules("5901234123457") == EXAMPLE


def test_bars_are_the_black_modules() -> None:
    drawn = ["0"] * 95
    for bar in bars("5901234123457"):
        drawn[bar.left : bar.left + bar.width] = "1" * bar.width
    assert "".join(drawn) == EXAMPLE
    assert [bar.left for bar in bars("5901234123457") if bar.guard] == [0, 2, 46, 48, 92, 94]


@pytest.mark.parametrize(
    "written", ["978-3-16-148410-0", "ISBN 9783161484100", "978 3 16 148410 0"]
)
def test_an_isbn_is_known_by_its_check_digit(written: str) -> None:
    assert isbn.valid(written)
    assert isbn.check_digit("978316148410") == 0


@pytest.mark.parametrize("written", ["978-3-16-148410-1", "3-16-148410-X", "", "977-3-16-148410-0"])
def test_a_wrong_isbn_is_refused(written: str) -> None:
    assert not isbn.valid(written)

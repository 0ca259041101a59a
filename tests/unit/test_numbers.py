"""Figures and dates as each language writes them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songngu.figures.numbers import NBSP, day, number, quantity
from songngu.model import Bilingual, Lang


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("0", "0", "0"),
        ("7", "7", "7"),
        ("1000", "1.000", "1,000"),
        ("1009168", "1.009.168", "1,009,168"),
        ("12.50", "12,50", "12.50"),
        ("-1234.5", "-1.234,5", "-1,234.5"),
        ("0.05", "0,05", "0.05"),
        ("2.5", "2,5", "2.5"),
        ("3.5", "3,5", "3.5"),
    ],
)
def test_number(value: str, vi: str, en: str) -> None:
    assert number(Decimal(value), "vi") == vi
    assert number(Decimal(value), "en") == en


@given(
    value=st.decimals(-(10**14), 10**14, allow_nan=False, allow_infinity=False, places=3),
)
def test_no_digit_is_lost_or_rounded(value: Decimal) -> None:
    vi, en = number(value, "vi"), number(value, "en")
    assert Decimal(en.replace(",", "")) == value
    assert Decimal(vi.replace(".", "").replace(",", ".")) == value
    assert len(vi) == len(en)


def test_more_digits_than_a_decimal_context_holds() -> None:
    value = Decimal("123456789012345678901234567890123456.789")
    assert number(value, "en").replace(",", "") == str(value)


@pytest.mark.parametrize(
    ("value", "unit", "lang", "expected"),
    [
        ("1000", ("bản", "copies"), "vi", f"1.000{NBSP}bản"),
        ("1000", ("bản", "copies"), "en", f"1,000{NBSP}copies"),
        ("84", ("%", "%"), "vi", "84%"),
        ("3.5", ("{} nghìn tỷ đồng", "VND {} trillion"), "vi", "3,5 nghìn tỷ đồng"),
        ("3.5", ("{} nghìn tỷ đồng", "VND {} trillion"), "en", "VND 3.5 trillion"),
        ("3", ("", ""), "vi", "3"),
    ],
)
def test_quantity(value: str, unit: tuple[str, str], lang: Lang, expected: str) -> None:
    assert quantity(Decimal(value), Bilingual(*unit), lang) == expected


@pytest.mark.parametrize(
    ("when", "vi", "en"),
    [
        (date(2023, 9, 29), "29/9/2023", "29 September 2023"),
        (date(2023, 12, 10), "10/12/2023", "10 December 2023"),
        # Decree 30/2020/NĐ-CP: a zero before days below 10 and before the months 1 and 2.
        (date(2019, 4, 1), "01/4/2019", "1 April 2019"),
        (date(2024, 1, 15), "15/01/2024", "15 January 2024"),
        (date(2024, 2, 5), "05/02/2024", "5 February 2024"),
    ],
)
def test_day(when: date, vi: str, en: str) -> None:
    assert (day(when, "vi"), day(when, "en")) == (vi, en)

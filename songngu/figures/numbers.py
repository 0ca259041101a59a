"""Figures and dates as each language writes them (Babel where it is right, see each function)."""

import datetime
from decimal import Decimal

from babel.numbers import format_decimal

from songngu.model import Bilingual, Fact, Lang

NBSP = "\u00a0"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def number(value: Decimal, lang: Lang) -> str:
    """The value with that language's separators and exactly its own decimals."""
    decimals = max(0, -int(value.as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(value, format=pattern, locale=lang))


def quantity(value: Decimal, unit: Bilingual, lang: Lang) -> str:
    """The value with its unit: "1.000 bản", "VND 3.5 trillion", "84%"."""
    text, word = number(value, lang), unit[lang]
    if "{}" in word:
        return word.replace("{}", text)
    if not word or word == "%":
        return text + word
    return f"{text}{NBSP}{word}"


def fact_text(fact: Fact, lang: Lang) -> str:
    return quantity(fact.value, fact.unit, lang)


def day(value: datetime.date, lang: Lang) -> str:
    """The official short form in Vietnamese, day first in English.

    Babel's long Vietnamese date is not the form of Decree 30/2020/NĐ-CP.
    """
    if lang == "vi":
        return f"{value.day}/{value.month}/{value.year}"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"

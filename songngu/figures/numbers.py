"""Figures and dates as each language writes them (Babel where it is right, see each function)."""

import datetime
import functools
from decimal import Decimal, localcontext

from babel.numbers import format_decimal

from songngu.model import Bilingual, Fact, Lang

ZERO_BEFORE_MONTHS = 3
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
    return _number(str(value), lang)  # 1.0 and 1.00 are equal, and not written the same


@functools.lru_cache(4096)
def _number(digits: str, lang: Lang) -> str:
    value = Decimal(digits)
    decimals = max(0, -int(value.as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    with localcontext() as context:
        # Babel rounds in the current context, which refuses more digits than it holds.
        context.prec = max(context.prec, len(value.as_tuple().digits) + decimals + 4)
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

    Decree 30/2020/NĐ-CP writes a 0 before days under 10 and before months 1 and 2. Babel's long
    Vietnamese date is not its form.
    """
    if lang == "vi":
        month = f"{value.month:02}" if value.month < ZERO_BEFORE_MONTHS else str(value.month)
        return f"{value.day:02}/{month}/{value.year}"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"

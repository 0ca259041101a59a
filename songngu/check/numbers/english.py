"""Figures as English official texts write them: day first, point for decimals, per cent or %."""

import functools
from collections.abc import Iterable

from songngu.check.numbers import common
from songngu.check.numbers.common import Match, Reader, day_quantity, quantity_of
from songngu.check.numbers.lexicon import words
from songngu.check.numbers.quantity import Quantity, month_key, plain

_ORDINAL = r"(?:st|nd|rd|th)?"
DAY_MONTH = (
    r"(?P<dm_d>[0-9]{{1,2}})" + _ORDINAL + r"\s+(?:day\s+)?(?:of\s+)?(?P<dm_m>{months})(?!\w)\.?"
    r"(?:,?\s+(?P<dm_y>[0-9]{{4}})(?![0-9]|,[0-9]))?"
)
MONTH_DAY = (
    r"(?P<md_m>{months})(?!\w)\.?\s+(?:the\s+)?(?P<md_d>[0-9]{{1,2}})(?![0-9]|[.,][0-9])"
    + _ORDINAL
    + r"(?!\w)(?:\s?[-–]\s?(?P<md_e>[0-9]{{1,2}})(?!\w|[-–])"
    r"|\s+(?:to|and)\s+(?P<md_f>[0-9]{{1,2}})(?=,?\s+[0-9]{{4}}(?![0-9])))?(?:,?\s+(?P<md_y>[0-9]{{4}})(?![0-9]|,[0-9]))?"
)
MONTH = r"(?P<month_m>{months})(?!\w)\.?,?(?:\s+of)?\s+(?P<month_y>[12][0-9]{{3}})(?![0-9]|,[0-9])"
QUARTER = r"Q(?P<quarter_q>[1-4])(?!\w)"
DECADE = r"(?:[’'](?P<decade_short>[2-9]0)s|(?P<decade_y>[0-9]{3}0|[2-9]0)s)(?!\w)"
TIME = (
    r"(?P<time_h>[0-9]{1,2})(?:[:.](?P<time_m>[0-5][0-9]))?\s?"
    r"(?:(?P<time_p>[AaPp])\.?[Mm]\.?(?!\w)|o[’']clock)"
)
SPELL = r"(?P<spell_h>[0-9]{1,2})[\s\-]hours?(?:,|\s+and)?\s+(?P<spell_m>[0-5]?[0-9])[\s\-]minutes?"
SPAN = r"(?P<span_a>[12][0-9]{3})[-–](?P<span_b>[0-9]{2})(?![0-9\w]|[.,][0-9]|[-–/])"


@functools.cache
def english() -> Reader:
    months = words("en").month_pattern
    return common.reader(
        "en",
        [
            ("phone", common.PHONE, common.phone),
            ("document", common.DOCUMENT, common.document),
            ("iso", common.ISO, common.iso),
            ("full", common.FULL, common.full),
            ("day_month", DAY_MONTH.format(months=months), day_month),
            ("month_day", MONTH_DAY.format(months=months), month_day),
            ("month", MONTH.format(months=months), month),
            ("quarter", QUARTER, quarter),
            ("decade", DECADE, decade),
            ("time", TIME, time),
            ("spell", SPELL, spell),
            ("span", SPAN, span),
            ("clock", common.CLOCK, common.clock),
            ("slash", common.SLASH, common.slash),
            ("dotted", common.DOTTED, common.dotted),
            ("number", common.number_pattern("en"), common.number_reader("en")),
            ("code", common.CODE, common.code),
            ("roman", common.ROMAN, common.roman_reader("en")),
        ],
    )


def _month(said: str) -> int:
    return words("en").months[said.lower()]


def day_month(match: Match) -> Iterable[Quantity]:
    """5 August 2020; 5th of August."""
    said = match["dm_y"]
    return (
        day_quantity(match, int(match["dm_d"]), _month(match["dm_m"]), int(said) if said else None),
    )


def month_day(match: Match) -> Iterable[Quantity]:
    """August 5, 2020; November 14–15, 2024: two days."""
    year = int(match["md_y"]) if match["md_y"] else None
    days = [match["md_d"], match["md_e"] or match["md_f"]]
    return tuple(day_quantity(match, int(one), _month(match["md_m"]), year) for one in days if one)


def month(match: Match) -> Iterable[Quantity]:
    number, year = _month(match["month_m"]), int(match["month_y"])
    return (quantity_of(match, month_key(number, year), parts=(month_key(number), plain(year))),)


def quarter(match: Match) -> Iterable[Quantity]:
    return (quantity_of(match, ("quarter", int(match["quarter_q"]))),)


def decade(match: Match) -> Iterable[Quantity]:
    """The 1990s; the ’90s."""
    year = int(match["decade_y"] or match["decade_short"])
    also = (("decade", year % 100), ("year", year)) if year > 100 else ()
    return (quantity_of(match, ("decade", year), also),)


def time(match: Match) -> Iterable[Quantity]:
    """8:30 a.m., 2 p.m., 8 o’clock."""
    at = int(match["time_h"])
    if match["time_p"]:
        at = at % 12 + (12 if match["time_p"] in "Pp" else 0)
    return (quantity_of(match, ("time", at * 60 + int(match["time_m"] or 0))),)


def spell(match: Match) -> Iterable[Quantity]:
    """3 hours 30 minutes."""
    return (quantity_of(match, ("time", int(match["spell_h"]) * 60 + int(match["spell_m"]))),)


def span(match: Match) -> Iterable[Quantity]:
    """2021–30: two years."""
    first, short = int(match["span_a"]), int(match["span_b"])
    last = first // 100 * 100 + short
    both = (plain(first), plain(last)) if last > first else (plain(first), plain(short))
    return tuple(
        Quantity(key, match.group(), match.start(), match.end(), (("year", int(key[1])),))
        for key in both
    )

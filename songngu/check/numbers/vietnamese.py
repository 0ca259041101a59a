"""Figures as Vietnamese official texts write them (Decree 30/2020/NĐ-CP, annexes I and II)."""

import functools
import re
from collections.abc import Iterable

from songngu.check.numbers import common
from songngu.check.numbers.common import Match, Reader, day_quantity, quantity_of
from songngu.check.numbers.lexicon import words
from songngu.check.numbers.quantity import Key, Quantity, month_key, plain

# What stands before a figure is looked back at, so that a reader begins at digits only.
# "mỗi tháng 5 tấn" is no month of May, "mỗi năm 1500 người" no year.
_EACH = "".join(
    rf"(?<!{{before}}{each}\s{{word}}\s)" for each in ("ỗi", "ằng", "àng", "một", "Một")
)
_MONTH = r"(?:0?[1-9]|1[0-2])(?![0-9]|[.,][0-9])"
_END = r"(?![0-9]|[.,][0-9])"
_PART_OF_DAY = r"(?:\s+(?P<{0}>sáng|trưa|chiều|tối|đêm)(?!\w))"

DATE = (
    rf"(?P<date_d>[0-9]{{1,2}})\s+tháng\s+(?:(?P<date_m>[0-9]{{1,2}}){_END}"
    r"(?:\s*(?:,\s*)?(?:năm|/|-)\s*(?P<date_y>[0-9]{4})(?![0-9]))?"
    r"(?!\s*(?:ngày|giờ|tuần)(?!\w))"
    r"|(?P<date_mw>MONTHS)\s+năm\s+(?P<date_yw>[0-9]{4}))"
)
MONTH = (
    r"(?<=[Tt]háng\s)" + _EACH.format(before="", word="tháng") + rf"(?P<month_m>{_MONTH})"
    r"(?:\s*(?:năm|/|-)\s*(?P<month_y>[0-9]{4})(?![0-9]))?(?!/)"
)
QUARTER = r"(?<=[Qq]u[ýí]\s)(?P<quarter_q>IV|I{1,3}|[1-4])(?![\w]|[.,][0-9])"
YEAR = (
    r"(?<=[Nn]ăm\s)"
    + _EACH.format(before="", word="năm")
    + r"(?P<year_y>1[5-9][0-9]{2}|20[0-9]{2}|2100)(?!\w|[.,][0-9])"
)
DECADE = (
    r"(?:(?<=hập niên\s)|(?<=hập k[ỷỉ]\s)|(?<=hững năm\s)|(?<=ác năm\s))"
    r"(?P<decade_y>[0-9]{3}0|[2-9]0)(?![0-9])"
    r"(?:\s+(?:của\s+)?thế k[ỷỉ]\s+(?P<decade_c>XIX|XXI|XX|19|20|21)(?!\w))?"
    r"(?!\s*(?:[-–]|đến|và|,\s*[0-9]))"
)
TIME = (
    r"(?P<time_h>[0-9]{1,2})\s?(?:giờ|h|g)\s?(?P<time_m>[0-5][0-9])(?![0-9])"
    r"(?:\s?(?:phút|p)(?!\w))?" + _PART_OF_DAY.format("time_p") + "?"
)
HOUR = r"(?P<hour_h>[0-9]{1,2})(?:\s?giờ(?:" + _PART_OF_DAY.format("hour_p") + r")|h(?!\w))"

# The month in words before a year; not the months of "9 tháng năm 2024".
_MONTH_BEFORE = re.compile(r"(?<![0-9]\s)[Tt]háng\s+(\w+(?:\s\w+)?)\s+năm\s$")
_AFTERNOON = {"chiều", "tối"}
_CENTURIES = {"XIX": 18, "19": 18, "XX": 19, "20": 19, "XXI": 20, "21": 20}
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}


@functools.cache
def vietnamese() -> Reader:
    months = "|".join(sorted((m for m in words("vi").months if m != "một"), key=len, reverse=True))
    return common.reader(
        "vi",
        [
            ("phone", common.PHONE, common.phone),
            ("document", common.DOCUMENT, common.document),
            ("iso", common.ISO, common.iso),
            ("full", common.FULL, common.full),
            ("date", DATE.replace("MONTHS", months), date),
            ("month", MONTH, month),
            ("quarter", QUARTER, quarter),
            ("decade", DECADE, decade),
            ("year", YEAR, year),
            ("time", TIME, time),
            ("hour", HOUR, hour),
            ("clock", common.CLOCK, common.clock),
            ("slash", common.SLASH, common.slash),
            ("dotted", common.DOTTED, common.dotted),
            ("number", common.number_pattern("vi"), common.number_reader("vi")),
            ("code", common.CODE, common.code),
            ("roman", common.ROMAN, common.roman_reader("vi")),
        ],
    )


def date(match: Match) -> Iterable[Quantity]:
    """ngày 05 tháng 8 năm 2020; 15 tháng 12; 2 tháng chín năm 1945."""
    if match["date_mw"]:
        month, said = words("vi").months[match["date_mw"].lower()], match["date_yw"]
    else:
        month, said = int(match["date_m"]), match["date_y"]
    return (day_quantity(match, int(match["date_d"]), month, int(said) if said else None),)


def month(match: Match) -> Iterable[Quantity]:
    said = match["month_y"]
    return (_month(match, int(match["month_m"]), int(said) if said else None),)


def _month(match: Match, number: int, year: int | None, word: int = len("tháng ")) -> Quantity:
    also = () if year else (plain(number),)
    parts = (month_key(number), plain(year)) if year else ()
    return _with_word(match, word, month_key(number, year), also, parts)


def _with_word(
    match: Match, word: int, key: Key, also: tuple[Key, ...] = (), parts: tuple[Key, ...] = ()
) -> Quantity:
    """The figure together with the word of that length before it."""
    start = match.start() - word
    return Quantity(key, match.string[start : match.end()], start, match.end(), also, parts)


def quarter(match: Match) -> Iterable[Quantity]:
    said = match["quarter_q"]
    return (_with_word(match, len("quý "), ("quarter", _QUARTERS.get(said) or int(said))),)


def decade(match: Match) -> Iterable[Quantity]:
    """thập niên 1990; những năm 90 của thế kỷ XX."""
    year = int(match["decade_y"])
    if year < 100 and match["decade_c"]:
        year += _CENTURIES[match["decade_c"]] * 100
    return (quantity_of(match, ("decade", year), _decade_also(year)),)


def _decade_also(year: int) -> tuple[tuple[str, int], ...]:
    return (("decade", year % 100), ("year", year)) if year > 100 else ()


def year(match: Match) -> Iterable[Quantity]:
    """năm 2024: a year, whatever follows it; tháng Tám năm 1945: a month."""
    said = int(match["year_y"])
    before = _MONTH_BEFORE.search(match.string, max(0, match.start() - 24), match.start())
    if before and before[1].lower() in words("vi").months:
        number = words("vi").months[before[1].lower()]
        return (_month(match, number, said, match.start() - before.start()),)
    return (quantity_of(match, ("year", said)),)


def time(match: Match) -> Iterable[Quantity]:
    minutes = _hour(match["time_h"], match["time_p"]) * 60 + int(match["time_m"])
    return (quantity_of(match, ("time", minutes)),)


def hour(match: Match) -> Iterable[Quantity]:
    at = _hour(match["hour_h"], match["hour_p"])
    also = () if match["hour_p"] else (plain(at, "hour"), plain(at))
    return (quantity_of(match, ("time", at * 60), also),)


def _hour(said: str, part: str | None) -> int:
    """The hour of the day: 2 giờ chiều is 14."""
    at = int(said)
    return at + 12 if part in _AFTERNOON and at < 12 else at

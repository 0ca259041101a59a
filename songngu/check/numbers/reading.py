"""A text -> its figures, with what an enumeration shares: "10, 15 và 20 km", "15-20/12/2024"."""

import re

from songngu.check.numbers.english import english
from songngu.check.numbers.lexicon import units
from songngu.check.numbers.quantity import Key, Quantity, day_key, month_key, plain
from songngu.check.numbers.vietnamese import vietnamese
from songngu.model import Lang

_MARKER = re.compile(r"[.)][ \t]")
_CONNECTOR = re.compile(
    r"[\s*_]*(?:[-–—×/,;]|,?\s*(?:(?:lên |xuống )?(?:đến|tới|còn)|lên|xuống|và|hoặc|hay|to|and"
    r"|or|through|x))"
    r"(?:\s+(?:ngày|tháng|năm|hết|the|nearly|about|around|up\s+to|gần|hơn))?[\s*_]*"
)
_LONGEST_CONNECTOR = 16
_DATES = ("date", "day", "month")


def read(text: str, lang: Lang, is_list: bool = False) -> list[Quantity]:
    """The figures of a text in reading order. The numbers of a numbered list are none."""
    if not text:
        return []
    found = (vietnamese() if lang == "vi" else english()).figures(text)
    if is_list:
        found = [one for one in found if not _is_marker(one, text)]
    return _shared(found, text) if len(found) > 1 else found


def _is_marker(one: Quantity, text: str) -> bool:
    begins = not text[text.rfind("\n", 0, one.start) + 1 : one.start].strip()
    return begins and len(one.text) <= 3 and bool(_MARKER.match(text, one.end))


def _shared(found: list[Quantity], text: str) -> list[Quantity]:
    """What one figure of an enumeration takes from the next, read from the end; only a currency
    that stands before the first one (VND 60,000–80,000) goes the other way."""
    done = [found[-1]]
    for one in reversed(found[:-1]):
        after = done[-1]
        gap = text[one.end : after.start]
        if len(gap) > _LONGEST_CONNECTOR:
            done.append(one)
        elif not gap.strip(" \u00a0") and one.scale > after.scale > 1 and not one.unit:
            done[-1] = _sum(one, after, text)
        elif _CONNECTOR.fullmatch(gap):
            if one.unit and not after.unit and after.raw is not None and units()[one.unit].money:
                done[-1] = after = _priced(one, after)
            done.append(_inherit(one, after))
        else:
            done.append(one)
    return done[::-1]


def _priced(one: Quantity, after: Quantity) -> Quantity:
    assert after.raw is not None
    return after._replace(also=(*after.also, plain(after.raw * after.scale, one.unit)))


def _sum(one: Quantity, after: Quantity, text: str) -> Quantity:
    """1 tỷ 200 triệu đồng."""
    if one.raw is None or after.raw is None:
        return after
    total = one.raw * one.scale + after.raw * after.scale
    return after._replace(
        key=plain(total, after.unit),
        text=text[one.start : after.end],
        start=one.start,
        raw=total / one.scale,
        scale=one.scale,
    )


def _inherit(one: Quantity, after: Quantity) -> Quantity:
    """The figure with the meanings that it may take from the one after it."""
    if one.key[0] in ("day", "month", "share") and after.key[0] in _DATES:
        keys = _of_date(one, after)
        return one._replace(key=keys[0], also=(one.key, *one.also, *keys[1:])) if keys else one
    if one.key[0] != "n" or one.raw is None:
        return one
    also = _of_number(one, after)
    if not also:
        return one
    scale = after.scale if one.scale == 1 else one.scale
    return one._replace(also=(*one.also, *also), scale=scale, unit=one.unit or after.unit)


def _of_number(one: Quantity, after: Quantity) -> tuple[Key, ...]:
    """10 of "10 và 15 triệu tấn": ten, ten million, ten million tonnes; or a day of the month."""
    assert one.raw is not None
    value = one.raw * one.scale
    scaled = one.raw * after.scale if one.scale == 1 else value
    keys: list[Key] = []
    if unit := one.unit or after.unit:
        keys += [plain(value, unit), plain(scaled, unit)]
    if after.scale != 1 and one.scale == 1:
        keys.append(plain(scaled))
    last = next((key for key in (after.key, *after.also) if key[0] in _DATES), None)
    if last and not one.unit and one.scale == 1 and value == value.to_integral_value():
        keys += _dates(int(value), last)
    return tuple(key for key in keys if key != one.key)


def _dates(day: int, after: Key) -> list[Key]:
    """The first day of "15 to 20 December 2024"; the first month of "tháng 6, 7/2022"."""
    if after[0] == "date":
        year, month = int(after[1]), int(after[2])
        return [day_key(day, month, year), day_key(day, month)]
    if after[0] == "day":
        return [day_key(day, int(after[1]))]
    keys = [month_key(day)]
    return [*keys, month_key(day, int(after[2]))] if len(after) > 2 else keys


def _of_date(one: Quantity, after: Quantity) -> tuple[Key, ...]:
    """The year that "15/12" takes from "20/12/2024", and "June" from "July 2022"."""
    keys = (one.key, *one.also)
    last = next(key for key in (after.key, *after.also) if key[0] in _DATES)
    year = (
        int(last[1])
        if last[0] == "date"
        else int(last[2])
        if len(last) > 2 and last[0] == "month"
        else 0
    )
    if not year:
        return ()
    days = [day_key(int(key[2]), int(key[1]), year) for key in keys if key[0] == "day"]
    months = [month_key(int(key[1]), year) for key in keys if key[0] == "month" and len(key) == 2]
    return (*days, *months)

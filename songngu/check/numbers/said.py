"""Numbers said in words. They answer a figure of the other language, and never ask for one."""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from songngu.check.numbers.lexicon import words
from songngu.check.numbers.quantity import Key, Quantity, plain
from songngu.model import Lang

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|[.,;:!?]")
# năm is five, unless it is the year: năm 2024, mỗi năm, mười năm, năm nay.
_DECADES = re.compile(r"thập (?:kỷ|kỉ|niên)")
_COUNTED_DECADES = re.compile(r"(\w+) decades")
_YEAR_BEFORE = frozenset(
    ["mỗi", "hằng", "hàng", "trong", "cả", "các", "nhiều", "những", "từng", "hết"]
) | {"đầu", "cuối", "giữa", "mười", "mươi"}
_YEAR_AFTER = frozenset(["nay", "sau", "trước", "tới", "qua", "ngoái", "học"])
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_QUARTERS |= {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "cuối": 4, "đầu": 1}
_NTH = "(?:first|second|third|fourth|last|final)"
_QUARTER = {
    "en": re.compile(rf"\b({_NTH}(?:(?:,\s*|\s+(?:and|to)\s+){_NTH}){{0,3}})\s+quarter"),
    "vi": re.compile(r"quý\s+(một|hai|ba|bốn|tư|cuối|đầu)\b"),
}
# half a million; one and a half million; nửa triệu.
_HALVES = {
    "en": re.compile(
        r"(?:\b(?P<whole>\w+)\s+and\s+)?\b(?:a\s+)?half(?:\s+a)?(?:[\s-]+(?P<scale>[a-z]+))?"
    ),
    "vi": re.compile(r"(?P<whole>(?!))?nửa\s+(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)"),
}
_HALF_YEAR = {
    "en": re.compile(r"\b(?:first|second|last) half\b"),
    "vi": re.compile(r"nửa (?:đầu|cuối) năm"),
}


def said(text: str, lang: Lang) -> Counter[Key]:
    """Every value that words of the text may stand for."""
    lowered = text.lower()
    if lang == "vi":
        lowered = _DECADES.sub("chục", lowered)
    found: Counter[Key] = Counter(plain(value) for value in _numbers(lowered, lang))
    for match in _QUARTER[lang].finditer(lowered):
        for word in re.findall(r"\w+", match[1]):
            if word in _QUARTERS:
                found["quarter", _QUARTERS[word]] += 1
    for match in _HALVES[lang].finditer(lowered):
        whole, scale = match["whole"] or "", words(lang).numbers["scales"].get(match["scale"], 1)
        units = words(lang).numbers["units"]
        found[plain((units.get(whole, 0) + Decimal("0.5")) * scale)] += 1
    found[plain(6)] += len(_HALF_YEAR[lang].findall(lowered))
    for match in _months(lang).finditer(text if lang == "en" else lowered):
        found["month", words(lang).months[match[1].lower()]] += 1
    for match in _shares(lang).finditer(lowered):
        top, bottom = words(lang).shares[" ".join(match[1].replace("-", " ").split())]
        share = Decimal(top) / bottom
        for key in (plain(share), ("share", top, bottom), plain(share * 100, "%")):
            found[key] += 1
    if lang == "vi":
        found[plain(1)] += lowered.count("đầu tiên")
    for word in _COUNTED_DECADES.findall(lowered):
        found[plain(words(lang).numbers["units"].get(word, 0))] += 1
    return found


def answers(quantity: Quantity) -> Iterator[Key]:
    """The keys by which a word may stand for this figure."""
    yield quantity.key
    yield from quantity.also
    value = quantity.value
    if value is not None:
        yield plain(value)
        if quantity.raw is not None and quantity.scale == 1:
            yield plain(quantity.raw)


@functools.cache
def _months(lang: Lang) -> re.Pattern[str]:
    if lang == "en":
        return re.compile(rf"\b({words(lang).month_pattern})\b(?!\s+[0-9])")
    names = "|".join(sorted(words(lang).months, key=len, reverse=True))
    return re.compile(rf"tháng\s+({names})\b")


@functools.cache
def _shares(lang: Lang) -> re.Pattern[str]:
    names = sorted(words(lang).shares, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(name.replace(" ", r"[\s-]+") for name in names) + r")\b")


def _numbers(text: str, lang: Lang) -> Iterator[Decimal]:
    """The runs of number words, each as one value."""
    run: list[str] = []
    tokens = [*_TOKEN.findall(text), "."]
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else ""
        if _counts(token, before, tokens[at + 1] if at + 1 < len(tokens) else "", run, lang):
            run.append(token)
        elif run:
            yield from _values(run, lang)
            run = []


def _counts(token: str, before: str, after: str, run: list[str], lang: Lang) -> bool:
    """Whether the token carries on (or begins) a number in words."""
    table = words(lang).numbers
    if token == "năm" and run and run[-1] in (*table["joins"], *table["tens"]):
        return run[-1] in table["joins"]
    if token == "năm":
        year = before in _YEAR_BEFORE or before.isdigit() or after in _YEAR_AFTER
        return not (year or after.isdigit() or (bool(run) and run[-1] in table["units"]))
    if token == "rưỡi":
        return bool(run) and run[-1] in table["scales"]
    if token in table["joins"]:
        return bool(run) and run[-1] in table["scales"]
    return any(token in table[kind] for kind in ("units", "tens", "scales", "ordinals"))


def _values(run: list[str], lang: Lang) -> Iterator[Decimal]:
    """hai trăm linh năm: 205; twenty-one: 21; "hai ba" is two values, 2 and 3."""
    table = words(lang).numbers
    total = part = scale = 0
    last = ""
    for token in run:
        if token == "rưỡi":
            total += scale // 2
        kind = next((k for k in ("units", "tens", "scales", "ordinals") if token in table[k]), "")
        value = table[kind][token] if kind else 0
        if kind in ("units", "ordinals"):
            teen = lang == "vi" and part % 100 == 10 and value < 10
            if (
                last == "ordinals"
                or (last == "units" and not teen)
                or (last == "tens" and value >= 10)
            ):
                yield Decimal(total + part)
                total = part = 0
            part += value
        elif kind == "tens":
            part = (part // 10 * 10 + (part % 10 or 1) * value) if lang == "vi" else part + value
        elif kind == "scales":
            scale = value
            if value < 1000:
                part = (part or 1) * value
            else:
                total, part = total + (part or 1) * value, 0
        last = kind or last
    yield Decimal(total + part)

"""What reads the same in both languages: documents, telephones, numerals, slashes, numbers.

A reader is one regular expression made of named branches, tried in order at the beginning of each
word, and for each branch a function from what it matched to quantities. No branch repeats a
repetition, so none can run away on a hostile text.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from songngu.check.numbers.lexicon import GAP, unit_of, units, words
from songngu.check.numbers.quantity import DATE, SEPARATOR, Key, Quantity, day_key, month_key, plain
from songngu.check.numbers.separators import parse, swapped, write
from songngu.model import Lang
from songngu.source.slugs import fold

Match = re.Match[str]
Handler = Callable[[Match], Iterable[Quantity]]

# Code, link targets, references, attributes, comments, tags, addresses: nothing there is a figure.
# Each is bounded, so that a thousand unclosed ones cost a thousand steps each and not the text.
SKIP = (
    r"`+[^`]{0,2000}`+|\]\((?:[^()\n]|\([^()\n]{0,300}\)){0,600}+\)|\]\[[^\]\n]{0,200}\]"
    r"|\[\^[^\]\n]{1,100}\]:?|\{:?[ \t]*[#.][^}\n]{0,200}\}|<!--[\s\S]{0,1000}?-->"
    r"|</?[A-Za-z][^>\n]{0,500}>"
)
LONGEST = 100
# Where a branch can begin: at markup; at digits and signs of money, signs before them, capitals
# that no small letter follows, names (of months, of money). Most of a text is passed over so.
START = (
    r"[0-9`\]\[{<(+\-−’'$€£¥₫A-Z](?:(?<=[`{<])|(?<=\])[(\[]|(?<=\[)\^"
    r"|(?<!\w.)(?:(?<=[0-9$€£¥₫])|(?<=[(+\-−’'])(?=[+(0-9$€£¥₫A-Z])|(?<=[A-Z])(?![^\WA-Z0-9])"
    r"|[a-z]{2}(?<=NAMES)))"
)
FACT = r"\{\{\s*fact:\s*(?P<fact_id>[\w-]+)\s*\}\}"
PHONE = (
    r"(?=[+(0])(?=(?:[ .()+\u00a0\-]{0,3}[0-9]){9,12}(?![0-9]))"
    r"(?:\(?\+84\)?|\(\+?84[ \-]?[0-9]{2,4}\)|\(0[0-9]{2,4}\)|0[0-9]{2,4})"
    r"(?:[ .\u00a0\-]?[0-9]{1,7}){1,4}(?![0-9])"
)
_LETTERS = r"[A-ZĐ][A-Za-zĐđƯưƠơ0-9]*"
DOCUMENT = (
    rf"(?:[0-9]+/[0-9]{{4}}/{_LETTERS}|[0-9]+[/\-]{_LETTERS}(?=[/\-]))(?:[/&\-]{_LETTERS})*"
    rf"|[0-9]+/{_LETTERS}"
)
ISO = r"(?P<iso_y>[12][0-9]{3})-(?P<iso_m>[0-9]{2})-(?P<iso_d>[0-9]{2})(?![0-9])"
FULL = (
    r"(?P<full_d>[0-9]{1,2})(?P<full_s>[-./])(?P<full_m>[0-9]{1,2})(?P=full_s)"
    r"(?P<full_y>[0-9]{4})(?![0-9])"
)
CLOCK = r"(?P<clock_h>[0-9]{1,2}):(?P<clock_m>[0-5][0-9])(?![0-9:]|[.,][0-9])"
SLASH = r"[0-9]+(?:/[0-9]+){1,2}(?![0-9/])"
DOTTED = r"[IVX]+(?:\.[0-9]+)+"
ROMAN = r"[IVX]+(?![\w’'])"
CODE = r"[0-9]+[A-Za-zĐđ]\w*"
DIGITS = r"(?>[1-9][0-9]{0,2}(?:[\u00a0\u202f\u2009][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)*)"

_SIGNS = "-−"
_ONE = Decimal(1)
_ADDRESS = re.compile(r"://|@|www\.|\.(?:vn|com|org|net|gov|edu|info|html?|md|pdf)(?:/|$|\b)")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_ROMANS = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")


def number_pattern(lang: Lang) -> str:
    """A number with what stands around it: currency, sign, magnitude, unit."""
    word = words(lang)
    ordinal = "(?:st|nd|rd|th)(?!\\w)" if lang == "en" else "(?!)"
    magnitudes = rf"(?:{word.magnitude_pattern})"
    half = r"(?P<half>\s+rưỡi(?!\w))?" if lang == "vi" else ""
    money = rf"(?:(?P<minus>[{_SIGNS}])?(?P<money>{word.money_pattern})(?:\s|(?<=[A-Z])-)?)?"
    return (
        rf"{money}(?P<sign>[{_SIGNS}])?(?P<digits>{DIGITS})"
        rf"(?=\W|_|\Z|{magnitudes}|{word.unit_pattern}|{ordinal})(?:{ordinal})?"
        rf"(?P<scale>(?:{GAP}{magnitudes}){{0,3}}){half}(?:{GAP}(?P<unit>{word.unit_pattern}))?"
    )


def fact(match: Match) -> tuple[Quantity, ...]:
    return (Quantity(("fact", match["fact_id"]), match.group(), match.start(), match.end()),)


def phone(match: Match) -> tuple[Quantity, ...]:
    """A subscriber's number: +84 and the trunk zero stand for each other."""
    digits = re.sub(r"[^0-9]", "", match.group())
    if match.group().lstrip("(").startswith("+84") or not digits.startswith("0"):
        digits = digits.removeprefix("84")
    return (_from(match, ("phone", digits.lstrip("0"))),)


def document(match: Match) -> tuple[Quantity, ...]:
    """A document's number (Decree 30/2020/NĐ-CP, annex VI); in English Đ is written D."""
    return (_from(match, ("doc", fold(match.group()).lower().lstrip("0"))),)


def iso(match: Match) -> tuple[Quantity, ...]:
    return (_day(match, int(match["iso_d"]), int(match["iso_m"]), int(match["iso_y"])),)


def full(match: Match) -> tuple[Quantity, ...]:
    return (_day(match, int(match["full_d"]), int(match["full_m"]), int(match["full_y"])),)


def clock(match: Match) -> tuple[Quantity, ...]:
    return (_from(match, ("time", int(match["clock_h"]) * 60 + int(match["clock_m"]))),)


def slash(match: Match) -> tuple[Quantity, ...]:
    """6/2022 a month, 15/12 a day (or a fraction, a share: 9/11), 2023/24 two years."""
    numbers = [int(part) for part in match.group().split("/")]
    if len(numbers) == 3:
        return (_from(match, ("slash", match.group())),)
    first, second = numbers
    parts = (plain(first), plain(second))
    also: tuple[Key, ...] = ()
    if 1 <= first <= 12 and 1000 <= second <= 2999:
        also = (month_key(first, second),)
    elif valid_day(first, second):
        also = (day_key(first, second),)
    elif first >= 1000 and second < 100:
        parts = (plain(first), plain(first // 100 * 100 + second))
    share = Decimal(first) / second if second else Decimal(0)
    return (_from(match, ("share", first, second), (*also, plain(share)), parts),)


def dotted(match: Match) -> tuple[Quantity, ...]:
    """A place in a document: III.7.2."""
    numeral, _, rest = match.group().partition(".")
    if roman_value(numeral) is None:
        return ()
    return (_from(match, ("section", match.group()), parts=(("section", rest),)),)


def code(match: Match) -> tuple[Quantity, ...]:
    """A name that begins with a digit: 5G, 3D."""
    return (_from(match, ("code", match.group().lower())),)


def roman_reader(lang: Lang) -> Handler:
    known = words(lang).roman_after

    def roman(match: Match) -> tuple[Quantity, ...]:
        """A numeral; a single letter only after a word that numerals follow (giai đoạn I)."""
        value = roman_value(match.group())
        if value is None or (len(match.group()) == 1 and not _follows(match, known)):
            return ()
        return (_from(match, plain(value)),)

    return roman


def number_reader(lang: Lang) -> Handler:
    word = words(lang)

    def number(match: Match) -> tuple[Quantity, ...]:
        scale, unit = _scale(match["scale"], lang), _unit(match, lang)
        if unit == "m" and match["money"]:
            scale, unit = scale * 1_000_000, ""
        unit = unit or (unit_of(match["money"], lang) if match["money"] else "")
        bare = not (unit or match["scale"].strip())
        digits = match["digits"]
        value = parse(digits, lang)
        dots = digits.count(".") + digits.count(",")
        if bare and dots and not match["sign"] and _is_section(match, digits, value, dots):
            return (
                _from(match, ("section", digits), (plain(value),) if value is not None else ()),
            )
        if (
            value is None
            and bare
            and dots > 1
            and re.fullmatch(r"[0-9]{1,2}(,[0-9]{1,2})+", digits)
        ):
            return _listed(match, digits)
        if value is None:
            return (_malformed(match, digits, scale, unit, lang),)
        if lang == "vi" and match["half"]:
            value += Decimal("0.5")
        return (_figure(match, value, scale, unit, digits),)

    def _is_section(match: Match, digits: str, value: Decimal | None, dots: int) -> bool:
        """mục 7.2, 1.2.3; not 1.234 in Vietnamese, which is a number."""
        if "," in digits or (lang == "vi" and value is not None):
            return False
        deep = dots > 1 and all(len(part) <= 2 for part in digits.split("."))
        short = len(digits.rpartition(".")[2]) <= 2
        return deep or (dots == 1 and short and _follows(match, word.section_after))

    return number


def _figure(match: Match, value: Decimal, scale: Decimal, unit: str, digits: str) -> Quantity:
    """A number that its language can read."""
    if (match["sign"] or match["minus"]) and not _is_range(match):
        value = -value
    total = value * scale
    also: list[Key] = []
    key = plain(total, unit)
    if unit and units()[unit].loose:
        also.append(plain(total))
        if unit == "hour" and total == total.to_integral_value():
            also.append(("time", int(total) * 60))
    elif not unit and scale == 1:
        if len(digits) == 4 and digits.isdecimal() and "1000" <= digits < "3000":
            also.append(("year", int(digits)))
        elif re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}", digits):
            also.append(("section", digits))
    grouped = len(digits) > 4 and not digits.isdecimal()
    return Quantity(
        key,
        match.group(),
        match.start(),
        match.end(),
        tuple(also),
        raw=value,
        scale=scale,
        unit=unit,
        grouped=grouped,
    )


def _malformed(match: Match, digits: str, scale: Decimal, unit: str, lang: Lang) -> Quantity:
    """A number with the separators of the other language, or of none."""
    guess = parse(swapped(digits), lang)
    meant = ""
    key: Key = ("unread", digits)
    if guess is not None:
        key = plain(guess * scale, unit)
        meant = match.group().replace(digits, write(guess, lang))
    return Quantity(
        key, match.group(), match.start(), match.end(), raw=guess, scale=scale, unit=unit,
        fault=SEPARATOR, meant=meant,
    )  # fmt: skip


def _listed(match: Match, digits: str) -> tuple[Quantity, ...]:
    """1,2,3: a list written without spaces."""
    return tuple(_from(match, plain(int(part))) for part in digits.split(","))


def _scale(said: str, lang: Lang) -> Decimal:
    scale = _ONE
    if not said:
        return scale
    for word in re.findall(r"[^\W\d_]+", said):
        scale *= words(lang).magnitudes.get(word.lower(), 1)
    return scale


def _unit(match: Match, lang: Lang) -> str:
    return unit_of(match["unit"], lang) if match["unit"] else ""


def _is_range(match: Match) -> bool:
    """Whether what looks like a sign stands between two figures: 2021 -2030."""
    before = match.string[max(0, match.start() - 3) : match.start()].rstrip()
    return before[-1:].isdigit() or before[-1:] == "%"


def _day(match: Match, day: int, month: int, year: int | None) -> Quantity:
    return day_quantity(match, day, month, year)


def day_quantity(match: Match, day: int, month: int, year: int | None) -> Quantity:
    """A day of the calendar; one that does not exist (12/15/2024) is at fault."""
    key = day_key(day, month, year)
    if valid_day(day, month):
        parts = (day_key(day, month), plain(year)) if year else (plain(day), plain(month))
        return _from(match, key, parts=parts)
    swap = valid_day(month, day)
    meant = f"{month}/{day}" + (f"/{year}" if year else "") if swap else ""
    guess = day_key(month, day, year) if swap else key
    return Quantity(guess, match.group(), match.start(), match.end(), fault=DATE, meant=meant)


def valid_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (29, 30, 31)[_LENGTH[month]]


_LENGTH = (0, 2, 0, 2, 1, 2, 1, 2, 2, 1, 2, 1, 2)


def roman_value(text: str) -> int | None:
    """I to XXXIX; None for what only looks like a numeral."""
    if not _ROMANS.fullmatch(text):
        return None
    values = [_ROMAN_DIGITS[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def in_address(match: Match) -> bool:
    """Whether the figure is part of an address without http: vietnam.vn/2024, a24@b.vn."""
    text, (start, end) = match.string, match.span()
    if text[start - 1 : start] not in "/.@_=#?&%-" and text[end : end + 1] not in "./@_-":
        return False
    before = text[max(0, start - LONGEST) : start].split()
    after = text[end : end + LONGEST].split()
    left = before[-1] if before and not text[start - 1].isspace() else ""
    right = after[0] if after and not text[end].isspace() else ""
    return bool(_ADDRESS.search(left + match.group() + right))


def _follows(match: Match, known: frozenset[str]) -> bool:
    """Whether one or two words of `known` stand right before the match."""
    before = match.string[max(0, match.start() - 24) : match.start()].lower()
    said = [word.strip("*_(“\"'‘[") for word in re.split(r"[\s\-]+", before) if word.strip("*_")]
    return bool(said) and (said[-1] in known or " ".join(said[-2:]) in known)


def _from(
    match: Match, key: Key, also: tuple[Key, ...] = (), parts: tuple[Key, ...] = ()
) -> Quantity:
    return Quantity(key, match.group(), match.start(), match.end(), also, parts)


quantity_of = _from


@dataclass(frozen=True)
class Reader:
    """One language's grammar of figures: a pattern and what to do with each of its branches."""

    lang: Lang
    starts: re.Pattern[str]
    pattern: re.Pattern[str]
    handlers: Mapping[str, Handler]

    def figures(self, text: str) -> list[Quantity]:
        """Every figure in reading order, each on its own."""
        starts, figure = self.starts.search, self.pattern.match
        found: list[Quantity] = []
        at = 0
        while start := starts(text, at):
            begin = start.start()
            match = figure(text, begin)
            if match is None:
                at = begin + 1
                continue
            at = match.end()
            handler = self.handlers.get(match.lastgroup or "")
            if handler and at - begin <= LONGEST and not in_address(match):
                found += handler(match)
        return found


def reader(lang: Lang, branches: Iterable[tuple[str, str, Handler]]) -> Reader:
    """A reader of the branches, tried in that order."""
    listed = list(branches)
    inner = "|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in listed)
    pattern = re.compile(rf"(?P<skip>{SKIP})|(?P<fact>{FACT})|(?<!\w)(?:{inner})")
    handlers = {name: handler for name, _, handler in listed}
    return Reader(lang, _starts(lang), pattern, handlers | {"fact": fact})


def _starts(lang: Lang) -> re.Pattern[str]:
    named = words(lang).money_pattern + " " + words(lang).month_pattern
    names = set(re.findall("[A-Z][a-z]{2}", named))
    return re.compile(START.replace("NAMES", "|".join(sorted(names)) or "(?!)"))

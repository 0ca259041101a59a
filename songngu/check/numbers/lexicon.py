"""The words around figures (lexicon.yml), ready for readers: patterns to match, tables to ask."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources
from typing import Any

from songngu.model import Lang
from songngu.tables import table

GAP = r"[*_]{0,3}[\s\-]?"


@dataclass(frozen=True)
class Unit:
    """What a unit measures, and how many of the dimension's base it is."""

    id: str
    dimension: str
    factor: Decimal
    loose: bool
    money: bool
    spellings: Mapping[Lang, tuple[str, ...]]


@dataclass(frozen=True)
class Words:
    """The words of one language: spelling (lower case, single spaces) -> what it stands for."""

    units: Mapping[str, str]
    magnitudes: Mapping[str, Decimal]
    months: Mapping[str, int]
    unit_pattern: str
    magnitude_pattern: str
    money_pattern: str
    month_pattern: str
    roman_after: frozenset[str]
    section_after: frozenset[str]
    numbers: Mapping[str, Any]
    shares: Mapping[str, tuple[int, int]]


@functools.cache
def _data() -> Any:
    text = resources.files("songngu.check.numbers").joinpath("lexicon.yml").read_text("utf-8")
    return table(text)


@functools.cache
def units() -> Mapping[str, Unit]:
    return {
        id: Unit(
            id,
            one["of"],
            Decimal(str(one["is"])),
            one.get("loose", False),
            one.get("money", False),
            {"vi": tuple(one["vi"]), "en": tuple(one["en"])},
        )
        for id, one in _data()["units"].items()
    }


@functools.cache
def words(lang: Lang) -> Words:
    data = _data()
    spelled = {
        form: unit.id
        for unit in units().values()
        for spelling in unit.spellings[lang]
        for form in _forms(spelling)
    }
    scales = {word: value for value, many in data["magnitudes"][lang].items() for word in many}
    months = {word: at for at, many in enumerate(data["months"][lang], 1) for word in many}
    money = [form for form, id in spelled.items() if units()[id].money and not form.islower()]
    return Words(
        units={_plain(form): id for form, id in spelled.items()},
        magnitudes={_plain(word): Decimal(value) for word, value in scales.items()},
        months={word.lower(): at for word, at in months.items()},
        unit_pattern=_pattern(spelled),
        magnitude_pattern=_pattern(scales),
        money_pattern="|".join(re.escape(form) for form in _longest_first(money)),
        month_pattern="|".join(map(re.escape, _longest_first(months))),
        roman_after=frozenset(data["roman_after"][lang]),
        section_after=frozenset(data["section_after"][lang]),
        numbers=data["words"][lang],
        shares={word: (share[0], share[1]) for word, share in data["shares"][lang].items()},
    )


def unit_of(spelling: str, lang: Lang) -> str:
    """The id of a unit as it was found in a text."""
    found = words(lang).units
    return found.get(_plain(spelling)) or found.get(_plain(spelling).lower(), "")


def _forms(spelling: str) -> tuple[str, ...]:
    """ "tonne(s)" is tonne and tonnes."""
    if "(s)" not in spelling:
        return (spelling,)
    return (spelling.replace("(s)", ""), spelling.replace("(s)", "s"))


def _plain(spelling: str) -> str:
    """One spelling of a word: single spaces; lower case unless it is a symbol (MW, km²)."""
    text = " ".join(spelling.replace("-", " ").split())
    return text.lower() if _is_word(text) else text


def _is_word(text: str) -> bool:
    return len(text) >= 4 and text.replace(" ", "").replace(".", "").isalpha()


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-len(form), form))


def _pattern(forms: Iterable[str]) -> str:
    """One alternation, by first letters, of each the longest first; words in any case, symbols to
    the letter. A look at the first letter spares most of what follows a figure the rest."""
    by_first: dict[str, list[str]] = {}
    for form in _longest_first(forms):
        by_first.setdefault(form[0].lower(), []).append(form)
    letters = "".join(_either(first) for first in by_first)
    ways = (f"[{_either(first)}](?:{'|'.join(map(_rest, by_first[first]))})" for first in by_first)
    return f"(?=[{letters}])(?:{'|'.join(ways)})"


def _either(letter: str) -> str:
    """Small and capital, for a set of letters."""
    return "".join(map(re.escape, dict.fromkeys((letter, letter.upper()))))


def _rest(form: str) -> str:
    """A form behind its first letter."""
    body = r"[\s\-]".join(re.escape(part) for part in re.split(r"[ -]", form[1:]))
    if _is_word(form.replace("-", " ")):
        body = f"(?i:{body})"
    else:
        body = f"(?<={re.escape(form[0])}){body}"
    if form[-1].isalnum():
        body += r"(?!\w)"
    avoid = _data()["not_before"].get(form, [])
    return body + (rf"(?!\s*(?:{'|'.join(avoid)}))" if avoid else "")

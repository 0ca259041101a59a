"""What a licence allows: the table rights.yml, asked by a licence's name."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from songngu.model import Bilingual
from songngu.tables import table

_VERSION = re.compile(r"\s*(\d\.\d)\b")


@dataclass(frozen=True)
class Right:
    """A right to reuse: the licence's `name` with its version, where it is written, and in a
    sentence what it allows."""

    name: str
    url: str
    terms: Bilingual


def right(licence: str) -> Right | None:
    """What a licence named so allows; None if it does not allow to reuse the work."""
    return _found(licence, anywhere=False)


def right_in(sentence: str) -> Right | None:
    """The same for a sentence in which the licence is named."""
    return _found(sentence, anywhere=True)


@cache
def _found(text: str, anywhere: bool) -> Right | None:
    for name, url, version, terms in _table():
        pattern = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
        found = (re.search if anywhere else re.match)(pattern, text, re.I)
        if found:
            numbered = _VERSION.match(text, found.end())
            number = numbered[1] if numbered else version
            whole = f"{name} {numbered[1]}" if numbered else name
            return Right(whole, url.format(version=number), terms)
    return None


@cache
def _table() -> tuple[tuple[str, str, str, Bilingual], ...]:
    text = resources.files("songngu.site").joinpath("rights.yml").read_text("utf-8")
    return tuple(
        (one["name"], one["url"], one["version"], Bilingual(**one["terms"])) for one in table(text)
    )

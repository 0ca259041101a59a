"""The words that templates print in two languages: one data file, no branches."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from songngu.model import Lang
from songngu.tables import table

Words = Mapping[str, str]


@cache
def words(lang: Lang) -> Words:
    """Every word by its key, in one language. A key that lacks a language is a fault of ours."""
    text = resources.files("songngu.site").joinpath("words.yml").read_text("utf-8")
    return {key: str(both[lang]) for key, both in table(text).items()}


def pace(lang: Lang) -> int:
    """How many words of a language are read in a minute."""
    return int(words(lang)["pace"])

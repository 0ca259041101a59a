"""A diagnostic as a sentence for people, in the language that they asked for."""

import functools
import sys
from collections.abc import Mapping
from importlib import resources

from songngu.confusables import seen
from songngu.diagnostics import Diagnostic
from songngu.model import Lang
from songngu.tables import table

# The placeholders that a program's or a system's word can stand for.
WORDED = ("kind", "wanted", "reason")
# What begins us. On Windows `python3` is a shop's, if anything; both its shells know `.\songngu`.
DOOR = ".\\songngu" if sys.platform == "win32" else "python3 build.py"


class _Count(int):
    """A number that a sentence counts things with: `{errors:error}` is "1 error", "2 errors"."""

    def __format__(self, form: str) -> str:
        if not form:
            return str(int(self))
        return f"{int(self)} {form}" + ("" if self == 1 else "s")


@functools.cache
def sentences(lang: Lang) -> Mapping[str, Mapping[str, str]]:
    """All sentences of a language: key -> {say, do}."""
    text = resources.files("songngu.messages").joinpath(f"{lang}.yml").read_text("utf-8")
    found: Mapping[str, Mapping[str, str]] = table(text)
    return found


def _entry(diagnostic: Diagnostic, lang: Lang) -> Mapping[str, str]:
    """The sentence of a code and detail; what any code can say (YAML, schema) stands once, as *."""
    known = sentences(lang)
    return known.get(diagnostic.key) or known[f"*/{diagnostic.detail}"]


def message(diagnostic: Diagnostic, lang: Lang) -> str:
    """What is wrong, in one sentence."""
    return _entry(diagnostic, lang)["say"].format_map(_said(diagnostic.values, lang))


def hint(diagnostic: Diagnostic, lang: Lang) -> str:
    """What to do about it."""
    do = _entry(diagnostic, lang)["do"].replace("python3 build.py", DOOR)
    return do.format_map(_said(diagnostic.values, lang))


def phrase(key: str, lang: Lang, /, **values: object) -> str:
    """A sentence of the tool itself (progress, results, refusals)."""
    return sentences(lang)[key]["say"].format_map(_said(values, lang))


def _said(values: Mapping[str, object], lang: Lang) -> dict[str, object]:
    """The values of a sentence: what a program calls things in the reader's words (`word.*`),
    fractions as the language writes them (0,25 in Vietnamese, 0.25 in English), words without
    anything that deceives the eye."""
    words = sentences(lang)
    said: dict[str, object] = {}
    for name, value in values.items():
        word = words.get(f"word.{value}") if name in WORDED else None
        said[name] = word["say"] if word else _shown(value, lang)
    return said


def _shown(value: object, lang: Lang) -> object:
    if isinstance(value, float):
        return f"{value:g}".replace(".", "," if lang == "vi" else ".")
    if type(value) is int:
        return _Count(value)
    return value if isinstance(value, int) or value is None else seen(str(value))

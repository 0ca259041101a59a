"""A diagnostic as a sentence for people, in the language that they asked for."""

import functools
from collections.abc import Mapping
from importlib import resources

from songngu.diagnostics import Diagnostic
from songngu.glyphs import seen
from songngu.model import Lang
from songngu.tables import table

# The placeholders that a program's word can stand for.
WORDED = ("kind", "wanted")


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


def _values(diagnostic: Diagnostic, lang: Lang) -> Mapping[str, object]:
    """The values of a sentence; kinds and forms are told in the reader's words (word.*)."""
    words = sentences(lang)
    told = {
        name: words.get(f"word.{value}", {}).get("say", value) if name in WORDED else value
        for name, value in diagnostic.values.items()
    }
    return _said(told, lang)


def message(diagnostic: Diagnostic, lang: Lang) -> str:
    """What is wrong, in one sentence."""
    return _entry(diagnostic, lang)["say"].format_map(_values(diagnostic, lang))


def hint(diagnostic: Diagnostic, lang: Lang) -> str:
    """What to do about it."""
    return _entry(diagnostic, lang)["do"].format_map(_values(diagnostic, lang))


def phrase(key: str, lang: Lang, /, **values: object) -> str:
    """A sentence of the tool itself (progress, results, refusals)."""
    return sentences(lang)[key]["say"].format_map(_said(values, lang))


def _said(values: Mapping[str, object], lang: Lang) -> dict[str, object]:
    """Values as readers are shown them: fractions as the language writes them (0,25 in
    Vietnamese, 0.25 in English), words without anything that deceives the eye."""
    return {key: _shown(value, lang) for key, value in values.items()}


def _shown(value: object, lang: Lang) -> object:
    if isinstance(value, float):
        return f"{value:g}".replace(".", "," if lang == "vi" else ".")
    return value if isinstance(value, (int, bool)) or value is None else seen(str(value))

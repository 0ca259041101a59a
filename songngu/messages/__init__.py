"""A diagnostic as a sentence for people, in the language that they asked for."""

import functools
from collections.abc import Mapping
from importlib import resources

import yaml

from songngu.diagnostics import Diagnostic
from songngu.model import Lang


@functools.cache
def sentences(lang: Lang) -> Mapping[str, Mapping[str, str]]:
    """All sentences of a language: key -> {say, do}."""
    text = resources.files("songngu.messages").joinpath(f"{lang}.yml").read_text("utf-8")
    found: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return found


def _entry(diagnostic: Diagnostic, lang: Lang) -> Mapping[str, str]:
    """The sentence of a code and detail; what any code can say (YAML, schema) stands once, as *."""
    known = sentences(lang)
    return known.get(diagnostic.key) or known[f"*/{diagnostic.detail}"]


def message(diagnostic: Diagnostic, lang: Lang) -> str:
    """What is wrong, in one sentence."""
    return _entry(diagnostic, lang)["say"].format_map(diagnostic.values)


def hint(diagnostic: Diagnostic, lang: Lang) -> str:
    """What to do about it."""
    return _entry(diagnostic, lang)["do"].format_map(diagnostic.values)


def phrase(key: str, lang: Lang, /, **values: object) -> str:
    """A sentence of the tool itself (progress, results, refusals)."""
    return sentences(lang)[key]["say"].format_map(values)

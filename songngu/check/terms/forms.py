"""A registered form -> everything that it may look like in a text."""

import functools
import itertools
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from songngu.check.terms.tokens import Words, even, lowered, split
from songngu.model import Lang
from songngu.tables import table


@functools.cache
def language() -> Any:
    """words.yml: what terms need to know of both languages."""
    text = resources.files("songngu.check.terms").joinpath("words.yml").read_text("utf-8")
    return table(text)


@functools.cache
def looks(form: str, lang: Lang) -> frozenset[Words]:
    """The form as words, in every inflection and spelling that is the same term."""
    written = split(even(form))
    if not written:
        return frozenset()
    variants = _vietnamese(written) if lang == "vi" else _english(written)
    return frozenset(variants)


def _vietnamese(form: Words) -> Iterator[Words]:
    """Both ways to place a tone mark."""
    old = language()["tones"]
    yield form
    yield tuple(_toned(word, old) for word in form)
    yield tuple(_toned(word, {new: one for one, new in old.items()}) for word in form)


def _toned(word: str, ends: Mapping[str, str]) -> str:
    """The syllable with the other placement, if it has one."""
    if word[:1] in "qQ" or word[-2:].lower() not in ends:
        return word
    other = ends[word[-2:].lower()]
    first = other[0].upper() if word[-2:-1].isupper() else other[0]
    return word[:-2] + first + other[1]


def _english(form: Words) -> Iterator[Words]:
    """Singular as registered, plural, both spellings, with and without a serial comma."""
    for one in _spelt(form):
        for many in _plurals(one):
            yield many
            yield tuple(_serial(many))


def _spelt(form: Words) -> Iterator[Words]:
    """The form, and the form with one of its words in another spelling."""
    yield form
    lower = lowered(form)
    for group in language()["alike"]:
        for one, other in itertools.permutations([split(word) for word in group], 2):
            for at in range(len(form)):
                if lower[at : at + len(one)] == one:
                    yield (*form[:at], *_cased(other, form[at]), *form[at + len(one) :])


def _cased(words: Words, like: str) -> Words:
    return (words[0].capitalize(), *words[1:]) if like[0].isupper() else words


def _plurals(form: Words) -> Iterator[Words]:
    """Each of the phrase's nouns that ends a part of it in singular and in plural: the last word,
    and every last word before a preposition."""
    ends = [at - 1 for at, word in enumerate(form) if word in language()["before"] and at]
    choices = [{word} for word in form]
    for at in [*ends, len(form) - 1]:
        if form[at].isalpha():
            choices[at].add(_many(form[at]))
    return itertools.product(*choices)


def _many(word: str) -> str:
    lower = word.lower()
    irregular: str = language()["plurals"].get(lower, "")
    if irregular:
        return word[0] + irregular[1:]
    if lower.endswith("s") or not lower.isascii():
        return word
    if lower.endswith("y") and lower[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if lower.endswith(("x", "ch", "sh", "z")) else "s")


def _serial(form: Words) -> Iterator[str]:
    """With a comma before the `and` of an enumeration that has commas."""
    for at, word in enumerate(form):
        if word in ("and", "or") and "," in form[:at] and form[at - 1] != ",":
            yield ","
        yield word

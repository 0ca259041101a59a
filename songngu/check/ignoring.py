"""What editors asked to pass over (source/ignores.py), taken out of the findings and counted.

A word that is malformed, gives no reason, or hides nothing is told itself. What others rest on is
never hidden: how a file reads, who cleared it, what the law says of sovereignty.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from songngu.diagnostics import SEVERITIES, Diagnostic, diagnose
from songngu.model import LANGS, Article, Ignore, Issue, Pair

_NEVER = ("source.", "config.", "clearance.", "imprint.", "press.")
_NEVER_CODES = ("term.sovereignty",)
# (pair, language, block), None for the front matter.
Spot = tuple[str, str, int | None]


@dataclass(frozen=True)
class Settled:
    """The findings that are left, and those that were passed over."""

    diagnostics: tuple[Diagnostic, ...]
    ignored: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class _Word:
    """One ignore comment that counts: where it stands and what it covers, in both languages."""

    article: Article
    pair: str
    ignore: Ignore
    spots: frozenset[Spot]


def settle(issues: Sequence[Issue], diagnostics: Iterable[Diagnostic]) -> Settled:
    """The findings without those that an editor's word covers, and with what is wrong with the
    words themselves."""
    words: list[_Word] = []
    told: list[Diagnostic] = []
    for issue in issues:
        for pair in issue.pairs:
            for article, ignore in _said(pair):
                fault = _fault(article, pair, ignore)
                if fault:
                    told.append(fault)
                else:
                    words.append(_Word(article, pair.id, ignore, _covered(pair, article, ignore)))
    left: list[Diagnostic] = []
    used: set[int] = set()
    ignored: list[Diagnostic] = []
    fronts = _fronts(issues)
    for one in diagnostics:
        by = [at for at, word in enumerate(words) if _hides(word, one, fronts)]
        used.update(by)
        (ignored if by else left).append(one)
    for at, word in enumerate(words):
        if at not in used:
            told.append(_about(word.article, word.pair, word.ignore, "ignore-unused"))
    return Settled((*left, *told), tuple(ignored))


def _said(pair: Pair) -> Iterator[tuple[Article, Ignore]]:
    for lang in LANGS:
        article = pair[lang]
        if article is not None:
            for ignore in article.ignores:
                yield article, ignore


def _fault(article: Article, pair: Pair, ignore: Ignore) -> Diagnostic | None:
    code = ignore.code
    if not code:
        return _about(article, pair.id, ignore, "ignore-form")
    if code not in SEVERITIES or "/" in code:
        near = difflib.get_close_matches(code, SEVERITIES, 1, 0.4)
        return _about(article, pair.id, ignore, "ignore-unknown", meant=near[0] if near else "—")
    if code.startswith(_NEVER) or code in _NEVER_CODES:
        return _about(article, pair.id, ignore, "ignore-refused")
    return None if ignore.reason else _about(article, pair.id, ignore, "ignore-no-reason")


def _about(
    article: Article, pair: str, ignore: Ignore, detail: str, **values: object
) -> Diagnostic:
    values |= {"code": ignore.code} if ignore.code else {}
    return diagnose(
        "source.markdown",
        article.path,
        ignore.line,
        detail,
        lang=article.lang,
        pair=pair,
        block=ignore.block,
        **values,
    )


def _covered(pair: Pair, article: Article, ignore: Ignore) -> frozenset[Spot]:
    """The block and the one beside it; of the front matter, that of both sides."""
    if ignore.block is None:
        return frozenset((pair.id, lang, None) for lang in LANGS)
    spots: set[Spot] = {(pair.id, article.lang, ignore.block)}
    for row in pair.rows:
        own = row[article.lang]
        if own is not None and own.index == ignore.block:
            spots |= {(pair.id, lang, side.index) for lang in LANGS if (side := row[lang])}
    return frozenset(spots)


def _fronts(issues: Sequence[Issue]) -> Mapping[str, int]:
    """Where the text of each article begins: what is told above it is of the front matter."""
    return {
        article.path: article.blocks[0].line if article.blocks else 1_000_000
        for issue in issues
        for pair in issue.pairs
        for article in (pair.vi, pair.en)
        if article is not None
    }


def _hides(word: _Word, one: Diagnostic, fronts: Mapping[str, int]) -> bool:
    if one.code != word.ignore.code or one.pair != word.pair or one.lang is None:
        return False
    if one.block is not None:
        return (one.pair, one.lang, one.block) in word.spots
    in_front = one.place.line < fronts.get(one.place.path, 0)
    return in_front and (one.pair, one.lang, None) in word.spots

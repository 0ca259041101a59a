"""What pages show of the articles that are not their own: titles, sections, pictures, the facts and
series they print, the minutes they take; never their texts.

Every page but an article's own is made of the outline, so it cannot depend on a text: an edit that
leaves the outline as it is leaves those pages as they are.
"""

import math
from collections.abc import Mapping
from dataclasses import replace

from songngu.model import LANGS, Article, Issue, Lang, Pair, Publication
from songngu.site.words import pace
from songngu.source.links import Kind, pointing

SHOWN: tuple[Kind, ...] = ("picture", "fact", "series")
# The texts of the pairs, by issue and pair.
Texts = Mapping[tuple[str, str], Pair]


def outlined(publication: Publication) -> Publication:
    """The publication without its texts."""
    return replace(publication, issues=tuple(map(_issue, publication.issues)))


def texts(publication: Publication) -> Texts:
    return {(issue.id, pair.id): pair for issue in publication.issues for pair in issue.pairs}


def whole(outline: Pair, text: Pair, lang: Lang | None) -> Pair:
    """A pair with its text in one language, or in both and row by row for None."""
    if lang is None:
        return text
    return Pair(
        outline.id,
        text.vi if lang == "vi" else outline.vi,
        text.en if lang == "en" else outline.en,
    )


def _issue(issue: Issue) -> Issue:
    return replace(issue, pairs=tuple(map(_pair, issue.pairs)))


def _pair(pair: Pair) -> Pair:
    vi, en = (_article(side) if (side := pair[lang]) else None for lang in LANGS)
    return Pair(pair.id, vi, en)


def _article(article: Article) -> Article:
    blocks = (pointing(block, SHOWN) for block in article.blocks)
    minute = pace(article.lang)
    return replace(
        article,
        blocks=tuple(block for block in blocks if block),
        picture=replace(article.picture, line=0) if article.picture else None,
        counted=math.ceil(article.words / minute) * minute,
        lines={},
        ignores=(),
        digest="",
    )

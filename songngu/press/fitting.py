"""Copyfitting: an article whose last spread or page would stand nearly empty is set tighter.

The steps are the look's own (classes fit-0 to fit-3 in the style sheet: a lower opening
picture, smaller gaps); type and leading stay the same through the book. A step is kept only if it
saves a spread. Where none does, the article is opened (class fit-open: a higher picture), so that
more of it stands on the last one. What still ends high is closed with a tailpiece, which lies in
the layer of furniture.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from songngu.press.book import Part
from songngu.press.paging import BookPage
from songngu.press.weasyprint_ import SetPart

# Step -> how full the last spread may be (0 to 1) for the step to be worth a try.
REACH = {1: 0.5, 2: 0.5, 3: 0.5}
# Longer articles have charts, which leave holes: a step may save a spread however full the last is.
LONG = 3
# Set loosely if the last spread is no fuller than this.
BARE, OPEN = 0.42, "open"
# A last spread or page no fuller than this has room for a tailpiece.
TAIL = 0.64
SetAll = Callable[[Sequence[Part]], Sequence[SetPart]]


def fitted(parts: Sequence[Part], set_all: SetAll) -> tuple[dict[str, Part], dict[str, SetPart]]:
    """Every part by name, as it is to be set and as it is set: articles at the first step that
    saves them a spread or page, else opened where that fills their last one better."""
    chosen = {part.name: part for part in parts}
    best = dict(zip(chosen, set_all(parts), strict=True))
    left = [part for part in parts if part.template == "article.html"]

    def keep(tries: Sequence[Part], better: Callable[[SetPart, SetPart], bool]) -> set[str]:
        made = zip(tries, set_all(tries), strict=True)
        good = {part.name: (part, done) for part, done in made if better(done, best[part.name])}
        for name, (part, done) in good.items():
            chosen[name], best[name] = part, done
        return set(good)

    for step, reach in REACH.items():
        saved = keep([_at(one, step) for one in left if _loose(best[one.name], reach)], _shorter)
        left = [part for part in left if part.name not in saved]
    keep([_at(one, OPEN) for one in left if _bare(best[one.name])], _fuller)
    return chosen, best


def tails(pages: Sequence[BookPage], ready: Mapping[str, SetPart]) -> frozenset[int]:
    """The numbers of the pages on which an article ends so high that a tailpiece closes it."""
    return frozenset(
        page.number
        for page in pages
        if page.part
        and page.part.template == "article.html"
        and page.sheet == ready[page.part.name].pages - 1
        and ready[page.part.name].fill <= TAIL
    )


def _at(part: Part, step: int | str) -> Part:
    return replace(part, values={**part.values, "fit": step})


def _loose(done: SetPart, reach: float) -> bool:
    return done.pages > LONG or (done.pages > 1 and done.fill <= reach)


def _bare(done: SetPart) -> bool:
    return done.pages > 1 and done.fill <= BARE


def _shorter(done: SetPart, before: SetPart) -> bool:
    return done.pages < before.pages


def _fuller(done: SetPart, before: SetPart) -> bool:
    return done.pages == before.pages and done.fill > before.fill

"""Copyfitting: an article whose last spread would stand nearly empty is set tighter.

The steps are the look's own (classes fit-0 to fit-3 in the style sheet: a lower opening
picture, smaller gaps); type and leading stay the same through the book. A step is kept only if it
saves a spread.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from songngu.press.book import Part
from songngu.press.weasyprint_ import SetPart

# Step -> how full the last spread may be (0 to 1) for the step to be worth a try.
REACH = {1: 0.5, 2: 0.5, 3: 0.5}
# Longer articles have charts, which leave holes: a step may save a spread however full the last is.
LONG = 3
SetAll = Callable[[Sequence[Part]], Sequence[SetPart]]


def fitted(parts: Sequence[Part], set_all: SetAll) -> tuple[dict[str, Part], dict[str, SetPart]]:
    """Every part by name, as it is to be set and as it is set: articles at the first step that
    saves them a spread."""
    chosen = {part.name: part for part in parts}
    best = dict(zip(chosen, set_all(parts), strict=True))
    open_ = [part for part in parts if part.template == "article.html"]
    for step, reach in REACH.items():
        tries = [_at(part, step) for part in open_ if _loose(best[part.name], reach)]
        shorter = {
            part.name: done
            for part, done in zip(tries, set_all(tries), strict=True)
            if done.pages < best[part.name].pages
        }
        best |= shorter
        chosen |= {part.name: part for part in tries if part.name in shorter}
        open_ = [part for part in open_ if part.name not in shorter]
    return chosen, best


def _at(part: Part, step: int) -> Part:
    return replace(part, values={**part.values, "fit": step})


def _loose(done: SetPart, reach: float) -> bool:
    return done.pages > LONG or (done.pages > 1 and done.fill <= reach)

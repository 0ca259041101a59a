"""Copyfitting: an article whose last spread or page would stand nearly empty is set tighter.

The steps are the look's own (classes fit-0 to fit-3 in the style sheet: a lower opening
picture, smaller gaps); type and leading stay the same through the book. A step is kept only if it
saves a spread. Where none does, the article is opened (class fit-open: a higher picture), so that
more of it stands on the last one. What still ends high is closed with a tailpiece, which lies in
the layer of furniture.

Tries are laid out and not drawn, and only where what a step can save is as much as must go.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeAlias, TypeVar

from songngu.press.paging import BookPage
from songngu.press.weasyprint_ import SetPart

Step: TypeAlias = int | str
# A new number when other steps are tried or kept: what was fitted before is fitted again.
FORM = 1
# What a tighter step saves at most, in mm: of the picture's height and the standfirst's lines.
LOWER = {1: 18.0, 2: 32.0, 3: 56.0}
# And of all gaps together, which are smaller from the first step on, as a share of the whole.
GAPS = 0.12
# How full the last spread may be (0 to 1) for a tighter step to be worth a try.
REACH = 0.5
# Longer articles have charts, which leave holes: a step may save a spread however full the last is.
LONG = 3
# Set loosely if the last spread is no fuller than this.
BARE, OPEN = 0.42, "open"
# A last spread or page no fuller than this has room for a tailpiece.
TAIL = 0.64
# The step is a class of the article, the document's first element.
_CLASS = re.compile(r'(<article class="[a-z]+ )fit-0(?= )')


class Pages(Protocol):
    """An article laid out: how full each page is (0 to 1), and how high a full one is, in mm."""

    @property
    def fills(self) -> tuple[float, ...]: ...

    @property
    def height(self) -> float: ...


Laid = TypeVar("Laid", bound=Pages)


def is_fitted(html: str) -> bool:
    """Whether a text is an article, which is fitted."""
    return bool(_CLASS.search(html))


def at_step(html: str, step: Step) -> str:
    """The text of an article at a step, from its text at step 0."""
    return _CLASS.sub(rf"\g<1>fit-{step}{' tight' if step in LOWER else ''}", html, count=1)


def fitted(lay: Callable[[Step], Laid]) -> tuple[Step, Laid]:
    """The first step that saves an article a spread or page, else the open one where that fills
    the last page better, else the plain one; with the pages as they are laid out at that step."""
    plain = lay(0)
    pages, last = len(plain.fills), plain.fills[-1]
    if pages > LONG or (pages > 1 and last <= REACH):
        before, tried = 0, plain
        for step in LOWER:
            if not _may_save(tried, before, step):
                continue
            before, tried = step, lay(step)
            if len(tried.fills) < pages:
                return step, tried
    if pages > 1 and last <= BARE:
        opened = lay(OPEN)
        if len(opened.fills) == pages and opened.fills[-1] > last:
            return OPEN, opened
    return 0, plain


def _may_save(tried: Pages, before: int, step: int) -> bool:
    """Whether what lies on the pages as they were tried last could stand on one page less."""
    whole = sum(tried.fills) * tried.height
    saved = LOWER[step] - LOWER[before] if before else LOWER[step] + GAPS * whole
    return whole - saved <= (len(tried.fills) - 1) * tried.height


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

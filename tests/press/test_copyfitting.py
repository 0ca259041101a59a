"""Copyfitting: what is tried, and what is kept."""

from dataclasses import dataclass

import pytest

from songngu.press.book import Part
from songngu.press.copyfitting import LOWER, OPEN, Step, at_step, fitted, is_fitted, tails
from songngu.press.grid import Shape
from songngu.press.paging import paginate
from songngu.press.weasyprint_ import SetPart

ARTICLE = '<html><body><article class="spread fit-0 interview">fit-0</article></body></html>'


@dataclass(frozen=True)
class Pages:
    """How full each page is; 244 mm high."""

    fills: tuple[float, ...]
    height: float = 244.0


def fit(steps: dict[Step, tuple[float, ...]]) -> tuple[Step, list[Step]]:
    """The step at which an article ends, and all that were laid out on the way."""
    tried: list[Step] = []

    def lay(step: Step) -> Pages:
        tried.append(step)
        return Pages(steps[step])

    step, laid = fitted(lay)
    assert laid.fills == steps[step]
    return step, tried


def test_the_first_step_that_saves_a_page_is_kept() -> None:
    assert fit({0: (1, 1, 0.2), 1: (1, 1, 0.03), 2: (1, 0.9)}) == (2, [0, 1, 2])


def test_a_full_last_page_is_left_alone() -> None:
    assert fit({0: (1, 1, 0.8)}) == (0, [0])


def test_a_long_article_may_have_holes_that_a_step_fills() -> None:
    assert fit({0: (1, 0.8, 0.8, 0.7), 1: (1, 1, 1)}) == (1, [0, 1])


def test_what_cannot_be_saved_is_opened() -> None:
    nearly = (0.9, 0.8, 0.3)
    steps: dict[Step, tuple[float, ...]] = dict.fromkeys((0, 1, 2, 3), nearly)
    assert fit({**steps, OPEN: (0.9, 0.8, 0.5)}) == (OPEN, [0, 1, 2, 3, OPEN])
    assert fit({**steps, OPEN: (0.9, 0.8, 0.4, 0.1)})[0] == 0
    assert fit({**steps, OPEN: (0.9, 0.8, 0.2)})[0] == 0


def test_what_a_step_can_never_save_is_not_tried() -> None:
    """Three full pages and a half do not go onto three, whatever is made smaller."""
    assert fit({0: (1, 1, 1, 0.9)}) == (0, [0])
    assert fit({0: (1, 1, 0.45), 3: (1, 1, 0.2)}) == (0, [0, 3])


@pytest.mark.parametrize("step", [0, *LOWER, OPEN])
def test_a_step_is_a_class_of_the_article(step: Step) -> None:
    made = at_step(ARTICLE, step)
    assert f" fit-{step} " in made
    assert (" tight " in made) == (step in LOWER)
    assert ">fit-0<" in made, "words stay"


def test_only_articles_are_fitted() -> None:
    assert is_fitted(ARTICLE)
    assert not is_fitted("<body><section>fit-0 </section></body>")


def test_an_article_that_ends_high_is_closed_with_a_tailpiece() -> None:
    """On its last spread alone; an opener has none."""
    parts = [
        Part("opener", Shape.SPREAD, "opener.html", {}),
        Part("high", Shape.SPREAD, "article.html", {}),
        Part("low", Shape.SPREAD, "article.html", {}),
    ]
    ready = {
        "opener": SetPart(b"", 1, 0.1),
        "high": SetPart(b"", 2, 0.4),
        "low": SetPart(b"", 1, 0.9),
    }
    pages = paginate(parts, {name: one.pages for name, one in ready.items()}, 1)
    assert tails(pages, ready) == {6, 7}

"""Copyfitting: what is tried, and what is kept."""

from collections.abc import Sequence

from songngu.press.book import Part
from songngu.press.fitting import OPEN, fitted, tails
from songngu.press.grid import Shape
from songngu.press.paging import paginate
from songngu.press.weasyprint_ import SetPart

# What a step makes of an article: pages, and how full the last one is.
Steps = dict[int | str, tuple[int, float]]


def fit(steps: Steps, template: str = "article.html") -> tuple[int | str, list[int | str]]:
    """The step at which an article ends, and all that were set on the way."""
    tried: list[int | str] = []

    def set_all(parts: Sequence[Part]) -> list[SetPart]:
        wanted = [part.values["fit"] for part in parts]
        tried.extend(wanted)  # type: ignore[arg-type]  # a step
        return [SetPart(b"", *steps[step]) for step in wanted]  # type: ignore[index]

    part = Part("a", Shape.SPREAD, template, {"fit": 0})
    chosen, done = fitted((part,), set_all)
    step = chosen["a"].values["fit"]
    assert isinstance(step, int | str)
    assert (done["a"].pages, done["a"].fill) == steps[step]
    return step, tried


def test_the_first_step_that_saves_a_page_is_kept() -> None:
    assert fit({0: (3, 0.2), 1: (3, 0.1), 2: (2, 0.9)}) == (2, [0, 1, 2])


def test_a_full_last_page_is_left_alone() -> None:
    assert fit({0: (3, 0.8)}) == (0, [0])


def test_what_cannot_be_saved_is_opened() -> None:
    nearly = (3, 0.3)
    steps: Steps = {0: nearly, 1: nearly, 2: nearly, 3: nearly, OPEN: (3, 0.5)}
    assert fit(steps) == (OPEN, [0, 1, 2, 3, OPEN])
    assert fit({**steps, OPEN: (4, 0.1)})[0] == 0
    assert fit({**steps, OPEN: (3, 0.2)})[0] == 0


def test_only_articles_are_fitted() -> None:
    assert fit({0: (2, 0.1)}, "opener.html") == (0, [0])


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

"""Charts that are drawn once per content: starting their engine takes most of a second."""

import functools
import importlib.metadata
from collections.abc import Callable
from pathlib import Path

from songngu.cache_ import Cache
from songngu.figures.charts_ import Narrow, chart_svg
from songngu.model import Lang, Series
from songngu.workers_ import here

# A series in a language, wide or in a narrow form, as SVG text with names in braces for colours.
Draw = Callable[[Series, Lang, Narrow | None], str]
# A new number when charts_.py draws otherwise.
FORM = 11


def drawing(cache: Cache, run: Callable[..., str] = here) -> Draw:
    """Draws with the engine, and keeps what it drew; `run` is where it is loaded: its memory (some
    250 MB, measured) stays taken as long as that process lives."""
    engine = importlib.metadata.version("vl-convert-python")

    @functools.lru_cache(maxsize=64)
    def draw(series: Series, lang: Lang, narrow: Narrow | None) -> str:
        key = ("chart", FORM, engine, repr(series), lang, narrow)

        def make(to: Path) -> None:
            to.write_text(run(chart_svg, series, lang, narrow), "utf-8", newline="\n")

        return cache.file(key, ".svg", make).read_text("utf-8")

    return draw

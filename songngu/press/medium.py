"""How print answers what the renderer asks: pictures by profile, links as words, charts in CMYK."""

import html
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from songngu.figures.charts_ import COLUMN, coloured
from songngu.figures.drawings_ import Draw
from songngu.figures.tables import series_table
from songngu.model import LANGS, Article, Fact, Lang, PictureUse, Series, Source

# Vega sets labels at 14 px, those of a narrow chart at 13; in print they stand at 8 pt.
CHART_SCALE, NARROW_SCALE = 0.76, 0.82
# What follows this mark in a figure's HTML stands in a row of its own, so that the tables of both
# sides begin level.
BELOW = "<!-- below -->"


@dataclass(frozen=True)
class PressMedium:
    """`pictures` maps a picture's path to the file to print; `colours` are CSS colours by name.
    A chart is as high in one language as in the other, and no wider than `room` (CSS pixels);
    `narrow` is for a column: labels above the bars, not beside them."""

    pictures: Mapping[str, Path]
    colours: Mapping[str, str]
    sources: Mapping[str, Source]
    accent: str
    draw: Draw
    room: float = math.inf
    narrow: bool = False
    below: ClassVar[str] = BELOW

    def picture(self, use: PictureUse, lang: Lang) -> str:
        file = self.pictures.get(use.path)
        if file is None:
            return ""
        caption = f"<figcaption>{html.escape(use.caption)}</figcaption>" if use.caption else ""
        crop = f'<div class="crop"><img src="{file.as_uri()}" alt="{html.escape(use.alt)}"></div>'
        if self.below and caption:
            return f'<figure class="plate">{crop}</figure>{self.below}{caption}'
        return f'<figure class="plate">{crop}{caption}</figure>'

    def link(self, article: Article, path: str, anchor: str) -> str | None:
        return None

    def fact(self, fact: Fact, lang: Lang) -> str | None:
        return None

    def chart(self, series: Series, lang: Lang) -> str:
        table = series_table(series, lang, self.sources.get(series.source), caption=False)
        return f"{self._chart(series, lang)}{self.below}{table}"

    def table(self, series: Series, lang: Lang) -> str:
        return series_table(series, lang, self.sources.get(series.source))

    def _chart(self, series: Series, lang: Lang) -> str:
        colours = {
            "accent": self.colours[self.accent],
            "ink": self.colours["ink"],
            "rule": self.colours["mist"],
        }
        form = COLUMN if self.narrow else None
        drawn = {one: self.draw(series, one, form) for one in LANGS}
        widest = max(_size(svg)[0] for svg in drawn.values())
        scale = min(NARROW_SCALE if self.narrow else CHART_SCALE, self.room / widest)
        svg = _scaled(coloured(drawn[lang], colours), scale)
        title = html.escape(series.title[lang], quote=False)
        return f'<div class="chart"><p class="chart-title">{title}</p>{svg}</div>'


# How a piece of a screen edition links to what may stand in another: so, then the element's id.
PLACE = "songngu:"
_SIZE = re.compile(r'(<svg[^>]*?)\swidth="([\d.]+)"\sheight="([\d.]+)"')


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    assert found is not None
    return float(found[2]), float(found[3])


def _scaled(svg: str, scale: float) -> str:
    """The chart at print size; opacity of 1 is dropped, which would only cost transparency."""
    width, height = (side * scale for side in _size(svg))
    svg = _SIZE.sub(rf'\1 width="{width:.1f}" height="{height:.1f}"', svg, count=1)
    return svg.replace(' opacity="1"', "")


@dataclass(frozen=True)
class ScreenMedium(PressMedium):
    """As print, but links lead somewhere: to the article inside the same file, and a chart and
    its table are one piece. `articles` are the paths of what the file holds."""

    articles: frozenset[str] = frozenset()
    below: ClassVar[str] = ""

    def link(self, article: Article, path: str, anchor: str) -> str | None:
        prefix = f"content/{article.lang}/"
        return PLACE + address(path.removeprefix(prefix)) if path in self.articles else None


def address(path: str) -> str:
    """The id of an article inside a screen edition, from its path below content/<lang>/."""
    return re.sub(r"[^a-z0-9]+", "-", path.removesuffix(".md").lower())

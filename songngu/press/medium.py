"""How print answers what the renderer asks: pictures by profile, links as words, charts in CMYK."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from songngu.figures.charts_ import coloured
from songngu.figures.drawings_ import Draw
from songngu.figures.tables import series_table
from songngu.model import Article, Fact, Lang, PictureUse, Series, Source

# Vega sets labels at 14 px; in print they stand at 8 pt.
CHART_SCALE = 0.76
# What follows this mark in a figure's HTML stands in a row of its own, so that the tables of both
# sides begin level.
BELOW = "<!-- below -->"


@dataclass(frozen=True)
class PressMedium:
    """`pictures` maps a picture's path to the file to print; `colours` are CSS colours by name."""

    pictures: Mapping[str, Path]
    colours: Mapping[str, str]
    sources: Mapping[str, Source]
    accent: str
    draw: Draw
    below: ClassVar[str] = BELOW

    def picture(self, use: PictureUse, lang: Lang) -> str:
        file = self.pictures.get(use.path)
        if file is None:
            return ""
        caption = f"<figcaption>{html.escape(use.caption)}</figcaption>" if use.caption else ""
        return (
            f'<figure class="plate"><div class="crop"><img src="{file.as_uri()}"'
            f' alt="{html.escape(use.alt)}"></div>{caption}</figure>'
        )

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
        svg = coloured(self.draw(series, lang, False), colours)
        title = html.escape(series.title[lang], quote=False)
        return f'<div class="chart"><p class="chart-title">{title}</p>{_scaled(svg)}</div>'


def _scaled(svg: str) -> str:
    """The chart at print size; opacity of 1 is dropped, which would only cost transparency."""

    def shrink(found: re.Match[str]) -> str:
        width, height = (float(found[group]) * CHART_SCALE for group in (2, 3))
        return f'{found[1]} width="{width:.1f}" height="{height:.1f}"'

    svg = re.sub(r'(<svg[^>]*?)\swidth="([\d.]+)"\sheight="([\d.]+)"', shrink, svg, count=1)
    return svg.replace(' opacity="1"', "")


@dataclass(frozen=True)
class ScreenMedium(PressMedium):
    """As print, but links lead somewhere: to the article inside the same file, and a chart and
    its table are one piece. `articles` are the paths of what the file holds."""

    articles: frozenset[str] = frozenset()
    below: ClassVar[str] = ""

    def link(self, article: Article, path: str, anchor: str) -> str | None:
        prefix = f"content/{article.lang}/"
        return "#" + address(path.removeprefix(prefix)) if path in self.articles else None


def address(path: str) -> str:
    """The id of an article inside a screen edition, from its path below content/<lang>/."""
    return re.sub(r"[^a-z0-9]+", "-", path.removesuffix(".md").lower())

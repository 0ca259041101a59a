"""What the web answers when the renderer asks: pictures, links, facts, charts, tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from songngu.figures.charts_ import PHONE, Narrow
from songngu.figures.drawings_ import Draw
from songngu.figures.tables import series_legend, series_table
from songngu.model import Article, Fact, Lang, PictureUse, Series
from songngu.site.edition import pair_path
from songngu.site.frame import Stand, picture
from songngu.site.views import PictureView

SIZES = "(min-width: 48rem) 44rem, 92vw"
COLOURS = {"accent": "var(--accent)", "ink": "var(--ink)", "rule": "var(--mist)"}


@dataclass(frozen=True)
class WebMedium:
    """`numbers` gives each source its place in the list at the end of the article; `prefix` goes
    before every id, so that both languages can stand in one page."""

    stand: Stand
    numbers: Mapping[str, int]
    draw: Draw
    prefix: str = ""

    def picture(self, use: PictureUse, lang: Lang) -> str:
        view = picture(self.stand, use)
        if view is None:
            return f'<figure class="picture"><p>{escape(use.alt)}</p></figure>'
        image = _image(view, self.stand.word("enlarge"))
        return f'<figure class="picture">{image}{_caption(view)}</figure>'

    def link(self, article: Article, path: str, anchor: str) -> str | None:
        """An article's address; None for what the site does not have."""
        found = self.stand.edition.articles.get(path)
        if found is None:
            return None
        lang, issue, pair = found
        return self.stand.page(pair_path(issue, pair), lang) + (f"#{anchor}" if anchor else "")

    def fact(self, fact: Fact, lang: Lang) -> str | None:
        """The way to its source; what follows the question mark tells which fact it is to
        reading.py, and goes no further."""
        return (
            f"#{self.prefix}source-{fact.source}?{fact.id}" if fact.source in self.numbers else None
        )

    def chart(self, series: Series, lang: Lang) -> str:
        """Two drawings, one for narrow screens, and the same values as a table beneath."""
        source = self.stand.edition.publication.sources.get(series.source)
        legend = series_legend(series, lang, source)
        table = series_table(series, lang, source, caption=False, legend=False)
        summary = escape(self.stand.word("table"))
        drawings = "".join(
            f'<div class="drawing {name}">{self._coloured(series, lang, narrow)}</div>'
            for name, narrow in (("wide", None), ("narrow", PHONE))
        )
        title = f'<p class="chart-title">{escape(series.title[lang])}</p>'
        shut = f"{self._data(series)}<details><summary>{summary}</summary>{table}</details>"
        inside = f"{title}{drawings}{shut}{legend}"
        return f'<figure class="chart" id="{self.prefix}series-{series.id}">{inside}</figure>'

    def table(self, series: Series, lang: Lang) -> str:
        source = self.stand.edition.publication.sources.get(series.source)
        table = series_table(series, lang, source)
        inside = f"{table}{self._data(series)}"
        return f'<div class="figures" id="{self.prefix}series-{series.id}">{inside}</div>'

    def _data(self, series: Series) -> str:
        """The way to the same values as a file."""
        href = f"{self.stand.assets}series/{series.id}.csv"
        return f'<p class="data"><a href="{href}" download>{escape(self.stand.word("csv"))}</a></p>'

    def _coloured(self, series: Series, lang: Lang, narrow: Narrow | None) -> str:
        svg = self.draw(series, lang, narrow)
        for name, colour in COLOURS.items():
            svg = svg.replace("{" + name + "}", colour)
        return svg


def _image(view: PictureView, enlarge: str) -> str:
    """As the theme's macros `zoom` and `image` have it."""
    sources = "".join(
        f'<source type="{one.media}" srcset="{one.srcset}" sizes="{SIZES}">' for one in view.sources
    )
    image = (
        f'<img src="{view.src}" srcset="{view.srcset}" sizes="{SIZES}" width="{view.width}" '
        f'height="{view.height}" alt="{escape(view.alt)}" loading="lazy" decoding="async">'
    )
    told = f'<span class="unseen">{escape(enlarge)}</span>'
    return f'<a class="zoom" href="{view.large}"><picture>{sources}{image}</picture>{told}</a>'


def _caption(view: PictureView) -> str:
    if not view.caption and not view.credit:
        return ""
    credit = f'<span class="credit">{escape(view.credit)}</span>' if view.credit else ""
    return f"<figcaption>{escape(view.caption)} {credit}</figcaption>"

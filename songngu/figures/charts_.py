"""A series as a bar chart: Vega-Lite rendered to SVG text, the same values as the table beneath.

Bars from zero, labels on the marks, no legend. Every colour in the SVG is a name in braces
(`{accent}`), so that web and print put their own in: CSS variables there, CMYK here.
"""

import html
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from songngu.figures.numbers import number
from songngu.model import LANGS, Lang, Series

FONT = "Be Vietnam Pro"
# Stand-ins that Vega accepts as colours; they leave again as names in braces.
STANDINS = {"accent": "#a0cce7", "ink": "#121a51", "rule": "#3f0e11"}
ROW_HEIGHT = 30
WIDTH = 620
# A longer label takes two lines and its rows more room: none is ever cut.
LABEL, WRAPPED_ROW_HEIGHT, LINE = 48, 44, 15
# A label of several lines as the engine draws it, and each of them.
_LABELS = re.compile(r"(<text [^>]*translate\([^,]*,)([\d.]+)(\)[^>]*>)(<tspan>.*?)</text>")
_LINES = re.compile(r"<tspan[^>]*>(.*?)</tspan>")


@dataclass(frozen=True)
class Narrow:
    """A drawing with each row's label above its bars, for where the usual one would shrink below
    what can be read. Pixels: its width, a bar's height, the room of a label of one line."""

    width: int
    bar: int
    label: int
    # The height of a further line, and how many letters a line holds.
    line: int = 16
    letters: int = 40


# From the top of the bars to the middle of the line above them.
RAISED = 10
# Shown at its own size on a phone; and on paper in a column, where the eye is nearer.
PHONE = Narrow(300, 20, 34)
COLUMN = Narrow(366, 13, 21, line=14, letters=54)


def chart_svg(series: Series, lang: Lang, narrow: Narrow | None = None) -> str:
    """The SVG text, with {accent}, {ink} and {rule} where colours stand."""
    spec = _narrow_spec(series, lang, narrow) if narrow else _spec(series, lang)
    svg = apart(_engine().vegalite_to_svg(spec))
    for name, colour in STANDINS.items():
        svg = re.sub(re.escape(colour), "{" + name + "}", svg, flags=re.I)
    return _titled(svg, series, lang)


def apart(svg: str) -> str:
    """Each line of a label a text of its own: the press sets a line inside a text as far left as
    the longest one begins."""

    def lines(found: re.Match[str]) -> str:
        start, y, end, inside = found.groups()
        return "".join(
            f"{start}{float(y) + LINE * at:g}{end}{line}</text>"
            for at, line in enumerate(_LINES.findall(inside))
        )

    return _LABELS.sub(lines, svg)


def coloured(svg: str, colours: dict[str, str]) -> str:
    for name, colour in colours.items():
        svg = svg.replace("{" + name + "}", colour)
    return svg


@cache
def _engine() -> Any:
    """vl-convert with the publication's own fonts; starting it takes most of a second."""
    import fontpkg_be_vietnam_pro
    import vl_convert

    vl_convert.register_font_directory(str(Path(fontpkg_be_vietnam_pro.__file__).parent / "files"))
    return vl_convert


def _label(text: str) -> str:
    """A row's label with its line breaks: no more lines than it needs, of like length."""
    lines = len(textwrap.wrap(text, LABEL))
    for width in range(len(text) // max(lines, 1), LABEL):
        if len(tried := textwrap.wrap(text, max(width, 1))) == lines:
            return "\n".join(tried)
    return "\n".join(textwrap.wrap(text, LABEL))


def _data(series: Series, lang: Lang) -> list[dict[str, Any]]:
    """A record per bar. The row's label has its line breaks in it."""
    several = len(series.columns) > 1
    return [
        {
            "row": _label(row.label[lang]),
            "column": column[lang],
            "value": float(value),
            "shown": number(value, lang) + (f"  {column[lang]}" if several else ""),
        }
        for row in series.rows
        for column, value in zip(series.columns, row.values, strict=True)
        if value is not None
    ]


def _config() -> dict[str, Any]:
    return {
        "background": None,
        "font": FONT,
        "aria": False,
        "view": {"stroke": None},
        "axis": {"labelFont": FONT, "labelFontSize": 14, "labelColor": STANDINS["ink"]},
        "text": {"font": FONT},
    }


def _narrow_spec(series: Series, lang: Lang, form: Narrow) -> dict[str, Any]:
    """The same bars over the whole width, each row's label above them."""
    bars_height = form.bar * max(1, len(series.columns))
    lines = max(len(_lines(row.label[one], form)) for row in series.rows for one in LANGS)
    step = bars_height + form.label + form.line * (lines - 1)
    gap = 1 - bars_height / step
    # All room for labels lies above the bars, none below the last.
    scale = {"paddingInner": gap, "paddingOuter": gap / 2, "align": 1}
    y = {"field": "row", "type": "nominal", "sort": None, "axis": None, "scale": scale}
    bars: dict[str, Any] = {"y": y}
    if len(series.columns) > 1:
        bars["yOffset"] = {"field": "column", "sort": None}
    x = {"field": "value", "type": "quantitative", "axis": None, "scale": {"zero": True}}
    text = {"type": "text", "align": "left", "aria": False, "fontSize": 13}
    text |= {"color": STANDINS["ink"]}
    values = {**bars, "x": x, "text": {"field": "shown"}}
    return {
        "data": {"values": _data(series, lang)},
        "width": form.width - 60,
        "height": step * len(series.rows),
        "layer": [
            {
                "mark": {"type": "bar", "color": STANDINS["accent"], "aria": False},
                "encoding": {**bars, "x": x},
            },
            {"mark": {**text, "dx": 6, "fontWeight": 600}, "encoding": values},
            *_labels(series, lang, form, text, y),
        ],
        "config": _config(),
    }


def _lines(label: str, form: Narrow) -> list[str]:
    return textwrap.wrap(label, form.letters)


def _labels(
    series: Series, lang: Lang, form: Narrow, text: dict[str, Any], y: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """A layer for each line of the labels, counted from the one next to the bars."""
    raised = form.bar * max(1, len(series.columns)) / 2 + RAISED
    # Rows are known by their labels as the bars know them.
    said = {_label(row.label[lang]): _lines(row.label[lang], form)[::-1] for row in series.rows}
    for at in range(max(map(len, said.values()))):
        values = [{"row": row, "label": line[at]} for row, line in said.items() if at < len(line)]
        yield {
            "mark": {**text, "dy": -(raised + at * form.line), "limit": form.width + 60},
            "data": {"values": values},
            "encoding": {"y": y, "x": {"value": 0}, "text": {"field": "label"}},
        }


def _spec(series: Series, lang: Lang) -> dict[str, Any]:
    """One row of bars per label; several columns stand as bars beneath each other."""
    several = len(series.columns) > 1
    # Both languages have rows of one height, so that their charts stand level.
    wrapped = any(len(row.label[one]) > LABEL for row in series.rows for one in LANGS)
    height = WRAPPED_ROW_HEIGHT if wrapped else ROW_HEIGHT
    y: dict[str, Any] = {
        "y": {
            "field": "row",
            "type": "nominal",
            "sort": None,
            "title": None,
            "axis": {
                "domain": False,
                "ticks": False,
                "labelPadding": 10,
                "labelLimit": 380,
                "labelExpr": "split(datum.label, '\\n')",
                "labelLineHeight": LINE,
                # The engine sets the first line level with the bar; here all of them stand so.
                "labelOffset": {"expr": "7.5 * (1 - length(split(datum.label, '\\n')))"},
            },
            "scale": {"paddingInner": 0.36, "paddingOuter": 0.18},
        }
    }
    if several:
        y["yOffset"] = {"field": "column", "sort": None}
    x = {"field": "value", "type": "quantitative", "axis": None, "scale": {"zero": True}}
    bar = {"type": "bar", "color": STANDINS["accent"], "aria": False}
    text = {
        "type": "text",
        "align": "left",
        "dx": 6,
        "color": STANDINS["ink"],
        "aria": False,
        "fontSize": 14,
        "fontWeight": 600,
    }
    return {
        "data": {"values": _data(series, lang)},
        "width": WIDTH - 260,
        "height": height * len(series.rows) * max(1, len(series.columns)),
        "layer": [
            {"mark": bar, "encoding": {**y, "x": x}},
            {"mark": text, "encoding": {**y, "x": x, "text": {"field": "shown"}}},
        ],
        "config": _config(),
    }


def _titled(svg: str, series: Series, lang: Lang) -> str:
    """Our own title and description in the reader's language; the engine's are English only."""
    values = "; ".join(
        f"{row.label[lang]}: " + ", ".join(number(v, lang) for v in row.values if v is not None)
        for row in series.rows
    )
    said = (
        f'role="img"><title>{html.escape(series.title[lang])}</title>'
        f"<desc>{html.escape(values)}</desc>"
    )
    svg = re.sub(r'\s(?:aria-[\w-]+|role)="[^"]*"', "", svg)
    return re.sub(r"(<svg[^>]*?)>", lambda m: f"{m[1]} {said}", svg, count=1)

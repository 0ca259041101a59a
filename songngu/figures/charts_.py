"""A series as a bar chart: Vega-Lite rendered to SVG text, the same values as the table beneath.

Bars from zero, labels on the marks, no legend. Every colour in the SVG is a name in braces
(`{accent}`), so that web and print put their own in: CSS variables there, CMYK here.
"""

import html
import re
from functools import cache
from pathlib import Path
from typing import Any

from songngu.figures.numbers import number
from songngu.model import Lang, Series

FONT = "Be Vietnam Pro"
# Stand-ins that Vega accepts as colours; they leave again as names in braces.
STANDINS = {"accent": "#a0cce7", "ink": "#121a51", "rule": "#3f0e11"}
ROW_HEIGHT = 30
WIDTH = 620


def chart_svg(series: Series, lang: Lang) -> str:
    """The SVG text, with {accent}, {ink} and {rule} where colours stand."""
    svg = _engine().vegalite_to_svg(_spec(series, lang))
    for name, colour in STANDINS.items():
        svg = re.sub(re.escape(colour), "{" + name + "}", svg, flags=re.I)
    return _titled(svg, series, lang)


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


def _spec(series: Series, lang: Lang) -> dict[str, Any]:
    """One row of bars per label; several columns stand as bars beneath each other."""
    several = len(series.columns) > 1
    data = [
        {
            "row": row.label[lang],
            "column": column[lang],
            "value": float(value),
            "shown": number(value, lang) + (f"  {column[lang]}" if several else ""),
        }
        for row in series.rows
        for column, value in zip(series.columns, row.values, strict=True)
        if value is not None
    ]
    y: dict[str, Any] = {
        "y": {
            "field": "row", "type": "nominal", "sort": None, "title": None,
            "axis": {"domain": False, "ticks": False, "labelPadding": 10, "labelLimit": 260},
            "scale": {"paddingInner": 0.36, "paddingOuter": 0.18},
        }
    }  # fmt: skip
    if several:
        y["yOffset"] = {"field": "column", "sort": None}
    x = {"field": "value", "type": "quantitative", "axis": None, "scale": {"zero": True}}
    bar = {"type": "bar", "color": STANDINS["accent"], "aria": False}
    text = {"type": "text", "align": "left", "dx": 6, "color": STANDINS["ink"], "aria": False,
            "fontSize": 14, "fontWeight": 600}  # fmt: skip
    return {
        "data": {"values": data},
        "width": WIDTH - 260,
        "height": ROW_HEIGHT * len(series.rows) * max(1, len(series.columns)),
        "layer": [
            {"mark": bar, "encoding": {**y, "x": x}},
            {"mark": text, "encoding": {**y, "x": x, "text": {"field": "shown"}}},
        ],
        "config": {
            "background": None, "font": FONT, "aria": False, "view": {"stroke": None},
            "axis": {"labelFont": FONT, "labelFontSize": 14, "labelColor": STANDINS["ink"]},
            "text": {"font": FONT},
        },
    }  # fmt: skip


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

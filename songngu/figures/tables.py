"""A series as an HTML table with its title, unit, source and as-of date."""

import html
from decimal import Decimal

from songngu.figures.numbers import day, number
from songngu.figures.spacing import unbroken
from songngu.model import Lang, Series, Source

WORDS = {
    "unit": {"vi": "Đơn vị", "en": "Unit"},
    "source": {"vi": "Nguồn", "en": "Source"},
    "as_of": {"vi": "số liệu tại ngày", "en": "as of"},
    "note": {"vi": "Ghi chú", "en": "Note"},
}


def series_table(
    series: Series,
    lang: Lang,
    source: Source | None,
    caption: bool = True,
    legend: bool = True,
) -> str:
    """The table; without `caption` (and `legend`) it stands beneath a chart that has said the
    title (and says unit and source)."""
    head = "".join(f'<th scope="col" class="number">{_text(c[lang])}</th>' for c in series.columns)
    rows = "\n".join(
        f'<tr><th scope="row">{_text(row.label[lang])}</th>'
        + "".join(f'<td class="number">{_cell(value, lang)}</td>' for value in row.values)
        + "</tr>"
        for row in series.rows
    )
    title = f"<caption>{_text(series.title[lang])}</caption>" if caption else ""
    return (
        f'<figure class="series">\n<table>{title}\n<thead><tr><th scope="col">'
        f"{_text(series.key[lang])}</th>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>\n"
        f"{series_legend(series, lang, source) if legend else ''}\n</figure>"
    )


def series_legend(series: Series, lang: Lang, source: Source | None) -> str:
    """Unit, source, as-of date and note, as a caption beneath."""
    parts = []
    if series.unit[lang] and "{}" not in series.unit[lang]:
        parts.append(f"{WORDS['unit'][lang]}: {_text(series.unit[lang])}.")
    if source:
        when = unbroken(f"{WORDS['as_of'][lang]} {day(series.as_of, lang)}")
        parts.append(f"{WORDS['source'][lang]}: {_text(source.title[lang])} ({when}).")
    if series.note[lang]:
        parts.append(f"{WORDS['note'][lang]}: {_text(series.note[lang])}")
    return f"<figcaption>{' '.join(parts)}</figcaption>"


def _cell(value: Decimal | None, lang: Lang) -> str:
    return "–" if value is None else number(value, lang)


def _text(text: str) -> str:
    return html.escape(unbroken(text), quote=False)

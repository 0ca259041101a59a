"""Figures that people can take with them: an issue's facts in one place, its series as CSV."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from songngu.figures.numbers import day, number
from songngu.model import LANGS, Bilingual, Fact, Issue, Pair, Publication, Series, Source
from songngu.site.addresses import ASSETS
from songngu.site.edition import figures_path, pair_path
from songngu.site.frame import Stand, citation, frame
from songngu.site.views import FactGroup, FactView, FiguresView, SeriesLink
from songngu.source.links import references

# A spreadsheet runs what begins like this; before it goes a mark that makes it text.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
FOLDER = "series/"


def figures_page(stand: Stand) -> FiguresView:
    """Every fact that the issue prints, under the document that it rests on, and every series."""
    title = stand.word("all_figures")
    publication = stand.edition.publication
    places = used(stand.issue, "fact")
    names = dict.fromkeys((*places, *stand.issue.figures))
    facts = tuple(publication.facts[name] for name in names if name in publication.facts)
    sources = dict.fromkeys(fact.source for fact in facts)
    return FiguresView(
        frame=frame(stand, title, stand.word("all_figures_more")),
        title=title,
        standfirst=stand.word("all_figures_more"),
        groups=tuple(
            _group(stand, publication.sources[name], facts, places)
            for name in sources
            if name in publication.sources
        ),
        series=series_links(stand),
        citations=tuple(
            citation(stand, lang, publication.name[lang], "", figures_path(stand.issue))
            for lang in stand.edition.pages
        ),
    )


def used(issue: Issue, kind: str) -> Mapping[str, Pair]:
    """The facts or series that the issue's articles print, each with the pair that has it first."""
    found: dict[str, Pair] = {}
    for pair in issue.in_order:
        for lang in LANGS:
            article = pair[lang]
            for one in references(article) if article else ():
                if one.kind == kind:
                    found.setdefault(one.target, pair)
    return found


def _group(
    stand: Stand, source: Source, facts: tuple[Fact, ...], places: Mapping[str, Pair]
) -> FactGroup:
    found = [_fact(stand, fact, places.get(fact.id)) for fact in facts if fact.source == source.id]
    days = {one.as_of for one in found}
    shared = days.pop() if len(days) == 1 else ""
    return FactGroup(
        id=f"source-{source.id}",
        source=source.title[stand.lang],
        url=source.url,
        as_of=shared,
        facts=tuple(replace(one, as_of="") if shared else one for one in found),
    )


def _fact(stand: Stand, fact: Fact, pair: Pair | None) -> FactView:
    unit = fact.unit[stand.lang]
    before, _, after = unit.partition("{}") if "{}" in unit else ("", "", unit)
    article = pair[stand.lang] if pair else None
    return FactView(
        id=f"fact-{fact.id}",
        before=before.strip(),
        number=number(fact.value, stand.lang),
        after=after.strip(),
        label=fact.label[stand.lang],
        as_of=stand.word("as_of", date=day(fact.as_of, stand.lang)),
        article=article.title if article else "",
        href=stand.page(pair_path(stand.issue, pair)) if pair and article else "",
    )


def series_links(stand: Stand) -> tuple[SeriesLink, ...]:
    """Every series that the issue prints."""
    known, there = stand.edition.publication.series, used(stand.issue, "series")
    return tuple(_series(stand, known[name], pair) for name, pair in there.items() if name in known)


def _series(stand: Stand, series: Series, pair: Pair) -> SeriesLink:
    source = stand.edition.publication.sources.get(series.source)
    return SeriesLink(
        title=series.title[stand.lang],
        href=stand.page(pair_path(stand.issue, pair)) + f"#series-{series.id}"
        if pair[stand.lang]
        else "",
        csv=stand.to(csv_address(series)),
        weight=weight(len(series_csv(series, source)), stand),
        as_of=stand.word("as_of", date=day(series.as_of, stand.lang)),
    )


def weight(size: int, stand: Stand) -> str:
    """A file's size as people say it, rounded up to a tenth of the unit."""
    for unit, divisor in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= divisor or unit == "kB":
            tenths = Decimal(-(-size * 10 // divisor)) / 10
            shown = tenths if tenths < 10 and unit == "MB" else Decimal(-(-size // divisor))
            return f"{number(shown, stand.lang)} {unit}"
    return ""


def csv_address(series: Series) -> str:
    """It has no hash in it: it is cited, like a page."""
    return f"{ASSETS}{FOLDER}{series.id}.csv"


def csv_files(publication: Publication) -> dict[str, bytes]:
    """A file below assets/ for each series that an article prints."""
    names = sorted({name for issue in publication.issues for name in used(issue, "series")})
    return {
        f"{FOLDER}{name}.csv": series_csv(series, publication.sources.get(series.source))
        for name in names
        if (series := publication.series.get(name))
    }


def series_csv(series: Series, source: Source | None) -> bytes:
    """The series with both languages' labels, as spreadsheets and programs read it: UTF-8 with a
    byte-order mark, a decimal point, no separators inside a number, nothing that can run."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    about = [_both(Bilingual("Đơn vị", "Unit")), _both(Bilingual("Số liệu tại ngày", "As of"))]
    about.append(_both(Bilingual("Nguồn", "Source")))
    head = [f"{series.key.vi} (vi)", f"{series.key.en} (en)", *map(_both, series.columns), *about]
    writer.writerow(map(_still, head))
    said = [_still(_both(series.unit)), series.as_of.isoformat()]
    said.append(_still(_both(source.title)) if source else "")
    for row in series.rows:
        values = ["" if value is None else format(value, "f") for value in row.values]
        writer.writerow([_still(row.label.vi), _still(row.label.en), *values, *said])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _both(text: Bilingual) -> str:
    return text.vi if text.vi == text.en else f"{text.vi} / {text.en}"


def _still(text: str) -> str:
    return f"'{text}" if text.startswith(RUNS) else text

"""facts.yml, series/ and credits.yml -> what may be printed as a figure, and who made a picture."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from typing import Any

from songngu.diagnostics import Checked, Diagnostic, diagnose
from songngu.model import (
    UNSAID,
    Bilingual,
    Credit,
    Fact,
    MapReview,
    Saying,
    Series,
    SeriesRow,
    Source,
)
from songngu.source import schema
from songngu.source.files import read_text, relative
from songngu.source.sayings import sayings
from songngu.source.series_sheet import read_rows
from songngu.source.yaml_ import Document, load

# The keys without which a figure rests on nothing, and what is said of each.
UNSOURCED = {"source": "source", "as_of": "as-of"}


def document(path: Path, root: Path, schema_name: str, code: str) -> Checked[Document | None]:
    """A YAML file that fits its schema, or None and why not."""
    text = read_text(path, root)
    if text.value is None:
        return Checked(None, text.diagnostics)
    name = relative(path, root)
    loaded, problems = load(text.value, name, code)
    if loaded is None:
        return Checked(None, problems)
    problems = schema.check(loaded, schema_name, name, code)
    return Checked(None if schema.fatal(problems) else loaded, problems)


def bilingual(value: Any) -> Bilingual:
    """Both languages, or one word that serves both."""
    if isinstance(value, Mapping):
        return Bilingual(value["vi"].strip(), value["en"].strip())
    return Bilingual(str(value), str(value))


FACTS = "content/facts.yml"
SERIES = "content/series"
CREDITS = "assets/images/credits.yml"


@dataclass(frozen=True)
class KnownSeries:
    """The series by id, None for one that cannot be read, and what their files say."""

    series: Mapping[str, Series | None]
    said: tuple[Saying, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What content/facts.yml holds."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    said: tuple[Saying, ...] = ()


def read_facts(root: Path) -> Checked[Facts | None]:
    """content/facts.yml; a publication without one has no facts. None when it cannot be read."""
    path = root / FACTS
    if not path.exists():
        return Checked(Facts())
    found = document(path, root, "facts", "config.invalid")
    if found.value is None:
        return Checked(None, tuple(map(_unsourced, found.diagnostics)))
    data: Any = found.value.value
    sources = {key: _source(key, value) for key, value in data["sources"].items()}
    facts = {key: _fact(key, value) for key, value in data["facts"].items()}
    problems = tuple(_sourceless(facts, sources, found.value))
    said = sayings(found.value, FACTS)
    return Checked(Facts(sources, facts, said), (*found.diagnostics, *problems))


def _unsourced(problem: Diagnostic) -> Diagnostic:
    """A fact that lacks its source or its day has a code of its own."""
    key, where = problem.values.get("key"), str(problem.values.get("where", ""))
    if problem.detail != "missing-key" or key not in UNSOURCED or not where.startswith("facts."):
        return problem
    id = where.removeprefix("facts.")
    return diagnose("fact.unsourced", FACTS, problem.place.line, UNSOURCED[str(key)], id=id)


def _sourceless(
    facts: Mapping[str, Fact], sources: Mapping[str, Source], file: Document
) -> Iterator[Diagnostic]:
    """Facts whose source is left blank, or is not declared."""
    for key, fact in facts.items():
        line = file.line(("facts", key, "source"))
        if not fact.source.strip():
            yield diagnose("fact.unsourced", FACTS, line, "source", id=key)
        elif fact.source not in sources:
            yield diagnose("config.invalid", FACTS, line, "unknown-source", source=fact.source)


def _source(key: str, data: Any) -> Source:
    when = date.fromisoformat(data["date"])
    return Source(key, bilingual(data["title"]), when, data.get("url", ""))


def _fact(key: str, data: Any) -> Fact:
    return Fact(
        id=key,
        value=Decimal(str(data["value"])),
        unit=bilingual(data["unit"]),
        label=bilingual(data["label"]),
        as_of=date.fromisoformat(data["as_of"]),
        source=data["source"],
    )


def read_series(root: Path, sources: Mapping[str, Source] | None) -> Checked[KnownSeries]:
    """content/series/*.yml, each with its rows inside or in a CSV file of the same name; None for
    one that cannot be read. Without `sources` (they could not be read) none is missed."""
    series: dict[str, Series | None] = {}
    said: list[Saying] = []
    problems: list[Diagnostic] = []
    # By names: the paths of Windows know no capitals, and would stand in another order.
    for path in sorted((root / SERIES).glob("*.yml"), key=attrgetter("name")):
        found = document(path, root, "series", "series.invalid")
        problems += found.diagnostics
        if found.value is None:
            series[path.stem] = None
            continue
        one, labels, wrong = _series(path, root, found.value)
        said += (*sayings(found.value, relative(path, root)), *labels)
        problems += wrong
        if sources is not None and one.source not in sources:
            problems.append(
                diagnose(
                    "series.invalid",
                    relative(path, root),
                    found.value.line(("source",)),
                    "unknown-source",
                    source=one.source,
                )
            )
        series[one.id] = one
    return Checked(KnownSeries(series, tuple(said)), tuple(problems))


def _series(
    path: Path, root: Path, document: Document
) -> tuple[Series, tuple[Saying, ...], list[Diagnostic]]:
    """The series, what the labels of its CSV file say, and what is wrong with its values."""
    data: Any = document.value
    if "rows" in data:
        rows, labels, problems = _rows(relative(path, root), document)
    else:
        ids = [column["id"] for column in data["columns"]]
        table = read_rows(path.with_suffix(".csv"), root, ids, data.get("decimal", ""))
        rows, labels, problems = table.value.rows, table.value.said, [*table.diagnostics]
    one = Series(
        id=path.stem,
        title=bilingual(data["title"]),
        unit=bilingual(data["unit"]),
        source=data["source"],
        as_of=date.fromisoformat(data["as_of"]),
        key=bilingual(data["key"]),
        columns=tuple(bilingual(column["label"]) for column in data["columns"]),
        rows=rows,
        note=bilingual(data["note"]) if "note" in data else UNSAID,
    )
    return one, labels, problems


def _rows(
    name: str, document: Document
) -> tuple[tuple[SeriesRow, ...], tuple[Saying, ...], list[Diagnostic]]:
    """The rows that stand in the file itself; their labels are told with the rest of the file."""
    data: Any = document.value
    rows = tuple(
        SeriesRow(bilingual(row["label"]), tuple(_decimal(value) for value in row["values"]))
        for row in data["rows"]
    )
    wanted = len(data["columns"])
    problems = [
        diagnose(
            "series.invalid", name, document.line(("rows", at)), "row-length",
            found=len(row.values), wanted=wanted,
        )
        for at, row in enumerate(rows)
        if len(row.values) != wanted
    ]  # fmt: skip
    return rows, (), problems


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def read_credits(root: Path) -> Checked[Mapping[str, Credit] | None]:
    """assets/images/credits.yml, keyed by the picture's path relative to the root; None when it
    cannot be read."""
    path = root / CREDITS
    if not path.exists():
        return Checked({})
    found = document(path, root, "credits", "config.invalid")
    if found.value is None:
        return Checked(None, found.diagnostics)
    data: Any = found.value.value or {}
    folder = CREDITS.rpartition("/")[0]
    credits = {
        f"{folder}/{name}": Credit(
            bilingual(one["credit"]),
            one["licence"].strip(),
            one.get("map", False),
            _review(one.get("map_review")),
            found.value.line((name,)),
        )
        for name, one in data.items()
    }
    return Checked(credits, found.diagnostics)


def _review(data: Mapping[str, str] | None) -> MapReview | None:
    if data is None:
        return None
    return MapReview(data["by"], date.fromisoformat(data["date"]), data["document"])

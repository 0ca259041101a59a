"""facts.yml, series/ and credits.yml -> what may be printed as a figure, and who made a picture."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from songngu.diagnostics import Checked, Diagnostic, diagnose
from songngu.model import Bilingual, Credit, Fact, Series, SeriesRow, Source
from songngu.source import schema
from songngu.source.files import read_text, relative
from songngu.source.series_sheet import read_rows
from songngu.source.yaml_ import Document, load


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


def read_facts(root: Path) -> Checked[tuple[Mapping[str, Source], Mapping[str, Fact]] | None]:
    """content/facts.yml; a publication without one has no facts. None when it cannot be read."""
    path = root / FACTS
    if not path.exists():
        return Checked(({}, {}))
    found = document(path, root, "facts", "config.invalid")
    if found.value is None:
        return Checked(None, found.diagnostics)
    data: Any = found.value.value
    sources = {key: _source(key, value) for key, value in data["sources"].items()}
    facts = {key: _fact(key, value) for key, value in data["facts"].items()}
    problems = tuple(
        diagnose(
            "config.invalid",
            relative(path, root),
            found.value.line(("facts", key, "source")),
            "unknown-source",
            source=fact.source,
        )
        for key, fact in facts.items()
        if fact.source not in sources
    )
    return Checked((sources, facts), (*found.diagnostics, *problems))


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


def read_series(
    root: Path, sources: Mapping[str, Source] | None
) -> Checked[Mapping[str, Series | None]]:
    """content/series/*.yml, each with its rows inside or in a CSV file of the same name; None for
    one that cannot be read. Without `sources` (they could not be read) none is missed."""
    series: dict[str, Series | None] = {}
    problems: list[Diagnostic] = []
    for path in sorted((root / SERIES).glob("*.yml")):
        found = document(path, root, "series", "series.invalid")
        problems += found.diagnostics
        if found.value is None:
            series[path.stem] = None
            continue
        one, wrong = _series(path, root, found.value)
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
    return Checked(series, tuple(problems))


def _series(path: Path, root: Path, document: Document) -> tuple[Series, list[Diagnostic]]:
    data: Any = document.value
    columns = tuple(bilingual(column["label"]) for column in data["columns"])
    problems: list[Diagnostic] = []
    if "rows" in data:
        rows = tuple(
            SeriesRow(bilingual(row["label"]), tuple(_decimal(value) for value in row["values"]))
            for row in data["rows"]
        )
        for at, row in enumerate(rows):
            if len(row.values) != len(columns):
                problems.append(
                    diagnose(
                        "series.invalid",
                        relative(path, root),
                        document.line(("rows", at)),
                        "row-length",
                        found=len(row.values),
                        wanted=len(columns),
                    )
                )
    else:
        ids = [column["id"] for column in data["columns"]]
        table = read_rows(path.with_suffix(".csv"), root, ids, data.get("decimal", ""))
        rows = table.value
        problems += table.diagnostics
    one = Series(
        id=path.stem,
        title=bilingual(data["title"]),
        unit=bilingual(data["unit"]),
        source=data["source"],
        as_of=date.fromisoformat(data["as_of"]),
        key=bilingual(data["key"]),
        columns=columns,
        rows=rows,
        note=bilingual(data["note"]) if "note" in data else Bilingual("", ""),
    )
    return one, problems


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def read_credits(root: Path) -> Checked[Mapping[str, Credit]]:
    """assets/images/credits.yml, keyed by the picture's path relative to the root."""
    path = root / "assets/images/credits.yml"
    if not path.exists():
        return Checked({})
    found = document(path, root, "credits", "config.invalid")
    if found.value is None:
        return Checked({}, found.diagnostics)
    data: Any = found.value.value or {}
    folder = "assets/images/"
    credits = {
        folder + name: Credit(bilingual(one["credit"]), one["licence"], one.get("map", False))
        for name, one in data.items()
    }
    return Checked(credits, found.diagnostics)

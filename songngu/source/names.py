"""content/names.yml: people, titles and agencies in both languages, each with its days, and the
one spelling of a name that an issue uses."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from songngu.diagnostics import Checked, Diagnostic, diagnose
from songngu.model import Agency, Names, Period, Person, Post, Source, Spelling, Term
from songngu.source.records import bilingual, document
from songngu.source.yaml_ import Document
from songngu.source.yaml_ import Path as Place

NAMES = "content/names.yml"
CODE = "config.invalid"


def read_names(root: Path, sources: Mapping[str, Source] | None) -> Checked[Names]:
    """The register; empty for a publication without one. Without `sources` (they could not be
    read) none is missed."""
    if not (root / NAMES).exists():
        return Checked(Names())
    found = document(root / NAMES, root, "names", CODE)
    if found.value is None:
        return Checked(Names(), found.diagnostics)
    data: Any = found.value.value or {}
    names = Names(
        agencies=tuple(_agencies(data, found.value)),
        people=tuple(_people(data, found.value)),
        spellings=tuple(_spellings(data, found.value)),
    )
    unknown = () if sources is None else tuple(_unknown(data, found.value, sources))
    return Checked(names, (*found.diagnostics, *unknown))


def _agencies(data: Any, written: Document) -> Iterator[Agency]:
    for id, names in data.get("agencies", {}).items():
        terms = (
            _term(one, written.line(("agencies", id, at, "vi"))) for at, one in enumerate(names)
        )
        yield Agency(id, tuple(terms))


def _people(data: Any, written: Document) -> Iterator[Person]:
    for id, one in data.get("people", {}).items():
        posts = []
        for at, post in enumerate(one["posts"]):
            title = _term(post, written.line(("people", id, "posts", at, "vi")))
            posts.append(Post(title, title.period))
        yield Person(id, bilingual(one["name"]), _forms(one, "not"), tuple(posts))


def _spellings(data: Any, written: Document) -> Iterator[Spelling]:
    for at, one in enumerate(data.get("spelling", ())):
        yield Spelling(
            lang=one.get("lang", "en"),
            use=one["use"],
            instead=_forms(one, "not"),
            keep=_forms(one, "except"),
            period=_period(one),
            path=NAMES,
            line=written.line(("spelling", at, "use")),
        )


def _term(one: Any, line: int) -> Term:
    return Term(
        vi=_forms(one, "vi"),
        en=_forms(one, "en"),
        short=_forms(one, "short"),
        forbidden={"vi": (), "en": _forms(one, "not")},
        period=_period(one),
        path=NAMES,
        line=line,
    )


def _forms(one: Any, key: str) -> tuple[str, ...]:
    said = one.get(key, ())
    return (said,) if isinstance(said, str) else tuple(said)


def _period(one: Any) -> Period:
    start, end = (date.fromisoformat(one[key]) if key in one else None for key in ("from", "to"))
    return Period(start, end)


def _unknown(data: Any, written: Document, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """Every name and title rests on a document that facts.yml declares."""
    places: list[tuple[Place, Any]] = [
        (("agencies", id, at), one)
        for id, names in data.get("agencies", {}).items()
        for at, one in enumerate(names)
    ]
    places += [
        (("people", id, "posts", at), one)
        for id, person in data.get("people", {}).items()
        for at, one in enumerate(person["posts"])
    ]
    for place, one in places:
        for source in _forms(one, "source"):
            if source not in sources:
                line = written.line((*place, "source"))
                yield diagnose(CODE, NAMES, line, "unknown-source", source=source)

"""The names' register against a text: one spelling per issue, agencies by the name of the day."""

from collections.abc import Iterator, Sequence

from songngu.check.terms.finder import Hit, longest
from songngu.check.terms.findings import shown, tell
from songngu.check.terms.forms import language
from songngu.check.terms.lexicon import Mark, Outdated, Role, Scanned, Side
from songngu.check.terms.tokens import any_of
from songngu.diagnostics import Diagnostic
from songngu.model import Period, Spelling


def names(levels: Sequence[Scanned], pair: str | None) -> Iterator[Diagnostic]:
    for level in levels:
        for side in level.sides:
            if Role.SPELT in side.by_role:
                yield from _spellings(side, pair)
            if Role.OUTDATED in side.by_role:
                yield from _agencies(side, pair)


def _spellings(side: Side, pair: str | None) -> Iterator[Diagnostic]:
    """A quotation, as the title of a source, keeps the spelling that it has."""
    kept = side.of(Role.KEPT)
    for hit in longest(side.of(Role.SPELT)):
        one = hit.what.owner
        assert isinstance(one, Spelling)
        found = side.text.said(hit.start, hit.end)
        right = found in (one.use, one.use.upper())
        right |= any(hit.inside(whole) and whole.what.owner is one for whole in kept)
        if right or side.text.quoted(hit.start, hit.end):
            continue
        yield tell(
            "term.forbidden",
            "spelling",
            side.text,
            hit.start,
            pair,
            found=found,
            expected=one.use,
            register=one.path,
            register_line=one.line,
        )


def _agencies(side: Side, pair: str | None) -> Iterator[Diagnostic]:
    """A text that speaks of the past, or gives the name of the day beside it, may use the old."""
    named = [*side.of(Role.OUTDATED), *side.of(Role.RIGHT)]
    hits = longest(sorted(named, key=lambda hit: (hit.start, -hit.end)))
    for hit in hits:
        one = hit.what.owner
        if not isinstance(one, Outdated) or _of_the_past(side, one, hits):
            continue
        if side.text.quoted(hit.start, hit.end):
            continue
        yield tell(
            "term.forbidden",
            "outdated" if one.now else "not-then",
            side.text,
            hit.start,
            pair,
            found=side.text.said(hit.start, hit.end),
            expected=shown(one.now, side.text.passage.lang) if one.now else "",
            since=days(one.name.period),
            register=one.name.path,
            register_line=one.name.line,
        )


def _of_the_past(side: Side, one: Outdated, hits: Sequence[Hit[Mark]]) -> bool:
    past = any_of(tuple(language()["past"][side.text.passage.lang]))
    return past.search(side.text.lower) is not None or any(
        hit.what.owner is one.now for hit in hits
    )


def days(period: Period) -> str:
    """2007-08-01 – 2025-02-28; an open end is left open."""
    start, end = (day.isoformat() if day else "…" for day in (period.start, period.end))
    return f"{start} – {end}"

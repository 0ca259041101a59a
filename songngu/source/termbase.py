"""content/termbase.csv: what a Vietnamese term is called in English, and what it is not.

One term a line; a cell with several forms parts them by `|`. The columns and what they hold are
COLUMNS; only `vi` and `en` are needed.
"""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from songngu.diagnostics import Checked, Diagnostic, diagnose
from songngu.model import Period, Term
from songngu.source.sheets import Row, read_sheet

TERMBASE = "content/termbase.csv"
CODE = "config.invalid"
COLUMNS = (
    "vi",
    "en",
    "short",
    "forbidden_vi",
    "forbidden_en",
    "scope",
    "required",
    "from",
    "to",
    "note",
)
NEEDED = ("vi", "en")
_DAY = re.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "scope": ("row", "everywhere"),
    "required": ("yes", "no"),
}


def read_termbase(root: Path) -> Checked[tuple[Term, ...]]:
    """The terms; none for a publication without a termbase. A bad line is named and left out."""
    if not (root / TERMBASE).exists():
        return Checked(())
    found = read_sheet(root / TERMBASE, root)
    rows = found.value or ()
    if not rows:
        return Checked((), found.diagnostics)
    columns, problems = _columns(rows[0])
    if any(key not in columns for key in NEEDED):
        return Checked((), tuple(problems))
    terms: list[Term] = []
    for row in rows[1:]:
        if faults := list(_faults(row, columns)):
            problems += faults
            continue
        term = _term(row, columns)
        problems += _conflicts(term, terms)
        terms.append(term)
    return Checked(tuple(terms), tuple(problems))


def _columns(head: Row) -> tuple[list[str], list[Diagnostic]]:
    if head.cells is None:
        return [], [diagnose(CODE, TERMBASE, head.line, "csv-quote")]
    columns = [cell.lower() for cell in head.cells]
    problems = []
    for name in columns:
        if name not in COLUMNS:
            near = difflib.get_close_matches(name, COLUMNS, 1, 0.6)
            meant = near[0] if near else ", ".join(COLUMNS)
            problems.append(
                diagnose("config.unknown-key", TERMBASE, head.line, key=name, meant=meant)
            )
    for key in NEEDED:
        if key not in columns:
            problems.append(diagnose(CODE, TERMBASE, head.line, "csv-column", key=key))
    return columns, problems


def _faults(row: Row, columns: Sequence[str]) -> Iterator[Diagnostic]:
    """What is wrong with a row by itself."""
    if row.cells is None:
        yield diagnose(CODE, TERMBASE, row.line, "csv-quote")
        return
    if len(row.cells) > len(columns):
        found, wanted = len(row.cells), len(columns)
        yield diagnose(CODE, TERMBASE, row.line, "csv-cells", found=found, wanted=wanted)
        return
    cells = dict(zip(columns, row.cells, strict=False))
    for key in NEEDED:
        if not forms(cells.get(key, "")):
            yield diagnose(CODE, TERMBASE, row.line, "term-empty", key=key)
    for key, choices in CHOICES.items():
        found_word = cells.get(key, "").lower()
        if found_word and found_word not in choices:
            yield diagnose(
                CODE,
                TERMBASE,
                row.line,
                "not-allowed",
                where=key,
                found=found_word,
                meant=", ".join(choices),
            )
    for key in ("from", "to"):
        if cells.get(key) and _day(cells[key]) is None:
            yield diagnose(CODE, TERMBASE, row.line, "bad-date", where=key, found=cells[key])


def _term(row: Row, columns: Sequence[str]) -> Term:
    cells = dict(zip(columns, row.cells or (), strict=False))
    return Term(
        vi=forms(cells["vi"]),
        en=forms(cells["en"]),
        short=forms(cells.get("short", "")),
        forbidden={
            "vi": forms(cells.get("forbidden_vi", "")),
            "en": forms(cells.get("forbidden_en", "")),
        },
        everywhere=cells.get("scope", "").lower() == "everywhere",
        required=cells.get("required", "").lower() != "no",
        period=Period(_day(cells.get("from", "")), _day(cells.get("to", ""))),
        path=TERMBASE,
        line=row.line,
    )


def forms(cell: str) -> tuple[str, ...]:
    """The forms of a cell, each once."""
    return tuple(dict.fromkeys(form.strip() for form in cell.split("|") if form.strip()))


def _day(cell: str) -> date | None:
    """2025-06-30, or 30/6/2025 as a spreadsheet makes of it; 30/6/25 may be any century's."""
    found = _DAY.fullmatch(cell)
    try:
        if found:
            day, month, year = map(int, found.groups())
            return date(year, month, day)
        return date.fromisoformat(cell)
    except ValueError:
        return None


def _conflicts(term: Term, before: Sequence[Term]) -> Iterator[Diagnostic]:
    """A term that stands twice for the same days, or a form that is both right and forbidden."""
    for form in term.vi:
        for other in before:
            if form in other.vi and term.period.meets(other.period):
                yield diagnose(
                    CODE, TERMBASE, term.line, "term-twice", term=form, other_line=other.line
                )
    for form in (*term.vi, *term.en, *term.short):
        if form in (*term.forbidden["vi"], *term.forbidden["en"]):
            yield diagnose(CODE, TERMBASE, term.line, "term-both", term=form)

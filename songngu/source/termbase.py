"""content/termbase.csv: what a Vietnamese term is called in English, and what it is not.

One term a line; a cell with several forms parts them by `|`. The columns and what they hold are
COLUMNS; only `vi` and `en` are needed.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from songngu.diagnostics import Checked, Diagnostic, diagnose
from songngu.model import Period, Term
from songngu.source.files import read_text
from songngu.source.sheet import BrokenSheetError, Line, lines

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
CHOICES: Mapping[str, tuple[str, ...]] = {
    "scope": ("row", "everywhere"),
    "required": ("yes", "no"),
}


def read_termbase(root: Path) -> Checked[tuple[Term, ...]]:
    """The terms; none for a publication without a termbase. A bad line is named and left out."""
    if not (root / TERMBASE).exists():
        return Checked(())
    text = read_text(root / TERMBASE, root)
    if text.value is None:
        return Checked((), text.diagnostics)
    try:
        sheet = list(lines(text.value))
    except BrokenSheetError as broken:
        return Checked((), (diagnose(CODE, TERMBASE, broken.line, "csv-quote"),))
    if not sheet:
        return Checked(())
    columns, problems = _columns(sheet[0])
    if any(key not in columns for key in NEEDED):
        return Checked((), tuple(problems))
    terms: list[Term] = []
    for line in sheet[1:]:
        if faults := list(_faults(line, columns)):
            problems += faults
            continue
        term = _term(line, columns)
        problems += _conflicts(term, terms)
        terms.append(term)
    return Checked(tuple(terms), tuple(problems))


def _columns(head: Line) -> tuple[list[str], list[Diagnostic]]:
    columns = [cell.lower() for cell in head.cells]
    problems = []
    for name in columns:
        if name not in COLUMNS:
            near = difflib.get_close_matches(name, COLUMNS, 1, 0.6)
            meant = near[0] if near else ", ".join(COLUMNS)
            problems.append(
                diagnose("config.unknown-key", TERMBASE, head.number, key=name, meant=meant)
            )
    for key in NEEDED:
        if key not in columns:
            problems.append(diagnose(CODE, TERMBASE, head.number, "csv-column", key=key))
    return columns, problems


def _faults(line: Line, columns: Sequence[str]) -> Iterator[Diagnostic]:
    """What is wrong with a line by itself."""
    cells = dict(zip(columns, line.cells, strict=False))
    if len(line.cells) > len(columns) and any(line.cells[len(columns) :]):
        found, wanted = len(line.cells), len(columns)
        yield diagnose(CODE, TERMBASE, line.number, "csv-cells", found=found, wanted=wanted)
        return
    for key in NEEDED:
        if not forms(cells.get(key, "")):
            yield diagnose(CODE, TERMBASE, line.number, "term-empty", key=key)
    for key, choices in CHOICES.items():
        found_word = cells.get(key, "").lower()
        if found_word and found_word not in choices:
            yield diagnose(
                CODE,
                TERMBASE,
                line.number,
                "not-allowed",
                where=key,
                found=found_word,
                meant=", ".join(choices),
            )
    for key in ("from", "to"):
        if cells.get(key) and _day(cells[key]) is None:
            yield diagnose(CODE, TERMBASE, line.number, "bad-date", where=key, found=cells[key])


def _term(line: Line, columns: Sequence[str]) -> Term:
    cells = dict(zip(columns, line.cells, strict=False))
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
        line=line.number,
    )


def forms(cell: str) -> tuple[str, ...]:
    """The forms of a cell, each once."""
    return tuple(dict.fromkeys(form.strip() for form in cell.split("|") if form.strip()))


def _day(cell: str) -> date | None:
    """2025-06-30, or 30/6/2025 as a spreadsheet makes of it."""
    parts = cell.split("/")
    try:
        if len(parts) == len(("day", "month", "year")):
            return date(int(parts[2]), int(parts[1]), int(parts[0]))
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

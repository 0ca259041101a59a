"""Diagnostics as text for people, JSON for machines, annotations for a code host."""

import html
import json
import textwrap
from collections.abc import Iterable, Sequence
from itertools import groupby

from songngu.confusables import seen
from songngu.diagnostics import Diagnostic, Severity
from songngu.messages import DOOR, hint, message, phrase
from songngu.model import Lang

_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "·"}


def as_text(diagnostics: Sequence[Diagnostic], lang: Lang, width: int = 0) -> str:
    """Two lines for each: place, code and sentence; then the remedy. On a screen of `width` columns
    longer ones go on below, broken between words."""
    lines: list[str] = []
    for one in diagnostics:
        place = _page(one, lang) if one.page else f"{seen(one.place.path)}:{one.place.line}"
        lines += _folded(f"{_SIGNS[one.severity]} {place}  {one.code}  {message(one, lang)}", width)
        lines += _folded(f"    → {hint(one, lang)}", width)
    return "\n".join(lines)


def _folded(line: str, width: int) -> list[str]:
    """A line in lines of the screen's width; one that holds a command stays whole, to be copied."""
    if not width or len(line) <= width or f"{DOOR} " in line:
        return [line]
    below = " " * 6
    return textwrap.wrap(
        line, width, subsequent_indent=below, break_long_words=False, break_on_hyphens=False
    )


def _page(one: Diagnostic, lang: Lang) -> str:
    """The place of a preflight finding: file, page, and where on it in millimetres."""
    if one.area is None:
        return phrase("preflight.page", lang, path=one.place.path, page=one.page)
    x, y, width, height = one.area
    return phrase(
        "preflight.place", lang, path=one.place.path, page=one.page, x=x, y=y, width=width,
        height=height,
    )  # fmt: skip


def summary(diagnostics: Sequence[Diagnostic], pairs: int, seconds: float) -> dict[str, object]:
    """The counts; `seconds` is printed only and never reaches a file."""
    count = dict.fromkeys(Severity, 0)
    for one in diagnostics:
        count[one.severity] += 1
    return {
        "errors": count[Severity.ERROR],
        "warnings": count[Severity.WARNING],
        "pairs": pairs,
        "seconds": round(seconds, 2),
    }


def totals(counts: dict[str, object], lang: Lang) -> list[str]:
    """The counts as sentences; findings that an editor asked to pass over are never passed over
    in silence."""
    said = [phrase("cli.summary", lang, **counts)]
    return [*said, phrase("cli.ignored", lang, **counts)] if counts.get("ignored") else said


def as_json(diagnostics: Sequence[Diagnostic], lang: Lang, counts: dict[str, object]) -> str:
    """The object of the design's contract."""
    found = [as_object(one, lang) for one in diagnostics]
    # ASCII only: a console that cannot show a letter would fold it, and a path would be another.
    return json.dumps({"diagnostics": found, "summary": counts}, indent=2)


def as_object(one: Diagnostic, lang: Lang) -> dict[str, object]:
    """One finding of the contract; what the preflight finds has its page and area besides."""
    found: dict[str, object] = {
        "code": one.code,
        "severity": one.severity.value,
        "path": one.place.path,
        "line": one.place.line,
        "message": message(one, lang),
        "hint": hint(one, lang),
        "lang": one.lang,
        "pair": one.pair,
        "block": one.block,
    }
    if one.code.startswith("press."):
        found |= {"page": one.page, "area": one.area}
    return found


def as_annotations(diagnostics: Iterable[Diagnostic], lang: Lang) -> str:
    """Workflow commands that put each finding on its line."""
    lines = []
    for one in diagnostics:
        kind = {"error": "error", "warning": "warning"}.get(one.severity.value, "notice")
        said = _escaped(f"{message(one, lang)} {hint(one, lang)}")
        path = _escaped(one.place.path, key=True)
        lines.append(f"::{kind} file={path},line={one.place.line},title={one.code}::{said}")
    return "\n".join(lines)


def as_job_summary(diagnostics: Sequence[Diagnostic], counts: dict[str, object]) -> str:
    """Every finding as Markdown, grouped by article, in Vietnamese: annotations are cut at ten."""
    lines = ["## Songngu", "", *totals(counts, "vi"), ""]
    grouped = sorted(diagnostics, key=lambda one: (one.pair or "", one.place))
    for pair, group in groupby(grouped, key=lambda one: one.pair or ""):
        lines += [f"### {pair or 'Cấu hình và số liệu'}", ""]
        for one in group:
            place = f"`{seen(one.place.path)}:{one.place.line}`"
            said = _plain(f"{message(one, 'vi')} {hint(one, 'vi')}")
            lines.append(f"- {_SIGNS[one.severity]} {place} **{one.code}** {said}")
        lines.append("")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """As one line of Markdown that shows what editors wrote and does nothing with it."""
    return html.escape(" ".join(text.split()), quote=False).replace("|", "\\|")


def _escaped(text: str, key: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if key else text

"""The verb `preflight`: one PDF, one profile, the answer as text or JSON."""

import time
from pathlib import Path

from songngu.diagnostics import Diagnostic
from songngu.messages import phrase
from songngu.model import Lang
from songngu.press.preflight.judge_ import judge
from songngu.press.preflight.report_ import verdict
from songngu.report import as_json, as_text, summary
from songngu.source.press import read_press


def preflight(
    path: Path, root: Path, profile: str | None, form: str, lang: Lang
) -> tuple[str, bool, tuple[Diagnostic, ...]]:
    """What to print, whether the file passed, and what is wrong with the profile itself."""
    began = time.monotonic()
    asked = read_press(root, profile)
    if asked.value is None:
        return as_text(asked.diagnostics, lang), False, asked.diagnostics
    report = judge(path, asked.value, root=root)
    counts = summary(report.diagnostics, 0, time.monotonic() - began)
    if form == "json":
        return as_json(report.diagnostics, lang, counts), report.passed, ()
    lines = [as_text(report.diagnostics, lang)] if report.diagnostics else []
    lines.append(verdict(report, lang))
    if report.unmeasured:
        missing = ", ".join(phrase(f"preflight.{name}", lang) for name in report.unmeasured)
        lines.append(f"{phrase('preflight.not-measured', lang)}: {missing}")
    return "\n".join(lines), report.passed, ()

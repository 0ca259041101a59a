"""The verb `preflight`: one PDF, one profile, the answer as text or JSON."""

import time
from dataclasses import replace
from pathlib import Path

from songngu.cache_ import digest
from songngu.diagnostics import Diagnostic
from songngu.messages import phrase
from songngu.model import Lang, PressProfile
from songngu.press import covering_, pages_
from songngu.press.cover import spine_of
from songngu.press.pages_ import trim_of
from songngu.press.preflight.judge_ import Report, judge, judge_cover, judge_screen
from songngu.press.preflight.pikepdf_ import Document, UnreadableError
from songngu.press.preflight.report_ import verdict
from songngu.report import as_json, as_text, summary
from songngu.source.press import read_press

# What an interior is called beside its cover: in the folder, and in the package.
INTERIORS = ("interior.pdf", "*_ruot_*.pdf")
BOND = "bond"
# The word after --profile that asks for the structure of a tagged PDF, whoever made it.
SCREEN = "screen"


def preflight(
    path: Path, root: Path, profile: str | None, form: str, lang: Lang
) -> tuple[str, bool, tuple[Diagnostic, ...]]:
    """What to print, whether the file passed, and what is wrong with the profile itself."""
    began = time.monotonic()
    asked = read_press(root, None if profile == SCREEN else profile)
    if asked.value is None:
        return as_text(asked.diagnostics, lang), False, asked.diagnostics
    report = judged(path, asked.value, root, profile or "")
    counts = summary(report.diagnostics, 0, time.monotonic() - began)
    if form == "json":
        return as_json(report.diagnostics, lang, counts), report.passed, ()
    lines = [as_text(report.diagnostics, lang)] if report.diagnostics else []
    lines.append(verdict(report, lang))
    if report.unmeasured:
        missing = ", ".join(phrase(f"preflight.{name}", lang) for name in report.unmeasured)
        lines.append(f"{phrase('preflight.not-measured', lang)}: {missing}")
    return "\n".join(lines), report.passed, ()


def judged(path: Path, profile: PressProfile, root: Path, named: str = "") -> Report:
    """Judge a PDF as what it is: a cover or a screen edition of ours, else the inside of a book.
    `named` is the word after --profile, which rules."""
    try:
        with Document(path) as document:
            screen = document.is_screen_edition()
    except UnreadableError:
        return judge(path, profile, root=root)
    if named == SCREEN or (screen and not named):
        return judge_screen(path, root=root)
    bound = covering_.bound_to(path)
    return _cover(path, profile, root, bound) if bound else judge(path, profile, root=root)


def _cover(path: Path, profile: PressProfile, root: Path, bound: str) -> Report:
    """A cover by the interior that lies beside it; without one its bond is not measured, and its
    spine is taken as it is."""
    beside = [one for name in INTERIORS for one in sorted(path.parent.glob(name))]
    if len(beside) == 1:
        spine = spine_of(profile, pages_.page_count(beside[0]))
        found = digest(beside[0])
        return judge_cover(path, profile, spine, bound_to=bound, interior=found, root=root)
    spine = trim_of(path)[0] - 2 * profile.trim[0]
    report = judge_cover(path, profile, spine, bound_to=bound, interior=bound, root=root)
    return replace(report, unmeasured=(*report.unmeasured, BOND))

"""theme/palette.yml: the publication's colours, as far as editors name them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import Issue
from songngu.source.records import document

PALETTE = "theme/palette.yml"


def check_palette(root: Path, issues: Iterable[Issue], config: str) -> Iterator[Diagnostic]:
    """The palette's own faults; or the accents of sections, in the file `config`, it lacks."""
    found = document(root / PALETTE, root, "palette", "config.invalid")
    yield from found.diagnostics
    if found.value is None:
        return
    colours: Any = found.value.value
    for issue in issues:
        for at, section in enumerate(issue.sections):
            if section.accent not in colours:
                line = issue.line_of(f"sections.{at}.accent")
                known = ", ".join(colours)
                place = ("config.invalid", config, line, "accent")
                yield diagnose(*place, found=section.accent, known=known)

"""BENCHMARKS.md: the machine, the versions, the table."""

import importlib.metadata
import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "weasyprint", "markdown",
            "zensical", "typst")  # fmt: skip
# What the time of a row goes into, by profiles (cProfile, 2026-11-23, two busy cores) of the made
# issue of 200 pairs.
NOTES: dict[str, str] = {
    "a": """of the processor's time a quarter is reading and checking in one process (stock checks
  nothing), a sixth the start of three processes, a twentieth the copying of pictures and cards, the
  rest the pages, which the cores share. They are twice as many as stock has: each pair stands side
  by side in both languages too, and has a page for other sites beside cards, kits and feeds.""",
    "b": """two fifths are reading and checking what was kept of every pair, a fifth removing the
  last unit's files, a tenth each the start and the outline of the publication, a twentieth each the
  search index with the feeds and the edited pages themselves.""",
}
HEAD = """\
# Benchmarks

Made by `python3 build.py bench`. Times are medians of the interleaved rounds, the least and the
most in brackets; a ratio is ours to theirs, so less is better. The issue is made for the purpose:
pairs of 800 words a side with an opening picture, a picture in the text, a table and, every fourth
time, a chart. Each run is a process of its own, its start included, but for (e) and `serve`, which
are measured inside one. Cold: nothing that was read, checked or written is kept, and there is no
last unit; pictures, cards, charts and fonts are, in ours as in theirs.

{machine}

| | pairs | rounds | what | ours | against | theirs | ratio | to reach | reached |
|---|---:|---:|---|---:|---|---:|---:|---:|---|
"""


@dataclass(frozen=True)
class Line:
    """A line of the table. `most` is the ratio to reach; where a plain value is to be reached
    (`value`, seconds), `bound` says which. `rounds` are as many as were run."""

    row: str
    pairs: int
    what: str
    ours: str
    against: str
    theirs: str
    ratio: float | None
    most: float | None
    value: float | None = None
    bound: float | None = None
    rounds: int = 1

    @property
    def reached(self) -> bool | None:
        if self.bound is not None and self.value is not None:
            return self.value <= self.bound
        return None if self.most is None or self.ratio is None else self.ratio <= self.most

    def __str__(self) -> str:
        goal = f"{self.bound:g} s" if self.bound is not None else _number(self.most)
        verdict = {True: "yes", False: "**no**", None: ""}[self.reached]
        cells = (self.row, self.pairs, self.rounds, self.what, self.ours, self.against, self.theirs,
                 _number(self.ratio), goal, verdict)  # fmt: skip
        return "| " + " | ".join(map(str, cells)) + " |\n"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def written(lines: Iterable[Line], more: str = "") -> str:
    """The whole page. Below the table stands, for each row that is not reached, what the time goes
    into; then what else there is to say."""
    table = tuple(lines)
    head = HEAD.format(machine="\n".join(_machine()))
    missed = sorted({one.row for one in table if one.reached is False})
    notes = [f"* ({row}) {NOTES[row]}\n" for row in missed if row in NOTES]
    told = "\n## What is not reached, and why\n\n" + "".join(notes) if notes else ""
    return head + "".join(map(str, table)) + told + (f"\n{more}\n" if more else "")


def _machine() -> Iterator[str]:
    yield f"* {os.cpu_count()} cores, {_memory()}, {platform.system()} {platform.machine()}"
    yield f"* Python {platform.python_version()}, {', '.join(_versions())}"


def _memory() -> str:
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    except (ValueError, OSError, AttributeError):
        return "memory unknown"
    return f"{total:.0f} GiB"


def _versions() -> Iterator[str]:
    for name in PACKAGES:
        try:
            yield f"{name} {importlib.metadata.version(name)}"
        except importlib.metadata.PackageNotFoundError:
            yield f"{name} not installed"


def write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")

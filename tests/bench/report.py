"""BENCHMARKS.md: the machine, the versions, the table."""

import importlib.metadata
import os
import platform
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.timing import Taken

PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "weasyprint", "markdown",
            "zensical", "typst")  # fmt: skip
HEAD = """\
# Benchmarks

Made by `python3 build.py bench`. Times are medians of the interleaved rounds, the least and the
most in brackets; a ratio is ours to theirs, so less is better. The issue is made for the purpose:
pairs of 800 words a side with an opening picture, a picture in the text, a table and, every fourth
time, a chart. Each run is a process of its own, its start included, but for (e) and `serve`, which
are measured inside one. Cold: nothing that was read, checked or written is kept, and there is no
last unit; pictures, cards, charts and fonts are, in ours as in theirs. What was made is looked at:
each contestant's pages hold the words of every article. Memory is that of all processes together.

{machine}

| | pairs | rounds | what | ours | against | theirs | ratio | to reach | reached |
|---|---:|---:|---|---:|---|---:|---:|---:|---|
"""


MISSED = """\
## What is not reached, and what it goes into

Measured in the same run: one run more, which is in no median, is asked every few milliseconds of
the processor's time, in all its processes, what it is doing (`tests/bench/sampled`; the stages are
those of `tests/bench/stages.py`). What takes less than 2 % is the rest; waiting is not counted.
"""


@dataclass(frozen=True)
class Line:
    """A line of the table. `most` is the ratio to reach; where a plain value is to be reached
    (`value`, seconds), `bound` says which. `note` says what the time or memory goes into, as
    measured in the same run (Shares, or words); it is told where the row is missed. `rounds` are as
    many as were run.
    """

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
    note: object = ""
    rounds: int = 1

    @property
    def reached(self) -> bool | None:
        if self.bound is not None and self.value is not None:
            return self.value <= self.bound
        return None if self.most is None or self.ratio is None else self.ratio <= self.most

    def explained(self, why: Callable[[], object]) -> "Line":
        """With its note, which is only asked for where the row is missed."""
        return replace(self, note=why()) if self.reached is False else self

    def __str__(self) -> str:
        goal = f"{self.bound:g} s" if self.bound is not None else _number(self.most)
        verdict = {True: "yes", False: "**no**", None: ""}[self.reached]
        cells = (self.row, self.pairs, self.rounds, self.what, self.ours, self.against, self.theirs,
                 _number(self.ratio), goal, verdict)  # fmt: skip
        return "| " + " | ".join(map(str, cells)) + " |\n"


def memory(what: str, pairs: int, taken: Taken, rounds: int = 1) -> Line:
    """(g): what a run held at most, against a gigabyte."""
    line = Line("g", pairs, f"memory of the {what}", f"{taken.megabytes:.0f} MB", "", "",
                taken.megabytes / 1024, 1.0, rounds=rounds)  # fmt: skip
    return line.explained(lambda: taken.where)


def beside(row: str, pairs: int, what: str, seconds: float) -> Line:
    """What was measured once and is only told."""
    return Line(row, pairs, what, f"{seconds:.2f} s", "", "", None, None)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def written(lines: Iterable[Line], terms: str = "", failed: Iterable[str] = ()) -> str:
    """The whole page. Below the table stands, for each row that is not reached, what its time or
    memory goes into; then the terms that need more words, and what could not be measured."""
    table = tuple(lines)
    head = HEAD.format(machine="\n".join(_machine()))
    missed = (one for one in table if one.reached is False and one.note)
    notes = dict.fromkeys(
        f"* ({one.row}) {one.what}, {one.pairs} pairs: {one.note}.\n" for one in missed
    )
    parts = [head + "".join(map(str, table))]
    if notes:
        parts.append(f"{MISSED}\n{''.join(notes)}")
    if terms:
        parts.append(f"## On which terms\n\n{terms}\n")
    if lost := "".join(f"* {one}\n" for one in failed):
        parts.append(f"## What could not be measured\n\n{lost}")
    return "\n".join(parts)


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

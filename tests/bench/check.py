"""How long `check` takes for 1,000 pairs of 800 words a side, against Python-Markdown for the same
text, converted once. The limit is 1.5 times.

Run it: python -m tests.bench.check [PAIRS]. The issue is that of tests/bench/issue.py; everything
that the verb does is measured: reading files, YAML, blocks, rows, every check. It is measured cold,
as `--no-cache` does it: no pair is met a second time, and nothing is taken from a run before. (Only
what a process makes once, as its patterns, is made before.) Both sides run in one process, batch by
batch in turn, and in the processor's time, so that a busy machine slows both; the ratio is the
median of the batches. Beside it stands the run that an editor meets most often: the same pairs
again, with what was kept of them.
"""

import gc
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path

from markdown import Markdown

from songngu.diagnostics import has_errors
from songngu.model import LANGS
from songngu.pipeline import Job, examine
from songngu.source.articles import split
from tests.bench.issue import CHECKOUT, ID, Issues, make
from tests.bench.report import Line
from tests.bench.shares import sampled
from tests.bench.timing import Spread, Taken, command

PAIRS, BATCH, LEAST, FIRST = 1000, 500, 2, 4
LIMIT = 1.5
OURS = (sys.executable, "-m", "songngu", "check", "--no-cache", "--root")


@dataclass(frozen=True)
class Batch:
    """Seconds of one batch: checked cold, checked again with what was kept, converted."""

    cold: float
    kept: float
    theirs: float


@dataclass(frozen=True)
class Result:
    """Words a side on average, seconds of all batches, and the median of their ratios."""

    pairs: int
    words: int
    ours: float
    kept: float
    theirs: float
    ratio: float


def lines(issues: Issues, rounds: int) -> Iterator[Line]:
    """(e), with what the time of the command goes into."""
    found = [measure() for _ in range(rounds)]
    ours, theirs = (
        Spread(tuple(Taken(getattr(one, side)) for one in found)) for side in ("ours", "theirs")
    )
    ratio = statistics.median(one.ratio for one in found)
    line = Line("e", PAIRS, "check, cold", str(ours), "Python-Markdown, one conversion",
                str(theirs), ratio, LIMIT, rounds=rounds)  # fmt: skip
    run = partial(command, [*OURS, issues[PAIRS]], CHECKOUT)
    yield line.explained(partial(sampled, run, fine=True))


def measure(pairs: int = PAIRS) -> Result:
    """Check and convert `pairs` pairs, in batches taken in turn."""
    markdown = Markdown(extensions=["tables", "footnotes", "sane_lists"])
    words = 0
    measured: list[Batch] = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "issue"
        make(root, FIRST + pairs)
        size = max(1, min(BATCH, pairs // LEAST))
        for at, bodies in enumerate(_batches(root, pairs, size)):
            batch = _measured(root, markdown, bodies)
            if at:  # the first few pairs only make what a process makes once
                measured.append(batch)
                words += sum(len(text.split()) for text in bodies)
    return Result(
        pairs=pairs,
        words=words // (2 * pairs),
        ours=sum(one.cold for one in measured),
        kept=sum(one.kept for one in measured),
        theirs=sum(one.theirs for one in measured),
        ratio=statistics.median(one.cold / one.theirs for one in measured),
    )


def _batches(root: Path, pairs: int, size: int) -> Iterator[list[str]]:
    """One batch of pairs after the other in the issue's folders, FIRST pairs before all others:
    their texts."""
    issue = {lang: root / f"content/{lang}/{ID}" for lang in LANGS}
    stock = {lang: issue[lang].rename(root.parent / lang) for lang in LANGS}
    names = sorted(path.name for path in stock["vi"].iterdir())
    starts = [0, *range(FIRST, FIRST + pairs, size), FIRST + pairs]
    for start, end in pairwise(starts):
        for lang in LANGS:
            issue[lang].mkdir()
            for name in names[start:end]:
                (stock[lang] / name).rename(issue[lang] / name)
        files = [path for lang in LANGS for path in sorted(issue[lang].iterdir())]
        yield [split(path.read_text("utf-8"))[1] for path in files]
        for lang in LANGS:
            shutil.rmtree(issue[lang])


def _measured(root: Path, markdown: Markdown, bodies: list[str]) -> Batch:
    job = Job(root, root / "dist", cache=False)
    keeping = replace(job, cache=True)
    cold = _seconds(lambda: examine(job))
    found = examine(keeping).diagnostics
    assert not has_errors(found), found[:3]
    return Batch(
        cold,
        _seconds(lambda: examine(keeping)),
        _seconds(lambda: _convert(markdown, bodies)),
    )


def _convert(markdown: Markdown, bodies: list[str]) -> None:
    for text in bodies:
        markdown.reset().convert(text)


def _seconds(job: Callable[[], object]) -> float:
    """The processor's time, that of processes that shared the work and have ended too."""
    gc.collect()
    begin = sum(os.times()[:4])
    job()
    return sum(os.times()[:4]) - begin


def main() -> int:
    result = measure(int(sys.argv[1]) if sys.argv[1:] else PAIRS)
    print(f"{result.pairs} pairs, {result.words} words a side on average")
    print(f"check, cold      {result.ours:7.2f} s")
    print(f"check, kept      {result.kept:7.2f} s")
    print(f"Python-Markdown  {result.theirs:7.2f} s")
    print(f"ratio            {result.ratio:7.2f}   (limit {LIMIT})")
    return 0 if result.ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())

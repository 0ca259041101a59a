"""How long `check` takes for 1,000 pairs of 800 words a side, against Python-Markdown for the same
text, converted once. The limit is 1.5 times.

Run it: python -m tests.bench.check [PAIRS]. The issue is that of tests/bench/issue.py; everything
that the verb does is measured: reading files, YAML, blocks, rows, every check. Both sides run in
one process, batch by batch in turn, and in the processor's time, so that a busy machine slows
both; the ratio is the median of the batches.
"""

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown

from songngu.pipeline import Job, examine
from songngu.source.articles import split
from tests.bench.issue import make

PAIRS, BATCH, LEAST = 1000, 250, 3
LIMIT = 1.5


@dataclass(frozen=True)
class Result:
    """Words a side on average, seconds of all batches, and the median of their ratios."""

    pairs: int
    words: int
    ours: float
    theirs: float
    ratio: float


def measure(pairs: int = PAIRS) -> Result:
    """Check and convert `pairs` pairs, in batches taken in turn."""
    size = min(pairs, BATCH)
    markdown = Markdown(extensions=["tables", "footnotes", "sane_lists"])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make(root, size)
        job = Job(root, root / "dist")
        found = examine(job).diagnostics
        assert not found, found[:3]
        files = sorted(root.glob("content/*/*/*.md"))
        bodies = [split(path.read_text("utf-8"))[1] for path in files]
        measured = [
            (_seconds(lambda: examine(job)), _seconds(lambda: _convert(markdown, bodies)))
            for _ in range(max(LEAST, pairs // BATCH))
        ]
    return Result(
        pairs=size * len(measured),
        words=sum(len(text.split()) for text in bodies) // len(bodies),
        ours=sum(ours for ours, _ in measured),
        theirs=sum(theirs for _, theirs in measured),
        ratio=statistics.median(ours / theirs for ours, theirs in measured),
    )


def _convert(markdown: Markdown, bodies: list[str]) -> None:
    for text in bodies:
        markdown.reset().convert(text)


def _seconds(job: Callable[[], object]) -> float:
    gc.collect()
    begin = time.process_time()
    job()
    return time.process_time() - begin


def main() -> int:
    result = measure(int(sys.argv[1]) if sys.argv[1:] else PAIRS)
    print(f"{result.pairs} pairs, {result.words} words a side on average")
    print(f"check            {result.ours:7.2f} s")
    print(f"Python-Markdown  {result.theirs:7.2f} s")
    print(f"ratio            {result.ratio:7.2f}   (limit {LIMIT})")
    return 0 if result.ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())

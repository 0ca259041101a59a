"""`bench`: every row of the table, one after the other; writes BENCHMARKS.md.

`python -m tests.bench [PAIRS ...] [--rounds N] [--only site|press|serve|check|growth|search]`
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tests.bench import check, press, search, serve, site
from tests.bench.issue import CHECKOUT, Issues
from tests.bench.report import Line, write, written

SIZES = (12, 50, 200)
# A round of the book of so many pairs takes minutes.
LARGE, FEWER = 200, 2
# Measured on an issue of each size: how, and how long it takes on two quiet cores, in seconds: at
# all, and more for each pair.
EACH: dict[str, tuple[Callable[[Path, int, int], Iterator[Line]], int, float]] = {
    "site": (site.measure, 45, 1.0),
    "serve": (serve.measure, 5, 0.05),
    "press": (press.measure, 60, 4.5),
}
ONCE = ("check", "growth", "search")


@dataclass(frozen=True)
class Part:
    """What is measured together, and about how many seconds that takes."""

    kind: str
    name: str
    seconds: float
    lines: Callable[[], Iterator[Line]]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py bench")
    parser.add_argument("pairs", nargs="*", type=int, default=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=(*EACH, *ONCE))
    options = parser.parse_args(arguments)
    lines: list[Line] = []
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="songngu-bench-") as folder:
        issues = Issues(Path(folder))
        parts = [one for one in _parts(issues, options) if options.only in (None, one.kind)]
        for part, left in timed(parts):
            print(f"{part.name} · about {left / 60:.0f} minutes left", file=sys.stderr)
            try:
                for line in part.lines():
                    print(str(line), end="", file=sys.stderr)
                    lines.append(line)
            except (RuntimeError, OSError, AssertionError) as error:
                # An hour of measuring is not thrown away: what is missing is said.
                failed.append(f"{part.name}: {error!r}")
                print(failed[-1], file=sys.stderr)
    lines.sort(key=lambda one: one.row)
    write(CHECKOUT / "BENCHMARKS.md", written(lines, press.TERMS, failed))
    return int(bool(failed))


def timed(
    parts: Sequence[Part], clock: Callable[[], float] = time.monotonic
) -> Iterator[tuple[Part, float]]:
    """Each part with the seconds that are left: as expected, mended by what went before."""
    began, done, left = clock(), 0.0, sum(part.seconds for part in parts)
    for part in parts:
        yield part, left * ((clock() - began) / done if done else 1.0)
        done, left = done + part.seconds, left - part.seconds


def _parts(issues: Issues, options: argparse.Namespace) -> Iterator[Part]:
    rounds: int = options.rounds
    for pairs in options.pairs:
        for kind, (measure, seconds, more) in EACH.items():
            own = min(rounds, FEWER) if kind == "press" and pairs >= LARGE else rounds
            lines = partial(_measured, issues, measure, pairs, own)
            yield Part(kind, f"{kind}, {pairs} pairs", seconds + more * pairs, lines)
    yield Part("check", "check", 90, partial(check.lines, issues, rounds))
    yield Part("growth", "growth of the site", 240, partial(site.growth, issues, rounds))
    yield Part("growth", "growth of the press", 240, partial(press.growth, issues, rounds))
    yield Part("search", "search", 60, partial(search.lines, issues))


def _measured(
    issues: Issues, measure: Callable[[Path, int, int], Iterator[Line]], pairs: int, rounds: int
) -> Iterator[Line]:
    for line in measure(issues[pairs], pairs, rounds):
        yield replace(line, rounds=rounds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

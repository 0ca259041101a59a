"""`bench`: every row of the table, one after the other; writes BENCHMARKS.md.

`python -m tests.bench [PAIRS ...] [--rounds N] [--only site|press|serve|check|growth|search]`
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.bench import check, growth, press, search, serve, site
from tests.bench.issue import CHECKOUT, Issues
from tests.bench.pace import Part, timed
from tests.bench.report import Line, write, written

SIZES = (12, 50, 200)
# A round of the book of so many pairs takes minutes.
LARGE, FEWER = 200, 2
# Letters of an error that are told: its end says what happened.
SAID = 300
# Measured on an issue of each size: how, and how long it takes on two quiet cores, in seconds: at
# all, and more for each pair.
EACH: dict[str, tuple[Callable[[Path, int, int], Iterator[Line]], int, float]] = {
    "site": (site.measure, 45, 1.0),
    "serve": (serve.measure, 5, 0.05),
    "press": (press.measure, 110, 4.2),
}
ONCE = ("check", "growth", "search")


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
                why = " ".join(str(error).split())[-SAID:]
                failed.append(f"{part.name}: {type(error).__name__}: {why}")
                print(failed[-1], file=sys.stderr)
    lines += press.growth(lines)
    lines.sort(key=lambda one: one.row)
    write(CHECKOUT / "BENCHMARKS.md", written(lines, f"{press.TERMS}\n\n{growth.TERMS}", failed))
    return int(bool(failed))


def _parts(issues: Issues, options: argparse.Namespace) -> Iterator[Part]:
    rounds: int = options.rounds
    for pairs in options.pairs:
        for kind, (_, seconds, more) in EACH.items():
            own = min(rounds, FEWER) if kind == "press" and pairs >= LARGE else rounds
            lines = partial(_measured, issues, kind, pairs, own)
            yield Part(kind, f"{kind}, {pairs} pairs", seconds + more * pairs, lines)
    yield Part("check", "check", 90, partial(check.lines, issues, rounds))
    yield Part("growth", "growth", 150, partial(site.growth, issues, rounds))
    yield Part("search", "search", 60, partial(search.lines, issues))


def _measured(issues: Issues, kind: str, pairs: int, rounds: int) -> Iterator[Line]:
    return EACH[kind][0](issues[pairs], pairs, rounds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`bench`: every row of the table, one after the other; writes BENCHMARKS.md.

`python -m tests.bench [PAIRS ...] [--rounds N] [--only site|press|check]`
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench import press, site
from tests.bench.issue import make
from tests.bench.report import Line, write, written

CHECKOUT = Path(__file__).resolve().parents[2]
SIZES = (12, 50, 200)
KINDS = {"site": site.measure, "press": press.measure}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py bench")
    parser.add_argument("pairs", nargs="*", type=int, default=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=tuple(KINDS))
    options = parser.parse_args(arguments)
    lines = []
    for line in _lines(options):
        print(str(line), end="", file=sys.stderr)
        lines.append(line)
    told = written(sorted(lines, key=lambda one: one.row), options.rounds, press.NOTES)
    write(CHECKOUT / "BENCHMARKS.md", told)
    return 0


def _lines(options: argparse.Namespace) -> Iterator[Line]:
    for pairs in options.pairs:
        for name, measure in KINDS.items():
            if options.only in (None, name):
                print(f"{name}, {pairs} pairs", file=sys.stderr)
                with tempfile.TemporaryDirectory(prefix="songngu-bench-") as folder:
                    make(Path(folder), pairs)
                    yield from measure(Path(folder), pairs, options.rounds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

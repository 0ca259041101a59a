"""`bench`: every row of the table, one after the other; writes BENCHMARKS.md.

`python -m tests.bench [PAIRS ...] [--rounds N] [--only site|press|serve|check|growth|search]`
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tests.bench import check, press, search, serve, site
from tests.bench.issue import make
from tests.bench.report import Line, write, written

CHECKOUT = Path(__file__).resolve().parents[2]
SIZES = (12, 50, 200)
# Measured on an issue of each size; the last ones once.
EACH = {"site": site.measure, "press": press.measure, "serve": serve.measure}
ONCE = ("check", "growth", "search")
# A round of the book of so many pairs takes minutes.
LARGE, FEWER = 200, 1


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="build.py bench")
    parser.add_argument("pairs", nargs="*", type=int, default=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=(*EACH, *ONCE))
    options = parser.parse_args(arguments)
    lines = []
    for line in _lines(options):
        print(str(line), end="", file=sys.stderr)
        lines.append(line)
    told = written(sorted(lines, key=lambda one: one.row), press.NOTES)
    write(CHECKOUT / "BENCHMARKS.md", told)
    return 0


def _lines(options: argparse.Namespace) -> Iterator[Line]:
    for pairs in options.pairs:
        for name in EACH:
            if options.only in (None, name):
                yield from _measured(name, pairs, options.rounds)
    if options.only in (None, "check"):
        yield _checked()
    if options.only in (None, "growth"):
        print("growth", file=sys.stderr)
        yield from (replace(line, rounds=options.rounds) for line in site.growth(options.rounds))
    if options.only in (None, "search"):
        yield from _searched()


def _measured(name: str, pairs: int, rounds: int) -> Iterator[Line]:
    """One kind on an issue of its own."""
    print(f"{name}, {pairs} pairs", file=sys.stderr)
    rounds = min(rounds, FEWER) if name == "press" and pairs >= LARGE else rounds
    with tempfile.TemporaryDirectory(prefix="songngu-bench-") as folder:
        make(Path(folder), pairs)
        for line in EACH[name](Path(folder), pairs, rounds):
            yield replace(line, rounds=rounds)


def _searched() -> Iterator[Line]:
    """In a browser, on the site of a made issue."""
    print("search", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="songngu-bench-") as folder:
        make(Path(folder) / "root", search.PAIRS)
        site_ = search.built(Path(folder) / "root", Path(folder) / "site")
        yield from search.measure(site_, search.PAIRS)


def _checked() -> Line:
    """In batches within one process: the rounds are the batches."""
    print("check", file=sys.stderr)
    told = check.measure()
    return Line(
        "e", told.pairs, "check, cold", f"{told.ours:.2f} s", "Python-Markdown, one conversion",
        f"{told.theirs:.2f} s", told.ratio, check.LIMIT,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

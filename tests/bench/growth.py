"""(f): how the time grows with the issue: whether the sizes between the least and the most lie on
the straight line between these two."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from tests.bench.issue import lend
from tests.bench.report import Line
from tests.bench.shares import Shares, sampled
from tests.bench.timing import Taken, interleaved

LINEAR = 1.10
TERMS = """\
(f) The time itself is held against a straight line. The row below it, a late pair against an early
one, divides two small differences of such times, where a tenth of a second more or less weighs
much: it has no goal and is told so that a bend would be seen."""
# The least of so many: a line through single runs would be one through their noise.
ROUNDS = 5
# Stages that take so much more of a pair's time are told.
TOLD = 0.03


def grown(
    what: str,
    roots: Mapping[int, Path],
    first: Callable[[Path], object],
    run: Callable[[Path], Taken],
    rounds: int,
) -> Iterator[Line]:
    """`roots` are made issues by their pairs; `first` readies one, `run` is measured."""
    *others, end = roots
    first(roots[end])
    for pairs in others:
        lend(roots[end], roots[pairs])
        first(roots[pairs])
    runs = interleaved(
        {f"{pairs} pairs": partial(run, root) for pairs, root in roots.items()}, rounds
    )
    least = {pairs: spread.least for pairs, spread in zip(roots, runs.values(), strict=True)}
    shares = cache(lambda pairs: sampled(partial(run, roots[pairs])))
    for line in told(what, least, shares):
        yield replace(line, rounds=rounds)


def told(what: str, least: Mapping[int, float], shares: Callable[[int], object]) -> Iterator[Line]:
    """Of the least seconds by size: how far the time lies from a straight line at most; then, with
    no goal, what each pair costs late (the last two sizes) against early."""
    start, *between, end = least
    lines = {pairs: straight(least, pairs) for pairs in between}
    far = max(between, key=lambda pairs: off(least[pairs], lines[pairs]))
    yield Line("f", end, f"{what}: farthest from a straight line over {start} to {end} pairs",
               f"{least[far]:.2f} s at {far}", "the line there", f"{lines[far]:.2f} s",
               off(least[far], lines[far]), LINEAR).explained(
        partial(_why, shares, (start, far, end)))  # fmt: skip
    middle = between[-1]
    late, early = each(least, middle, end), each(least, start, middle)
    yield Line("f", end, f"{what}: each pair from {middle} to {end}", f"{late * 1000:.1f} ms",
               f"each pair from {start} to {middle}", f"{early * 1000:.1f} ms", late / early,
               None)  # fmt: skip


def straight(seconds: Mapping[int, float], pairs: int) -> float:
    """Seconds at a size, on the straight line between the least and the most."""
    small, large = min(seconds), max(seconds)
    return seconds[small] + each(seconds, small, large) * (pairs - small)


def off(measured: float, line: float) -> float:
    """How many times as much, above or below: 1.0 is on the line."""
    return max(measured / line, line / measured)


def _why(shares: Callable[[int], object], three: tuple[int, int, int]) -> str:
    known = {pairs: one for pairs in three if isinstance(one := shares(pairs), Shares)}
    return more(known, *three) if len(known) == len(three) else ""


def each(seconds: Mapping[int, float], small: int, large: int) -> float:
    """Seconds of each pair from one size to another."""
    return (seconds[large] - seconds[small]) / (large - small)


def more(shares: Mapping[int, Shares], start: int, middle: int, end: int) -> str:
    """Which stages take more of the processor's time for a late pair than for an early one."""
    whole = {pairs: one.cpu for pairs, one in shares.items()}
    early, late = each(whole, start, middle), each(whole, middle, end)
    stages = {stage for one in shares.values() for stage in one.stages if stage}
    rises = {stage: _rise(shares, stage, start, middle, end) for stage in stages}
    told = [
        f"{stage} {rise * 1000:+.1f} ms"
        for stage, rise in sorted(rises.items(), key=lambda one: -one[1])
        if rise >= TOLD * late
    ]
    said = (
        f"{early * 1000:.1f} ms of the processor's time for each early pair, {late * 1000:.1f} ms"
    )
    return f"{said} for each late one: {', '.join(told) or 'no stage rises by itself'}"


def _rise(shares: Mapping[int, Shares], stage: str, start: int, middle: int, end: int) -> float:
    seconds = {pairs: one.stages.get(stage, 0.0) for pairs, one in shares.items()}
    return each(seconds, middle, end) - each(seconds, start, middle)

"""What is measured, part by part, and how long it is until the end."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.bench.report import Line


@dataclass(frozen=True)
class Part:
    """What is measured together, and about how many seconds that takes."""

    kind: str
    name: str
    seconds: float
    lines: Callable[[], Iterator[Line]]


def timed(
    parts: Sequence[Part], clock: Callable[[], float] = time.monotonic
) -> Iterator[tuple[Part, float]]:
    """Each part with the seconds that are left: as expected, mended by what went before."""
    began, done, left = clock(), 0.0, sum(part.seconds for part in parts)
    for part in parts:
        yield part, left * ((clock() - began) / done if done else 1.0)
        done, left = done + part.seconds, left - part.seconds

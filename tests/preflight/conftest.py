"""Keeps what the seeded-defect suite saw, and prints it as a table when the tests are done."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest


@dataclass
class Tally:
    """One sentence: how many seeds, how many of them caught, how many false alarms on all twins."""

    seeded: int = 0
    caught: int = 0
    false: int = 0


SCORES: dict[str, Tally] = {}


@pytest.fixture
def scores() -> Iterator[dict[str, Tally]]:
    yield SCORES


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not SCORES:
        return
    terminalreporter.section("preflight: seeded defects")
    line = terminalreporter.write_line
    line(f"{'code and detail':<36}{'seeded':>8}{'caught':>8}{'false alarms':>14}")
    for key, tally in sorted(SCORES.items()):
        line(f"{key:<36}{tally.seeded:>8}{tally.caught:>8}{tally.false:>14}")
    every = SCORES.values()
    total = (
        sum(t.seeded for t in every),
        sum(t.caught for t in every),
        sum(t.false for t in every),
    )
    line(f"{'all':<36}{total[0]:>8}{total[1]:>8}{total[2]:>14}")

"""The labelled corpus: pairs of sentences that are equal in their figures, or are not.

`equal` is "no" wherever an editor must be told something (a converted unit too). Rows of origin
`floor` are the starting data of the field; `sentence` are whole sentences in the style of official
texts. A new row is welcome, above all one that the check gets wrong.
"""

import csv
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.numbers.support import compared
from tests.scores import Score

CORPUS = Path(__file__).with_name("corpus.csv")
LEAST_PAIRS = 420
LEAST = 0.99


@dataclass
class Tally(Score):
    """An alarm on an unequal pair is a hit."""

    quiet: int = 0

    def add(self, unequal: bool, alarmed: bool) -> None:
        self.hits += unequal and alarmed
        self.false += alarmed and not unequal
        self.missed += unequal and not alarmed
        self.quiet += not (unequal or alarmed)

    @property
    def pairs(self) -> int:
        return self.hits + self.false + self.missed + self.quiet


def test_precision_and_recall(record_property: Callable[[str, object], None]) -> None:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    scores: defaultdict[str, Tally] = defaultdict(Tally)
    wrong = []
    for row in rows:
        unequal, alarmed = row["equal"] == "no", bool(compared(row["vi"], row["en"]))
        for name in (row["class"], "ALL"):
            scores[name].add(unequal, alarmed)
        if unequal != alarmed:
            wrong.append((row["vi"], row["en"]))
    record_property("measured", f"{'numbers':12} {'pairs':>5} {'precision':>9} {'recall':>7}")
    for name in sorted(scores, key=lambda name: (name == "ALL", name)):
        one = scores[name]
        record_property(
            "measured", f"{name:12} {one.pairs:5} {one.precision:9.3f} {one.recall:7.3f}"
        )
    assert len(rows) >= LEAST_PAIRS
    for name, one in scores.items():
        assert one.precision >= LEAST and one.recall >= LEAST, (name, wrong)


def test_no_pair_stands_twice() -> None:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        pairs = [(row["vi"], row["en"]) for row in csv.DictReader(file)]
    assert len(pairs) == len(set(pairs))

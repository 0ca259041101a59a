"""How well a check does on a corpus: hits, false alarms and misses."""

from dataclasses import dataclass


@dataclass
class Score:
    """What was found and what was meant; every kind of corpus counts in its own way."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was told, the share that is true; 1 where nothing was."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0

    @property
    def recall(self) -> float:
        """Of what is true, the share that was told; 1 where nothing is."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

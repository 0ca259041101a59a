"""Times whole commands: wall seconds, and the most memory that the command and its children hold.

Contestants take turns round by round, so that a machine that grows slower or quicker meanwhile
does it to all of them.
"""

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.05


@dataclass(frozen=True)
class Taken:
    """One run: seconds, and megabytes of all its processes together (0 where not measured)."""

    seconds: float
    megabytes: float = 0.0


@dataclass(frozen=True)
class Spread:
    """Several runs of one contestant."""

    runs: tuple[Taken, ...]

    @property
    def seconds(self) -> float:
        return statistics.median(run.seconds for run in self.runs)

    @property
    def least(self) -> float:
        return min(run.seconds for run in self.runs)

    @property
    def most(self) -> float:
        return max(run.seconds for run in self.runs)

    @property
    def megabytes(self) -> float:
        return max(run.megabytes for run in self.runs)

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s ({self.least:.2f}–{self.most:.2f})"


def interleaved(contestants: Mapping[str, Callable[[], Taken]], rounds: int) -> dict[str, Spread]:
    """Every contestant once a round, in order; what it takes to prepare a run is not counted."""
    runs: dict[str, list[Taken]] = {name: [] for name in contestants}
    for number in range(rounds):
        for name, run in contestants.items():
            runs[name].append(run())
            told = runs[name][-1]
            print(f"  {number + 1}/{rounds} {name}: {told.seconds:.2f} s", file=sys.stderr)
    return {name: Spread(tuple(taken)) for name, taken in runs.items()}


def command(words: Sequence[str | Path], cwd: Path, **env: str) -> Taken:
    """Run a command to its end. Raises RuntimeError with its last words when it fails."""
    began = time.perf_counter()
    with subprocess.Popen(
        [str(word) for word in words],
        cwd=cwd,
        env={**_usual(), **env},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as child:
        watch = _Watch(child.pid)
        watch.start()
        assert child.stderr is not None
        said = child.stderr.read()
        code = child.wait()
        seconds = time.perf_counter() - began
        watch.ended.set()
        watch.join()
    if code:
        raise RuntimeError(f"{words}: {code}\n{said.decode('utf-8', 'replace')[-800:]}")
    return Taken(seconds, watch.most)


def _usual() -> dict[str, str]:
    """The environment as users have it: compiled modules are kept from run to run, ours as well as
    those of others, which were compiled when they were installed."""
    return {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class _Watch(threading.Thread):
    """Adds up the resident memory of a process and its descendants, twenty times a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most, self.ended = pid, 0.0, threading.Event()

    def run(self) -> None:
        while not self.ended.wait(EVERY):
            self.most = max(self.most, sum(map(_resident, _family(self.pid))))


def _family(pid: int) -> list[int]:
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    except OSError:
        return [pid]
    return [pid, *(one for child in told.split() for one in _family(int(child)))]


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

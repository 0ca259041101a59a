"""Times whole commands: wall seconds, the processor's time, and the most memory that the command
and its children hold together.

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
    """One run: seconds, seconds of the processor's time, and megabytes of each process, the first
    one first, when all together held most (none where it was not measured)."""

    seconds: float
    cpu: float = 0.0
    held: tuple[float, ...] = ()

    @property
    def megabytes(self) -> float:
        return sum(self.held)

    @property
    def where(self) -> str:
        """Which process held how much."""
        first, *others = (f"{one:.0f} MB" for one in self.held)
        return f"{first} in the first process" + (
            f", {' + '.join(others)} in others" * bool(others)
        )


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
    def cpu(self) -> float:
        return statistics.median(run.cpu for run in self.runs)

    @property
    def largest(self) -> Taken:
        """The run that held most memory."""
        return max(self.runs, key=lambda run: run.megabytes)

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
    began, used = time.perf_counter(), _children()
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
    return Taken(seconds, _children() - used, watch.most)


def _children() -> float:
    """Seconds of the processor's time of all children that have ended, and of theirs."""
    told = os.times()
    return told.children_user + told.children_system


def _usual() -> dict[str, str]:
    """The environment as users have it: compiled modules are kept from run to run, ours as well as
    those of others, which were compiled when they were installed."""
    return {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class _Watch(threading.Thread):
    """Adds up the resident memory of a process and its descendants, twenty times a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.ended = pid, threading.Event()
        self.most: tuple[float, ...] = ()

    def run(self) -> None:
        while not self.ended.wait(EVERY):
            self.most = max(self.most, tuple(map(_resident, _family(self.pid))), key=sum)


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

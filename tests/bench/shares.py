"""What a run's time goes into: one run more, which counts nowhere else, is sampled in all of its
processes (sampled/sitecustomize.py), and the processor's time is told by stage (stages.py)."""

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.sampled import sitecustomize
from tests.bench.sampled.sitecustomize import FOLDER, NOTES, TABLE
from tests.bench.stages import by_name
from tests.bench.timing import Taken

# A stage that takes less is told with the rest.
LEAST = 0.02
ENDING = "ending the processes"


@dataclass(frozen=True)
class Shares:
    """Seconds of the processor's time: all of it, that of each process, the first one first, and by
    stage; under no name is what no stage claims. `theirs` is all that the others took."""

    cpu: float
    processes: tuple[float, ...]
    stages: Mapping[str, float]
    theirs: float = 0.0

    def __str__(self) -> str:
        told = sorted(self.stages.items(), key=lambda one: -one[1])
        large = [(name, took) for name, took in told if name and took >= LEAST * self.cpu]
        rest = self.cpu - sum(took for _, took in large)
        stages = [f"{name} {took / self.cpu:.0%}" for name, took in (*large, ("the rest", rest))]
        beside = f"; theirs {self.theirs:.1f} s" if self.theirs else ""
        return f"{self._processes()}: {', '.join(stages)}{beside}"

    def _processes(self) -> str:
        first, *others = self.processes
        where = f"{first:.1f} s of it in the first of {1 + len(others)} processes"
        return f"{self.cpu:.1f} s of the processor's time, {where if others else 'in one process'}"


def sampled(run: Callable[[], Taken], theirs: float = 0.0, fine: bool = False) -> Shares:
    """The shares of a run of `command`; `fine` tells the parts of a stage."""
    with tempfile.TemporaryDirectory(prefix="songngu-bench-") as folder:
        (Path(folder) / TABLE).write_text(json.dumps(by_name(fine)), "utf-8")
        with _environment(folder):
            taken = run()
        notes = (Path(folder) / NOTES).read_text("utf-8").splitlines()
        return replace(added(notes, taken.cpu), theirs=theirs)


@contextlib.contextmanager
def _environment(folder: str) -> Iterator[None]:
    before = dict(os.environ)
    here = str(Path(sitecustomize.__file__).parent)
    path = os.pathsep.join(filter(None, (here, before.get("PYTHONPATH"))))
    os.environ.update({"PYTHONPATH": path, FOLDER: folder})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def added(notes: Iterable[str], cpu: float) -> Shares:
    """What was noted, one line each time. What the system counted beside it (`cpu`) went by when
    the processes did not note any more. Processes that only watch over others are not told."""
    stages, processes = dict[str, float](), dict[str, float]()
    for line in notes:
        process, seconds, stage = line.split(" ", 2)
        stages[stage] = stages.get(stage, 0.0) + float(seconds)
        processes[process] = processes.get(process, 0.0) + float(seconds)
    noted = sum(processes.values())
    stages[ENDING] = max(0.0, cpu - noted)
    first, *others = processes.values()
    own = (first, *(took for took in others if took >= LEAST * cpu))
    return Shares(max(cpu, noted), own, stages)

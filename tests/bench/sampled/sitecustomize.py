"""What every Python process of a sampled run begins with (tests/bench/shares.py puts this folder on
its path): each time that some milliseconds of the processor's time are spent, it notes on what.

A signal of the system's clock of the processor's time interrupts, so waiting counts nothing, and
the product runs as it always does, its pools too. The time since the last note goes to the stage of
the innermost function that the table names: what a long call into C takes is its caller's.
"""

import atexit
import json
import os
import signal
from time import process_time
from types import CodeType, FrameType

# The folder with the table, where the notes go.
FOLDER = "SONGNGU_BENCH_SAMPLES"
TABLE, NOTES = "stages.json", "samples.txt"
START = "start and imports"
EVERY = 0.004


class Sampler:
    """Notes a line each time: the process, seconds of the processor's time, the stage (or none)."""

    def __init__(self, folder: str) -> None:
        with open(f"{folder}/{TABLE}", encoding="utf-8") as file:  # noqa: PTH123 - none is loaded
            self.stages: dict[str, str] = json.load(file)
        # Many processes write into one file, each line at once: one that is killed loses none.
        self.file = os.open(f"{folder}/{NOTES}", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self.known: dict[CodeType, str] = {}
        self.noted = 0.0

    def begin(self) -> None:
        self._note(START)
        signal.signal(signal.SIGPROF, self._look)
        signal.siginterrupt(signal.SIGPROF, False)
        self._run()
        os.register_at_fork(after_in_child=self._run)
        # Once Python has put its handlers away, the signal would kill.
        atexit.register(signal.setitimer, signal.ITIMER_PROF, 0)

    def _run(self) -> None:
        """A process that is a copy has no clock running, and has taken no time yet."""
        self.noted = min(self.noted, process_time())
        signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)

    def _look(self, _: int, frame: FrameType | None) -> None:
        while frame is not None and not self._stage(frame):
            frame = frame.f_back
        self._note(self._stage(frame) if frame else "")

    def _note(self, stage: str) -> None:
        now = process_time()
        os.write(self.file, f"{os.getpid()} {now - self.noted:.6f} {stage}\n".encode())
        self.noted = now

    def _stage(self, frame: FrameType) -> str:
        code = frame.f_code
        if code not in self.known:
            self.known[code] = self._named(frame.f_globals.get("__name__"), code.co_qualname)
        return self.known[code]

    def _named(self, module: object, function: str) -> str:
        """By the longest name in the table: a function, its class, its module, its package. What a
        module does while it is imported is the import's."""
        name = "" if function == "<module>" else f"{module}.{function}"
        while name and name not in self.stages:
            name = name.rpartition(".")[0]
        return self.stages.get(name, "")


if FOLDER in os.environ:
    Sampler(os.environ[FOLDER]).begin()

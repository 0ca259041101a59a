"""Ctrl+C in a terminal reaches the parent and its workers: one of them answers, and at once."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pytest

from songngu import workers_
from songngu.workers_ import elsewhere, here, shared, workers
from tests.support import CHECKOUT, WAYS

BUSY = """
import signal, time
from songngu.workers_ import workers

if __name__ == "__main__":
    # Also where the suite itself runs in the background, and shells let nobody be interrupted.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with workers(2) as pool:
            print(sum(pool.map(abs, [-1, -2])), flush=True)
            list(pool.map(time.sleep, [60] * 8))
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""


LEFT = """
import os, sys, time
from songngu.workers_ import elsewhere, here, shared, workers

def born(number):
    print(os.getpid(), flush=True)
    time.sleep(60)

class Born:
    __call__ = staticmethod(born)

if __name__ == "__main__":
    if sys.argv[1] == "workers":
        with workers(2) as pool:
            list(pool.map(born, range(2)))
    with shared(Born, (), [[1], [2], []], 2) as made:
        born(0)
"""


def test_what_they_find_comes_back_in_order() -> None:
    with workers(2) as pool:
        assert list(pool.map(abs, [-3, 2, -1])) == [3, 2, 1]


@dataclass(frozen=True)
class Sum:
    """Adds to what it was given, and says in which process."""

    given: int

    def __call__(self, number: int) -> tuple[int, int]:
        if number < 0:
            raise ValueError(number)
        return self.given + number, os.getpid()


@pytest.mark.parametrize("way", WAYS)
def test_work_is_shared_with_this_process(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers_, "_way", lambda: way)
    batches = [range(at, at + 5) for at in range(0, 200, 5)]
    with shared(Sum, (1000,), batches, 1) as made:
        found = dict(made)
    assert sorted(found) == [*range(1000, 1200)]
    assert found[1199] == os.getpid() != found[1000]


class Deaf:
    """Tells whether Ctrl+C is nothing to its process."""

    def __call__(self, number: int) -> tuple[int, bool]:
        return os.getpid(), signal.getsignal(signal.SIGINT) is signal.SIG_IGN


@pytest.mark.parametrize("way", WAYS)
def test_ctrl_c_is_for_the_parent_to_answer(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers_, "_way", lambda: way)
    with shared(Deaf, (), [[1], [2]], 1) as made:
        found = dict(made)
    assert found.pop(os.getpid()) is False
    assert [*found.values()] == [True]


def test_who_ended_before_a_word_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows what it was to read with may still lie with the parent: no line ends then."""
    line, theirs = get_context("spawn").Pipe()
    gone = get_context("spawn").Process(target=abs, args=(1,))
    gone.start()
    gone.join()
    with pytest.raises(EOFError):
        workers_._heard(line, gone.sentinel)
    theirs.send("still")
    assert workers_._heard(line, gone.sentinel) == "still"


def test_so_many_as_windows_can_wait_for() -> None:
    with workers(200) as pool:
        assert getattr(pool, "_max_workers") == 61  # noqa: B009 - it is nobody's to know


def test_who_works_alone_keeps_the_order() -> None:
    with shared(Sum, (0,), [[3, 1], [2]], 0) as made:
        assert [number for number, _ in made] == [3, 1, 2]
    with shared(Sum, (0,), [], 4) as made:
        assert [*made] == []


def test_what_fails_elsewhere_fails_here() -> None:
    with pytest.raises(ValueError, match="-7"), shared(Sum, (0,), [[-7], [1]], 1) as made:
        list(made)


class Lost(Exception):  # noqa: N818 - it cannot come back from another process
    def __init__(self, one: int, two: int) -> None:
        super().__init__("lost")


@dataclass(frozen=True)
class Fails:
    """Ends its process, or raises what cannot be told, but never in the one that shares."""

    here: int
    ends: bool

    def __call__(self, number: int) -> int:
        if os.getpid() == self.here:
            return number
        if self.ends:
            os._exit(3)
        raise Lost(1, 2)


@pytest.mark.parametrize(("ends", "told"), [(True, BrokenExecutor), (False, TypeError)])
def test_nobody_waits_for_who_cannot_tell(ends: bool, told: type[Exception]) -> None:
    with pytest.raises(told), shared(Fails, (os.getpid(), ends), [[1], [2]], 1) as made:
        list(made)


@pytest.mark.skipif(sys.platform == "win32", reason="not run: no SIGKILL")
@pytest.mark.parametrize("kind", ["workers", "shared"])
def test_nobody_outlives_who_was_killed(kind: str, tmp_path: Path) -> None:
    script = tmp_path / "left.py"
    script.write_text(LEFT, "utf-8")
    with subprocess.Popen(
        [sys.executable, script, kind],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        text=True,
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdout is not None
        born = {int(parent.stdout.readline()) for _ in range(2)} - {parent.pid}
        parent.kill()
    assert born
    until = time.monotonic() + 30
    while any(map(_is_there, born)):
        assert time.monotonic() < until
        time.sleep(0.02)


def _is_there(number: int) -> bool:
    """Whether the process still works; what nobody has buried yet does not."""
    if Path("/proc/self").exists():
        try:
            told = Path(f"/proc/{number}/stat").read_text("utf-8", "replace")
        except (FileNotFoundError, ProcessLookupError):
            return False
        return told.rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="not run: no groups of processes")
def test_an_interruption_is_answered_once(tmp_path: Path) -> None:
    script = tmp_path / "busy.py"
    script.write_text(BUSY, "utf-8")
    with subprocess.Popen(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        start_new_session=True,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "3\n"
        began = time.monotonic()
        os.killpg(child.pid, signal.SIGINT)
        said, told = child.communicate(timeout=30)
    assert (said, told) == ("stopped\n", "")
    assert time.monotonic() - began < 20


def test_what_is_done_elsewhere_is_done_in_one_other_process() -> None:
    assert here(os.getpid) == os.getpid()
    with elsewhere() as run:
        first, again = run(os.getpid), run(os.getpid)
    assert first == again != os.getpid()

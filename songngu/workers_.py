"""Processes for work that can go side by side."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Make = Callable[..., Callable[[T], R]]
# So many processes share work with this one: each may come to hold some hundred megabytes.
MOST = 5


def workers(
    count: int, start: Callable[[], None] | None = None, copies: bool = False
) -> ProcessPoolExecutor:
    """A pool of fresh interpreters; of copies of this process where it stands alone, if they will
    do."""
    return _Pool(count, _way() if copies else "spawn", start)


def cores() -> int:
    """How many processes can work at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def others(pieces: int, few: int, fresh: int | None = None) -> int:
    """How many processes are worth their start beside this one: copies of it for more than `few`
    pieces of work, fresh interpreters, which must be told everything, for more than `fresh`."""
    enough = few if _way() == "fork" else fresh
    return min(cores() - 1, MOST) if enough is not None and pieces > enough else 0


@contextlib.contextmanager
def shared(
    make: Make[T, R], given: tuple[Any, ...], batches: Sequence[Sequence[T]], beside: int
) -> Iterator[Iterable[R]]:
    """Work shared out between this process and so many beside it: `make(*given)` is in each of them
    what does a piece of it. The others begin now, with the first batch; this one begins with the
    last, when it is asked for what came of the pieces, in no order."""
    beside = min(beside, len(batches) - 1)
    if beside < 1:
        yield map(make(*given), chain.from_iterable(batches))
        return
    *first, last = batches
    with _Pool(beside, _way(), _ready, make, given) as pool:
        begun = [(batch, pool.submit(_do, batch)) for batch in first]
        yield _met(make(*given), last, begun)


def _met(
    hands: Callable[[T], R], batch: Sequence[T], begun: list[tuple[Sequence[T], Future[list[R]]]]
) -> Iterator[R]:
    yield from map(hands, batch)
    while begun and begun[-1][1].cancel():
        yield from map(hands, begun.pop()[0])
    for _, future in begun:
        yield from future.result()


# In a process that shares work: what does it.
_hands: list[Callable[[Any], Any]] = []


def _ready(make: Make[Any, Any], given: tuple[Any, ...]) -> None:
    _hands[:] = [make(*given)]


def _do(batch: Sequence[Any]) -> list[Any]:
    return [*map(_hands[0], batch)]


def _way() -> str:
    """How others begin the quickest. A fork knows all that this process knows. But never beside
    threads: those of the chart engine, alive in the parent, would leave it waiting for ever for
    locks that nobody holds. How many there are, engines' own too, only Linux tells."""
    try:
        return "fork" if len([*Path("/proc/self/task").iterdir()]) == 1 else "spawn"
    except OSError:
        return "spawn"


class _Pool(ProcessPoolExecutor):
    """Its processes end when its work is given up, and when this one is killed."""

    def __init__(self, count: int, way: str, *begin: Any) -> None:
        super().__init__(count, get_context(way), _begin, begin)

    def submit(self, *args: Any, **named: Any) -> Any:
        """Here processes begin. Ctrl+C reaches every process of a terminal: it is for the parent to
        answer it, once."""
        with _interruptions_held():
            return super().submit(*args, **named)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        if kind is None:
            return super().__exit__(kind, error, trace)
        begun = [*self._processes.values()]
        self.shutdown(wait=False, cancel_futures=True)
        for worker in begun:
            worker.terminate()
        return None


def _begin(start: Callable[..., None] | None = None, *given: Any) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    if start:
        start(*given)


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


@contextlib.contextmanager
def _interruptions_held() -> Iterator[None]:
    """What begins here inherits it; on Windows a process cannot be begun so."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

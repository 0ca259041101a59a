"""Processes for work that can go side by side."""

import contextlib
import functools
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Make = Callable[..., Callable[[T], R]]
# So many processes share work with this one: each may come to hold some hundred megabytes.
MOST = 5
# A process has so many batches before it, to be done while nobody hears what came of the last.
AHEAD = 2
# Windows can wait for no more at once, and Python refuses to begin them.
WINDOWS = 61
# Seconds until what was given up is left to itself.
PATIENCE = 2.0


def workers(
    count: int, start: Callable[[], None] | None = None, copies: bool = False
) -> ProcessPoolExecutor:
    """A pool of fresh interpreters; of copies of this process where it stands alone, if they will
    do."""
    return _Pool(min(count, WINDOWS), _way() if copies else "spawn", start)


def here(work: Callable[..., R], *given: Any) -> R:
    """What comes of some work, done in this process."""
    return work(*given)


@contextlib.contextmanager
def elsewhere() -> Iterator[Callable[..., Any]]:
    """As `here`, in one other process, which begins when it is first asked and ends with the
    context: what an engine takes of memory, this process need not keep."""
    with contextlib.ExitStack() as stack:

        @functools.cache
        def pool() -> ProcessPoolExecutor:
            return stack.enter_context(workers(1, copies=True))

        yield lambda work, *given: pool().submit(work, *given).result()


def cores() -> int:
    """How many processes can work at once."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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
    what does a piece of it. The others begin now, with the first batches; this one begins with the
    last, when it is asked for what came of the pieces, in no order."""
    left = deque(batches)
    with contextlib.ExitStack() as stack:
        count = max(0, min(beside, len(left) - 1))
        helpers = [stack.enter_context(_helper(make, given)) for _ in range(count)]
        came: SimpleQueue[Any] = SimpleQueue()
        first = [(helper, left.popleft()) for helper in helpers]
        own = (left.pop(),) if helpers else ()
        feeders = [Thread(target=_feed, args=(*one, left, came), daemon=True) for one in first]
        for feeder in feeders:
            feeder.start()
        yield _met(make(*given), own, left, came, count)
        for feeder in feeders:
            feeder.join()


def _feed(helper: Any, batch: Any, left: deque[Any], came: "SimpleQueue[Any]") -> None:
    """Hands one batch after another to a process, and what came of them to this one."""
    line, end = helper
    try:
        line.send(batch)
        due = 1
        while due:
            while due < AHEAD and (more := _next(left.popleft)) is not None:
                line.send(more)
                due += 1
            came.put(_heard(line, end))
            due -= 1
        came.put(None)
    except (EOFError, OSError):
        came.put(((), BrokenExecutor("a process that shared the work has ended")))
    except Exception as error:
        came.put(((), error))


def _heard(line: Any, end: int) -> Any:
    """What the process tells. On Windows its own end of the line may still lie with this process,
    so that a line at which nobody is left would never be seen to end."""
    if line not in wait([line, end]):
        raise EOFError
    return line.recv()


def _next(take: Callable[[], Any]) -> Any:
    """Another batch; None where there is none."""
    try:
        return take()
    except IndexError:
        return None


def _met(
    hands: Callable[[T], R],
    own: Iterable[Sequence[T]],
    left: deque[Sequence[T]],
    came: "SimpleQueue[Any]",
    helpers: int,
) -> Iterator[R]:
    for batch in own:
        yield from map(hands, batch)
    while (batch := _next(left.pop if helpers else left.popleft)) is not None:
        yield from map(hands, batch)
    while helpers:
        told = came.get()
        if told is None:
            helpers -= 1
            continue
        made, error = told
        if error:
            raise error
        yield from made


@contextlib.contextmanager
def _helper(make: Make[Any, Any], given: tuple[Any, ...]) -> Iterator[Any]:
    """The line to another process, which ends with the context, whatever it does; and what tells
    that it has ended."""
    context: Any = get_context(_way())
    ours, theirs = context.Pipe()
    process = context.Process(target=_help, args=(theirs, make, given), daemon=True)
    with _interruptions_held():
        process.start()
    theirs.close()
    try:
        yield ours, process.sentinel
    finally:
        process.terminate()
        process.join()
        ours.close()


def _help(line: Any, make: Make[Any, Any], given: tuple[Any, ...]) -> None:
    _begin()
    hands = None
    with contextlib.suppress(EOFError):
        while True:
            batch = line.recv()
            try:
                hands = hands or make(*given)
                line.send(([*map(hands, batch)], None))
            except Exception as error:
                error.add_note(traceback.format_exc())
                line.send(((), error))


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
        begun: list[Any] = [*self._processes.values()]
        manager: Any = self._executor_manager_thread
        results: Any = self._result_queue
        self.shutdown(wait=False, cancel_futures=True)
        for worker in begun:
            worker.terminate()
        if manager:
            # It learns from the pool, which must be there until then, what nobody waits for now;
            # unless it waits for the rest of what a worker was about to tell.
            manager.join(PATIENCE)
            results._writer.close()
        return None


def _begin(start: Callable[..., None] | None = None, *given: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
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
    """What begins here inherits it: else it would answer Ctrl+C too, by a traceback, until it knows
    better."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetConsoleCtrlHandler(None, True)
        try:
            yield
        finally:
            ctypes.windll.kernel32.SetConsoleCtrlHandler(None, False)
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

"""Processes for work that can go side by side."""

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.context import SpawnContext, SpawnProcess
from types import TracebackType
from typing import Any


def workers(
    count: int, start: Callable[..., None] | None = None, given: tuple[Any, ...] = ()
) -> ProcessPoolExecutor:
    """A pool of fresh interpreters. Never forked: the chart engine's threads, alive in the parent,
    would leave a forked child waiting for ever for locks that nobody holds."""
    return _Pool(count, _Context(), initializer=start, initargs=given)


class _Worker(SpawnProcess):
    """Ctrl+C reaches every process of a terminal: it is for the parent to answer it, once."""

    def start(self) -> None:
        with _interruptions_held():
            super().start()


class _Context(SpawnContext):
    """Knows the processes that it has begun."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: list[_Worker] = []

    def Process(self, *args: Any, **named: Any) -> _Worker:  # type: ignore[override]  # noqa: N802 - the library's
        worker = _Worker(*args, **named)
        self.begun.append(worker)
        return worker


class _Pool(ProcessPoolExecutor):
    """When its work is given up, nobody waits for what is still being done."""

    def __init__(self, count: int, context: _Context, **named: Any) -> None:
        super().__init__(count, context, **named)
        self._context = context

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        if kind is not None:
            self.shutdown(wait=False, cancel_futures=True)
            for worker in self._context.begun:
                worker.terminate()
        return super().__exit__(kind, error, trace)


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

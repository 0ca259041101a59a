"""Processes for work that can go side by side."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any


def workers(
    count: int, start: Callable[..., None] | None = None, given: tuple[Any, ...] = ()
) -> ProcessPoolExecutor:
    """A pool of fresh interpreters. Never forked: the chart engine's threads, alive in the parent,
    would leave a forked child waiting for ever for locks that nobody holds."""
    return ProcessPoolExecutor(count, get_context("spawn"), initializer=start, initargs=given)

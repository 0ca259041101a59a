"""Ctrl+C in a terminal reaches the parent and its workers: one of them answers, and at once."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from songngu.workers_ import workers
from tests.support import CHECKOUT

BUSY = """
import time
from songngu.workers_ import workers

if __name__ == "__main__":
    try:
        with workers(2) as pool:
            print(sum(pool.map(abs, [-1, -2])), flush=True)
            list(pool.map(time.sleep, [60] * 8))
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""


def test_what_they_find_comes_back_in_order() -> None:
    with workers(2) as pool:
        assert list(pool.map(abs, [-3, 2, -1])) == [3, 2, 1]


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

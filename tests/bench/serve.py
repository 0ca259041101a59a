"""How long after a save under `serve` the browser has the page: the preview works in this process
as it does for an editor, and a reader asks for the edited article as soon as there is news of it.
"""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

from songngu.pipeline import Job
from songngu.serve.preview_ import Preview
from songngu.serve.watch_ import EVERY, marks
from tests.bench.issue import EDITED, ID, edit
from tests.bench.report import Line
from tests.bench.timing import Spread, Taken

ADDRESS = f"vi/{ID}/bai-003/"
LIMIT = 1.0


def measure(root: Path, pairs: int, rounds: int) -> Iterator[Line]:
    """`root` holds the made issue, whose pictures and fonts are kept."""
    preview = Preview(Job(root, root / "dist"), "vi", lambda shown: None)
    preview.turn()
    taken = Spread(tuple(Taken(_saved(preview, root, at)) for at in range(rounds)))
    yield Line("b", pairs, "`serve`: from the save to the page in the browser", str(taken), "", "",
               None, None, taken.seconds, LIMIT, rounds=rounds)  # fmt: skip


def _saved(preview: Preview, root: Path, number: int) -> float:
    """Seconds from one save to its page; the watch is counted as when it has just looked away."""
    added = "Thêm" + " nữa" * number + "."
    before = preview.board.now().number
    edit(root, added)
    began = time.perf_counter()
    marks(root)
    turn = threading.Thread(target=preview.turn, args=(frozenset({EDITED}),))
    turn.start()
    shown = preview.board.after(before)
    assert shown.live is not None
    body = shown.live.answer(ADDRESS).body.decode()
    took = EVERY + time.perf_counter() - began
    preview.board.looked()
    turn.join()
    assert added in body
    return took

"""`serve`: watches, reads, judges, shows, until it is stopped."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from songngu.messages import phrase
from songngu.model import Lang
from songngu.pipeline import Job
from songngu.serve.memory_ import Memory
from songngu.serve.rounds import Round, rounds
from songngu.serve.server_ import Board, listen
from songngu.serve.server_ import Shown as Shown
from songngu.serve.watch_ import changes
from songngu.site.live_ import Live, furnished, live

LOOK = 0.4
Tell = Callable[[Shown], None]


class Preview:
    """The publication on the board, put there anew after every save."""

    def __init__(self, job: Job, lang: Lang, tell: Tell) -> None:
        self.job, self.tell = job, tell
        self.board = Board(lang)
        self._memory = Memory()
        self._round: Round | None = None
        self._live: Live | None = None
        self._furniture = furnished(job.root, job.kept)
        self._problem = ""

    def turn(self, changed: frozenset[str] = frozenset()) -> None:
        """Once round: `changed` are the paths that were saved."""
        began = time.monotonic()
        if look := sorted(path for path in changed if path.startswith("theme/")):
            self._refurnish(look)
        for one in rounds(self.job, self._memory, self._round):
            if one.publication and (self._round is None or one.content != self._round.content):
                self._live = live(
                    self.job.root, self.job.kept, one.publication, self._furniture,
                    self.job.only, self._live,
                )  # fmt: skip
            self._round = one
            self.board.put(one, self._live, time.monotonic() - began, self._problem)
            self.tell(self.board.now())
            if not one.whole:
                # The reader's page first: the whole check would take the time that it needs.
                self.board.wait_for_look(LOOK)

    def _refurnish(self, saved: list[str]) -> None:
        """A theme that is being worked on may be broken for a while: the last good look stays."""
        try:
            self._furniture = furnished(self.job.root, self.job.kept)
            self._problem = ""
        except Exception as error:
            self._problem = phrase(
                "serve.theme", self.board.lang, saved=", ".join(saved), reason=error
            )


def serve(job: Job, lang: Lang, port: int, tell: Tell, ready: Callable[[str], None]) -> None:
    """Until it is interrupted. `ready` is told the address, `tell` each round."""
    preview = Preview(job, lang, tell)
    server = listen(preview.board, port)
    preview.turn()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ready(f"http://{server.server_address[0]!s}:{server.server_port}/")
    try:
        for changed in changes(Path(job.root)):
            preview.turn(changed)
    finally:
        server.shutdown()

"""What the terminal is told of a round: findings when they are new, and one line for each save."""

import time

from songngu.diagnostics import Diagnostic
from songngu.messages import phrase
from songngu.model import Lang
from songngu.report import as_text, summary
from songngu.serve.server_ import Shown


class Telling:
    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._last: tuple[Diagnostic, ...] = ()

    def __call__(self, shown: Shown) -> tuple[str, ...]:
        """Nothing before everything is checked."""
        found = shown.round.diagnostics
        if not shown.round.whole:
            return ()
        counts = summary(found, 0, shown.seconds)
        line = phrase("serve.round", self.lang, time=time.strftime("%H:%M:%S"), **counts)
        fresh = found and found != self._last
        self._last = found
        return (as_text(found, self.lang), line) if fresh else (line,)

"""`serve`: the preview, and what it says in the terminal."""

import argparse
import contextlib
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from songngu.cli.telling import OK, job_of, tell
from songngu.diagnostics import Diagnostic
from songngu.messages import phrase
from songngu.model import Lang
from songngu.report import summary

if TYPE_CHECKING:
    from songngu.serve.server_ import Shown


def serve(options: argparse.Namespace, lang: Lang) -> int:
    """Until Ctrl+C, which is how it ends well."""
    from songngu.serve.preview_ import serve as preview

    def ready(address: str) -> None:
        print(phrase("cli.serving", lang, address=address), file=sys.stderr)

    with contextlib.suppress(KeyboardInterrupt):
        preview(job_of(options), lang, options.port, _rounds(lang), ready)
    return OK


def _rounds(lang: Lang) -> Callable[["Shown"], None]:
    """Prints what is found, once everything is checked and if it is not what was said last."""
    last: list[tuple[Diagnostic, ...]] = []

    def round_told(shown: "Shown") -> None:
        found = shown.round.diagnostics
        if not shown.round.whole:
            return
        if [found] != last and found:
            tell(found, lang)
        last[:] = [found]
        counts = summary(found, 0, round(shown.seconds, 2))
        print(phrase("serve.round", lang, time=time.strftime("%H:%M:%S"), **counts), flush=True)

    return round_told

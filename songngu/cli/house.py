"""`serve`, `clean`, `test`, `bench`: the workshop itself."""

import argparse
import contextlib
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from songngu.cli.telling import MACHINE, OK, USAGE, fail, job_of, tell
from songngu.diagnostics import Diagnostic
from songngu.messages import phrase
from songngu.model import Lang
from songngu.output_ import remove
from songngu.report import summary

if TYPE_CHECKING:
    from songngu.serve.server_ import Shown

CHECKOUT = Path(__file__).resolve().parents[2]


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


def clean(options: argparse.Namespace, lang: Lang) -> int:
    import shutil

    job = job_of(options)
    units = [
        *(job.out / name for name in ("site", "proof", "draft/site")),
        *(path for name in ("print", "draft/print") for path in sorted((job.out / name).glob("*"))),
    ]
    removed = [path for path in units if remove(path)]
    kept = job.root / ".songngu/cache"
    if kept.is_dir():
        shutil.rmtree(kept)
        removed.append(kept)
    for path in removed:
        print(phrase("cli.cleaned", lang, path=path))
    if not removed:
        print(phrase("cli.nothing-to-clean", lang))
    return OK


def test(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.selftest_ import audit, lacks, run

    if not (CHECKOUT / "tests").is_dir():
        return fail(lang, USAGE, "cli.only-checkout")
    say = partial(fail, lang, OK)
    if not options.audit:
        return run(CHECKOUT, options.rest, say)
    if missing := lacks():
        return fail(lang, MACHINE, "test.audit-needs", what=", ".join(missing))
    return audit(CHECKOUT, say)


def bench(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.selftest_ import measure

    if not (CHECKOUT / "tests").is_dir():
        return fail(lang, USAGE, "cli.only-checkout")
    return measure(CHECKOUT, options.rest)

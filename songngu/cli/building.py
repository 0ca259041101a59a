"""`all`, `site`, `print`, `proof`, `preflight`: what ends in files for readers and printers."""

import argparse
import sys
from collections.abc import Callable

from songngu import pipeline
from songngu.cli.checking import examined, pair_of
from songngu.cli.telling import EDITORIAL, OK, PREFLIGHT, USAGE, fail, job_of, tell
from songngu.console_ import ProgressBar
from songngu.messages import phrase
from songngu.model import Lang
from songngu.output_ import one_build
from songngu.pipeline import Built, ImprintRefused, Job, Reading
from songngu.report import as_annotations
from songngu.timings_ import last_time, remember


def build(options: argparse.Namespace, lang: Lang) -> int:
    """`all`, `site`, `print`: check first, then what was asked."""
    # The site offers the screen editions, so the book comes first.
    wanted = ("print", "site") if options.verb == "all" else (options.verb,)
    steps = 1 + 5 * ("site" in wanted) + 9 * ("print" in wanted)
    root = options.root.resolve()
    # In one language as in the other: what is left is told by the words of the steps.
    timed = f"{options.verb} {lang}"
    progress = ProgressBar(lang, steps, before=last_time(root, timed))
    job = job_of(options, progress)
    if "print" in wanted and not pipeline.is_package(job.order.since):
        return fail(lang, USAGE, "cli.no-package", path=job.order.since)
    with one_build(job.root):
        # The site holds every issue, so every issue must stand; the press one only.
        reading = examined(options, lang, job, every="site" in wanted)
        if reading.stopped:
            return fail(lang, EDITORIAL, "cli.stopped", out=job.out)
        reading = reading if job.draft else pipeline.published(reading)
        if not pipeline.enough(reading, wanted):
            return fail(lang, EDITORIAL, "cli.nothing-cleared", out=job.out)
        for part in wanted:
            try:
                built = _BUILDERS[part](job, reading)
            except ImprintRefused as refused:
                if options.format == "github":
                    print(as_annotations(refused.diagnostics, "vi"))
                else:
                    tell(refused.diagnostics, lang)
                return fail(lang, EDITORIAL, "cli.stopped", out=job.out)
            progress.end()
            where = job.place / part if part == "site" else job.place / part / _id(reading)
            if built.uneven:
                told = phrase("cli.copyfit", lang, rows=built.uneven, path=where / "copyfit.html")
                print(told, file=sys.stderr)
            for issue in built.outdated:
                print(phrase("cli.outdated", lang, issue=issue), file=sys.stderr)
            print(phrase(f"cli.{part}-done", lang, path=where, pages=built.pages))
        pipeline.tidy(job)
        remember(root, timed, progress.took)
    if options.profile:
        print(progress.table(), file=sys.stderr)
    return OK


_BUILDERS: dict[str, Callable[[Job, Reading], Built]] = {
    "site": pipeline.build_site,
    "print": pipeline.build_print,
}


def _id(reading: Reading) -> str:
    assert reading.issue is not None
    return reading.issue.id


def proof(options: argparse.Namespace, lang: Lang) -> int:
    job = job_of(options, ProgressBar(lang, steps=3))
    reading = pipeline.examine(job)
    pair = pair_of(options.pair, reading, lang)
    if isinstance(pair, int):
        return pair
    if options.for_approval:
        path, code = pipeline.build_approval(job, reading, pair, options.role)
        print(phrase("cli.approval-done", lang, path=path, code=code))
    else:
        path = pipeline.build_proof(job, reading, pair)
        print(phrase("cli.proof-done", lang, path=path))
    return OK


def preflight(options: argparse.Namespace, lang: Lang) -> int:
    if not options.file.is_file():
        return fail(lang, USAGE, "preflight.no-file", path=options.file)
    root = options.root.resolve()
    said, passed, unusable = pipeline.preflight(
        options.file, root, options.profile, options.format, lang
    )
    print(said)
    if unusable:
        return USAGE
    return OK if passed else PREFLIGHT

"""`check`, and what every build begins with: read, check, print what was found, once."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from songngu import pipeline
from songngu.cli.telling import EDITORIAL, OK, USAGE, fail, job_of, tell
from songngu.diagnostics import Diagnostic, Severity, has_errors
from songngu.messages import phrase
from songngu.model import LANGS, Issue, Lang, Pair
from songngu.pipeline import Job, Reading
from songngu.report import as_annotations, as_job_summary, as_json, summary, totals


def check(options: argparse.Namespace, lang: Lang) -> int:
    job = job_of(options)
    for path in options.paths:
        if not path.exists():
            return fail(lang, USAGE, "cli.no-path", path=path)
        if not path.resolve().is_relative_to(job.root):
            return fail(lang, USAGE, "cli.path-outside", path=path, root=job.root)
    if options.fix or options.diff:
        _mend(options, lang, job)
    if options.diff:
        return OK
    reading = examined(options, lang, job, every=True)
    return EDITORIAL if reading.stopped else OK


def _mend(options: argparse.Namespace, lang: Lang, job: Job) -> None:
    """Put right what is sure; with --diff only show it. What is left is told by the check."""
    reading = pipeline.examine(job, every_issue=options.issue is None)
    mended = tuple(pipeline.mend(job, reading, options.paths, write=not options.diff))
    if not mended:
        print(phrase("cli.fix-nothing", lang), file=sys.stderr)
    for one in mended:
        if options.diff:
            print(one.diff)
        else:
            print(phrase("cli.fix-done", lang, path=one.path), file=sys.stderr)


def examined(options: argparse.Namespace, lang: Lang, job: Job, every: bool) -> Reading:
    """Read and check; print what was found, once."""
    began = time.monotonic()
    reading = pipeline.examine(job, every_issue=every and options.issue is None)
    if options.strict:
        reading = replace(reading, diagnostics=tuple(map(_strict, reading.diagnostics)))
    shown = _within(reading.diagnostics, getattr(options, "paths", ()), job.root)
    pairs = len(reading.issue.pairs) if reading.issue else 0
    counts = summary(shown, pairs, time.monotonic() - began) | {"ignored": len(reading.ignored)}
    if options.format == "json" and options.verb == "check":
        print(as_json(shown, lang, counts))
    elif options.format == "github":
        if shown:
            print(as_annotations(shown, "vi"))
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(path).open("a", encoding="utf-8", newline="\n") as handle:
                handle.write(as_job_summary(shown, counts))
    else:
        if shown:
            tell(shown, lang)
        stream = sys.stdout if options.verb == "check" else sys.stderr
        print("\n".join(totals(counts, lang)), file=stream)
    return replace(reading, diagnostics=shown) if options.verb == "check" else reading


def _strict(found: Diagnostic) -> Diagnostic:
    return replace(found, severity=Severity.ERROR) if found.severity is Severity.WARNING else found


def _within(
    diagnostics: tuple[Diagnostic, ...], paths: Sequence[Path], root: Path
) -> tuple[Diagnostic, ...]:
    """Only what concerns these files or folders; everything when none are named."""
    if not paths:
        return diagnostics
    wanted = [path.resolve() for path in paths]
    return tuple(
        one
        for one in diagnostics
        if any((root / one.place.path).resolve().is_relative_to(path) for path in wanted)
    )


def _pair_id(name: str, issue: Issue) -> str:
    """The id that is meant: with .md, or as the path of either file, it is the same article."""
    slashed = name.replace("\\", "/").removesuffix(".md")
    for lang in LANGS:
        _, below, rest = f"/{slashed}".partition(f"/content/{lang}/{issue.id}/")
        if below:
            return rest
    return slashed


def pair_of(name: str, reading: Reading, lang: Lang) -> Pair | int:
    """The complete pair of that name; an exit code when it is not there or has errors."""
    import difflib

    if reading.issue is None or reading.profile is None:
        tell(reading.diagnostics, lang)
        return EDITORIAL
    known = {pair.id: pair for pair in reading.issue.pairs if pair.complete}
    name = _pair_id(name, reading.issue)
    if name not in known:
        near = difflib.get_close_matches(name, known, 3, 0.3)
        return fail(lang, USAGE, "cli.no-pair", pair=name, meant=", ".join(near) or "—")
    own = reading.own(name)
    if own:
        tell(own, lang)
    return EDITORIAL if has_errors(own) else known[name]

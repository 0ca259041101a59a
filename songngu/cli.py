"""The verbs: what is asked, what is printed, with which code it ends. The only room that prints.

Exit codes: 0 done, 2 wrong usage, 3 editorial errors, 4 preflight errors, 5 the machine,
130 interrupted, 1 a fault of ours.
"""

import argparse
import contextlib
import os
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from songngu import __version__, pipeline
from songngu.arguments import UsageError, asked, parse
from songngu.console_ import Progress, forgive_encodings, language
from songngu.diagnostics import Diagnostic, Severity, has_errors
from songngu.messages import phrase
from songngu.model import Lang, Pair, PressOrder
from songngu.output_ import MachineError, disk_error, one_build, remove
from songngu.pipeline import Built, ImprintRefused, Job, PressRefused, Reading
from songngu.report import as_annotations, as_job_summary, as_json, as_text, summary, totals

if TYPE_CHECKING:
    from songngu.serve.server_ import Shown

OK, FAULT, USAGE, EDITORIAL, PREFLIGHT, MACHINE, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130


def console() -> NoReturn:
    """The console command `songngu`."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one verb and return its exit code."""
    forgive_encodings()
    lang = language(asked(arguments, "--lang"))
    try:
        options = parse(arguments, lang)
        code = RUN[options.verb](options, lang)
        sys.stdout.flush()
        return code
    except UsageError as error:
        return _fail(lang, USAGE, "cli.usage-error", reason=error)
    except MachineError as error:
        return _fail(lang, MACHINE, error.key, **error.values)
    except PressRefused as refused:
        print(as_text(refused.diagnostics, lang))
        return _fail(lang, PREFLIGHT, "cli.press-refused", path=refused.folder)
    except KeyboardInterrupt:
        return _fail(lang, INTERRUPTED, "cli.interrupted")
    except BrokenPipeError:
        # The reader went away: what is left unsaid must not fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        told = disk_error(error, Path())
        return _fail(lang, MACHINE, told.key, **told.values)
    except Exception:
        return _fail(lang, FAULT, "cli.fault", path=_fault_report())


def _fail(lang: Lang, code: int, key: str, /, **values: object) -> int:
    print(phrase(key, lang, **values), file=sys.stderr)
    return code


def _fault_report() -> Path:
    """The traceback goes to a file: an editor never meets it."""
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="songngu-"))
    path = folder / "report.txt"
    told = f"songngu {__version__}, Python {sys.version}\n{sys.argv}\n\n{traceback.format_exc()}"
    path.write_text(told, "utf-8", errors="backslashreplace")
    return path


def _job(options: argparse.Namespace, report: pipeline.Report) -> Job:
    root = options.root.resolve()
    return Job(
        root=root,
        out=(options.out or root / "dist").resolve(),
        issue=options.issue,
        only=options.only,
        cache=not options.no_cache,
        report=report,
        order=PressOrder(
            getattr(options, "round", 1),
            getattr(options, "since", ""),
            getattr(options, "for_licence", False),
        ),
        draft=getattr(options, "draft", False),
    )


# --- the verbs --------------------------------------------------------------------------------


def _examined(options: argparse.Namespace, lang: Lang, job: Job, every: bool) -> Reading:
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
            with Path(path).open("a", encoding="utf-8") as handle:
                handle.write(as_job_summary(shown, counts))
    else:
        if shown:
            print(as_text(shown, lang))
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


def _check(options: argparse.Namespace, lang: Lang) -> int:
    job = _job(options, lambda key, about: None)
    for path in options.paths:
        if not path.exists():
            return _fail(lang, USAGE, "cli.no-path", path=path)
    if options.fix or options.diff:
        _mend(options, lang, job)
    if options.diff:
        return OK
    reading = _examined(options, lang, job, every=True)
    return EDITORIAL if reading.stopped else OK


def _mend(options: argparse.Namespace, lang: Lang, job: Job) -> None:
    """Put right what is sure; with --diff only show it. What is left is told by the check."""
    reading = pipeline.examine(job, every_issue=options.issue is None)
    for one in pipeline.mend(job, reading, options.paths, write=not options.diff):
        if options.diff:
            print(one.diff)
        else:
            print(phrase("cli.fix-done", lang, path=one.path), file=sys.stderr)


def _build(options: argparse.Namespace, lang: Lang) -> int:
    """`all`, `site`, `print`: check first, then what was asked."""
    # The site offers the screen editions, so the book comes first.
    wanted = ("print", "site") if options.verb == "all" else (options.verb,)
    progress = Progress(lang, steps=1 + 3 * ("site" in wanted) + 9 * ("print" in wanted))
    job = _job(options, progress)
    if "print" in wanted and not pipeline.is_package(job.order.since):
        return _fail(lang, USAGE, "cli.no-package", path=job.order.since)
    with one_build(job.root):
        # The site holds every issue, so every issue must stand; the press one only.
        reading = _examined(options, lang, job, every="site" in wanted)
        if reading.stopped:
            return _fail(lang, EDITORIAL, "cli.stopped", out=job.out)
        reading = reading if job.draft else pipeline.published(reading)
        if not pipeline.enough(reading, wanted):
            return _fail(lang, EDITORIAL, "cli.nothing-cleared", out=job.out)
        for part in wanted:
            try:
                built = _BUILDERS[part](job, reading)
            except ImprintRefused as refused:
                annotated = options.format == "github"
                found = refused.diagnostics
                print(as_annotations(found, "vi") if annotated else as_text(found, lang))
                return _fail(lang, EDITORIAL, "cli.stopped", out=job.out)
            progress.end()
            where = job.place / part if part == "site" else job.place / part / _id(reading)
            if built.uneven:
                told = phrase("cli.copyfit", lang, rows=built.uneven, path=where / "copyfit.html")
                print(told, file=sys.stderr)
            print(phrase(f"cli.{part}-done", lang, path=where, pages=built.pages))
        pipeline.tidy(job)
    return OK


_BUILDERS: dict[str, Callable[[Job, Reading], Built]] = {
    "site": pipeline.build_site,
    "print": pipeline.build_print,
}


def _id(reading: Reading) -> str:
    assert reading.issue is not None
    return reading.issue.id


def _pair(name: str, reading: Reading, lang: Lang) -> Pair | int:
    """The complete pair of that name; an exit code when it is not there or has errors."""
    import difflib

    if reading.issue is None or reading.profile is None:
        print(as_text(reading.diagnostics, lang))
        return EDITORIAL
    known = {pair.id: pair for pair in reading.issue.pairs if pair.complete}
    name = name.removesuffix(".md")
    if name not in known:
        near = difflib.get_close_matches(name, known, 3, 0.3)
        return _fail(lang, USAGE, "cli.no-pair", pair=name, meant=", ".join(near) or "—")
    own = reading.own(name)
    if own:
        print(as_text(own, lang))
    return EDITORIAL if has_errors(own) else known[name]


def _proof(options: argparse.Namespace, lang: Lang) -> int:
    job = _job(options, Progress(lang, steps=3))
    reading = pipeline.examine(job)
    pair = _pair(options.pair, reading, lang)
    if isinstance(pair, int):
        return pair
    if options.for_approval:
        path, code = pipeline.build_approval(job, reading, pair, options.role)
        print(phrase("cli.approval-done", lang, path=path, code=code))
    else:
        path = pipeline.build_proof(job, reading, pair)
        print(phrase("cli.proof-done", lang, path=path))
    return OK


def _status(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.desk import status

    reading = pipeline.examine(_job(options, lambda key, about: None))
    if reading.issue is None:
        print(as_text(reading.diagnostics, lang))
        return EDITORIAL
    if options.format == "json":
        print(status.as_json(reading.issue, reading.standings))
        return OK
    print(status.as_table(reading.standings, lang, colours=sys.stdout.isatty()))
    print("\n" + phrase("cli.status-done", lang, **status.summary(reading.standings)))
    return OK


def _clear(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.desk.clear import Asked
    from songngu.desk.signing_ import today

    signer = " ".join(options.by.split())
    if not signer:
        return _fail(lang, USAGE, "cli.clear-no-name")
    job = _job(options, lambda key, about: None)
    reading = pipeline.examine(job)
    pair = _pair(options.pair, reading, lang)
    if isinstance(pair, int):
        return pair
    asked = Asked(options.role, signer, options.date or today(), options.as_printed)
    answer = pipeline.sign(job, reading, pair, asked)
    if answer.refused:
        return _fail(lang, EDITORIAL, answer.key, **answer.values)
    print(phrase(answer.key, lang, kind=phrase(f"word.{options.role}", lang), **answer.values))
    return OK


def _preflight(options: argparse.Namespace, lang: Lang) -> int:
    if not options.file.is_file():
        return _fail(lang, USAGE, "preflight.no-file", path=options.file)
    root = options.root.resolve()
    said, passed, unusable = pipeline.preflight(
        options.file, root, options.profile, options.format, lang
    )
    print(said)
    if unusable:
        return USAGE
    return OK if passed else PREFLIGHT


def _new(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.desk.new import scaffold
    from songngu.source.slugs import slug

    job = _job(options, lambda key, about: None)
    reading = pipeline.examine(job)
    if reading.issue is None:
        print(as_text(reading.diagnostics, lang))
        return EDITORIAL
    sections = [section.id for section in reading.issue.sections]
    section = options.section or sections[0]
    if section not in sections:
        known = ", ".join(sections)
        return _fail(lang, USAGE, "cli.no-section", section=section, known=known)
    name = slug(options.slug)
    if not name:
        return _fail(lang, USAGE, "cli.bad-slug", slug=options.slug)
    files = scaffold(options.kind, name, section, reading.issue)
    for path in files:
        if (job.root / path).exists():
            return _fail(lang, USAGE, "cli.new-exists", path=path)
    for path, text in files.items():
        (job.root / path).parent.mkdir(parents=True, exist_ok=True)
        with (job.root / path).open("x", encoding="utf-8", newline="\n") as handle:
            handle.write(text)
        print(phrase("cli.new-done", lang, path=path))
    return OK


def _serve(options: argparse.Namespace, lang: Lang) -> int:
    """Until Ctrl+C, which is how it ends well."""
    from songngu.serve.preview_ import serve

    def ready(address: str) -> None:
        print(phrase("cli.serving", lang, address=address), file=sys.stderr)

    with contextlib.suppress(KeyboardInterrupt):
        serve(_job(options, lambda key, about: None), lang, options.port, _rounds(lang), ready)
    return OK


def _rounds(lang: Lang) -> Callable[["Shown"], None]:
    """Prints what is found, once everything is checked and if it is not what was said last."""
    last: list[tuple[Diagnostic, ...]] = []

    def tell(shown: "Shown") -> None:
        found = shown.round.diagnostics
        if not shown.round.whole:
            return
        if [found] != last and found:
            print(as_text(found, lang), flush=True)
        last[:] = [found]
        counts = summary(found, 0, round(shown.seconds, 2))
        print(phrase("serve.round", lang, time=time.strftime("%H:%M:%S"), **counts), flush=True)

    return tell


def _clean(options: argparse.Namespace, lang: Lang) -> int:
    import shutil

    job = _job(options, lambda key, about: None)
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


def _test(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.selftest_ import audit, lacks, run

    checkout = Path(__file__).resolve().parent.parent
    if not (checkout / "tests").is_dir():
        return _fail(lang, USAGE, "cli.only-checkout")
    say = partial(_fail, lang, OK)
    if not options.audit:
        return run(checkout, options.rest, say)
    if missing := lacks():
        return _fail(lang, MACHINE, "test.audit-needs", what=", ".join(missing))
    return audit(checkout, say)


def _bench(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.selftest_ import measure

    checkout = Path(__file__).resolve().parent.parent
    if not (checkout / "tests").is_dir():
        return _fail(lang, USAGE, "cli.only-checkout")
    return measure(checkout, options.rest)


RUN: dict[str, Callable[[argparse.Namespace, Lang], int]] = {
    "all": _build,
    "check": _check,
    "site": _build,
    "print": _build,
    "preflight": _preflight,
    "proof": _proof,
    "serve": _serve,
    "new": _new,
    "status": _status,
    "clear": _clear,
    "test": _test,
    "bench": _bench,
    "clean": _clean,
}

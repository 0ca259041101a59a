"""The verbs: what is asked, what is printed, with which code it ends. The only room that prints.

Exit codes: 0 done, 2 wrong usage, 3 editorial errors, 4 preflight errors, 5 the machine,
130 interrupted, 1 a fault of ours.
"""

import argparse
import os
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from songngu import __version__, pipeline
from songngu.console_ import Progress, forgive_encodings, language
from songngu.diagnostics import Diagnostic, Severity, has_errors
from songngu.messages import phrase
from songngu.model import LANGS, Lang
from songngu.output_ import MachineError, disk_error, one_build, remove
from songngu.pipeline import Job, Reading
from songngu.report import as_annotations, as_job_summary, as_json, as_text, summary

OK, FAULT, USAGE, EDITORIAL, PREFLIGHT, MACHINE, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130


class _UsageError(Exception):
    pass


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _UsageError(message)


def console() -> NoReturn:
    """The console command `songngu`."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one verb and return its exit code."""
    forgive_encodings()
    arguments = list(arguments)
    lang = language(_asked(arguments, "--lang"))
    try:
        options = _parser(lang).parse_args(_with_verb(arguments))
        return VERBS[options.verb](options, lang)
    except _UsageError as error:
        return _fail(lang, USAGE, "cli.usage-error", reason=error)
    except MachineError as error:
        return _fail(lang, MACHINE, error.key, **error.values)
    except KeyboardInterrupt:
        return _fail(lang, INTERRUPTED, "cli.interrupted")
    except BrokenPipeError:
        return OK
    except OSError as error:
        told = disk_error(error, Path())
        return _fail(lang, MACHINE, told.key, **told.values)
    except Exception:
        return _fail(lang, FAULT, "cli.fault", path=_fault_report())


def _fail(lang: Lang, code: int, key: str, **values: object) -> int:
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


# --- what is asked ----------------------------------------------------------------------------


def _asked(arguments: Sequence[str], option: str) -> str | None:
    for at, word in enumerate(arguments):
        if word == option:
            return next(iter(arguments[at + 1 : at + 2]), None)
        if word.startswith(option + "="):
            return word.partition("=")[2]
    return None


def _with_verb(arguments: list[str]) -> list[str]:
    """`all` is the verb when none is given; options may stand before the verb."""
    if any(word in ("-h", "--help", "--version") for word in arguments[:1]):
        return arguments
    verbs = [word for word in arguments if word in VERBS]
    if not verbs:
        return ["all", *arguments]
    at = arguments.index(verbs[0])
    return [verbs[0], *arguments[:at], *arguments[at + 1 :]]


def _parser(lang: Lang) -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument("--root", type=Path, default=Path())
    common.add_argument("--out", type=Path)
    common.add_argument("--issue")
    common.add_argument("--lang", choices=LANGS)
    common.add_argument("--only", choices=LANGS)
    common.add_argument("--no-cache", action="store_true")
    parser = _Parser(prog="build.py", description=phrase("cli.description", lang))
    parser.add_argument("--version", action="version", version=f"songngu {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    made = {
        name: verbs.add_parser(name, parents=[common], help=phrase(f"verb.{name}", lang))
        for name in VERBS
    }
    for name in ("all", "check", "site", "print"):
        made[name].add_argument("--format", choices=("text", "json", "github"), default="text")
        made[name].add_argument("--strict", action="store_true")
    made["check"].add_argument("paths", nargs="*", type=Path, metavar="PATH")
    made["proof"].add_argument("pair", metavar="PAIR")
    made["new"].add_argument("kind", choices=("article", "interview", "statistics"))
    made["new"].add_argument("slug", metavar="SLUG")
    made["new"].add_argument("--section")
    made["test"].add_argument("rest", nargs="*", metavar="-- ARGS")
    return parser


def _job(options: argparse.Namespace, report: pipeline.Report) -> Job:
    root = options.root.resolve()
    return Job(
        root=root,
        out=(options.out or root / "dist").resolve(),
        issue=options.issue,
        only=options.only,
        cache=not options.no_cache,
        report=report,
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
    counts = summary(shown, pairs, time.monotonic() - began)
    if options.format == "json" and options.verb == "check":
        print(as_json(shown, lang, counts))
    elif options.format == "github":
        print(as_annotations(shown, "vi"))
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(path).open("a", encoding="utf-8") as handle:
                handle.write(as_job_summary(shown, counts))
    else:
        if shown:
            print(as_text(shown, lang))
        stream = sys.stdout if options.verb == "check" else sys.stderr
        print(phrase("cli.summary", lang, **counts), file=stream)
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
    reading = _examined(options, lang, job, every=True)
    return EDITORIAL if reading.stopped else OK


def _build(options: argparse.Namespace, lang: Lang) -> int:
    """`all`, `site`, `print`: check first, then what was asked."""
    wanted = ("site", "print") if options.verb == "all" else (options.verb,)
    progress = Progress(lang, steps=1 + 3 * ("site" in wanted) + 6 * ("print" in wanted))
    job = _job(options, progress)
    with one_build(job.root):
        # The site holds every issue, so every issue must stand; the press one only.
        reading = _examined(options, lang, job, every="site" in wanted)
        if reading.stopped:
            return _fail(lang, EDITORIAL, "cli.stopped", out=job.out)
        for part in wanted:
            count = _BUILDERS[part](job, reading)
            progress.end()
            where = job.out / part if part == "site" else job.out / part / _id(reading)
            print(phrase(f"cli.{part}-done", lang, path=where, pages=count))
    return OK


_BUILDERS: dict[str, Callable[[Job, Reading], int]] = {
    "site": pipeline.build_site,
    "print": pipeline.build_print,
}


def _id(reading: Reading) -> str:
    assert reading.issue is not None
    return reading.issue.id


def _proof(options: argparse.Namespace, lang: Lang) -> int:
    import difflib

    job = _job(options, Progress(lang, steps=3))
    reading = pipeline.examine(job)
    if reading.issue is None or reading.profile is None:
        print(as_text(reading.diagnostics, lang))
        return EDITORIAL
    known = {pair.id: pair for pair in reading.issue.pairs if pair.complete}
    name = options.pair.removesuffix(".md")
    if name not in known:
        near = difflib.get_close_matches(name, known, 3, 0.3)
        return _fail(lang, USAGE, "cli.no-pair", pair=name, meant=", ".join(near) or "—")
    own = tuple(one for one in reading.diagnostics if one.pair == name)
    if own:
        print(as_text(own, lang))
    if has_errors(own):
        return EDITORIAL
    path = pipeline.build_proof(job, reading, known[name])
    print(phrase("cli.proof-done", lang, path=path))
    return OK


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
    from songngu.serve_ import serve

    job = _job(options, lambda key, about: None)
    print(phrase("cli.serving", lang), file=sys.stderr)
    return serve(job.root, job.only)


def _clean(options: argparse.Namespace, lang: Lang) -> int:
    import shutil

    job = _job(options, lambda key, about: None)
    units = [job.out / "site", *sorted((job.out / "print").glob("*"))]
    removed = [path for path in units if remove(path)]
    for folder in (job.out / "proof", job.root / ".songngu/cache"):
        if folder.is_dir():
            shutil.rmtree(folder)
            removed.append(folder)
    for path in removed:
        print(phrase("cli.cleaned", lang, path=path))
    if not removed:
        print(phrase("cli.nothing-to-clean", lang))
    return OK


def _test(options: argparse.Namespace, lang: Lang) -> int:
    from songngu.selftest_ import run

    checkout = Path(__file__).resolve().parent.parent
    if not (checkout / "tests").is_dir():
        return _fail(lang, USAGE, "cli.only-checkout")
    return run(checkout, options.rest, lambda key, **values: _fail(lang, 0, key, **values))


VERBS: dict[str, Callable[[argparse.Namespace, Lang], int]] = {
    "all": _build,
    "check": _check,
    "site": _build,
    "print": _build,
    "proof": _proof,
    "serve": _serve,
    "new": _new,
    "test": _test,
    "clean": _clean,
}

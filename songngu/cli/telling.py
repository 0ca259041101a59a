"""Exit codes, the job that the words ask for, and how a verb that cannot go on says so."""

import argparse
import shutil
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from songngu import __version__
from songngu.arguments import UsageError
from songngu.diagnostics import Diagnostic
from songngu.messages import phrase
from songngu.model import Lang, Layout, PressOrder
from songngu.pipeline import Job
from songngu.progress import SILENT, Progress
from songngu.report import as_text

OK, FAULT, USAGE, EDITORIAL, PREFLIGHT, MACHINE, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130


def fail(lang: Lang, code: int, key: str, /, **values: object) -> int:
    print(phrase(key, lang, **values), file=sys.stderr)
    return code


def tell(found: Sequence[Diagnostic], lang: Lang) -> None:
    """Print what was found; whoever reads it on a screen has lines of the screen's width."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    print(as_text(found, lang, width), flush=True)


def fault_report() -> Path:
    """The traceback goes to a file: an editor never meets it."""
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="songngu-"))
    path = folder / "report.txt"
    told = f"songngu {__version__}, Python {sys.version}\n{sys.argv}\n\n{traceback.format_exc()}"
    try:
        path.write_text(told, "utf-8", errors="backslashreplace", newline="\n")
    except OSError:  # the disk is full as well: it must be told somewhere
        print(told, file=sys.stderr)
    return path


def _refuse_places(root: Path, out: Path) -> None:
    """A slip of the pen in --root or --out is told before any work."""
    if not root.is_dir():
        raise UsageError("root", found=str(root))
    if not (root / "content").is_dir():
        raise UsageError("no-content", found=str(root))
    there = next(path for path in (out, *out.parents) if path.exists())
    if not there.is_dir():
        raise UsageError("out", found=str(there))


def job_of(options: argparse.Namespace, progress: Progress = SILENT) -> Job:
    root = options.root.resolve()
    _refuse_places(root, (options.out or root).resolve())
    layout = getattr(options, "layout", None)
    return Job(
        root=root,
        out=(options.out or root / "dist").resolve(),
        issue=options.issue,
        only=getattr(options, "only", None),
        cache=not options.no_cache,
        progress=progress,
        order=PressOrder(
            getattr(options, "round", 1),
            getattr(options, "since", ""),
            getattr(options, "for_licence", False),
            Layout(layout) if layout else None,
        ),
        draft=getattr(options, "draft", False),
    )

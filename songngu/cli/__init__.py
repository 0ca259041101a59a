"""The verbs: what is asked, what is printed, with which code it ends. The only room that prints.

Exit codes: 0 done, 2 wrong usage, 3 editorial errors, 4 preflight errors, 5 the machine,
130 interrupted, 1 a fault of ours.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import NoReturn

from songngu.arguments import UsageError, asked, parse
from songngu.cli.building import build, preflight, proof
from songngu.cli.checking import check
from songngu.cli.desk import clear, new, status
from songngu.cli.maintenance import bench, clean, test
from songngu.cli.serving import serve
from songngu.cli.telling import (
    EDITORIAL,
    FAULT,
    INTERRUPTED,
    MACHINE,
    OK,
    PREFLIGHT,
    USAGE,
    fail,
    fault_report,
    tell,
)
from songngu.console_ import forgive_encodings, is_hangup, language, speak_to_machines
from songngu.messages import phrase
from songngu.model import Lang
from songngu.output_ import MachineError, disk_error
from songngu.pipeline import PressRefused


def console() -> NoReturn:
    """The console command `songngu`."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one verb and return its exit code."""
    forgive_encodings()
    lang = language(asked(arguments, "--lang"))
    try:
        options = parse(arguments, lang)
        if getattr(options, "format", "text") != "text":
            speak_to_machines()
        code = RUN[options.verb](options, lang)
        sys.stdout.flush()
        return code
    except UsageError as error:
        why = phrase(f"usage.{error.detail}", lang, **error.values)
        return fail(lang, USAGE, "cli.usage-error", reason=why)
    except MachineError as error:
        return fail(lang, MACHINE, error.key, **error.values)
    except PressRefused as refused:
        tell(refused.diagnostics, lang)
        return fail(lang, PREFLIGHT, "cli.press-refused", path=refused.folder)
    except KeyboardInterrupt:
        return fail(lang, INTERRUPTED, "cli.interrupted")
    except BrokenExecutor:
        return fail(lang, MACHINE, "machine.worker")
    except OSError as error:
        if is_hangup(error):
            # What is left unsaid must not fail again when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return OK
        told = disk_error(error, Path.cwd())
        return fail(lang, MACHINE, told.key, **told.values)
    except Exception:
        return fail(lang, FAULT, "cli.fault", path=fault_report())


RUN: dict[str, Callable[[argparse.Namespace, Lang], int]] = {
    "all": build,
    "check": check,
    "site": build,
    "print": build,
    "preflight": preflight,
    "proof": proof,
    "serve": serve,
    "new": new,
    "status": status,
    "clear": clear,
    "test": test,
    "bench": bench,
    "clean": clean,
}

__all__ = [
    "EDITORIAL",
    "FAULT",
    "INTERRUPTED",
    "MACHINE",
    "OK",
    "PREFLIGHT",
    "USAGE",
    "console",
    "main",
]

"""What the machine, or whoever calls, can do wrong: one row for each, held by a test.

A test says `holds(done, "disk-full")` of a command that has ended; test_listing.py sees to it that
every row is held somewhere.
"""

import re
import subprocess
from dataclasses import dataclass

from songngu.messages import sentences


@dataclass(frozen=True)
class Fault:
    """What happens, to which verbs, the exit code, and the key of the sentence on stderr; `so` says
    what becomes of dist/ besides, or of a build that goes on."""

    what: str
    verbs: str
    exit: int
    key: str = ""
    so: str = ""


LAST = "the last good unit stays"
FAULTS: dict[str, Fault] = {
    "disk-full": Fault("the disk is full", "site", 5, "machine.disk", LAST),
    "file-too-large": Fault("no room for a file", "site, print", 5, "machine.disk", LAST),
    "read-only": Fault("a root that may only be read", "site, print, proof, clear, new", 5,
                       "machine.disk", LAST),
    "no-cache": Fault("a cache that cannot be written", "check", 0, so="the check goes on without"),
    "no-cache-to-build": Fault("the same, while pictures are made", "print", 5,
                               "machine.disk", LAST),
    "foreign-folder": Fault("somebody's folder in the place of a unit", "site", 5,
                            "machine.not-ours", "it is not touched"),
    "foreign-clean": Fault("somebody's folder where a unit would be", "clean", 5,
                           "machine.not-ours", "it is not touched"),
    "busy": Fault("another build at work on the root", "site, print, all", 5, "machine.busy", LAST),
    "serve-beside": Fault("a build at work beside the preview", "serve", 0,
                          so="both go on: the preview writes nothing into dist/"),
    "port": Fault("a port that is in use", "serve", 5, "machine.port"),
    "worker": Fault("a process of the build ended from outside", "site, print", 5, "machine.worker",
                    LAST),
    "engine": Fault("the engine stops", "site", 5, "machine.engine", LAST),
    "broken-picture": Fault("a picture that breaks off between its ends", "print", 5,
                            "machine.picture", LAST),
    "interrupted": Fault("Ctrl+C while it reads, makes pages or sets them", "check, site, print",
                         130, "cli.interrupted", LAST),
    "killed": Fault("kill -9 at any of a hundred moments", "site, print", -9,
                    so=f"{LAST}, whole; the next build is right and clears away what was left"),
    "reader-gone": Fault("whoever reads the answer goes away (`| head`)", "check", 0,
                         so="nothing more is said"),
    "ours": Fault("a fault of ours", "check", 1, "cli.fault", "a report is written"),
    "no-root": Fault("--root that is not there, or is a file", "all", 2, "usage.root"),
    "no-content": Fault("a folder that is no publication", "all", 2, "usage.no-content",
                        "nothing is written into it"),
    "out-file": Fault("--out that is a file, or lies below one", "site, print, clean", 2,
                      "usage.out"),
    "no-path": Fault("a path that is not there", "check", 2, "cli.no-path"),
    "path-outside": Fault("a path outside of the publication", "check", 2, "cli.path-outside"),
    "no-pair": Fault("an article that is not there, `../../x` for one", "proof, clear", 2,
                     "cli.no-pair"),
    "no-pdf": Fault("a PDF that is not there", "preflight", 2, "preflight.no-file"),
    "odd-signer": Fault("a signer's name with U+202E in it", "clear", 2, "cli.clear-odd-name"),
    "bad-slug": Fault("a name that Windows keeps, of 300 letters, or with a Cyrillic а", "new", 2,
                      "cli.bad-slug"),
    "new-exists": Fault("a name that is taken", "new", 2, "cli.new-exists"),
    "no-package": Fault("--since that names no package", "print", 2, "cli.no-package"),
}  # fmt: skip


def holds(done: subprocess.CompletedProcess[str], row: str) -> None:
    """The command has ended as the row says, in words and without a traceback."""
    fault = FAULTS[row]
    assert done.returncode == fault.exit, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    if fault.key:
        assert re.search(_pattern(fault.key), done.stderr), done.stderr


def _pattern(key: str) -> str:
    """A sentence with anything in its places."""
    said = sentences("en")[key]["say"]
    return "".join(
        ".+" if piece.startswith("{") else re.escape(piece)
        for piece in re.split(r"(\{[^{}]+\})", said)
    )

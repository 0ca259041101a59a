"""Names of files that every editor's machine can hold, and that can stand in an address.

The rules are those of the strictest system, Windows ("Naming Files, Paths, and Namespaces",
Microsoft), and one of our own: names are in Latin letters, for addresses are made of them.
"""

import functools
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from songngu.confusables import point
from songngu.diagnostics import Diagnostic, diagnose
from songngu.source.files import relative
from songngu.source.slugs import slug

CODE = "source.name"
# Names of devices, with any ending.
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.I)
# What no name on Windows may hold.
BARRED = frozenset('<>:"|?*\\')
# Windows reads paths of 260 characters, the folder of the checkout among them.
LONGEST = 180


def unfit_name(path: Path, root: Path) -> Diagnostic | None:
    """The first thing that is wrong with the name of a file or of a folder around it."""
    return unfit(relative(path, root))


def unfit(stored: str) -> Diagnostic | None:
    """The same of a path as it is stored, relative to the root."""
    name = os.fsencode(stored).decode("utf-8", "replace")
    if name != stored:
        return diagnose(CODE, name, 1, "encoding")
    if len(name) > LONGEST:
        return diagnose(CODE, name, 1, "long", found=len(name), most=LONGEST)
    return next(_faults(name), None)


def _faults(name: str) -> Iterator[Diagnostic]:
    for part in name.split("/"):
        if found := _fault(part):
            detail, values = found
            yield diagnose(CODE, name, 1, detail, **values)
    if not unicodedata.is_normalized("NFC", name):
        yield diagnose(CODE, name, 1, "nfc")


@functools.lru_cache(maxsize=1 << 12)
def _fault(part: str) -> tuple[str, dict[str, Any]] | None:
    """What is wrong with the name of one file or folder: detail and values of its sentence."""
    # The ending is the file's kind: Windows looks at the whole name, and so do these.
    if RESERVED.fullmatch(part):
        return "reserved", {"name": part}
    if part.endswith((".", " ")) or part.removesuffix(".md").endswith((".", " ")):
        return "end", {"name": part}
    for letter in part:
        if letter in BARRED or not letter.isprintable():
            return "letter", {"point": point(letter)}
        if letter.isalpha() and "LATIN" not in unicodedata.name(letter, ""):
            return "script", {"letter": letter, "point": point(letter)}
    return None if slug(part.removesuffix(".md")) else ("empty", {"name": part})

"""content/clearance/<issue>/<pair>/*.txt: one small text file per signing, written and read.

A head of `key: value` lines, then one line per row and language: its number, the language, the
shape, the hash, the normalised text (`\\n` between lines). A signing is never edited: a later one
is another file, whose name holds the hash of its content, so two people signing at once never
meet in one file and a change of a record is seen.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import get_args

from songngu.diagnostics import Checked, Diagnostic, diagnose
from songngu.model import LANGS, Lang, Received, Role, Side, Signing
from songngu.source.files import read_text, relative
from songngu.source.normalise import VERSION

CODE = "clearance.invalid"
FOLDER = "content/clearance"
FORMAT = "songngu clearance 1"
_ROW = re.compile(r"(\d{4}) (vi|en) ([a-z]+(?:-[0-9x]+)?) ([0-9a-f]{16}) (.*)")
_HEAD = ("issue", "pair", "role", "signer", "date", "author", "after", "printed", "normaliser")
_NEEDED = ("issue", "pair", "role", "signer", "date", "normaliser")

Signings = Mapping[str, tuple[Signing, ...]]
NONE: Signings = MappingProxyType({})


# --- written ----------------------------------------------------------------------------------


def record(signing: Signing) -> tuple[str, str]:
    """The path (relative to the root) and the text of a signing's file."""
    text = "\n".join([FORMAT, *_head(signing), *_rows(signing)]) + "\n"
    name = f"{signing.date.isoformat()}-{signing.role}-{identity(text)}.txt"
    return f"{FOLDER}/{signing.issue}/{signing.pair}/{name}", text


def identity(text: str) -> str:
    """The id of a record: ten hexadecimal digits of the SHA-256 of its text."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _head(signing: Signing) -> Iterator[str]:
    said = {
        "issue": signing.issue,
        "pair": signing.pair,
        "role": signing.role,
        "signer": signing.signer,
        "date": signing.date.isoformat(),
        "author": signing.author,
        "after": " ".join(sorted(signing.after)),
        "printed": signing.printed,
        "normaliser": str(VERSION),
    }
    return (f"{key}: {_line(value)}" for key, value in said.items() if value)


def _line(value: str) -> str:
    return " ".join(unicodedata.normalize("NFC", value).split())


def _rows(signing: Signing) -> Iterator[str]:
    for number, row in enumerate(signing.rows, 1):
        for lang in LANGS:
            if side := row[lang]:
                yield f"{number:04} {lang} {side.shape} {side.mark} {_escaped(side.text)}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


# --- read -------------------------------------------------------------------------------------


def read_signings(root: Path, issue: str) -> Checked[Signings]:
    """The signings of every pair of an issue, each in the order of their files; a record that
    cannot stand counts for nothing and is named."""
    folder = root / FOLDER / issue
    found: dict[str, list[Signing]] = {}
    problems: list[Diagnostic] = []
    for path in sorted(folder.rglob("*.txt")):
        one = _read(path, root, issue, relative(path.parent, folder))
        problems += one.diagnostics
        if one.value is not None:
            found.setdefault(one.value.pair, []).append(one.value)
    return Checked({pair: tuple(ones) for pair, ones in found.items()}, tuple(problems))


@dataclass(frozen=True)
class _Fault(Exception):  # noqa: N818 - a line that cannot stand, told as a diagnostic
    line: int
    detail: str
    found: str = ""
    wanted: str = ""
    number: int = 0


def _read(path: Path, root: Path, issue: str, pair: str) -> Checked[Signing | None]:
    name = relative(path, root)
    text = read_text(path, root)
    if text.value is None:
        return Checked(None, text.diagnostics)
    try:
        signing = _parsed(text.value, name)
        _stands_where_it_belongs(signing, issue, pair)
        return Checked(signing)
    except _Fault as fault:
        told = diagnose(
            CODE, name, fault.line, fault.detail,
            found=fault.found, wanted=fault.wanted, number=fault.number,
        )  # fmt: skip
        return Checked(None, (told,))


def _parsed(text: str, name: str) -> Signing:
    lines = text.removesuffix("\n").split("\n")
    if lines[0] != FORMAT:
        raise _Fault(1, "form", lines[0][:40])
    ends = next((at for at, line in enumerate(lines) if at and line[:4].isdecimal()), len(lines))
    head = dict(_headed(lines, ends))
    for key in _NEEDED:
        if key not in head:
            raise _Fault(1, "form", f"{key}: –")
    if head["normaliser"] != str(VERSION):
        raise _Fault(_line_of(lines, "normaliser"), "version", head["normaliser"])
    sides = [_side(at, line) for at, line in enumerate(lines[ends:], ends + 1)]
    # After the rows, which can say where: anything else that was touched.
    if identity(text) != PurePosixPath(name).stem.rpartition("-")[2]:
        raise _Fault(1, "edited")
    rows = tuple(_row(list(group)) for _, group in groupby(sides, key=lambda one: one[0]))
    return replace(_signing(head, lines, rows), path=name, id=identity(text))


def _headed(lines: list[str], ends: int) -> Iterator[tuple[str, str]]:
    for at, line in enumerate(lines[1:ends], 2):
        key, colon, value = line.partition(": ")
        if not colon or key not in _HEAD:
            raise _Fault(at, "form", line[:40])
        yield key, value


def _line_of(lines: list[str], key: str) -> int:
    return next(at for at, line in enumerate(lines, 1) if line.startswith(f"{key}: "))


def _side(at: int, line: str) -> tuple[int, Lang, Side]:
    found = _ROW.fullmatch(line)
    if found is None:
        raise _Fault(at, "form", line[:40])
    side = Side(found[3], _unescaped(found[5]))
    if side.mark != found[4]:
        raise _Fault(at, "row", found[4], number=int(found[1]))
    return int(found[1]), "vi" if found[2] == "vi" else "en", side


def _row(sides: list[tuple[int, Lang, Side]]) -> Received:
    both = {lang: side for _, lang, side in sides}
    return Received(both.get("vi"), both.get("en"))


def _signing(head: Mapping[str, str], lines: list[str], rows: tuple[Received, ...]) -> Signing:
    role = next((one for one in get_args(Role) if one == head["role"]), None)
    if role is None:
        raise _Fault(_line_of(lines, "role"), "form", f"role: {head['role']}")
    try:
        day = date.fromisoformat(head["date"])
    except ValueError as error:
        raise _Fault(_line_of(lines, "date"), "form", head["date"]) from error
    return Signing(
        issue=head["issue"],
        pair=head["pair"],
        role=role,
        signer=head["signer"],
        date=day,
        rows=rows,
        after=tuple(head.get("after", "").split()),
        author=head.get("author", ""),
        printed=head.get("printed", ""),
    )


def _stands_where_it_belongs(signing: Signing, issue: str, pair: str) -> None:
    said = f"{signing.issue}/{unicodedata.normalize('NFC', signing.pair)}"
    if said != f"{issue}/{unicodedata.normalize('NFC', pair)}":
        raise _Fault(2, "elsewhere", said, f"{issue}/{pair}")

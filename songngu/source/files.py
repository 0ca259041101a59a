"""Bytes to text: UTF-8 in NFC with LF, whatever the editor's machine wrote."""

import codecs
import functools
import os
import re
import stat
import unicodedata
from pathlib import Path

from songngu.confusables import point
from songngu.diagnostics import Checked, Diagnostic, diagnose


def relative(path: Path, root: Path) -> str:
    """The path as diagnostics name it: relative to the root, with slashes."""
    stored, above = os.fspath(path), _below(root)
    if stored.startswith(above):
        return stored[len(above) :].replace(os.sep, "/")
    return path.relative_to(root).as_posix()


# The largest text that is read, in bytes: all articles of a year are a fifth of it.
LARGEST = 2_000_000
# No letters of any text, and no part of an XML file (XML 1.0, 2.2): orders to a terminal or a
# printer, and code points that are nothing (U+FFFE, U+FFFF). The controls of C1 are what a text in
# Windows-1252 leaves behind that was read as Latin-1.
CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Those that are ASCII.
_ORDERS = bytes(code for code in range(128) if CONTROL.match(chr(code)))


def is_inside(path: Path, root: Path) -> bool:
    """Whether the file lies below the root, also when a link leads there."""
    return _below(os.path.realpath(path)).startswith(_real(root))


@functools.cache
def _real(root: Path) -> str:
    """The root is where it is as long as we run; whatever else a link brings in is asked anew."""
    return _below(os.path.realpath(root))


def _below(folder: Path | str) -> str:
    """What the name of everything below a folder begins with."""
    return os.fspath(folder).removesuffix(os.sep) + os.sep


def read_text(path: Path, root: Path) -> Checked[str | None]:
    """The text of a file; None with a diagnostic if it cannot be read or is not UTF-8."""
    raw = read_bytes(path, root)
    if raw.value is None:
        return Checked(None, raw.diagnostics)
    return decoded(raw.value, relative(path, root))


def read_bytes(path: Path, root: Path) -> Checked[bytes | None]:
    """What a file holds; None with a diagnostic if it cannot be read."""
    try:
        if told := _unfit(path, root):
            return Checked(None, (told,))
        return Checked(path.read_bytes())
    except FileNotFoundError:
        return Checked(None, (diagnose("config.invalid", relative(path, root), 1, "no-file"),))
    except OSError as error:
        place, reason = (relative(path, root), 1), error.strerror or str(error)
        return Checked(None, (diagnose("source.encoding", *place, "unreadable", reason=reason),))


def decoded(raw: bytes, name: str) -> Checked[str | None]:
    """The text of the file of that name; None with a diagnostic if it is not UTF-8.

    A byte-order mark and CRLF change no line, no result and no hash.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Checked(None, (diagnose("source.encoding", name, 1, "utf-16"),))
    if b"\0" in raw:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        return Checked(None, (diagnose("source.encoding", name, line, "nul"),))
    try:
        text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return Checked(None, (_not_utf8(error, name),))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _may_hold_control(raw) and (found := CONTROL.search(text)):
        line = text.count("\n", 0, found.start()) + 1
        told = diagnose("source.encoding", name, line, "control", point=point(found[0]))
        return Checked(None, (told,))
    return Checked(unicodedata.normalize("NFC", text))


def _may_hold_control(raw: bytes) -> bool:
    """Whether a CONTROL can be in a text, told from its bytes many times as fast: one of ASCII, or
    the first byte of another."""
    return b"\xc2" in raw or b"\xef" in raw or len(raw.translate(None, _ORDERS)) < len(raw)


def _unfit(path: Path, root: Path) -> Diagnostic | None:
    """Why a file is not even opened: a folder or a device, a link to elsewhere, far too large."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        return diagnose("source.encoding", relative(path, root), 1, "no-file")
    if not is_inside(path, root):
        return diagnose("source.encoding", relative(path, root), 1, "outside")
    if found.st_size > LARGEST:
        place, size, most = (relative(path, root), 1), found.st_size / 1e6, LARGEST / 1e6
        return diagnose("source.encoding", *place, "too-large", found=round(size, 1), most=most)
    return None


def stored_text(path: Path) -> str | None:
    """What the file holds as it is stored, only with LF and without a byte-order mark; None when
    it cannot be read or is too large, which read_text tells."""
    try:
        if path.stat().st_size > LARGEST:
            return None
        text = path.read_bytes().removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(error: UnicodeDecodeError, name: str) -> Diagnostic:
    line = error.object[: error.start].count(b"\n") + 1
    return diagnose("source.encoding", name, line, byte=f"0x{error.object[error.start]:02X}")

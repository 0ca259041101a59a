"""Runs every check on an issue, and reads the files that checks may ask about."""

import functools
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from songngu.cache_ import Cache, digest
from songngu.check import Subject
from songngu.diagnostics import Diagnostic
from songngu.figures.pictures_ import pixels
from songngu.kept_ import findings
from songngu.model import Issue, Pair, PressProfile, Publication, Standing
from songngu.source.files import is_inside, stored_text
from songngu.source.links import is_ours


def hashes(root: Path) -> Callable[[str], str]:
    """The hash of a picture's bytes by its path; pictures are read once."""

    @functools.cache
    def hashed(path: str) -> str:
        try:
            return digest(root / path)[:16] if is_ours(path) else "—"
        except OSError:
            return "—"

    return hashed


def _unasked(pair: Pair) -> Standing:
    """Where nobody is asked to sign."""
    return Standing(pair, (), ())


def judge(
    root: Path,
    cache: Cache,
    publication: Publication,
    issue: Issue,
    profile: PressProfile | None = None,
    standing: Callable[[Pair], Standing] = _unasked,
    addresses: frozenset[str] = frozenset(),
) -> Iterator[Diagnostic]:
    """What every check says of the issue, with the pairs that it has. `addresses` are those that
    were published."""
    stored = _stored(root)
    subject = Subject(
        publication,
        issue,
        _exists(root, stored),
        profile,
        _pixels(root),
        _text(root),
        standing,
        addresses,
        alike=stored,
    )
    yield from findings(subject, cache)


def _pixels(root: Path) -> Callable[[str], tuple[int, int] | None]:
    return functools.cache(lambda path: pixels(root / path))


def _text(root: Path) -> Callable[[str], str | None]:
    return lambda path: stored_text(root / path)


def _exists(root: Path, stored: Callable[[str], str]) -> Callable[[str], bool]:
    """To the disks of Windows and of Macs Ben.png is ben.png too; where sites are built and stand
    it is not."""

    @functools.cache
    def exists(path: str) -> bool:
        whole = root / path
        there = is_ours(path) and whole.is_file() and _nfc(stored(path)) == _nfc(path)
        return there and is_inside(whole, root)

    return exists


def _stored(root: Path) -> Callable[[str], str]:
    """The path of a file as the disk has it, by a path that may differ in capitals and in the way
    its letters are stored; "" where there is none."""

    @functools.cache
    def names(folder: str) -> tuple[str, ...]:
        try:
            return tuple(sorted(one.name for one in (root / folder).iterdir()))
        except OSError:
            return ()

    @functools.cache
    def stored(path: str) -> str:
        folder, slash, name = path.rpartition("/")
        above = stored(folder) if folder else ""
        among = names(above) if above or not slash else ()
        found = name if name in among else next((x for x in among if _bare(x) == _bare(name)), "")
        return found and f"{above}{slash}{found}"

    return stored


def _bare(name: str) -> str:
    return _nfc(name).casefold()


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)

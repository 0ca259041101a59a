"""Every check on an issue, with what checks may ask of the files: here is where they are read."""

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
    subject = Subject(
        publication,
        issue,
        _exists(root),
        profile,
        _pixels(root),
        _text(root),
        standing,
        addresses,
    )
    yield from findings(subject, cache)


def _pixels(root: Path) -> Callable[[str], tuple[int, int] | None]:
    return functools.cache(lambda path: pixels(root / path))


def _text(root: Path) -> Callable[[str], str | None]:
    return lambda path: stored_text(root / path)


def _exists(root: Path) -> Callable[[str], bool]:
    @functools.cache
    def names(folder: Path) -> frozenset[str]:
        return frozenset(unicodedata.normalize("NFC", one.name) for one in folder.iterdir())

    def spelt(whole: Path) -> bool:
        """To the disks of Windows and of Macs Ben.png is ben.png too; where sites are built and
        stand it is not."""
        inside = (whole, *whole.parents)[: len(whole.parts) - len(root.parts)]
        return all(unicodedata.normalize("NFC", one.name) in names(one.parent) for one in inside)

    def exists(path: str) -> bool:
        whole = root / path
        return is_ours(path) and whole.is_file() and spelt(whole) and is_inside(whole, root)

    return functools.cache(exists)

"""The cache: what was made once, under a hash of what it is made from. Files, and small values as
lines of one file (ledger_.py). Safe to delete, safe for two builds at once.

What was damaged on the disk (a power cut, another program) is noticed by its own hash and made
again; what cannot be kept at all is only made again the next time.
Bounded: what was used longest ago goes first (`prune`); a file's time is that of its last use.
"""

import contextlib
import functools
import hashlib
import importlib.metadata
import os
import platform
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from songngu.ledger_ import Ledger
from songngu.output_ import disk_error, moved

FOLDER = ".songngu"
# Some four builds of an issue of two hundred pairs.
LIMIT = 3 * 2**30
# An empty file whose time is that of the last look at them all.
SWEPT, HOUR = "swept", 3600.0
LEDGER, SPARE = "ledger", "spare"
# Beside each kept file lies its hash; kept bytes begin with theirs.
SUM = ".sum"
COMPILED = "__pycache__"
# Whoever writes text, whatever its file is: the press keeps the versions of its own engines.
ENGINES = ("markdown", "jinja2", "babel", "mkdocs", "mkdocs-material", "pyyaml")


class Cache:
    """What is kept below a root, each thing under everything that shapes it."""

    def __init__(self, root: Path, enabled: bool = True) -> None:
        self.folder = root / FOLDER / "cache"
        self.enabled = enabled
        self.ledger = Ledger(self.folder / LEDGER)

    def get(self, key: tuple[object, ...]) -> Any:
        """The value that was put under that key, None if there is none: small plain data."""
        return self.ledger.get(key) if self.enabled else None

    def put(self, key: tuple[object, ...], value: object) -> None:
        """Keep what JSON can hold under that key, which tells all that it is made of."""
        if self.enabled:
            self.ledger.put(key, value)

    @property
    def spare(self) -> Path | None:
        """Where the site before the last one lies, to begin the next one with (output_.unit)."""
        return self.folder / SPARE if self.enabled else None

    def path(self, key: tuple[object, ...], suffix: str) -> Path:
        digest = hashlib.sha256(repr(key).encode()).hexdigest()
        return self.folder / digest[:2] / f"{digest[2:]}{suffix}"

    def file(self, key: tuple[object, ...], suffix: str, make: Callable[[Path], None]) -> Path:
        """The kept file of that key; `make` writes it to the path it is given if there is none."""
        if found := self.held(key, suffix):
            return found
        kept = self.path(key, suffix)
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            with _beside(kept, suffix) as fresh:
                make(fresh)
                _sum_of(kept).write_text(digest(fresh), "ascii", newline="\n")
                _put(fresh, kept)
        except OSError as error:
            raise disk_error(error, kept) from error
        return kept

    def held(self, key: tuple[object, ...], suffix: str) -> Path | None:
        """The kept file of that key, undamaged; None if there is none."""
        kept = self.path(key, suffix)
        return kept if self.enabled and _used(kept) and _is_whole(kept) else None

    def read(self, key: tuple[object, ...], suffix: str) -> bytes | None:
        """The kept bytes of that key; None if there are none."""
        kept = self.path(key, suffix)
        if not (self.enabled and _used(kept)):
            return None
        try:
            told, _, data = kept.read_bytes().partition(b"\n")
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest().encode() == told else None

    def write(self, key: tuple[object, ...], suffix: str, data: bytes) -> None:
        """Keep bytes under that key. What cannot be kept (a folder that may only be read, a full
        disk) is made again the next time."""
        kept = self.path(key, suffix)
        with contextlib.suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            with _beside(kept, suffix) as fresh:
                fresh.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
                fresh.replace(kept)

    def prune(self, limit: int = LIMIT) -> int:
        """Remove what was used longest ago until the rest fits into `limit` bytes; how many."""
        aged = sorted(_aged(self.folder), reverse=True)
        room, gone = limit, 0
        for _, size, path in aged:
            room -= size
            if room < 0:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
                    _sum_of(path).unlink(missing_ok=True)
                    gone += 1
        return gone

    def tidy(self) -> None:
        """`prune`, once an hour at most: a look at every file takes a tenth of a short build."""
        self.ledger.thin()
        swept = self.folder / SWEPT
        with contextlib.suppress(OSError):
            if 0 <= time.time() - swept.stat().st_mtime < HOUR:
                return
        self.prune()
        with contextlib.suppress(OSError):
            swept.touch()


def _used(kept: Path) -> bool:
    """Whether the file is there; from now on it counts as used."""
    try:
        os.utime(kept)
    except FileNotFoundError:
        return False
    except OSError:  # a cache that may only be read serves as well
        return kept.exists()
    return True


def _put(fresh: Path, kept: Path) -> None:
    """On Windows no file can be replaced while somebody reads it: then it is what was to be put
    there."""
    try:
        fresh.replace(kept)
    except PermissionError:
        if not _is_whole(kept):
            moved(fresh.replace, kept)


def _sum_of(kept: Path) -> Path:
    return kept.with_name(kept.name + SUM)


def _is_whole(kept: Path) -> bool:
    """Whether the file still is what was kept."""
    try:
        return _sum_of(kept).read_text("ascii") == digest(kept)
    except (OSError, UnicodeDecodeError):
        return False


def _aged(folder: Path) -> Iterator[tuple[float, int, Path]]:
    for path in folder.rglob("*"):
        with contextlib.suppress(FileNotFoundError):
            told = path.stat()
            if path.is_file() and path.suffix != SUM and path.name != LEDGER:
                yield told.st_mtime, told.st_size, path


@contextlib.contextmanager
def _beside(kept: Path, suffix: str) -> Iterator[Path]:
    """A new name in the same folder, so that renaming it onto `kept` is one step."""
    handle, name = tempfile.mkstemp(suffix=suffix, dir=kept.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        yield fresh
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink()


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def digest_of(folder: Path) -> str:
    """The SHA-256 of all files below a folder, names and bytes, but for what Python compiled."""
    made = hashlib.sha256()
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != COMPILED)
        for name in sorted(names):
            path = Path(place, name)
            if path.is_file():
                made.update(f"{place[len(str(folder)) :]}/{name}\0".encode() + path.read_bytes())
    return made.hexdigest()


@functools.cache
def fingerprint() -> str:
    """What a result is made with, beside what it is made of: every file of this package, and the
    engines. With it in a key, nothing is kept longer than the code that made it."""
    parts = [platform.python_version(), digest_of(Path(__file__).parent)]
    parts += [f"{name} {importlib.metadata.version(name)}" for name in ENGINES]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]

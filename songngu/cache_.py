"""Files made once and kept by what they are made from. Safe to delete, safe for two at once."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

FOLDER = ".songngu"


class Cache:
    """A folder of files named by the hash of everything that shapes them."""

    def __init__(self, root: Path, enabled: bool = True) -> None:
        self.folder = root / FOLDER / "cache"
        self.enabled = enabled

    def path(self, key: tuple[object, ...], suffix: str) -> Path:
        digest = hashlib.sha256(repr(key).encode()).hexdigest()
        return self.folder / digest[:2] / f"{digest[2:]}{suffix}"

    def file(self, key: tuple[object, ...], suffix: str, make: Callable[[Path], None]) -> Path:
        """The kept file of that key; `make` writes it to the path it is given if there is none."""
        kept = self.path(key, suffix)
        if self.enabled and kept.exists():
            return kept
        kept.parent.mkdir(parents=True, exist_ok=True)
        with _beside(kept, suffix) as fresh:
            make(fresh)
            fresh.replace(kept)
        return kept


@contextlib.contextmanager
def _beside(kept: Path, suffix: str) -> Iterator[Path]:
    """A new name in the same folder, so that renaming it onto `kept` is one step."""
    handle, name = tempfile.mkstemp(suffix=suffix, dir=kept.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()

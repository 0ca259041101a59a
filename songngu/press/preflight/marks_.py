"""What a page is made of, as a hash: pages with equal marks look and print alike."""

import hashlib
from typing import Any

from pikepdf import Array, Dictionary, Stream

# They lead back: to the tree of pages, from an annotation to its page, into the structure tree.
BACK = frozenset(("/Parent", "/P", "/StructParents", "/StructParent"))
INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


class EndlessError(Exception):
    """The page's objects lead back to themselves: it has no hash."""


class Marks:
    """Hashes pages of one file; what they share (fonts, pictures) is hashed once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}
        self._open: set[tuple[int, int]] = set()

    def of(self, page: Any, inherited: dict[str, Any]) -> str | None:
        """The hash of a page and of what it inherits; None when it cannot have one."""
        try:
            found = [self._hash(page), *(self._hash(one) for _, one in sorted(inherited.items()))]
        except (EndlessError, RecursionError):
            return None
        return hashlib.sha256(b"".join(found)).hexdigest()

    def _hash(self, thing: Any) -> bytes:
        key = getattr(thing, "objgen", (0, 0))
        if key == (0, 0):
            return self._plain(thing)
        if key in self._open:
            raise EndlessError
        if key not in self._known:
            self._open.add(key)
            try:
                self._known[key] = self._plain(thing)
            finally:
                self._open.remove(key)
        return self._known[key]

    def _plain(self, thing: Any) -> bytes:
        made = hashlib.sha256(type(thing).__name__.encode())
        if isinstance(thing, Stream):
            made.update(thing.read_raw_bytes())
        if isinstance(thing, (Dictionary, Stream)):
            for name, value in sorted(thing.items()):
                if name not in BACK:
                    made.update(name.encode() + b"=" + self._hash(value))
        elif isinstance(thing, Array):
            for value in thing:
                made.update(self._hash(value))
        else:
            made.update(repr(thing).encode())
        return made.digest()

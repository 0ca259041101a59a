"""Writes set parts into one PDF file: knows PDF as pydyf, the engine's own writer, leaves it.

Objects get new numbers as they are written; equal ones are written once, so parts have fonts and
pictures in common. One part at a time is held (ISO 32000-1, 7.3 to 7.5).
"""

import hashlib
import io
import re
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

import pydyf

from songngu.press.lean_ import PICTURE

# The file of a picture by its mark.
PictureFile = Callable[[str], Path]
HEADER = b"%PDF-1.6\n%\xbf\xf7\xa2\xfe\n"
# How a stream stands in its object.
BEGINS, ENDS = b"\nstream\n", b"\nendstream"
# The number of the tree of pages.
PAGES = 1
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_LEFT_OUT = re.compile(rb"%s \((\w+)\)" % PICTURE.encode())


def reference(number: int) -> str:
    return f"{number} 0 R"


def text(said: str) -> bytes:
    """Words for people, which are UTF-16 unless they are ASCII."""
    return bytes(pydyf.String(said).data)


def written(value: object) -> bytes:
    """Dictionaries, lists and what stands in them; a string is a name or a reference, bytes are
    written already."""
    if isinstance(value, Mapping):
        entries = (b"/%s %s" % (key.encode(), written(one)) for key, one in value.items())
        return b"<<%s>>" % b"".join(entries)
    if isinstance(value, (list, tuple)):
        return b"[%s]" % b" ".join(map(written, value))
    return bytes(pydyf._to_bytes(value))


class PdfWriter:
    """A PDF file that is being written. `mark` is a hash of all that stands in it so far."""

    def __init__(self, file: BinaryIO, picture: PictureFile = Path) -> None:
        self._file, self._picture = file, picture
        self._at = file.write(HEADER)
        # Where each object begins, by its number; and the numbers of shared ones, by a hash.
        self._places: dict[int, int] = {PAGES: 0}
        self._shared: dict[bytes, int] = {}
        self._pages: list[int] = []
        self.mark = hashlib.sha256()

    # --- objects ------------------------------------------------------------------------------

    def reserved(self) -> int:
        """The number of an object that is put later."""
        number = len(self._places) + 1
        self._places[number] = 0
        return number

    def put(self, number: int, entries: Mapping[str, object]) -> None:
        body = written(entries)
        self.mark.update(body)
        self._write(number, body)

    def add(self, entries: Mapping[str, object], stream: bytes | None = None) -> str:
        """A reference to what has these entries, and this stream."""
        length = {} if stream is None else {"Length": len(stream)}
        return reference(self._number(written({**entries, **length}), stream))

    def add_compressed(self, entries: Mapping[str, object], stream: bytes) -> str:
        return self.add({**entries, "Filter": "/FlateDecode"}, zlib.compress(stream))

    def _number(self, head: bytes, stream: bytes | None) -> int:
        """The number of an object, which is written if none is equal to it."""
        key = hashlib.sha256(head + BEGINS + (stream or b"")).digest()
        if key not in self._shared:
            self.mark.update(key)
            self._shared[key] = number = self.reserved()
            self._write(number, head, stream)
        return self._shared[key]

    def _write(self, number: int, head: bytes, stream: bytes | None = None) -> None:
        if left_out := _LEFT_OUT.search(head):
            stream = self._picture(left_out[1].decode()).read_bytes()
            head = _LEFT_OUT.sub(b"", head).replace(b"/Length 0", b"/Length %d" % len(stream))
        self._places[number] = self._at
        pieces = [b"%d 0 obj\n" % number, head, b"\nendobj\n"]
        if stream is not None:
            pieces[2:2] = [BEGINS, stream, ENDS]
        self._file.writelines(pieces)
        self._at += sum(map(len, pieces))

    # --- parts --------------------------------------------------------------------------------

    def forms(self, part: bytes) -> list[str]:
        """References to the pages of a part as forms, their bleed included. The engine gives a page
        one content stream: it becomes the form as it is, compressed."""
        objects = _objects(part)
        moved: dict[bytes, bytes] = {}

        def here(found: re.Match[bytes]) -> bytes:
            if found[1] not in moved:
                head, stream = _parted(objects[int(found[1])])
                number = self._number(_REFERENCE.sub(here, head), stream)
                moved[found[1]] = reference(number).encode()
            return moved[found[1]]

        def form(page: bytes) -> str:
            kept = b"".join(_entry(page, name) for name in (b"MediaBox", b"Resources"))
            said = _REFERENCE.sub(here, kept.replace(b"/MediaBox", b"/BBox"))
            contents = _REFERENCE.search(_entry(page, b"Contents"))
            assert contents
            head, stream = _parted(objects[int(contents[1])])
            head = b"<</Type /XObject/Subtype /Form" + said + head.removeprefix(b"<<")
            return reference(self._number(head, stream))

        kids = _REFERENCE.findall(_entry(objects[PAGES], b"Kids"))
        return [form(objects[int(number)]) for number in kids]

    # --- the whole file -----------------------------------------------------------------------

    def page(self, entries: Mapping[str, object]) -> None:
        number = self.reserved()
        self._pages.append(number)
        self.put(number, {"Type": "/Page", "Parent": reference(PAGES), **entries})

    def page_at(self, number: int) -> str:
        """A reference to a page, the first is 1."""
        return reference(self._pages[number - 1])

    def end(self, catalog: Mapping[str, object], information: Mapping[str, object]) -> None:
        """What a file begins to be read at."""
        kids = [reference(number) for number in self._pages]
        self.put(PAGES, {"Type": "/Pages", "Kids": kids, "Count": len(kids)})
        root = self.add({"Type": "/Catalog", "Pages": reference(PAGES), **catalog})
        told = self.add(information)
        mark = f"<{self.mark.hexdigest()[:32]}>"
        self._close({"Root": root, "Info": told, "ID": [mark, mark]})

    def _close(self, trailer: Mapping[str, object]) -> None:
        size, begins = len(self._places) + 1, self._at
        places = [b"%010d 00000 n \n" % self._places[number] for number in range(1, size)]
        told = written({"Size": size, **trailer})
        self._file.writelines([b"xref\n0 %d\n0000000000 65535 f \n" % size, *places])
        self._file.write(b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (told, begins))


def whole(part: bytes, picture: PictureFile) -> bytes:
    """A lean part with its pictures, as a document of its own."""
    made = io.BytesIO()
    pdf = PdfWriter(made, picture)
    for number, body in _objects(part).items():
        pdf._write(number, *_parted(body))
    ends = part[part.rindex(b"trailer") :]
    pdf._close({name: _entry(ends, name.encode()).partition(b" ")[2] for name in ("Root", "Info")})
    return made.getvalue()


def _objects(part: bytes) -> dict[int, bytes]:
    """What stands between `obj` and `endobj`, by its number."""
    begins = int(part[part.rindex(b"startxref") :].split()[1])
    _, told, *lines = part[begins : part.rindex(b"trailer")].splitlines()
    places = [int(line[:10]) for line in lines] + [begins]
    return {
        number: part[part.index(b"\n", places[number]) + 1 : places[number + 1] - len("\nendobj\n")]
        for number in range(1, int(told.split()[1]))
    }


def _parted(body: bytes) -> tuple[bytes, bytes | None]:
    """The dictionary of an object and its stream, if it has one."""
    head, found, rest = body.partition(BEGINS)
    return head, rest.removesuffix(ENDS) if found else None


def _entry(body: bytes, name: bytes) -> bytes:
    """An entry of a dictionary, which is a reference or a list."""
    found = re.search(rb"/%s (\[[^\]]*\]|\d+ 0 R)" % name, body)
    assert found, name
    return found[0]

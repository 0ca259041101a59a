"""What is read once for a whole file and used on many pages: contents, fonts, inks of images."""

import zlib
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array, Name, String

from songngu.press.preflight.colours_ import Space
from songngu.press.preflight.fonts_ import Face, face_of
from songngu.press.preflight.images_ import Inked, ink_of

Step: TypeAlias = tuple[str, list[Any]]

_NUMBERS = (int, Decimal)
MOST_STEPS = 2_000_000
MOST_BYTES = 256 * 1024 * 1024


# What a damaged file makes the reader raise: a wrong type here, a missing key there.
DAMAGE = (
    pikepdf.exceptions.PikepdfError,
    TypeError,
    ValueError,
    AttributeError,
    KeyError,
    IndexError,
    RuntimeError,
)


class UnreadError(Exception):
    """A page's contents cannot be read to their end: broken, endless or far too large."""


@dataclass
class Store:
    """Caches by object number. `limit` is the ink limit in percent."""

    limit: float
    _steps: dict[tuple[int, int], list[Step]] = field(default_factory=dict)
    _faces: dict[tuple[int, int], Face] = field(default_factory=dict)
    _inked: dict[tuple[int, int], Inked] = field(default_factory=dict)

    def steps(self, content: Any) -> list[Step]:
        """The operators of a page, form, pattern or glyph, their operands as plain values."""
        key = content.objgen
        if key == (0, 0) or key not in self._steps:
            found = _parsed(content)
            if key == (0, 0):
                return found
            self._steps[key] = found
        return self._steps[key]

    def face(self, font: Any) -> Face:
        key = font.objgen
        if key == (0, 0):
            return face_of(font)
        if key not in self._faces:
            self._faces[key] = face_of(font)
        return self._faces[key]

    def inked(self, stream: Any, space: Space) -> Inked:
        key = stream.objgen
        if key == (0, 0):
            return ink_of(stream, space, self.limit)
        if key not in self._inked:
            self._inked[key] = ink_of(stream, space, self.limit)
        return self._inked[key]


def _parsed(content: Any) -> list[Step]:
    for stream in _streams(content):
        _refuse_bomb(stream)
    try:
        found: list[Step] = []
        for instruction in pikepdf.parse_content_stream(content):
            operator = str(instruction.operator)
            operands = (
                [instruction.iimage]  # type: ignore[union-attr]  # that operator's own class
                if operator == "INLINE IMAGE"
                else [_plain(one) for one in instruction.operands]
            )
            found.append((operator, operands))
            if len(found) > MOST_STEPS:
                raise UnreadError("too many operators")
        return found
    except DAMAGE as error:
        raise UnreadError(str(error).splitlines()[0] if str(error) else "damaged") from error


def _streams(content: Any) -> list[Any]:
    if isinstance(content, pikepdf.Stream):
        return [content]
    inside = content.get("/Contents")
    if isinstance(inside, Array):
        return [one for one in inside if isinstance(one, pikepdf.Stream)]
    return [inside] if isinstance(inside, pikepdf.Stream) else []


def _refuse_bomb(stream: Any) -> None:
    """Deflate grows at most 1032 times: what could pass the bound is unpacked and counted."""
    raw = stream.read_raw_bytes()
    if len(raw) * 1032 < MOST_BYTES or stream.get("/Filter") != Name.FlateDecode:
        return
    unpacker = zlib.decompressobj()
    size = 0
    try:
        data = unpacker.decompress(raw, 1 << 20)
        while data:
            size += len(data)
            if size > MOST_BYTES:
                raise UnreadError("too large")
            data = unpacker.decompress(unpacker.unconsumed_tail, 1 << 20)
    except zlib.error as error:
        raise UnreadError(str(error)) from error


def _plain(operand: Any) -> Any:
    if type(operand) in _NUMBERS:  # nearly all are
        return float(operand)
    if isinstance(operand, String):
        return bytes(operand)
    if isinstance(operand, Name):
        return operand
    if isinstance(operand, Array):
        return [_plain(one) for one in operand]
    try:
        return float(operand)
    except (TypeError, ValueError):
        return operand

"""Values of the model as plain data (what JSON can hold) and back, by the types of their fields."""

import datetime
import hashlib
import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Read = Callable[[Any], Any]
PLAIN = (str, int, bool, float)
AS_THEY_ARE = frozenset((*PLAIN, type(None)))


def as_plain(value: Any) -> Any:
    """Dataclasses become lists of their fields, dates their ISO form, decimals their digits."""
    write = _writer(value.__class__)
    return write(value) if write else value


@cache
def _writer(kind: Any) -> Read | None:
    """How values of that type become plain; None where the value is."""
    if is_dataclass(kind):
        names = [one.name for one in fields(kind)]
        return lambda value: _plain([getattr(value, name) for name in names])
    if issubclass(kind, frozenset):
        return lambda value: sorted(_plain(value))
    if issubclass(kind, Decimal):
        return str
    if issubclass(kind, tuple | list):
        return _plain
    if issubclass(kind, Mapping):
        return _plain_map
    return kind.isoformat if issubclass(kind, datetime.date) else None


def _plain(values: Iterable[Any]) -> list[Any]:
    return [one if type(one) in AS_THEY_ARE else as_plain(one) for one in values]


def _plain_map(values: Mapping[Any, Any]) -> object:
    if all(isinstance(key, str) for key in values):
        return dict(zip(values, _plain(values.values()), strict=True))
    return [_plain(pair) for pair in values.items()]


def mark(value: object) -> str:
    """A hash that two values of one type share only when they are equal."""
    text = json.dumps(as_plain(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def from_plain(kind: type[T], data: object) -> T:
    """What `as_plain` made of a dataclass of that kind."""
    read = _reader(typing.cast(Any, kind))
    assert read is not None
    return typing.cast(T, read(data))


@cache
def _reader(kind: Any) -> Read | None:
    """How a field of that type is read; None where the data is the value. Raises TypeError for a
    type that has no plain form."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if kind in PLAIN or kind is object or origin is typing.Literal:
        return None
    if is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {str(one): one for one in kind}.__getitem__
    if kind is datetime.date:
        return datetime.date.fromisoformat
    if origin is tuple and (inside[1:] == (...,) or set(inside) <= set(PLAIN)):
        return _several(_reader(inside[0]))
    if origin is Mapping and inside[0] in (str, int):
        return _map(inside[0], _reader(inside[1]))
    if origin in (typing.Union, types.UnionType) and len(inside) == 2 and inside[1] is type(None):
        return _perhaps(_reader(inside[0]))
    raise TypeError(f"{kind} has no plain form")


def _record(kind: Any) -> Read:
    hints = typing.get_type_hints(kind)
    readers = [(at, _reader(hints[one.name])) for at, one in enumerate(fields(kind))]
    told = [(at, read) for at, read in readers if read]

    def read_record(data: Any) -> Any:
        values = list(data)
        for at, read in told:
            values[at] = read(values[at])
        return kind(*values)

    return read_record


def _several(read: Read | None) -> Read:
    return tuple if read is None else lambda data: tuple(map(read, data))


def _map(name: type[str] | type[int], read: Read | None) -> Read | None:
    if read is None:
        return None if name is str else dict
    items = dict.items if name is str else iter
    return lambda data: {key: read(value) for key, value in items(data)}


def _perhaps(read: Read | None) -> Read | None:
    return None if read is None else lambda data: None if data is None else read(data)

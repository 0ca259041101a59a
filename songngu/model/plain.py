"""Values of the model as plain data (what JSON can hold) and back, by the types of their fields."""

import datetime
import hashlib
import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Read = Callable[[Any], Any]
PLAIN = (str, int, bool, float)


def as_plain(value: object) -> object:
    """Dataclasses become lists of their fields, dates their ISO form, decimals their digits."""
    if is_dataclass(value):
        return [as_plain(getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, frozenset):
        return sorted(as_plain(one) for one in value)  # type: ignore[type-var]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [as_plain(one) for one in value]
    if isinstance(value, list):
        return [as_plain(one) for one in value]
    if isinstance(value, Mapping):
        if all(isinstance(key, str) for key in value):
            return {key: as_plain(one) for key, one in value.items()}
        return [[as_plain(key), as_plain(one)] for key, one in value.items()]
    return value.isoformat() if isinstance(value, datetime.date) else value


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
        return kind
    if kind is datetime.date:
        return datetime.date.fromisoformat
    if origin is tuple and (inside[1:] == (...,) or set(inside) <= set(PLAIN)):
        return _several(_reader(inside[0]))
    if origin is Mapping and inside[0] in (str, int) and _reader(inside[1]) is None:
        return None if inside[0] is str else dict
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


def _perhaps(read: Read | None) -> Read | None:
    return None if read is None else lambda data: None if data is None else read(data)

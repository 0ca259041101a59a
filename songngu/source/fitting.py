"""Whether data plainly fits a JSON Schema: the quick answer for what is as it should be.

A schema becomes one function, once. It knows the keywords that our schemas use; what it does not
know, or finds wanting, is left to the validator (schema.py), which alone says what is wrong.
"""

import operator
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

Fits = Callable[[Any], bool]
# What a keyword says, the schema that it stands in, the root of all schemas.
Keyword = Callable[[Any, Any, Any], Fits]

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, Decimal),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
_SILENT = frozenset(["$schema", "$defs", "title", "description"])
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def fitting(schema: Any, root: Any = None) -> Fits:
    """Whether a value surely fits the schema; where that is not sure, it says no."""
    root = root or schema
    said = [(key, one) for key, one in schema.items() if key not in _SILENT]
    parts = [_KEYWORDS.get(key, _unsure)(one, schema, root) for key, one in said]
    return lambda value: all(part(value) for part in parts)


def _unsure(said: Any, schema: Any, root: Any) -> Fits:
    return lambda value: False


def _type(said: Any, schema: Any, root: Any) -> Fits:
    names = [said] if isinstance(said, str) else said
    kinds = frozenset(kind for name in names for kind in _TYPES[name])
    return lambda value: type(value) in kinds


def _named(said: Any, schema: Any, root: Any) -> Fits:
    return fitting(root["$defs"][said.removeprefix("#/$defs/")], root)


def _enum(said: Any, schema: Any, root: Any) -> Fits:
    return lambda value: type(value) in (str, int) and value in said


def _pattern(said: Any, schema: Any, root: Any) -> Fits:
    search = re.compile(said).search
    return lambda value: not isinstance(value, str) or search(value) is not None


def _format(said: Any, schema: Any, root: Any) -> Fits:
    return _is_day if said == "date" else _unsure(said, schema, root)


def _is_day(value: Any) -> bool:
    try:
        return bool(_DAY.fullmatch(value) and date.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def _bound(kinds: type | tuple[type, ...], holds: Callable[[Any, Any], bool]) -> Keyword:
    """A keyword that bounds values of some kinds, and says nothing of others."""
    return lambda said, schema, root: (
        lambda value: not isinstance(value, kinds) or holds(value, said)
    )


def _required(said: Any, schema: Any, root: Any) -> Fits:
    return lambda value: not isinstance(value, dict) or all(key in value for key in said)


def _properties(said: Any, schema: Any, root: Any) -> Fits:
    known = {key: fitting(one, root) for key, one in said.items()}
    return lambda value: (
        not isinstance(value, dict)
        or all(known[key](one) for key, one in value.items() if key in known)
    )


def _others(said: Any, schema: Any, root: Any) -> Fits:
    """What is said of keys that the schema does not name; False: there are none."""
    known = schema.get("properties", {})
    fits = fitting(said, root) if isinstance(said, dict) else lambda value: said
    return lambda value: (
        not isinstance(value, dict)
        or all(fits(one) for key, one in value.items() if key not in known)
    )


def _property_names(said: Any, schema: Any, root: Any) -> Fits:
    fits = fitting(said, root)
    return lambda value: not isinstance(value, dict) or all(map(fits, value))


def _items(said: Any, schema: Any, root: Any) -> Fits:
    fits = fitting(said, root)
    return lambda value: not isinstance(value, list) or all(map(fits, value))


_KEYWORDS: Mapping[str, Keyword] = {
    "type": _type,
    "$ref": _named,
    "enum": _enum,
    "pattern": _pattern,
    "format": _format,
    "minLength": _bound(str, lambda value, least: len(value) >= least),
    "minItems": _bound(list, lambda value, least: len(value) >= least),
    "maxItems": _bound(list, lambda value, most: len(value) <= most),
    "minimum": _bound((int, Decimal), operator.ge),
    "maximum": _bound((int, Decimal), operator.le),
    "exclusiveMinimum": _bound((int, Decimal), operator.gt),
    "required": _required,
    "properties": _properties,
    "additionalProperties": _others,
    "propertyNames": _property_names,
    "items": _items,
}

"""Holds YAML data against a JSON Schema and tells what is wrong, where, and what was meant.

Nearly every article is as it should be: a quick look settles that. Whatever it does not understand,
or finds wanting, goes to the validator, which alone says what is wrong.
"""

import difflib
import functools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import resources
from typing import Any

import jsonschema
from jsonschema.protocols import Validator

from songngu.diagnostics import Diagnostic, diagnose
from songngu.source.yaml_ import Document

FORMATS = jsonschema.FormatChecker(formats=("date",))


@functools.cache
def validator(name: str) -> Validator:
    """The validator of `schemas/NAME.json`; the schema is published to editors as it is."""
    text = resources.files("songngu.source").joinpath(f"schemas/{name}.json").read_text("utf-8")
    return jsonschema.Draft202012Validator(json.loads(text), format_checker=FORMATS)


def check(document: Document, name: str, path: str, code: str) -> tuple[Diagnostic, ...]:
    """What in the document does not fit the schema. An unknown key of a config file has a code
    of its own."""
    value: Any = {} if document.value is None else document.value
    known = validator(name)
    if _plainly_fits(value, known.schema):
        return ()
    errors = known.iter_errors(value)
    return tuple(found for error in errors for found in _explain(error, document, path, code))


def _plainly_fits(value: Any, schema: Any) -> bool:
    """Whether a value surely fits; where it is not sure, it says no."""
    return all(
        key in _SILENT or (key in _LOOKS and _LOOKS[key](value, said, schema))
        for key, said in schema.items()
    )


def _parts_fit(value: Any, said: Any, _: Any) -> bool:
    return all(_plainly_fits(value[key], said[key]) for key in value.keys() & said.keys())


_SILENT = frozenset(["$schema", "title", "description"])
_TYPES: Mapping[str, type] = {
    "string": str, "boolean": bool, "integer": int, "array": list, "object": dict,
}  # fmt: skip
# By keyword: a value, what the keyword says, the schema around it. The type of a value stands
# before what is said of that type.
_LOOKS: Mapping[str, Callable[[Any, Any, Any], bool]] = {
    "type": lambda value, said, _: type(value) is _TYPES.get(str(said)),
    "enum": lambda value, said, _: type(value) is str and value in said,
    "pattern": lambda value, said, _: re.search(said, value) is not None,
    "format": lambda value, said, _: FORMATS.conforms(value, said),
    "minLength": lambda value, said, _: len(value) >= said,
    "required": lambda value, said, _: all(key in value for key in said),
    "additionalProperties": lambda value, said, schema: (
        said is False and value.keys() <= schema["properties"].keys()
    ),
    "properties": _parts_fit,
    "items": lambda value, said, _: all(_plainly_fits(one, said) for one in value),
}


def fatal(problems: Iterable[Diagnostic]) -> bool:
    """Whether the document cannot be used; with an unknown key it can, and its rest is checked."""
    return any("unknown-key" not in one.key for one in problems)


def _explain(
    error: jsonschema.ValidationError, document: Document, path: str, code: str
) -> Iterator[Diagnostic]:
    at = tuple(error.absolute_path)
    where = ".".join(map(str, at)) or "—"
    schema: Any = error.schema
    instance: Any = error.instance
    line = document.line((*at, instance) if "propertyNames" in error.schema_path else at)
    match error.validator:
        case "additionalProperties":
            known = list(schema.get("properties", ()))
            unknown_code = "config.unknown-key" if code == "config.invalid" else code
            detail = "" if unknown_code == "config.unknown-key" else "unknown-key"
            for key in [key for key in instance if key not in known]:
                near = difflib.get_close_matches(key, known, 1, 0.6)
                meant = near[0] if near else ", ".join(known)
                yield diagnose(
                    unknown_code, path, document.line((*at, key)), detail, key=key, meant=meant
                )
        case "required":
            for key in [key for key in schema["required"] if key not in instance]:
                yield diagnose(code, path, line, "missing-key", key=key, where=where)
        case "enum":
            allowed = [str(value) for value in schema["enum"]]
            near = difflib.get_close_matches(str(instance), allowed, 1, 0.5)
            yield diagnose(
                code,
                path,
                line,
                "not-allowed",
                where=where,
                found=instance,
                meant=near[0] if near else ", ".join(allowed),
            )
        case "format":
            yield diagnose(code, path, line, "bad-date", where=where, found=instance)
        case "pattern" | "minLength" | "minItems" | "minimum" | "exclusiveMinimum" | "maximum":
            yield diagnose(
                code,
                path,
                line,
                "bad-form",
                where=where,
                found=_short(instance),
                wanted=schema.get("description", schema.get("pattern", "…")),
            )
        case _:
            wanted = schema.get("type") or schema.get("description", "…")
            wanted = wanted if isinstance(wanted, str) else " | ".join(wanted)
            yield diagnose(
                code, path, line, "wrong-type", where=where, found=_short(instance), wanted=wanted
            )


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "…"

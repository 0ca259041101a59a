"""Holds YAML data against a JSON Schema and tells what is wrong, where, and what was meant."""

import difflib
import functools
import json
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import TYPE_CHECKING, Any

from songngu.diagnostics import Diagnostic, diagnose
from songngu.source.fitting import Fits, fitting
from songngu.source.yaml_ import Document

if TYPE_CHECKING:
    import jsonschema
    from jsonschema.protocols import Validator


@functools.cache
def validator(name: str) -> "Validator":
    """The validator of `schemas/NAME.json`; the schema is published to editors as it is. Its engine
    takes a tenth of a second to load, and most publications have nothing for it to say."""
    import jsonschema

    dates = jsonschema.FormatChecker(formats=("date",))
    return jsonschema.Draft202012Validator(_schema(name), format_checker=dates)


@functools.cache
def _fitting(name: str) -> Fits:
    return fitting(_schema(name))


@functools.cache
def _schema(name: str) -> Any:
    text = resources.files("songngu.source").joinpath(f"schemas/{name}.json").read_text("utf-8")
    return json.loads(text)


def check(document: Document, name: str, path: str, code: str) -> tuple[Diagnostic, ...]:
    """What in the document does not fit the schema. An unknown key of a config file has a code
    of its own."""
    value: Any = {} if document.value is None else document.value
    if _fitting(name)(value):
        return ()
    errors = validator(name).iter_errors(value)
    return tuple(found for error in errors for found in _explain(error, document, path, code))


def fatal(problems: Iterable[Diagnostic]) -> bool:
    """Whether the document cannot be used; with an unknown key it can, and its rest is checked."""
    return any("unknown-key" not in one.key for one in problems)


def _explain(
    error: "jsonschema.ValidationError", document: Document, path: str, code: str
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

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


# A key that nobody knows in the place of one that must be there.
MISSPELT = "misspelt"
# Where a fault of the document itself is said to be.
TOP = "—"


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
    return any("unknown-key" not in one.key or one.detail == MISSPELT for one in problems)


def _explain(
    error: "jsonschema.ValidationError", document: Document, path: str, code: str
) -> Iterator[Diagnostic]:
    """What a fault of the schema's is to an editor, each with its line."""
    at = tuple(error.absolute_path)
    instance: Any = error.instance
    if error.validator == "additionalProperties":
        yield from _unknown(error, document, path, code)
        return
    line = document.line((*at, instance) if "propertyNames" in error.schema_path else at)
    for detail, values in _said(error, ".".join(map(str, at)) or TOP):
        yield diagnose(code, path, line, detail, **values)


def _unknown(
    error: "jsonschema.ValidationError", document: Document, path: str, code: str
) -> Iterator[Diagnostic]:
    """Keys that nobody knows, each on its own line, with what was meant."""
    schema: Any = error.schema
    instance: Any = error.instance
    known = list(schema.get("properties", ()))
    code, plain = ("config.unknown-key", "") if code == "config.invalid" else (code, "unknown-key")
    misspelt = _misspelt(instance, schema)
    for key in [key for key in instance if key not in known]:
        line = document.line((*error.absolute_path, key))
        detail = MISSPELT if key in misspelt.values() else plain
        yield diagnose(code, path, line, detail, key=key, meant=_near(key, known, 0.6))


def _misspelt(instance: Any, schema: Any) -> dict[str, str]:
    """The required keys that stand there with a slip of the pen, and what stands there."""
    if schema.get("additionalProperties") is not False:
        return {}
    known = list(schema.get("properties", ()))
    missing = [key for key in schema.get("required", ()) if key not in instance]
    near = {_near(key, known, 0.6): key for key in instance if key not in known}
    return {key: near[key] for key in missing if key in near}


def _said(error: "jsonschema.ValidationError", where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The sentences for a fault of the value that stands there, and what they name."""
    schema: Any = error.schema
    instance: Any = error.instance
    match error.validator:
        case "required":
            misspelt = _misspelt(instance, schema)
            for key in [key for key in schema["required"] if key not in {*instance, *misspelt}]:
                detail = "missing-top" if where == TOP else "missing-key"
                yield detail, {"key": key, "where": where}
        case "enum":
            meant = _near(str(instance), [str(value) for value in schema["enum"]], 0.5)
            yield "not-allowed", {"where": where, "found": instance, "meant": meant}
        case "format":
            yield "bad-date", {"where": where, "found": instance}
        case (
            "pattern"
            | "minLength"
            | "minItems"
            | "maxItems"
            | "minimum"
            | "exclusiveMinimum"
            | "maximum"
        ):
            wanted = schema.get("description", schema.get("pattern", "…"))
            yield "bad-form", {"where": where, "found": _short(instance), "wanted": wanted}
        case _:
            wanted = schema.get("type") or schema.get("description", "…")
            wanted = wanted if isinstance(wanted, str) else " | ".join(wanted)
            yield "wrong-type", {"where": where, "found": _short(instance), "wanted": wanted}


def _near(word: str, known: list[str], cutoff: float) -> str:
    """The known word that was meant, or all of them."""
    near = difflib.get_close_matches(word, known, 1, cutoff)
    return near[0] if near else ", ".join(known)


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "…"

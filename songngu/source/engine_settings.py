"""mkdocs.yml holds engine settings only: where it speaks of the publication it must agree with
publication.yml, which rules."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from songngu.diagnostics import Diagnostic, diagnose
from songngu.source.files import read_text
from songngu.source.yaml_ import Document
from songngu.source.yaml_faults import broken

NAME = "mkdocs.yml"


class _Loader(yaml.BaseLoader):
    """Reads every value as text, and a tag (`!ENV`) as nothing: a tag in this file could run a
    command."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
NOTHING = (None, "", "null", "~")


def check_engine_settings(root: Path, config: Document) -> Iterable[Diagnostic]:
    """Disagreements between mkdocs.yml and publication.yml."""
    text = read_text(root / NAME, root)
    if text.value is None:
        return text.diagnostics
    try:
        settings = yaml.load(text.value, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return (broken(error, text.value, "config.invalid", NAME),)
    if not isinstance(settings, dict):
        shown = json.dumps(settings, ensure_ascii=False)[:60]
        place = ("config.invalid", NAME, 1, "wrong-type")
        return (diagnose(*place, where="—", found=shown, wanted="object"),)
    data: Any = config.value
    wanted = {"site_name": data["name"]["vi"], "site_url": data["url"]}
    found = []
    for key, value in wanted.items():
        if key in settings and settings[key] not in (*NOTHING, value):
            found.append(
                diagnose(
                    "config.invalid",
                    NAME,
                    _line_of(text.value, key),
                    "disagree",
                    key=key,
                    found=settings[key],
                    wanted=value,
                )
            )
    return found


def _line_of(text: str, key: str) -> int:
    lines = text.split("\n")
    return next((at for at, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)

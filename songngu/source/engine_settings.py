"""mkdocs.yml holds engine settings only: where it speaks of the publication it must agree with
publication.yml, which rules."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import LANGS
from songngu.source.files import read_text
from songngu.source.yaml_ import Document, tree

NAME = "mkdocs.yml"
NOTHING = ("", "null", "~")


def check_engine_settings(root: Path, config: Document) -> Iterable[Diagnostic]:
    """Disagreements between mkdocs.yml and publication.yml."""
    text = read_text(root / NAME, root)
    if text.value is None:
        return text.diagnostics
    settings, problems = tree(text.value, NAME, "config.invalid")
    return problems or _disagreements(settings, config.value)


def _disagreements(settings: yaml.Node | None, data: Any) -> Iterable[Diagnostic]:
    if not isinstance(settings, yaml.MappingNode):
        shown = json.dumps(_shown(settings), ensure_ascii=False)[:60]
        place = ("config.invalid", NAME, 1, "wrong-type")
        yield diagnose(*place, where="—", found=shown, wanted="object")
        return
    yield from _compared(settings, {"site_name": data["name"]["vi"], "site_url": data["url"]})
    for found in _languages(settings):
        locale = _said(found)["locale"][1].value
        if locale in LANGS:
            yield from _compared(found, {"site_name": data["name"][locale]})


def _said(settings: yaml.MappingNode) -> dict[str, tuple[yaml.ScalarNode, yaml.ScalarNode]]:
    """The plain settings: name -> key and value as they stand there."""
    return {
        key.value: (key, value)
        for key, value in settings.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    }


def _languages(settings: yaml.MappingNode) -> Iterator[yaml.MappingNode]:
    """The languages of the plugin i18n that have a locale: plugins > i18n > languages."""
    found: list[yaml.Node] = [settings]
    for name in ("plugins", "i18n", "languages"):
        found = [
            value
            for one in _items(found)
            if isinstance(one, yaml.MappingNode)
            for key, value in one.value
            if key.value == name
        ]
    for one in _items(found):
        if isinstance(one, yaml.MappingNode) and "locale" in _said(one):
            yield one


def _items(nodes: Iterable[yaml.Node]) -> Iterator[yaml.Node]:
    """The nodes, and instead of a list what stands in it."""
    for node in nodes:
        yield from node.value if isinstance(node, yaml.SequenceNode) else (node,)


def _compared(settings: yaml.MappingNode, wanted: Mapping[str, str]) -> Iterator[Diagnostic]:
    said = _said(settings)
    for name in wanted.keys() & said.keys():
        key, value = said[name]
        # What a tag makes of a value (`!ENV`) is nobody's business here: it could run a command.
        found = "" if value.tag.startswith("!") else value.value
        if found not in (*NOTHING, wanted[name]):
            yield diagnose(
                "config.invalid",
                NAME,
                key.start_mark.line + 1,
                "disagree",
                key=name,
                found=found,
                wanted=wanted[name],
            )


def _shown(node: yaml.Node | None) -> object:
    """What stands there instead of settings: a text or a list of texts."""
    if isinstance(node, yaml.SequenceNode):
        return [_shown(one) if isinstance(one, yaml.ScalarNode) else "…" for one in node.value]
    return str(node.value) if isinstance(node, yaml.ScalarNode) else None

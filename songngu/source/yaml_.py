"""YAML as editors write it: plain data with the line of every key, and nothing that runs.

Narrower than YAML 1.1 on purpose: dates stay text, `no` is a word, numbers keep their digits
(Decimal), and anchors with aliases are refused (they can blow a file up).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import yaml

from songngu.confusables import INVISIBLE, point
from songngu.diagnostics import Diagnostic, diagnose
from songngu.source.files import CONTROL
from songngu.source.yaml_faults import broken

Path = tuple[str | int, ...]
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
# Python itself refuses to read integers of more than 4,300 digits; nobody's order has twenty.
LONGEST_INTEGER = 20
# Values inside values; the deepest of our own files has six.
DEEPEST = 40
# What an escape ("\\0", "\\u202e") must not bring in.
_HIDDEN = re.compile(f"[{CONTROL.pattern[1:-1]}\0{INVISIBLE}\ud800-\udfff]")
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """Plain data, and the file's line of each place in it."""

    value: object
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """The line of a place, or of the nearest place around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


@dataclass(frozen=True)
class Scalar:
    """A value as it is written: `start` and `end` count characters of the text, its own marks of
    quotation or folding among them; `style` is the mark, "" for none."""

    path: Path
    start: int
    end: int
    style: str


class _RefusedError(Exception):
    def __init__(self, detail: str, line: int, key: str = "") -> None:
        self.detail, self.line, self.key = detail, line, key


def load(
    text: str, path: str, code: str, first_line: int = 1
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read a YAML text that begins at `first_line` of the file; None if it cannot be read."""
    node, problems = tree(text, path, code, first_line)
    if problems:
        return None, problems
    lines: dict[Path, int] = {(): first_line}
    try:
        value = _build(node, (), lines, first_line, set()) if node else None
        if "\\" in text:
            _refuse_hidden(node, text, first_line)
    except _RefusedError as error:
        return None, (diagnose(code, path, error.line, error.detail, key=error.key),)
    return Document(value, lines), ()


def tree(
    text: str, path: str, code: str, first_line: int = 1
) -> tuple[yaml.Node | None, tuple[Diagnostic, ...]]:
    """The nodes of a YAML text, with their marks and explicit tags; nothing is made of them."""
    try:
        return _compose(text), ()
    except _RefusedError as error:
        line = first_line - 1 + error.line
        return None, (diagnose(code, path, line, error.detail, most=DEEPEST),)
    except yaml.YAMLError as error:
        return None, (broken(error, text, code, path, first_line),)


def scalars(text: str) -> list[Scalar]:
    """Every scalar value of a YAML text; none when it cannot be read."""
    try:
        node = _compose(text)
    except (yaml.YAMLError, _RefusedError):
        return []
    found: list[Scalar] = []
    _collect(node, (), found, set())
    return found


class _Loader(_PARSER):  # type: ignore[misc]
    """Composes the tree of a text that is not too deep: the engine goes down by calls of its own,
    and a thousand brackets would end the whole process. It says so at each node, before and after
    what is inside. Tags are nobody's business here."""

    depth = 0

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None:
        self.depth += 1
        if parent is not None and self.depth > DEEPEST + 1:
            raise _RefusedError("yaml-deep", parent.start_mark.line + 1)

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, kind: type, value: str, implicit: object) -> str:
        return ""


def _compose(text: str) -> yaml.Node | None:
    node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return node


def _refuse_hidden(node: yaml.Node | None, text: str, first_line: int) -> None:
    """A backslash can bring in what no text holds, or what nobody sees in the file. What stands
    in the file itself is told, and mended, as prose is."""
    there = set(text)
    for one in _scalar_nodes(node):
        for letter in _HIDDEN.findall(str(one.value)):
            if letter not in there:
                line = first_line + one.start_mark.line
                raise _RefusedError("yaml-character", line, point(letter))


def _scalar_nodes(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Every key and value, each once: an alias stands for a node that was seen."""
    waiting, seen = [node], set()
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, yaml.ScalarNode):
            yield one
        elif isinstance(one, yaml.SequenceNode):
            waiting += reversed(one.value)
        elif isinstance(one, yaml.MappingNode):
            waiting += [part for pair in reversed(one.value) for part in reversed(pair)]


def _collect(node: yaml.Node | None, path: Path, found: list[Scalar], seen: set[int]) -> None:
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        found.append(Scalar(path, start, end, node.style or ""))
    elif isinstance(node, yaml.SequenceNode):
        for at, child in enumerate(node.value):
            _collect(child, (*path, at), found, seen)
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            _collect(child, (*path, str(key.value)), found, seen)


def _build(
    node: yaml.Node, path: Path, lines: dict[Path, int], first_line: int, seen: set[int]
) -> object:
    line = first_line + node.start_mark.line
    if id(node) in seen:
        raise _RefusedError("yaml-alias", line)
    seen.add(id(node))
    lines.setdefault(path, line)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(child, (*path, at), lines, first_line, seen)
            for at, child in enumerate(node.value)
        ]
    result: dict[str, object] = {}
    for key_node, child in node.value:
        key_line = first_line + key_node.start_mark.line
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        if key in result:
            raise _RefusedError("yaml-duplicate", key_line, key)
        lines[(*path, key)] = key_line
        result[key] = _build(child, (*path, key), lines, first_line, seen)
    return result


def _scalar(node: yaml.ScalarNode) -> object:
    text = str(node.value)
    if node.style in ('"', "'", "|", ">"):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) < LONGEST_INTEGER else text
    return Decimal(text) if _NUMBER.fullmatch(text) else text

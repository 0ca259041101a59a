"""The editor's guide is true: its commands are commands, its examples pass, and both languages
show the same."""

import re
import shlex

import pytest

from songngu.arguments import UsageError, parse
from songngu.source import schema
from songngu.source.sheets import figure, rows_of
from songngu.source.yaml_ import load
from tests.support import CHECKOUT

GUIDES = ("docs/editors.md", "docs/editors.en.md")
DOCS = (*GUIDES, "README.md", "CONTRIBUTING.md", "docs/print-shop.md", "docs/website.md")
COMMAND = re.compile(r"(?:^ {4}|`)python3 build\.py (?!…)([^`\n#]+)", re.M)


def guide(name: str) -> str:
    return (CHECKOUT / name).read_text("utf-8")


@pytest.mark.parametrize("name", DOCS)
def test_every_command_is_one(name: str) -> None:
    commands = COMMAND.findall(guide(name))
    assert commands and (name not in GUIDES or len(commands) > 8)
    wrong = []
    for command in commands:
        try:
            parse(shlex.split(command), "vi")
        except UsageError as error:
            wrong.append(f"{command.strip()}: {error}")
    assert wrong == []


@pytest.mark.parametrize("name", GUIDES)
def test_the_examples_pass(name: str) -> None:
    fenced = re.findall(r"^```(\w*)\n(.*?)^```", guide(name), re.M | re.S)
    facts, sheet = (text for kind, text in fenced if kind in ("yaml", ""))
    document, problems = load(facts, name, "config.invalid")
    assert document is not None, problems
    assert schema.check(document, "facts", name, "config.invalid") == ()
    head, *rows = rows_of(sheet)
    assert head.cells == ("vi", "en", "gia-tri")
    assert all(row.cells and len(figure(row.cells[2]).values) == 1 for row in rows)


def test_both_languages_tell_the_same_tasks() -> None:
    vi, en = map(guide, GUIDES)
    for pattern in (r"^## ", r"^ {4}\S", r"^```", r"^\d\. ", r"^\* "):
        count = [len(re.findall(pattern, text, re.M)) for text in (vi, en)]
        assert count[0] == count[1], pattern
    keys = [set(re.findall(r"`(\w+(?:: ?\w+)?)`", text)) for text in (vi, en)]
    assert keys[0] ^ keys[1] <= {"Q:", "A:"}

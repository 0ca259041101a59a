"""What an editor's own editor is given: settings that name real files, schemas that are valid and
fit the publication, snippets that say what the schema says."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from songngu.diagnostics import diagnose
from songngu.report import as_annotations
from songngu.source import schema
from songngu.source.articles import split
from songngu.source.blocks import cut
from songngu.source.files import read_text
from songngu.source.yaml_ import load
from tests.support import CHECKOUT

SCHEMAS = CHECKOUT / "songngu/source/schemas"
COMMENT = re.compile(r"^\s*//.*$", re.M)
ARTICLE = "article"


def jsonc(name: str) -> Any:
    """A settings file of VS Code: JSON with comments."""
    return json.loads(COMMENT.sub("", (CHECKOUT / ".vscode" / name).read_text("utf-8")))


def published() -> dict[str, str]:
    """Schema name -> the files that it is for."""
    return {Path(path).stem: glob for path, glob in jsonc("settings.json")["yaml.schemas"].items()}


def test_the_settings_name_every_schema_and_nothing_else() -> None:
    paths = jsonc("settings.json")["yaml.schemas"]
    assert all((CHECKOUT / path).is_file() for path in paths)
    # The front matter of articles is checked by the task: no extension knows it.
    assert {*published(), ARTICLE} == {path.stem for path in SCHEMAS.glob("*.json")}


@pytest.mark.parametrize("name", sorted(path.stem for path in SCHEMAS.glob("*.json")))
def test_every_schema_is_one(name: str) -> None:
    data = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(data)


@pytest.mark.parametrize(("name", "glob"), published().items())
def test_the_publication_fits_its_schemas(name: str, glob: str) -> None:
    files = sorted(CHECKOUT.glob(glob))
    assert files, f"{glob} is for no file"
    for path in files:
        text = read_text(path, CHECKOUT).value
        assert text is not None
        document, problems = load(text, path.name, "config.invalid")
        assert document is not None, problems
        assert schema.check(document, name, path.name, "config.invalid") == ()


def test_the_front_matter_fits_its_schema() -> None:
    files = sorted(CHECKOUT.glob("content/*/*/**/*.md"))
    assert files
    for path in files:
        front = split(path.read_text("utf-8"))[0]
        document, problems = load(front or "", path.name, "source.front-matter")
        assert document is not None, problems
        assert schema.check(document, ARTICLE, path.name, "source.front-matter") == ()


def properties(node: object, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema, at any depth."""
    if isinstance(node, list):
        for one in node:
            yield from properties(one, at)
    if isinstance(node, dict):
        for key, value in node.get("properties", {}).items():
            yield f"{at}.{key}", value
        for key, value in node.items():
            yield from properties(value, f"{at}.{key}")


@pytest.mark.parametrize("name", sorted(path.stem for path in SCHEMAS.glob("*.json")))
def test_every_property_is_explained_in_both_languages(name: str) -> None:
    """What an editor's own editor shows beside a key; `vi` and `en` say it themselves."""
    data = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    told = [("", data), *properties(data)]
    silent = [
        at
        for at, one in told
        if not at.endswith((".vi", ".en")) and str(one.get("title")).count(" · ") != 1
    ]
    assert silent == []


def expanded(text: str) -> str:
    """A snippet with its first choices and defaults taken."""
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}|\$\d", r"\1", text)


def snippet(name: str) -> str:
    body = next(
        one["body"] for one in jsonc("songngu.code-snippets").values() if one["prefix"] == name
    )
    return body if isinstance(body, str) else "\n".join(body)


def test_the_snippet_of_an_article_is_good_front_matter() -> None:
    front, _, _ = split(expanded(snippet("bai")))
    document, problems = load(front or "", "a.md", "source.front-matter")
    assert document is not None, problems
    assert schema.check(document, ARTICLE, "a.md", "source.front-matter") == ()
    known = json.loads((SCHEMAS / "article.json").read_text("utf-8"))["properties"]
    for key in ("type", "status"):
        choices = re.search(rf"{key}: \$\{{\d\|(.*?)\|\}}", snippet("bai"))
        assert choices and choices[1].split(",") == known[key]["enum"]
    picture = load(expanded(snippet("anh")), "a.md", "source.front-matter")[0]
    assert picture is not None and isinstance(picture.value, dict)
    assert set(picture.value["picture"]) == set(known["picture"]["properties"])


@pytest.mark.parametrize(
    ("name", "kinds"),
    [("hinh", ["figure"]), ("hoi", ["question", "answer"]), ("bang", ["series"])],
)
def test_the_other_snippets_are_blocks_of_the_dialect(name: str, kinds: list[str]) -> None:
    assert [block.kind for block in cut(expanded(snippet(name)))] == kinds


def test_the_task_reads_what_the_check_prints() -> None:
    check = jsonc("tasks.json")["tasks"][0]
    assert "check --format github" in check["command"]
    pattern = check["problemMatcher"]["pattern"]
    line = as_annotations(
        [
            diagnose(
                "source.front-matter", "content/vi/a.md", 3, "missing-top", key="title", where="—"
            )
        ],
        "vi",
    )
    found = re.match(pattern["regexp"], line)
    assert found is not None
    said = [found[pattern[part]] for part in ("severity", "file", "line", "code")]
    assert said == ["error", "content/vi/a.md", "3", "source.front-matter"]

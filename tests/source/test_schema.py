"""What does not fit is told with its line, and with what was meant."""

import json
from importlib import resources

import jsonschema
import pytest

from songngu.source import schema
from songngu.source.yaml_ import load


def told(text: str, name: str = "article", code: str = "source.front-matter") -> list[str]:
    document, problems = load(text, "tep.yml", code)
    assert document is not None, problems
    return [
        f"{one.place.line} {one.key} {one.values.get('meant', one.values.get('key', ''))}"
        for one in schema.check(document, name, "tep.yml", code)
    ]


GOOD = "title: Bài\ntype: article\nsection: dong-song\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD, []),
        (GOOD + "bylien: Tôi\n", ["4 source.front-matter/unknown-key byline"]),
        (GOOD + "Title: Bài\n", ["4 source.front-matter/unknown-key title"]),
        (GOOD.replace("article", "artical"), ["2 source.front-matter/not-allowed article"]),
        (GOOD.replace("article", "Interview"), ["2 source.front-matter/not-allowed interview"]),
        (GOOD + "picture:\n  scr: a.png\n", [
            "5 source.front-matter/misspelt src",
            "4 source.front-matter/missing-key alt",
        ]),
        ("type: article\nsection: x\n", ["1 source.front-matter/missing-top title"]),
        (GOOD + "date: 2024-13-01\n", ["4 source.front-matter/bad-date "]),
        (GOOD + "date: 20241301\n", ["4 source.front-matter/wrong-type "]),
        (GOOD + "order: 1.5\n", ["4 source.front-matter/wrong-type "]),
        (GOOD + "sources:\n  - a\n  - 1\n", ["6 source.front-matter/wrong-type "]),
        (GOOD.replace("dong-song", "Dòng sông"), ["3 source.front-matter/bad-form "]),
    ],
)  # fmt: skip
def test_front_matter(text: str, expected: list[str]) -> None:
    assert set(told(text)) == set(expected)


def test_an_unknown_key_of_a_config_file_has_its_own_code() -> None:
    text = "profile: a\nprofiles: {}\nprofil: b\n"
    assert told(text, "press", "config.invalid") == ["3 config.unknown-key profile"]


def test_numbers_keep_their_digits_through_the_schema() -> None:
    text = "sources: {}\nfacts:\n  a:\n    value: 12.50\n    unit: mm\n    label: {vi: a, en: a}\n"
    assert told(text + "    as_of: 2018-12-31\n    source: b\n", "facts", "config.invalid") == []


@pytest.mark.parametrize("name", ["article", "credits", "facts", "press", "publication", "series"])
def test_what_is_published_to_editors_is_a_json_schema(name: str) -> None:
    text = resources.files("songngu.source").joinpath(f"schemas/{name}.json").read_text("utf-8")
    jsonschema.Draft202012Validator.check_schema(json.loads(text))

"""YAML as editors write it: true lines, digits kept, nothing that runs or blows up."""

import contextlib
from collections.abc import Iterator
from decimal import Decimal

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from songngu.messages import hint, message
from songngu.source import schema
from songngu.source.yaml_ import Document, load
from songngu.source.yaml_faults import broken

SCHEMAS = ("article", "credits", "facts", "press", "publication", "series")


def loaded(text: str, first_line: int = 1) -> Document:
    document, problems = load(text, "tep.yml", "config.invalid", first_line)
    assert document is not None, problems
    return document


def refused(text: str) -> tuple[str, int]:
    document, problems = load(text, "tep.yml", "config.invalid")
    assert document is None
    assert len(problems) == 1
    return problems[0].detail, problems[0].place.line


def test_lines_of_keys_items_and_what_lies_in_them() -> None:
    document = loaded(
        "a: 1\n\nb:\n  - x\n  - c: >-\n      dài\n      hai\n    d: {e: 1,\n      f: 2}\n", 10
    )
    assert [document.line(path) for path in (("a",), ("b",), ("b", 0), ("b", 1))] == [
        10,
        12,
        13,
        14,
    ]
    assert document.line(("b", 1, "d", "f")) == 18
    assert document.line(("b", 1, "d", "nothing")) == 17
    assert document.line(("nothing",)) == 10


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.50", Decimal("1.50")),
        ("-0.0", Decimal("-0.0")),
        ("1000", 1000),
        ("+7", 7),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("1:30", "1:30"),
        (".5", ".5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("NO", "NO"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('"no"', "no"),
        ("'12'", "12"),
        ("2024-01-02", "2024-01-02"),
        ("9" * 5000, "9" * 5000),
        ("!!int 3", 3),
        ("!!python/name:os.system x", "x"),
    ],
)
def test_scalars_are_what_they_look_like(text: str, value: object) -> None:
    found = loaded(f"a: {text}\n").value
    assert found == {"a": value}
    assert type(found["a"]) is type(value)


@pytest.mark.parametrize(
    ("text", "detail", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "yaml-duplicate", 3),
        ("x:\n  a: 1\n  a: 1\n", "yaml-duplicate", 3),
        ("a: &x 1\nb: *x\n", "yaml-alias", 1),
        ("a: &x\n  b: *x\n", "yaml-alias", 1),
        ("a: *x\n", "yaml-sign", 1),
        ("a: *đậm*\n", "yaml-sign", 1),
        ("a: 1\nb: @x\n", "yaml-sign", 2),
        ("a: 1\nb: [1,\n", "yaml-bracket", 2),
        ("a: {vi: x, en: y\nb: 2\n", "yaml-bracket", 1),
        ("a: 1\nb: ]\n", "yaml-bracket", 2),
        ('a: 1\nb: "chưa đóng\nc: 2\n', "yaml-quote", 2),
        ("a: 1\nb: 'chưa đóng\nc: 2\n", "yaml-quote", 2),
        ('a: "1" x\nb: 2\n', "yaml-after-quote", 1),
        ("a: 1\n\tb: 2\n", "yaml-tab", 2),
        ("a:\n\tb: 2\n", "yaml-tab", 2),
        ("a: b: c\n", "yaml-colon", 1),
        ("a: 1\n  b: 2\n", "yaml-colon", 2),
        ("a: 1\nb:2\nc: 3\n", "yaml-no-colon", 2),
        ("a: 1\nhai chữ\nc: 3\n", "yaml-no-colon", 2),
        ("a:\n  - x\n  -y\nb: 1\n", "yaml-no-colon", 3),
        ("a:\n    b: 1\n  c: 2\n", "yaml-indent", 3),
        ("a:\n  - x\n  y: 2\n", "yaml-indent", 3),
        ("a: - x\n", "yaml-indent", 1),
        ("a: 1\n---\nb: 2\n", "yaml-second", 2),
        ("a: \x07\n", "yaml", 1),
    ],
)
def test_what_cannot_stand_is_told_with_its_line(text: str, detail: str, line: int) -> None:
    assert refused(text) == (detail, line)
    with contextlib.suppress(StopIteration):  # what we refuse ourselves is fine to the engines
        assert next(_of_the_other_engine(text)) == (detail, line)


def _of_the_other_engine(text: str) -> Iterator[tuple[str, int]]:
    """The same of PyYAML's own scanner, which reads where libyaml is not there."""
    try:
        yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        told = broken(error, text, "config.invalid", "tep.yml")
        yield told.detail, told.place.line


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    assert refused("\n".join(lines))[0] == "yaml-alias"


@pytest.mark.parametrize("text", ["[" * 3000, "{a: " * 3000, "- " * 3000])
def test_depth_is_refused_not_followed(text: str) -> None:
    document, problems = load(text, "tep.yml", "config.invalid")
    assert document is None and [one.detail for one in problems] == ["yaml-deep"]


_keys = st.sampled_from(
    ["title", "type", "section", "order", "issues", "facts", "sources", "rows", "x"]
)
_scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=12), st.dates().map(str),
    st.sampled_from(["article", "specimen", "2024-02-30", "-", "1.5", "https://a.example/"]),
)  # fmt: skip
_values = st.recursive(
    _scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_keys, inner, max_size=4)),
    max_leaves=12,
)


@settings(deadline=None, max_examples=80)
@given(value=_values)
def test_any_data_fits_a_schema_or_is_told_in_both_languages(value: object) -> None:
    document = Document(value, {(): 1})
    for name in SCHEMAS:
        for one in schema.check(document, name, "tep.yml", "config.invalid"):
            for lang in ("vi", "en"):
                assert message(one, lang) and hint(one, lang)


@settings(deadline=None, max_examples=80)
@given(text=st.text(alphabet="ab:-[]{}&*!|>'\"%@#,? \n\t0.é\x85\u2028", max_size=60))
@example("? [a]: b")
@example("<<: {a: 1}")
@example("? a\n? a")
@example("%YAML 9.9\n---\na")
@example("\ufeffa: 1")
@example("a: !<")
def test_any_text_is_a_document_or_one_finding(text: str) -> None:
    document, problems = load(text, "tep.yml", "config.invalid", 5)
    assert (document is None) == (len(problems) == 1)
    for one in problems:
        assert message(one, "vi") and hint(one, "en")
        assert 5 <= one.place.line <= 5 + text.count("\n") + 1

"""The quick answer of source/fitting.py is never another than the validator's."""

import json
from collections.abc import Iterator
from decimal import Decimal
from importlib import resources
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songngu.source.articles import split
from songngu.source.fitting import fitting
from songngu.source.schema import validator
from songngu.source.yaml_ import load
from tests.support import CHECKOUT

ODD = [None, True, 0, -1, Decimal("0.5"), "", " ", "x", "2024-02-30", "2024-1-1", [], {}, ["x"],
       {"vi": "x"}, {"vi": "x", "en": "x"}, {"vi": 1, "en": "x"}]  # fmt: skip
FILES = {
    "facts": "content/facts.yml",
    "publication": "content/publication.yml",
    "names": "content/names.yml",
    "credits": "assets/images/credits.yml",
    "press": "print/press.yml",
    "series": "content/series/*.yml",
    "article": "content/*/*/*.md",
}


def _schema(name: str) -> Any:
    text = resources.files("songngu.source").joinpath(f"schemas/{name}.json").read_text("utf-8")
    return json.loads(text)


def _real(name: str) -> list[Any]:
    found = []
    for path in sorted(CHECKOUT.glob(FILES[name])):
        text = path.read_text("utf-8")
        front = split(text)[0] if path.suffix == ".md" else text
        document, _ = load(front or "", path.name, "config.invalid")
        assert document is not None
        found.append(document.value)
    return found


REAL = {name: _real(name) for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_what_is_as_it_should_be_is_seen_at_once(name: str) -> None:
    """But for keywords that a quick look does not know, the validator is not needed at all."""
    quick = fitting(_schema(name))
    assert REAL[name] and all(map(quick, REAL[name]))


@settings(deadline=None, max_examples=120)
@given(data=st.data(), name=st.sampled_from(sorted(FILES)))
def test_what_fits_at_a_glance_is_valid(data: st.DataObject, name: str) -> None:
    spoilt = json.loads(json.dumps(data.draw(st.sampled_from(REAL[name])), default=str))
    place, key = data.draw(st.sampled_from(list(_places(spoilt))))
    match data.draw(st.sampled_from(["other", "gone", "new"])):
        case "gone":
            del place[key]
        case "new" if isinstance(place, dict):
            place["không có"] = "x"
        case _:
            place[key] = data.draw(st.sampled_from(ODD))
    assert not fitting(_schema(name))(spoilt) or validator(name).is_valid(spoilt)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every value inside a document, as what holds it and the key in that."""
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def test_what_it_does_not_know_it_leaves_to_the_validator() -> None:
    assert not fitting({"type": "string", "maxLength": 5})("abc")
    assert not fitting({"type": "string", "format": "email"})("a@b.vn")

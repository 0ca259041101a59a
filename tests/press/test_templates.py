"""Templates of the book are compiled once, and anew when they change."""

from pathlib import Path

import jinja2.environment
import pytest

from songngu.cache_ import Cache
from songngu.figures.compiled_ import SUFFIX
from songngu.press.templates_ import environment


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "print/templates").mkdir(parents=True)
    (tmp_path / "print/words.yml").write_text("page: {vi: trang, en: page}\n", "utf-8")
    return tmp_path


def said(root: Path, text: str) -> str:
    (root / "print/templates/one.html").write_text(text, "utf-8")
    return environment(root, Cache(root)).get_template("one.html").render(number=4)


def test_a_template_is_compiled_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "{{ words.page.vi }} {{ number }}"
    first = said(root, text)
    assert len(list(Cache(root).folder.rglob(f"*{SUFFIX}"))) == 1
    monkeypatch.delattr(jinja2.environment.Environment, "_generate")
    assert said(root, text) == first == "trang 4"


def test_a_template_that_changed_is_compiled_anew(root: Path) -> None:
    assert [said(root, "{{ number }}"), said(root, "{{ number + 1 }}")] == ["4", "5"]

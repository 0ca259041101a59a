"""What the engine rarely asks for is promised to it, and loaded when it is called."""

import sys
from pathlib import Path

import pytest

from songngu.press import libraries_
from songngu.press.libraries_ import put_off

NAME = "rarely_asked_for"


@pytest.fixture(autouse=True)
def rare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module of the test's own: the engine's bear no second loading in one process."""
    (tmp_path / f"{NAME}.py").write_text("def twice(number):\n    return 2 * number\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(sys.modules, NAME, sys)  # to be undone
    del sys.modules[NAME]
    monkeypatch.setattr(libraries_, "RARE", (NAME,))


def test_what_was_put_off_is_loaded_when_it_is_called() -> None:
    with put_off():
        from rarely_asked_for import twice  # type: ignore[import-not-found]
    assert NAME not in sys.modules, "whoever loads it from now on gets the module itself"
    assert twice(21) == 42
    assert NAME in sys.modules


def test_what_is_loaded_is_not_put_off() -> None:
    import rarely_asked_for as loaded

    with put_off():
        assert sys.modules[NAME] is loaded
    assert sys.modules[NAME] is loaded

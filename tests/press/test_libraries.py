"""What the engine rarely asks for is promised to it, and loaded when it is called."""

import sys

import pytest

from songngu.press.libraries_ import RARE, put_off


def test_what_was_put_off_is_loaded_when_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in RARE:
        monkeypatch.delitem(sys.modules, name, raising=False)
    with put_off():
        from fontTools.subset import Options
    assert RARE[0] not in sys.modules, "whoever loads it from now on gets the module itself"
    assert Options(retain_gids=True).retain_gids
    assert RARE[0] in sys.modules


def test_what_is_loaded_is_not_put_off(monkeypatch: pytest.MonkeyPatch) -> None:
    from fontTools import subset

    monkeypatch.setitem(sys.modules, RARE[0], subset)
    with put_off():
        assert sys.modules[RARE[0]] is subset
    assert sys.modules[RARE[0]] is subset

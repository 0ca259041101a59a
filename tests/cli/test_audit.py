"""`test --audit` on a machine that lacks what it needs: said at once, and nothing passes."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from songngu import cli, selftest_


@pytest.mark.parametrize("lacking", ["npm", "java", "chromium"])
def test_what_is_missing_is_said(
    lacking: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = {lacking, *(selftest_.BROWSERS if lacking == "chromium" else ())}
    monkeypatch.setattr("shutil.which", lambda name: None if name in gone else f"/bin/{name}")
    monkeypatch.setattr("subprocess.run", lambda *words, **more: pytest.fail("ran"))
    assert cli.main(["test", "--audit", "--lang", "en"]) == 5
    assert lacking.lower() in capsys.readouterr().err.lower()


def test_what_fails_in_the_suite_ends_the_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest_, "lacks", tuple)
    monkeypatch.setattr(selftest_, "run", lambda checkout, rest, say: 1)
    assert cli.main(["test", "--audit"]) == 1


def test_the_types_are_those_of_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Windows has not is not asked for outside of a question after the system."""
    asked: list[Sequence[str]] = []

    def step(checkout: Path, name: str, words: Sequence[str], say: object) -> int:
        asked.append(words)
        return int("darwin" in words)

    monkeypatch.setattr(selftest_, "lacks", tuple)
    monkeypatch.setattr(selftest_, "run", lambda checkout, rest, say: 0)
    monkeypatch.setattr(selftest_, "_step", step)
    assert cli.main(["test", "--audit"]) == 1
    assert [words[2] for words in asked] == ["win32", "darwin"]

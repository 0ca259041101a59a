"""The console: the language of messages, a bar on a terminal, plain lines elsewhere."""

import io
from collections.abc import Callable

import pytest

from songngu.console_ import Progress, language


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("asked", "locale", "expected"),
    [
        ("en", {"LANG": "vi_VN.UTF-8"}, "en"),
        ("vi", {"LANG": "en_GB.UTF-8"}, "vi"),
        (None, {}, "vi"),
        (None, {"LANG": "en_US.UTF-8"}, "en"),
        (None, {"LC_ALL": "vi_VN", "LANG": "en_US"}, "vi"),
        (None, {"LC_ALL": "", "LANG": "en_US"}, "en"),
        (None, {"LC_MESSAGES": "en_GB", "LANG": "vi_VN"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "vi"),
        ("fr", {"LANG": "en_US"}, "vi"),
    ],
)
def test_language(
    monkeypatch: pytest.MonkeyPatch, asked: str | None, locale: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert language(asked) == expected


def test_plain_lines_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    progress = Progress("en", 2, stream)
    progress("progress.read")
    progress("progress.site", "vi")
    progress.end()
    assert stream.getvalue() == "· Reading\n· Website, Vietnamese\n"


def test_a_bar_on_a_terminal_is_taken_away_at_the_end() -> None:
    stream = Terminal()
    progress = Progress("vi", 2, stream)
    for _ in range(5):
        progress("progress.site", "en")
    progress.end()
    drawn = stream.getvalue()
    assert "█" * 24 in drawn and "tiếng Anh" in drawn and "\n" not in drawn
    assert drawn.endswith("\r\033[K")


def ticking(*moments: float) -> Callable[[], float]:
    return iter(moments).__next__


def test_what_is_left_is_told_by_the_last_time() -> None:
    stream = io.StringIO()
    before = {"Reading": 2.0, "Pictures": 30.4, "Setting pages": 9.0}
    progress = Progress("en", 3, stream, before, ticking(0, 1, 3, 33, 40))
    for key in ("progress.read", "progress.pictures", "progress.press"):
        progress(key)
    progress.end()
    assert stream.getvalue().splitlines() == [
        "· Reading · about 41 s left",
        "· Pictures · about 39 s left",
        "· Setting pages · about 9 s left",
    ]
    assert progress.took == {"Reading": 2, "Pictures": 30, "Setting pages": 7}
    assert progress.table().splitlines()[0] == "   30.00 s  77%  Pictures"


def test_a_step_that_was_not_there_before_promises_nothing() -> None:
    stream = io.StringIO()
    Progress("en", 1, stream, {"Pictures": 3.0}, ticking(0, 1))("progress.read")
    assert stream.getvalue() == "· Reading\n"

"""The console: the language of messages, a bar on a terminal, plain lines elsewhere."""

import io
from collections.abc import Callable

import pytest

from songngu.console_ import ProgressBar, language


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
    progress = ProgressBar("en", 2, stream)
    progress("progress.read")
    progress("progress.screen", "vi")
    progress.end()
    assert stream.getvalue() == "· Reading\n· Screen edition, Vietnamese\n"


def test_a_bar_on_a_terminal_is_taken_away_at_the_end() -> None:
    stream = Terminal()
    progress = ProgressBar("vi", 2, stream)
    for _ in range(5):
        progress("progress.screen", "en")
    progress.end()
    drawn = stream.getvalue()
    assert "█" * 24 in drawn and "tiếng Anh" in drawn and "\n" not in drawn
    assert drawn.endswith("\r\033[K")


def ticking(*moments: float) -> Callable[[], float]:
    return iter(moments).__next__


def test_what_is_left_is_told_by_the_last_time() -> None:
    stream = io.StringIO()
    before = {"Reading": 2.0, "Pictures": 30.4, "Setting pages": 9.0}
    progress = ProgressBar("en", 3, stream, before, ticking(0, 1, 3, 33, 40))
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
    ProgressBar("en", 1, stream, {"Pictures": 3.0}, ticking(0, 1))("progress.read")
    assert stream.getvalue() == "· Reading\n"


def test_what_is_left_of_a_step_is_told_by_its_pieces() -> None:
    stream = io.StringIO()
    progress = ProgressBar("en", 1, stream, None, ticking(0, 0, 4, 12, 40, 44, 60))
    progress("progress.pictures")
    assert list(progress.counted("abcd", 4)) == list("abcd")
    progress.piece(1, 50)
    assert stream.getvalue().splitlines() == [
        "· Pictures",
        "· Pictures 2/4 · this step: about 12 s left",
        "· Pictures 3/4 · this step: about 13 s left",
        "· Pictures 1/50",
    ]


def test_what_is_left_of_the_whole_is_mended_by_the_pieces() -> None:
    stream = Terminal()
    before = {"Ảnh": 10.0, "Dàn trang": 30.0}
    progress = ProgressBar("vi", 2, stream, before, ticking(0, 0, 8))
    progress("progress.pictures")
    progress.piece(1, 2)
    assert "Ảnh 1/2 · còn khoảng 38 giây" in stream.getvalue()

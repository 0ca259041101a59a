"""The console: the language of messages, a bar on a terminal, plain lines elsewhere."""

import io

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

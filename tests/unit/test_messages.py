"""Sentences: things are counted as each language counts, and a system's words are told in it."""

import pytest

from songngu.messages import phrase
from songngu.model import Lang


@pytest.mark.parametrize(
    ("lang", "counted"),
    [
        ("en", "1 pair: 0 errors, 2 warnings (0.5 s)."),
        ("vi", "1 cặp bài: 0 lỗi, 2 cảnh báo (0,5 giây)."),
    ],
)
def test_things_are_counted(lang: Lang, counted: str) -> None:
    assert phrase("cli.summary", lang, pairs=1, errors=0, warnings=2, seconds=0.5) == counted


@pytest.mark.parametrize(
    ("lang", "reason", "said"),
    [
        ("vi", "No space left on device", "đĩa đã đầy"),
        ("en", "No space left on device", "No space left on device"),
        ("vi", "the moon is full", "the moon is full"),
    ],
)
def test_the_system_is_told_in_the_reader_s_language(lang: Lang, reason: str, said: str) -> None:
    assert phrase("machine.disk", lang, path="/x", reason=reason).endswith(f"/x: {said}")

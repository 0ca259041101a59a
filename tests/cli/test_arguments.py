"""The words of a command: what help says of them, and what is said of words that make none."""

import argparse
import re

import pytest

from songngu.arguments import UsageError, parse
from songngu.cli import main
from songngu.messages import phrase, sentences
from songngu.model import LANGS, Lang
from songngu.options import OPTIONS, VERBS, options_of


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("verb", VERBS)
def test_help_says_what_every_option_is_for(
    verb: str, lang: Lang, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse([verb, "--help", "--lang", lang], lang)
    told = " ".join(capsys.readouterr().out.split())
    assert left.value.code == 0
    for option in options_of(verb):
        assert phrase(f"option.{option.says}", lang) in told, option.name
    assert "show this help" not in told and "usage:" not in told and "options:" not in told


def test_every_option_is_some_verb_s_and_every_sentence_some_option_s() -> None:
    assert all(option.verbs and set(option.verbs) <= set(VERBS) for option in OPTIONS)
    said = {key for key in sentences("vi") if key.startswith("option.")}
    assert said == {f"option.{one.says}" for one in OPTIONS} | {"option.help", "option.version"}


def test_help_without_a_verb_is_that_of_all_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--help"], ["--lang", "en", "-h"]):
        with pytest.raises(SystemExit):
            parse(words, "en")
        told = capsys.readouterr().out
        assert all(f"\n  {verb} " in told for verb in VERBS)


def test_a_switch_of_some_verbs_has_a_value_with_another() -> None:
    built, judged = (
        parse(words.split(), "en") for words in ("--profile site", "--profile A5 preflight a.pdf")
    )
    assert (built.verb, built.profile) == ("site", True)
    assert (judged.verb, judged.profile) == ("preflight", "A5")


WRONG = [
    (["chek"], "không có lệnh “chek”; có phải ý bạn là: check?"),
    (["zzz"], f"không có lệnh “zzz”; có phải ý bạn là: {', '.join(VERBS)}?"),
    (["check", "--isue", "2031"], "lệnh check không nhận “--isue”; có phải ý bạn là --issue?"),
    (["check", "--iss", "2031"], "lệnh check không nhận “--iss”; có phải ý bạn là --issue?"),
    (["proof", "ben", "bến"], "lệnh proof không nhận “bến”. Xem: build.py proof --help"),
    (["site", "--round", "2"], "lệnh site không nhận --round; tùy chọn này là của: all, print."),
    (["clear", "ben"], "lệnh clear còn thiếu: --by, --role. Xem: build.py clear --help"),
    (["new"], "lệnh new còn thiếu: kind, SLUG. Xem: build.py new --help"),
    (
        ["new", "tho", "ben"],
        "“tho” không dùng được cho kind; chọn một trong: article, interview, statistics.",
    ),
    (
        ["check", "--format", "l'xml"],
        "“l'xml” không dùng được cho --format; chọn một trong: text, json, github.",
    ),
    (
        ["check", "--issue"],
        "sau --issue còn thiếu giá trị: "
        "số báo cần làm (mặc định: số mới nhất; với check và site là mọi số).",
    ),
    (
        ["new", "article", "ben", "--from"],
        "sau --from còn thiếu giá trị: "
        "lấy nội dung từ tệp Word: một tệp song ngữ, hoặc tệp tiếng Việt rồi tệp tiếng Anh.",
    ),
    (
        ["serve", "--port", "70000"],
        "“70000” không dùng được cho --port: cổng xem thử, một số từ 0 đến 65535 (mặc định: 8000).",
    ),
    (
        ["print", "--round=hai"],
        "“hai” không dùng được cho --round: "
        "lượt giao tệp cho nhà in, một số từ 1 trở lên (mặc định: 1).",
    ),
    (["check", "--strict=1"], "--strict đứng một mình, không nhận giá trị “1”."),
]


@pytest.mark.parametrize(("words", "why"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_words_that_make_no_command(
    words: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In argparse's own words none of them: its English changes from one Python to the next."""
    assert main(["--lang=vi", *words]) == 2
    assert capsys.readouterr().err == f"Lệnh chưa đúng: {why}\n"


def test_every_sentence_on_wrong_usage_is_said() -> None:
    said = {key.partition(".")[2] for key in sentences("vi") if key.startswith("usage.")}
    reached = set()
    for words, _ in WRONG:
        with pytest.raises(UsageError) as told:
            parse(words, "vi")
        reached.add(told.value.detail)
    # `other` stands for what a later argparse may say; places are looked at when the words are good
    # (tests/steady/test_misuse.py).
    assert said - reached == {"other", "root", "out", "no-content"}


def test_what_a_later_argparse_says_is_told_as_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def complain(parser: argparse.ArgumentParser, *words: object) -> None:
        parser.error("the moon is in the wrong phase")

    monkeypatch.setattr(argparse.ArgumentParser, "parse_known_args", complain)
    assert main(["check", "--lang", "en"]) == 2
    assert re.fullmatch(r"Wrong usage: .*wrong phase\n", capsys.readouterr().err)

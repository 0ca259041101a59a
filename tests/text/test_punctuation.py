"""What is told of spaces, quotation marks and dashes, and what --fix makes of it."""

import pytest

from songngu.model import Lang
from tests.text.support import found, left, mended


@pytest.mark.parametrize(
    ("lang", "text", "right"),
    [
        ("vi", "Một , hai ; ba : bốn . Năm ! Sáu ?", "Một, hai; ba: bốn. Năm! Sáu?"),
        ("vi", "Xem ( trong này ) và “ ngoài kia ”.", "Xem (trong này) và “ngoài kia”."),
        ("vi", "Trống,chiêng;kèn,, sáo.", "Trống, chiêng; kèn, sáo."),
        ("vi", 'Ông nói "đi" rồi "về".', "Ông nói “đi” rồi “về”."),
        ("vi", "**Đò** , _bến_ , [chợ](a.md) , {{ fact:x }} .",
         "**Đò**, _bến_, [chợ](a.md), {{ fact:x }}."),
        ("vi", "| Một , | \"hai\" |\n| --- | --- |\n| ba ; | bốn |",
         "| Một, | “hai” |\n| --- | --- |\n| ba; | bốn |"),
        ("en", "It's the investors' plan - and the 'old' one's.",
         "It’s the investors’ plan – and the ‘old’ one’s."),
        ("en", "From 2021-2030 -- a plan.", "From 2021–2030 – a plan."),
        ("en", "> He said \"go\n> home\".", "> He said “go\n> home”."),
        ("en", 'A board 5\' 10" long, "two" of them.', 'A board 5\' 10" long, “two” of them.'),
    ],
)  # fmt: skip
def test_what_is_sure_is_mended(lang: Lang, text: str, right: str) -> None:
    assert mended(text, lang) == right
    assert left(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "Kinh tế - xã hội, thời kỳ 2021-2030, lúc 7:30, tỷ lệ 3:4, 1.234,5 km… Xong!"),
        ("vi", "Đợi đã ... rồi đi. Gọi 0294.3855.247, xem vietnam.vn, viết thư a.b@c.vn."),
        ("vi", "Điều 5 khoản 2 điểm a) và (b); “thế à?” – ông hỏi; số 12-KL/TW, 1466/QĐ-UBND."),
        ("en", "Tel. 0294-3855-247, No. 12-34/2020, Viet-Anh, 10-15 km, and/or."),
        ("en", "A list: (a) one; (b) two: https://a.example/x,y;z, `a ,b`. “Why?” she said…"),
        ("en", "- one\n\n1. two\n\n## Three\n\n| a | b |\n|:--|--:|\n| c | d |\n\n[^1]: Note.\n"),
    ],
)  # fmt: skip
def test_what_is_right_is_left(lang: Lang, text: str) -> None:
    assert found(text, lang) == []
    assert mended(text, lang) == text


@pytest.mark.parametrize(
    ("lang", "text", "details"),
    [
        ("vi", "Hết rồi.. Thật.", ["two-dots"]),
        ("en", 'The "open one.', ["quote-unpaired"]),
        ("en", 'A"b"c.', ["quote-unpaired", "quote-unpaired"]),
    ],
)
def test_what_only_the_editor_knows_is_told(lang: Lang, text: str, details: list[str]) -> None:
    assert left(text, lang) == details
    assert mended(text, lang) == text


@pytest.mark.parametrize(
    "kept",
    [
        "`hoà ,bình`",
        '```\nhoà ,bình "x"\n```',
        '[chữ](hoà ,bình.md "hoà")',
        "![ảnh](../hoà,bình.png)",
        "https://a.example/hoà,bình",
        "{{ fact:hoà }}",
        "Đoạn.\n{#hoà .toán}",
        "[hoà]: https://a.example/hoà",
        "Chữ[^hoà].",
        "<!-- songngu: ignore text.tone because hoà ,là -->",
        "```chart\nseries: hoà\n```",
    ],
)
def test_code_addresses_and_marks_are_never_touched(kept: str) -> None:
    assert found(kept) == []
    assert mended(kept) == kept


def test_letters_that_are_none() -> None:
    assert mended("Ðường đi\u00ad tới\u200b bến.") == "Đường đi tới bến."
    assert mended("អក្សរ\u200bខ្មែរ") == "អក្សរ\u200bខ្មែរ", "Khmer parts its words so"

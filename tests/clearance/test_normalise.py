"""What may differ without being a change, and what never may."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songngu.source.normalise import normalise, normalise_lines

MINUS, NBSP, THIN = "\u2212", "\u00a0", "\u202f"
SAME = [
    ("a  b\tc", "a b c"),
    ("một\nhai ", "một hai"),
    (f"3{NBSP}km", "3 km"),
    (f"1{NBSP}000", f"1{THIN}000"),
    ("“Đò” và ‘bến’", "\"Đò\" và 'bến'"),
    ("«Đò»", '"Đò"'),
    ("Huế – Hà Nội — đêm", "Huế - Hà Nội - đêm"),
    ("2020–2025", "2020-2025"),
    ("5%–7%", "5%-7%"),
    ("QĐ‑UBND", "QĐ-UBND"),
    ("v.v...", "v.v…"),
    ("ta\u0300u", "tàu"),
    ("người dân’s", "người dân's"),
    ("-5 độ", f"{MINUS}5 độ"),
    ("(-0,5)", f"({MINUS}0,5)"),
    ("-$5", f"{MINUS}$5"),
]
OTHER = [
    ("hòa", "hoà"),
    ("má", "mà"),
    ("đo", "do"),
    ("Bến", "bến"),
    ("5", "-5"),
    ("-5", "–5"),
    ("-5", "+5"),
    ("10-5", f"10{MINUS}5"),
    ("1.000", "1,000"),
    ("1.000", "1000"),
    ("1 000", "1000"),
    ("1 000", f"1{NBSP}000"),
    ("1'000", "1’000"),
    ("1...5", "1…5"),
    ("a-b", "ab"),
    ("a - b", "a b"),
    ("5 %", "5%"),
    ('"a"', "a"),
    ('"a"', "'a'"),
    ("a…", "a."),
    ("5′", "5'"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_is_no_change(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_is_a_change(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


# Letters with marks, digits, signs, and every mark whose shape could be ignored.
MARKS = "-‐‑‒–—―\u2212+.,…\"'“”‘’«»() %$/:\t\n\u00a0\u202f0159aàđ"
texts = st.text(st.sampled_from(MARKS), max_size=30) | st.text(max_size=30)
SHAPES = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "…": "..."}
    | dict.fromkeys("‘’‚‛‹›", "'")
    | dict.fromkeys("‐‑‒–—―\u2212", "-")
)


def bare(text: str) -> str:
    """The text without white space, every mark in its plainest shape."""
    return "".join(unicodedata.normalize("NFC", text).translate(SHAPES).split())


@given(texts)
def test_it_is_done_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(texts)
def test_nothing_is_taken_out_and_nothing_put_in(text: str) -> None:
    assert bare(normalise(text)) == bare(text)


@given(texts, st.sampled_from([" ", "\n", "\t ", "  \n"]))
def test_breaking_a_line_elsewhere_is_no_change(text: str, gap: str) -> None:
    assert normalise(text.replace(" ", gap)) == normalise(text.replace(" ", "  "))


@given(texts, st.integers(0, 30), st.sampled_from("0159aàđá+"))
def test_a_letter_or_digit_more_is_a_change(text: str, at: int, letter: str) -> None:
    assert normalise(text[:at] + letter + text[at:]) != normalise(text)


@given(st.integers(0, 9999), st.sampled_from("-–—+±"), st.sampled_from(["", "từ ", "("]))
def test_a_sign_is_never_lost(number: int, sign: str, lead: str) -> None:
    assert normalise(f"{lead}{sign}{number}") != normalise(f"{lead}{number}")
    others = {normalise(f"{lead}{one}{number}") for one in "-–+±"}
    assert len(others) == 4


def test_lines_stay_lines() -> None:
    assert normalise_lines(" a  b \n\n – c") == "a b\n- c"
    assert normalise_lines("a b - c") != normalise_lines("a b\n- c")

"""Names for addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songngu.source.slugs import address, fold, plain, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đầu tư, 2024!", "dau-tu-2024"),
        ("đường Ỷ Lan", "duong-y-lan"),
        ("Ưu đãi — “đất lành”", "uu-dai-dat-lanh"),
        ("Trước/Sau", "truoc-sau"),
        ("  ", ""),
        ("…", ""),
        ("Ấp 3", "ap-3"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(max_size=60))
def test_a_slug_is_ascii_and_stays_itself(text: str) -> None:
    made = slug(text)
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(made) == made


def test_every_vietnamese_letter_folds_to_ascii() -> None:
    letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    assert fold(letters + letters.upper()).isascii()
    assert len(fold(letters)) == len(letters)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Đậm** và [liên kết](a.md#b)", "Đậm và liên kết"),
        ("![Tranh](a.png) rồi [x][y]", "Tranh rồi x"),
        ("mưa {{ fact:mua }} nhiều {#cho}", "mưa  nhiều"),
        ("`mã` và _nghiêng_", "mã và nghiêng"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_an_address_keeps_its_folders() -> None:
    assert address("Đất/Nước ta") == "dat/nuoc-ta"

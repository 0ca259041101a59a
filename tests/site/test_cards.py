"""Cards: what they show, that it fits, and that they are drawn once."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from songngu.cache_ import Cache
from songngu.figures.fonts_ import FACES, print_font
from songngu.figures.palette import read_palette
from songngu.site.cards_ import LEFT, RIGHT, TITLE_ROOM, Card, DrawCard, _fitted, _lines, plan_cards
from songngu.site.edition import Edition
from tests.conftest import ROOT
from tests.site.conftest import ALONE

PATHS = {"2031/", "2031/ben-song/", "2031/nguoi/", "2031/do-dau-ngay/", f"2031/{ALONE}/"}


@pytest.fixture
def face() -> Path:
    wanted = next(one for one in FACES if (one.family, one.weight) == ("Be Vietnam Pro", 800))
    return print_font(wanted, Cache(ROOT))


@pytest.fixture
def card(edition: Edition) -> Card:
    return plan_cards(edition, read_palette(ROOT))["vi", f"2031/{ALONE}/"]


def test_a_card_for_every_issue_section_and_article(edition: Edition) -> None:
    cards = plan_cards(edition, read_palette(ROOT))
    assert set(cards) == {(lang, path) for lang in ("vi", "en") for path in PATHS}
    assert len({one.name for one in cards.values()}) == len(cards)


def test_a_composed_interview_and_a_specimen_say_so(card: Card) -> None:
    assert card.label == "Hỏi đáp do ban biên tập soạn"
    assert card.status == "Bản mẫu, không phải ấn phẩm chính thức"
    assert card.accent == read_palette(ROOT)["lacquer"].light


def test_the_same_card_is_drawn_once_and_to_the_same_bytes(card: Card, tmp_path: Path) -> None:
    once, again = (
        DrawCard(tmp_path, Cache(tmp_path / name))(card).read_bytes() for name in ("a", "b")
    )
    assert once == again
    drawn = DrawCard(tmp_path, Cache(tmp_path / "a"))
    assert not drawn.missing(card) and drawn.missing(replace(card, title="Khác"))
    with Image.open(drawn(card)) as image:
        assert image.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_a_long_title_keeps_its_room(face: Path) -> None:
    for title in ("Ấn phẩm " * 6, "Những người giữ nhịp cho một tỉnh " * 9, "A" * 80):
        size, lines = _fitted(title.strip(), face, TITLE_ROOM)
        assert len(lines) * size * 1.24 <= TITLE_ROOM
    assert lines == ["A" * 80]
    assert _fitted("Những người giữ nhịp " * 20, face, TITLE_ROOM)[1][-1].endswith("…")


def test_lines_are_even_and_inside(face: Path) -> None:
    font = ImageFont.truetype(str(face), 60, layout_engine=ImageFont.Layout.BASIC)
    lines = _lines("Cửa sông, con thuyền và luật biển", font, RIGHT - LEFT)
    assert all(font.getlength(line) <= RIGHT - LEFT for line in lines)
    assert min(map(font.getlength, lines)) > 0.6 * max(map(font.getlength, lines))


def test_every_vietnamese_letter_is_one_glyph_of_the_face(face: Path) -> None:
    """The plain layout sets no mark on a letter: every letter must be there whole."""
    font = ImageFont.truetype(str(face), 40, layout_engine=ImageFont.Layout.BASIC)
    lacking = bytes(font.getmask("\uffff"))
    letters = [chr(code) for code in (*range(0x1EA0, 0x1EFA), *map(ord, "ăâêôơưđĂÂÊÔƠƯĐ"))]
    assert [one for one in letters if bytes(font.getmask(one)) == lacking] == []
    loose = unicodedata.normalize("NFD", "Mười nghề")
    assert _lines(loose, font, 900) == ["Mười nghề"]

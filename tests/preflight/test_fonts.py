"""How far letters reach: widths, shifts, spacing; the same to whom it is told twice."""

from pathlib import Path

import pytest

from songngu.press.preflight.canvas_ import MM
from songngu.press.preflight.facts import Font
from songngu.press.preflight.fonts_ import Face
from songngu.press.preflight.pikepdf_ import Document
from tests.preflight.builder import Maker

FACE = Face(Font("any", True), False, {97: 400.0}, 500.0, {})


def test_what_an_operator_shows() -> None:
    shown = FACE.shown([b" a", -100, b"b a "])
    assert shown.letters == " ab a "
    assert shown.whole == (500 + 400 + 100 + 500 + 500 + 400 + 500, 6, 3)
    assert shown.first == (500, 1, 1)
    assert shown.last == (500 + 400 + 100 + 500 + 500 + 400, 4, 2)
    assert FACE.shown((b" a", -100, b"b a ")) is shown


def test_blanks_have_no_ink() -> None:
    assert FACE.shown([b"  ", 300]).first is None


def test_a_space_of_two_bytes_parts_no_words() -> None:
    wide = Face(Font("any", True), True, {}, 500.0, {}, notdef=True)
    shown = wide.shown([b"\0\x20\0\0"])
    assert shown.whole == (1000, 2, 0) and shown.missing == 1


@pytest.mark.parametrize("stretch", [100, 50])
def test_spacing_is_added_for_every_letter(stretch: int, tmp_path: Path) -> None:
    """Letters 5 pt wide, 3 pt apart, words 5 pt more."""
    content = f"3 Tc 5 Tw {stretch} Tz BT /F 10 Tf 50 120 Td (a a) Tj (b) Tj ET"
    with Document(Maker(content=content).save(tmp_path / "one.pdf")) as document:
        first, second = next(document.pages(300)).marks
    assert first.area.width / MM == pytest.approx((5 + 3 + 5 + 3 + 5 + 5) * stretch / 100)
    assert (second.area.x - first.area.right) / MM == pytest.approx(3 * stretch / 100)

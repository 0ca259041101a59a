"""Fonts of a screen edition: one for all parts wherever they agree on what a letter is."""

import json

from songngu.press.shared_fonts_ import SharedFonts, _next


def asked(widths: dict[int, int], missing: dict[int, int] | None = None, said: str = "a") -> bytes:
    """What a part asks of the one font that it shows letters of."""
    told = {
        "plain": {"hash": "ABCDEF"},
        "name": "/ABCDEF+Serif",
        "mark": "file",
        "widths": list(widths.items()),
        "to_unicode": [(glyph, said) for glyph in widths],
        "missing": list((missing or {}).items()),
    }
    return json.dumps([told]).encode()


def test_parts_have_a_font_in_common() -> None:
    shared = SharedFonts()
    assert (
        shared.add(asked({3: 500})) == shared.add(asked({3: 500, 4: 600})) == {"ABCDEF": "ABCDEF"}
    )
    (font,) = shared.fonts.values()
    assert font.widths == {3: 500, 4: 600} and set(font.letters) == {3, 4}


def test_what_a_letter_is_first_said_to_be_it_stays() -> None:
    shared = SharedFonts()
    shared.add(asked({3: 500}))
    shared.add(asked({3: 500}, said="b"))
    assert shared.fonts["ABCDEF"].letters == {3: "a"}


def test_another_width_is_another_font() -> None:
    """The engine rounds it, and places the letters that follow by it."""
    shared = SharedFonts()
    shared.add(asked({3: 500}))
    assert shared.add(asked({3: 501})) == {"ABCDEF": _next("ABCDEF")}
    assert shared.add(asked({3: 500, 4: 1})) == {"ABCDEF": "ABCDEF"}
    assert len(shared.fonts) == 2 and _next("ABCDEF").isupper() and len(_next("ABCDEF")) == 6


def test_letters_that_a_font_lacks_are_counted_by_each_part() -> None:
    shared = SharedFonts()
    shared.add(asked({9: 1}, {0x2603: 9}))
    assert shared.add(asked({9: 1}, {0x1F600: 9})) != {"ABCDEF": "ABCDEF"}

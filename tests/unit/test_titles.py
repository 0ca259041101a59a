"""Titles broken into lines."""

import pytest

from songngu.figures.titles import balanced


@pytest.mark.parametrize(
    ("longest", "title", "lines"),
    [
        (24, "Mùa đò đầy", ("Mùa đò đầy",)),
        (24, "Of Ferries, and of the Northern Bank", ("Of Ferries,", "and of the Northern Bank")),
        (24, "Antidisestablishmentarianism", ("Antidisestablishmentarianism",)),
        # Two lines would be too long: it takes three.
        (22, "A ferry for a village beyond the bay", ("A ferry for a village", "beyond the bay")),
        (
            18,
            "A ferry for a village beyond the bay",
            ("A ferry", "for a village", "beyond the bay"),
        ),
        # A figure stays with the word before it, where another break is nearly as good.
        (25, "Kế hoạch năm 2024 qua con số", ("Kế hoạch năm 2024", "qua con số")),
        # What an editor keeps together is not parted.
        (24, "An ninh thông\u00a0tin đối ngoại", ("An ninh thông\u00a0tin", "đối ngoại")),
        # No word stands alone where two can.
        (24, "Straight from the ferry stage", ("Straight from", "the ferry stage")),
    ],
)
def test_a_title_breaks_where_sense_does(longest: int, title: str, lines: tuple[str, ...]) -> None:
    assert balanced(title, longest) == lines


def test_nobody_waits_for_a_title_of_a_thousand_words() -> None:
    """It has more ways to part than there is time; it is no title and stays as it is."""
    assert balanced("đò " * 1000, 24) == ("đò " * 1000,)
    assert len(balanced("chuyến đò " * 10, 24)) == 5

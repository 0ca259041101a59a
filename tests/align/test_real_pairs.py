"""The promise of the heart, on every block of every article that we print."""

import pytest

from songngu.align import align
from songngu.model import Pair, Row
from songngu.source.publication import read
from tests.align.test_rows import placed, without
from tests.support import CHECKOUT


def real_pairs() -> list[Pair]:
    publication = read(CHECKOUT).value
    assert publication is not None
    return [pair for issue in publication.issues for pair in issue.pairs if pair.complete]


PAIRS = real_pairs()


def test_there_are_real_pairs_and_none_has_a_gap() -> None:
    assert len(PAIRS) >= 14
    for pair in PAIRS:
        assert all(row.vi and row.en for row in pair.rows), pair.id


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_removing_any_one_block_leaves_all_other_rows(pair: Pair) -> None:
    assert pair.vi and pair.en
    left, right = pair.vi.blocks, pair.en.blocks
    shifted = []
    for row in pair.rows:
        assert row.vi and row.en
        if placed(align(without(left, row.vi.index), right)) != gap_at(pair.rows, row, "vi"):
            shifted.append(f"{pair.vi.path}:{row.vi.line}")
        if placed(align(left, without(right, row.en.index))) != gap_at(pair.rows, row, "en"):
            shifted.append(f"{pair.en.path}:{row.en.line}")
    assert shifted == []


def gap_at(rows: tuple[Row, ...], gone: Row, side: str) -> list[tuple[int | None, int | None]]:
    """The rows as they stood, with one side of one of them empty."""
    expected = placed(rows)
    at = rows.index(gone)
    vi, en = expected[at]
    expected[at] = (None, en) if side == "vi" else (vi, None)
    return expected

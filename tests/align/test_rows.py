"""Alignment as properties: a missing block is a gap, never a shifted rest."""

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songngu.align import align
from songngu.model import Block, BlockKind, Row
from songngu.source.blocks import cut
from tests.align.invented import article, blocks_of, pair

PINNABLE = [kind for kind in BlockKind if kind is not BlockKind.NOTE]


def placed(rows: Sequence[Row]) -> list[tuple[int | None, int | None]]:
    return [(row.vi.index if row.vi else None, row.en.index if row.en else None) for row in rows]


def without(blocks: Sequence[Block], index: int) -> list[Block]:
    return [block for block in blocks if block.index != index]


def shown(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.kind is not BlockKind.NOTE]


@settings(deadline=None, max_examples=60)
@given(vi=article(), en=article())
def test_every_block_stands_in_one_row_and_in_order(vi: str, en: str) -> None:
    left, right = cut(vi), cut(en)
    rows = align(left, right)
    assert [row.vi for row in rows if row.vi] == shown(left)
    assert [row.en for row in rows if row.en] == shown(right)
    assert all(row.vi or row.en for row in rows)
    assert all(row.vi.kind is row.en.kind for row in rows if row.vi and row.en)


@settings(deadline=None, max_examples=40)
@given(text=article())
def test_a_text_beside_itself_pairs_everything(text: str) -> None:
    blocks = cut(text)
    assert align(blocks, blocks) == tuple(Row(block, block) for block in shown(blocks))


@given(text=article())
@settings(deadline=None, max_examples=15)
def test_beside_nothing_every_row_has_one_side(text: str) -> None:
    blocks = cut(text)
    assert align(blocks, ()) == tuple(Row(block, None) for block in shown(blocks))
    assert align((), blocks) == tuple(Row(None, block) for block in shown(blocks))


@settings(deadline=None, max_examples=60)
@given(data=st.data(), both=pair())
def test_the_same_id_wins_over_every_likeness(data: st.DataObject, both: tuple[str, str]) -> None:
    left, right = list(cut(both[0])), list(cut(both[1]))
    options = [
        (i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if one.kind is other.kind and one.kind in PINNABLE
    ]
    i, j = data.draw(st.sampled_from(options))
    left[i] = replace(left[i], id="cho-nay")
    right[j] = replace(right[j], id="cho-nay")
    assert (left[i].index, right[j].index) in placed(align(left, right))


@settings(deadline=None, max_examples=60)
@given(data=st.data(), both=pair())
def test_removing_a_block_leaves_every_other_row(
    data: st.DataObject, both: tuple[str, str]
) -> None:
    left, right = cut(both[0]), cut(both[1])
    rows = placed(align(left, right))
    assert all(vi == en for vi, en in rows)
    gone = data.draw(st.sampled_from([vi for vi, _ in rows if vi is not None]))
    assert placed(align(without(left, gone), right)) == [
        (None if vi == gone else vi, en) for vi, en in rows
    ]
    assert placed(align(left, without(right, gone))) == [
        (vi, None if en == gone else en) for vi, en in rows
    ]


def test_blocks_of_different_ids_are_never_one_row() -> None:
    vi = cut("Một câu.\n{#a}\n\nHai câu.\n{#b}\n")
    en = cut("One sentence.\n{#b}\n\nTwo sentences.\n{#c}\n")
    assert placed(align(vi, en)) == [(0, None), (1, 0), (None, 1)]


def test_ids_that_cross_keep_the_order_of_both_sides() -> None:
    vi = cut("## A {#a}\n\n## B {#b}\n\n## C {#c}\n")
    en = cut("## C {#c}\n\n## A {#a}\n\n## B {#b}\n")
    assert placed(align(vi, en)) == [(None, 0), (0, 1), (1, 2), (2, None)]


def test_headings_of_different_levels_are_not_one_row() -> None:
    assert placed(align(cut("## Một\n"), cut("### One\n"))) == [(0, None), (None, 0)]


def test_notes_stand_in_no_row() -> None:
    vi, en = cut("Một[^1].\n\n[^1]: Chú thích.\n"), cut("One[^1].\n\n[^1]: A note.\n")
    assert placed(align(vi, en)) == [(0, 0)]


@pytest.mark.parametrize("count", [400])
def test_a_very_long_article_is_aligned_in_seconds(count: int) -> None:
    vi, en = blocks_of(count)
    assert len(cut(vi)) == len(cut(en)) == count
    began = time.process_time()
    rows = align(cut(vi), cut(en))
    assert time.process_time() - began < 8
    assert placed(rows) == [(at, at) for at in range(count)]

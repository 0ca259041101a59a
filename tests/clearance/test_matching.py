"""Rows are matched by content: what was not touched is never stale."""

from hypothesis import given
from hypothesis import strategies as st

from songngu.desk.matching import changes, matched
from songngu.model import Change, Received, Side

WORDS = ["bến", "đò", "sông", "nước", "làng", "chợ", "mưa", "nắng", "lúa", "dừa", "thuyền", "chèo"]


def row(text: str, shape: str = "paragraph") -> Received:
    return Received(Side(shape, f"{text} vi"), Side(shape, f"{text} en"))


def rows(*texts: str) -> list[Received]:
    return [row(text) for text in texts]


def told(found: tuple[Change, ...]) -> list[tuple[str, int]]:
    return [(one.how, one.number) for one in found]


def test_the_same_is_no_change() -> None:
    assert changes(rows("a", "b"), rows("a", "b")) == ()
    assert changes((), ()) == ()


def test_one_side_of_one_row() -> None:
    old = rows("một", "hai", "ba")
    there = old[1]
    new = [old[0], Received(there.vi, Side("paragraph", "two, reworded")), old[2]]
    (found,) = changes(old, new)
    assert (found.how, found.number, found.sides) == ("changed", 2, ("en",))
    assert found["en"] == (there.en, new[1].en) and found["vi"] == (there.vi, there.vi)


def test_an_inserted_row_shifts_nothing() -> None:
    assert told(changes(rows("a", "b", "c"), rows("a", "x", "b", "c"))) == [("added", 2)]


def test_a_row_inserted_beside_a_changed_one() -> None:
    old = rows("bến đò làng tôi có từ xưa", "chợ nổi họp sớm")
    new = rows("mưa rơi", "bến đò làng tôi có từ lâu", "chợ nổi họp sớm")
    assert told(changes(old, new)) == [("added", 1), ("changed", 2)]


def test_a_row_taken_out_and_one_moved() -> None:
    assert told(changes(rows("a", "b", "c"), rows("a", "c"))) == [("removed", 2)]
    assert told(changes(rows("a", "b", "c", "d"), rows("b", "c", "a", "d"))) == [("moved", 3)]


def test_equal_rows_are_told_apart_by_their_neighbours() -> None:
    assert told(changes(rows("b", "a", "a", "a"), rows("a", "a", "a", "a"))) == [("changed", 1)]


texts = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=9
)


@given(texts, st.data())
def test_a_changed_row_makes_no_other_stale(old: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(old) - 1))
    new = rows(*old)
    new[at] = row(old[at] + " thêm")
    assert told(changes(rows(*old), new)) == [("changed", at + 1)]


@given(texts, st.data())
def test_an_inserted_row_makes_no_other_stale(old: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(old)))
    new = [*rows(*old[:at]), row("hoàn toàn mới"), *rows(*old[at:])]
    assert told(changes(rows(*old), new)) == [("added", at + 1)]


@given(texts, st.sets(st.integers(0, 8)))
def test_any_number_of_changes_is_told_row_by_row(old: list[str], places: set[int]) -> None:
    unique = [f"{text} {at}" for at, text in enumerate(old)]
    new = [row(f"{text} sửa") if at in places else row(text) for at, text in enumerate(unique)]
    wanted = [("changed", at + 1) for at in sorted(places) if at < len(old)]
    assert told(changes(rows(*unique), new)) == wanted


@given(texts, texts)
def test_every_row_is_matched_once_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = list(matched(rows(*old), rows(*new)))
    assert [i for i, _ in pairs if i is not None] == list(range(len(old)))
    assert [j for _, j in pairs if j is not None] == list(range(len(new)))

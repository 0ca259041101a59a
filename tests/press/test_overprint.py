"""Overprint in a content stream: on for letters in black alone, off again for all else."""

from songngu.press.overprint import OFF, ON, overprinted

BLACK, WHITE = b"0 0 0 1 scn", b"0 0 0 0 scn"
SHOW = b"[<0001>] TJ"


def switches(*steps: bytes) -> list[str]:
    """What is painted under which of the two, in order."""
    made: list[str] = []
    state, saved = OFF, [OFF]
    for step in overprinted(steps) or steps:
        if step == b"q":
            saved.append(state)
        elif step == b"Q":
            state = saved.pop()
        if step.endswith(b" gs"):
            state = step.decode()[1:-3]
        elif step.split(b" ")[-1] in (b"TJ", b"f"):
            made.append(state)
    return made


def test_black_letters_overprint() -> None:
    assert switches(b"/DeviceCMYK cs", BLACK, SHOW, SHOW) == [ON, ON]


def test_white_letters_and_all_shapes_knock_out() -> None:
    assert switches(BLACK, SHOW, WHITE, SHOW, BLACK, b"f") == [ON, OFF, OFF]


def test_what_never_overprints_is_left_as_it_is() -> None:
    assert overprinted((WHITE, SHOW, BLACK, b"f")) is None


def test_a_restored_state_is_the_one_that_was_saved() -> None:
    assert switches(WHITE, b"q", BLACK, SHOW, b"Q", SHOW) == [ON, OFF]


def test_letters_with_an_outline_count_it() -> None:
    assert switches(BLACK, b"2 Tr", b"0 0 0 0 SCN", SHOW, b"0 Tr", SHOW) == [OFF, ON]

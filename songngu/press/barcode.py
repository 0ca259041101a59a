"""EAN-13 as bars: which modules are black (GS1 General Specifications, section 5.2)."""

from dataclasses import dataclass

MODULE = 0.33  # mm, the nominal size
_LEFT = (
    "0001101",
    "0011001",
    "0010011",
    "0111101",
    "0100011",
    "0110001",
    "0101111",
    "0111011",
    "0110111",
    "0001011",
)
# Which of the left six digits are written mirrored and inverted tells the first digit.
_PARITY = (
    "LLLLLL",
    "LLGLGG",
    "LLGGLG",
    "LLGGGL",
    "LGLLGG",
    "LGGLLG",
    "LGGGLL",
    "LGLGLG",
    "LGLGGL",
    "LGGLGL",
)
_GUARDS = frozenset({0, 2, 46, 48, 92, 94})


@dataclass(frozen=True)
class Bar:
    """A black bar, in modules from the left guard; guards reach lower than the others."""

    left: int
    width: int
    guard: bool


def modules(digits: str) -> str:
    """95 modules, 1 for black, of thirteen digits."""
    left = "".join(
        _LEFT[int(digit)] if side == "L" else _mirrored(digit)
        for digit, side in zip(digits[1:7], _PARITY[int(digits[0])], strict=True)
    )
    right = "".join(_inverted(_LEFT[int(digit)]) for digit in digits[7:])
    return f"101{left}01010{right}101"


def bars(digits: str) -> tuple[Bar, ...]:
    """The bars of thirteen digits, touching modules joined into one."""
    code = modules(digits)
    found: list[Bar] = []
    at = 0
    while at < len(code):
        end = at
        while end < len(code) and code[end] == "1":
            end += 1
        if end > at:
            found.append(Bar(at, end - at, at in _GUARDS))
        at = max(end, at + 1)
    return tuple(found)


def _inverted(code: str) -> str:
    return code.translate(str.maketrans("01", "10"))


def _mirrored(digit: str) -> str:
    return _inverted(_LEFT[int(digit)])[::-1]

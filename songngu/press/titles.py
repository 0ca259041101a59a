"""Titles broken into lines of like length."""

import itertools

# Words that begin a new step of a title, in both languages.
_SMALL = frozenset(
    (
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "và",
        "của",
        "ở",
        "với",
        "cho",
        "trong",
        "từ",
        "về",
        "đến",
    )
)


def balanced(text: str, longest: int) -> tuple[str, ...]:
    """A title in as few lines as `longest` letters allow, of lengths as equal as sense permits:
    a break after a comma or before a small word weighs more than equality."""
    words = text.split()
    count = min(-(-len(text) // longest), len(words))
    wanted = len(text) / max(count, 1)

    def lines(breaks: tuple[int, ...]) -> tuple[str, ...]:
        edges = (0, *breaks, len(words))
        return tuple(" ".join(words[a:b]) for a, b in itertools.pairwise(edges))

    def cost(breaks: tuple[int, ...]) -> float:
        joints = sum(_joint(words[at - 1], words[at]) for at in breaks)
        return sum(abs(len(line) - wanted) for line in lines(breaks)) - 11 * joints

    tries = itertools.combinations(range(1, len(words)), max(count - 1, 0))
    fitting = [one for one in tries if all(len(line) <= longest for line in lines(one))]
    return lines(min(fitting, key=cost)) if fitting else (text,)


def _joint(before: str, after: str) -> int:
    """How well a title parts between two words: 1 well, 0 neither,
    -1 badly (after a small word)."""
    if before.lower() in _SMALL:
        return -1
    return int(after.lower() in _SMALL or before.endswith((",", ":", ";")))

"""Rows as they were signed against rows as they stand: what was changed, added, taken out, moved.

Rows are matched by content, never by number, so an inserted row shifts nothing and one change makes
one row stale. What both ends have in common is set aside; the rest is aligned in order by the best
total score, a side that stayed counting most, then the words that two texts share.
"""

import functools
import re
from collections.abc import Iterator, Sequence

from songngu.model import LANGS, Change, Received, Side

Match = tuple[int | None, int | None]

# Two rows level are always better than one taken out and one added.
_GAP = -0.5
_SAME, _SAME_SIDE = 8.0, 3.0
_WORD = re.compile(r"\w+")


def changes(old: Sequence[Received], new: Sequence[Received]) -> tuple[Change, ...]:
    """What differs, in reading order."""
    pairs = list(matched(old, new))
    lost = {old[i]: i for i, j in pairs if i is not None and j is None}
    moved = {new[j] for i, j in pairs if i is None and j is not None and new[j] in lost}
    found = []
    for i, j in pairs:
        before = old[i] if i is not None else None
        after = new[j] if j is not None else None
        if before == after or (after is None and before in moved):
            continue
        if after is None:
            found.append(Change("removed", (i or 0) + 1, before, None))
        elif before is None:
            how = "moved" if after in moved else "added"
            number = (j or 0) + 1
            there = after if how == "moved" else None
            found.append(Change("moved" if how == "moved" else "added", number, there, after))
        else:
            found.append(Change("changed", (j or 0) + 1, before, after))
    return tuple(found)


def matched(old: Sequence[Received], new: Sequence[Received]) -> Iterator[Match]:
    """Places in `old` and `new` that stand level; None where a side has no partner."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    yield from ((at, at) for at in range(head))
    between = _aligned(old[head : len(old) - tail], new[head : len(new) - tail])
    for i, j in between:
        yield (i if i is None else i + head), (j if j is None else j + head)
    yield from ((len(old) - at, len(new) - at) for at in range(tail, 0, -1))


def _aligned(old: Sequence[Received], new: Sequence[Received]) -> Iterator[Match]:
    """The best order-keeping alignment (Needleman-Wunsch)."""
    scores = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old), -1, -1):
        for j in range(len(new), -1, -1):
            if i < len(old) and j < len(new):
                level = _likeness(old[i], new[j]) + scores[i + 1][j + 1]
                scores[i][j] = max(level, _GAP + scores[i + 1][j], _GAP + scores[i][j + 1])
            elif i < len(old) or j < len(new):
                scores[i][j] = _GAP * (len(old) - i + len(new) - j)
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new):
            level = _likeness(old[i], new[j]) + scores[i + 1][j + 1]
            if scores[i][j] == level:
                yield i, j
                i, j = i + 1, j + 1
                continue
        if j == len(new) or (i < len(old) and scores[i][j] == _GAP + scores[i + 1][j]):
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1


def _likeness(old: Received, new: Received) -> float:
    if old == new:
        return _SAME
    return sum(_side(old[lang], new[lang]) for lang in LANGS)


def _side(old: Side | None, new: Side | None) -> float:
    if old is None or new is None:
        return 0.0
    if old == new:
        return _SAME_SIDE
    here, there = _words(old.text), _words(new.text)
    every = len(here | there)
    return (len(here & there) / every if every else 0.0) + 0.2 * (old.shape == new.shape)


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))

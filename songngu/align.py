"""The heart: Vietnamese blocks + English blocks -> rows.

Blocks with the same explicit `{#id}` are paired first. What lies between them is aligned in order
by the best total score (Needleman-Wunsch): only blocks of the same kind can be a row, and among
those the better row is the one whose sides share figures, names, documents and facts, and whose
lengths fit (Gale and Church 1993: lengths of translations are proportional). A block without a
partner becomes a row with one side empty; it never shifts the rest.
"""

import functools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import sub

from songngu.model import Block, BlockKind, Row
from songngu.source.slugs import fold

# English text is on average 1.19 times as long as its Vietnamese original (measured on the 2024
# issue: 18 articles); the spread is that of Gale and Church's variance.
LENGTH_RATIO = 1.19
LENGTH_SPREAD = 0.15
GAP = -1.1
BASE = 0.6
# Two runs of one shape stand level, unless an alignment with gaps beats that by so much. It is not
# even looked for where each row fits: by itself it earns more than this.
CLEARLY = 1.0
FITS = 0.0
# What anchors and names that have nothing in common take from a row at most.
MOST_LOST = 0.7

_MONTHS = {
    "january": "1",
    "february": "2",
    "march": "3",
    "april": "4",
    "may": "5",
    "june": "6",
    "july": "7",
    "august": "8",
    "september": "9",
    "october": "10",
    "november": "11",
    "december": "12",
}
_SENTENCE = re.compile(r"[.!?…](?![^\s”\"*)])")
_EMPHASIS = re.compile(r"\*+")
_NAMED = re.compile(r"\{\{\s*fact:[\w-]+\s*\}\}|^series:\s*\S+", re.M)
_TARGET = re.compile(r"\]\(([^)\s]*)")
_WITHIN = re.compile(r"\]\([^)]*\)|\{\{[^}]*\}\}")
_NOTE = re.compile(r"\[\^[^\]]+\]")
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3})")
_DIGITS = re.compile(r"\d+")
# A word of small letters says nothing in the other language; what begins with a capital or a digit
# may: a name, a figure, a document's number.
_CAPITALS = "".join(char for char in map(chr, range(0x1F00)) if char.isupper())
_TOKEN = re.compile(rf"[{_CAPITALS}0-9](?<![^\W\d_][^\W\d_])[^\W_]*(?:[./,-][^\W_]+)*")
# The first word of a sentence, in a text that begins with a line end: its capital says nothing.
_FIRST = re.compile(r"[.!?:…\n][\s\"“(*_\[]*([^\W_]+(?:[./,-][^\W_]+)*)")


@dataclass(frozen=True)
class Traits:
    """What a block shows that a translation keeps: `bare` is its text without targets of links and
    facts, `marks` counts its punctuation."""

    block: Block
    bare: str
    marks: tuple[int, ...]

    @functools.cached_property
    def said(self) -> tuple[frozenset[str], frozenset[str]]:
        """The anchors and the names, gathered only where the rest leaves doubt."""
        return _said(self.block.text, self.bare)


def align(vi: Sequence[Block], en: Sequence[Block]) -> tuple[Row, ...]:
    """Rows in reading order; every block stands in exactly one row."""
    left = [block for block in vi if block.kind is not BlockKind.NOTE]
    right = [block for block in en if block.kind is not BlockKind.NOTE]
    rows: list[Row] = []
    start_left = start_right = 0
    for pin_left, pin_right in [*_pins(left, right), (len(left), len(right))]:
        rows += _between(left[start_left:pin_left], right[start_right:pin_right])
        if pin_left < len(left):
            rows.append(Row(left[pin_left], right[pin_right]))
        start_left, start_right = pin_left + 1, pin_right + 1
    return tuple(rows)


def _pins(left: Sequence[Block], right: Sequence[Block]) -> list[tuple[int, int]]:
    """Positions with the same explicit id, the longest run that keeps the order of both sides."""
    places = {block.id: at for at, block in enumerate(right) if block.id}
    found = [
        (at, places[block.id])
        for at, block in enumerate(left)
        if block.id in places and block.kind is right[places[block.id]].kind
    ]
    best: list[list[tuple[int, int]]] = []
    for pin in found:
        before = [run for run in best if run[-1][1] < pin[1]]
        best.append([*max(before, key=len, default=[]), pin])
    return max(best, key=len, default=[])


def _between(left: Sequence[Block], right: Sequence[Block]) -> list[Row]:
    """The best order-keeping alignment of two runs of blocks."""
    if not left or not right:
        return [Row(block, None) for block in left] + [Row(None, block) for block in right]
    a, b = list(map(_traits, left)), list(map(_traits, right))
    level = len(left) == len(right) and all(map(_matchable, left, right))
    if level and all(map(_fits, a, b)):
        return list(map(Row, left, right))
    scores = _scores(a, b)
    # A sentence moved from a paragraph to the next leaves both where they are.
    if level and scores[0][0] - sum(map(_likeness, a, b)) < CLEARLY:
        return list(map(Row, left, right))
    return _walk(left, right, scores)


def _scores(left: Sequence[Traits], right: Sequence[Traits]) -> list[list[float]]:
    """The best score of what is left from each pair of places on."""
    scores = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for j in range(len(right) - 1, -1, -1):
        scores[-1][j] = GAP + scores[-1][j + 1]
    for i in range(len(left) - 1, -1, -1):
        row, below, one = scores[i], scores[i + 1], left[i]
        row[-1] = GAP + below[-1]
        for j in range(len(right) - 1, -1, -1):
            best = GAP + max(below[j], row[j + 1])
            if _matchable(one.block, right[j].block):
                best = max(best, _likeness(one, right[j]) + below[j + 1])
            row[j] = best
    return scores


def _walk(left: Sequence[Block], right: Sequence[Block], scores: list[list[float]]) -> list[Row]:
    """Read the rows off the table of best scores; a tie prefers the earlier gap on the left."""
    rows = []
    i = j = 0
    while i < len(left) or j < len(right):
        here = scores[i][j]
        if i < len(left) and math.isclose(here, GAP + scores[i + 1][j], abs_tol=1e-9):
            rows.append(Row(left[i], None))
            i += 1
        elif j < len(right) and math.isclose(here, GAP + scores[i][j + 1], abs_tol=1e-9):
            rows.append(Row(None, right[j]))
            j += 1
        else:
            rows.append(Row(left[i], right[j]))
            i, j = i + 1, j + 1
    return rows


def _matchable(left: Block, right: Block) -> bool:
    if left.kind is not right.kind or (left.id and right.id and left.id != right.id):
        return False
    return left.kind is not BlockKind.HEADING or left.extent == right.extent


def _fits(a: Traits, b: Traits) -> bool:
    """Whether two blocks of one kind can stand level without a look at any other."""
    form = _form(a, b)
    return form - MOST_LOST > FITS or form + _content(a, b) > FITS


def _likeness(a: Traits, b: Traits) -> float:
    """How well two blocks of one kind fit."""
    return _form(a, b) + _content(a, b)


def _form(a: Traits, b: Traits) -> float:
    """What the kind, the size, the punctuation and the length of two blocks are worth."""
    score = BASE
    left, right = a.block, b.block
    if left.extent and left.kind is not BlockKind.HEADING:
        score += 0.8 if (left.extent, left.width) == (right.extent, right.width) else -0.8
    other_marks: int = sum(map(abs, map(sub, a.marks, b.marks)))
    score -= min(0.22 * other_marks, 1.5)
    drift = math.log((len(b.bare) + 8) / (len(a.bare) * LENGTH_RATIO + 8)) / LENGTH_SPREAD
    return score + 0.7 - min(0.35 * drift * drift, 1.9)


def _content(a: Traits, b: Traits) -> float:
    """What the anchors and names of two blocks are worth: at worst -MOST_LOST."""
    (anchors, names), (others, other_names) = a.said, b.said
    return _overlap(anchors, others, 2.4, 0.5) + _overlap(names, other_names, 1.6, 0.2)


def _overlap(a: frozenset[str], b: frozenset[str], gain: float, loss: float) -> float:
    """What the common part of two sets earns, and what their having nothing in common costs."""
    if not a or not b:
        return -loss / 2 if a or b else 0.0
    common = len(a & b)
    return gain * common / (len(a) + len(b) - common) - loss


def _traits(block: Block) -> Traits:
    bare = block.text
    if "](" in bare or "{{" in bare:
        bare = _WITHIN.sub("] ", bare)
    return Traits(block, bare, _marks(bare))


def _said(text: str, bare: str) -> tuple[frozenset[str], frozenset[str]]:
    """The tokens that read the same in both languages: what anchors a block, and other names."""
    anchors: set[str] = set()
    if "{{" in text or "series:" in text:
        anchors.update(_NAMED.findall(text))
    if "](" in text:
        anchors.update("link:" + target for target in _TARGET.findall(text))
    if "[^" in bare:
        anchors.update(_NOTE.findall(bare))
    names: set[str] = set()
    first = _FIRST.findall("\n" + bare)
    for token in _TOKEN.findall(bare):
        alike, name = _read(token)
        anchors.update(alike)
        if name and token in first:
            first.remove(token)
        elif name:
            names.add(name)
    return frozenset(anchors), frozenset(names - anchors)


@functools.lru_cache(maxsize=1 << 14)
def _read(token: str) -> tuple[tuple[str, ...], str]:
    """What of a token is the same in any language: figures, months, acronyms; and the name that it
    may be, without its marks. An issue has few names, each of them often."""
    name = fold(token) if token[0].isupper() else ""
    if digits := _DIGITS.findall(_THOUSANDS.sub("", token)):
        return tuple(part for one in digits if (part := one.lstrip("0"))), name
    month = _MONTHS.get(name.lower())
    return (month,) if month else (name,) if len(name) > 1 and name.isupper() else (), name


def _marks(text: str) -> tuple[int, ...]:
    """Punctuation that a translator keeps: ends, questions, quotations, asides, emphasis."""
    return (
        len(_SENTENCE.findall(text)),
        text.count("?"),
        text.count("“") + text.count('"'),
        text.count("("),
        text.count(";") + text.count(":"),
        len(_EMPHASIS.findall(text)) if "*" in text else 0,
    )

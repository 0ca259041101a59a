"""How much an article may be: far more than anybody writes, and what every stage can still carry.

The engines below take time with the square of some of it (marks inside marks, unclosed brackets,
the letters of one paragraph); within these bounds an article is read and rendered in seconds.
"""

import re
from collections.abc import Iterator, Sequence

from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import Block, BlockKind, Lang

# Some hundred pages; a row of a hundred cells three hundred times.
LONGEST_ARTICLE, LONGEST_BLOCK, MOST_BLOCKS = 400_000, 60_000, 4_000
# The engines measure every cell against every column; a page holds a dozen.
WIDEST = 100
# Lists in quotations in lists, and brackets of a kind that are open at one time.
DEEPEST = 20
NESTED = frozenset({BlockKind.LIST, BlockKind.QUOTE, BlockKind.PULL, BlockKind.NOTE})
SILENT = frozenset({BlockKind.CODE, BlockKind.CHART, BlockKind.SERIES})
INDENTED = re.compile(r"^[ >]*", re.M)
BRACKETS = {"[": re.compile(r"[\[\]]"), "(": re.compile(r"[()]")}
SPACES = 4


def too_long(body: str, path: str, line: int, lang: Lang) -> Diagnostic | None:
    """A text that is not even cut into blocks; it begins on `line`."""
    if len(body) <= LONGEST_ARTICLE:
        return None
    line += len(body[: len(body) - len(body.lstrip())].split("\n")) - 1
    found, most = len(body), LONGEST_ARTICLE
    return diagnose("source.markdown", path, line, "too-long", lang=lang, found=found, most=most)


def too_much(blocks: Sequence[Block], path: str, lang: Lang) -> Iterator[Diagnostic]:
    """What of an article is more than can be read: too many blocks, too long, too deep."""

    def told(line: int, detail: str, found: int, most: int) -> Diagnostic:
        return diagnose("source.markdown", path, line, detail, lang=lang, found=found, most=most)

    if len(blocks) > MOST_BLOCKS:
        yield told(blocks[MOST_BLOCKS].line, "too-many", len(blocks), MOST_BLOCKS)
    for block in blocks:
        if len(block.text) > LONGEST_BLOCK:
            yield told(block.line, "block-too-long", len(block.text), LONGEST_BLOCK)
        elif block.kind is BlockKind.TABLE and (wide := _columns(block)) > WIDEST:
            yield told(block.line, "too-wide", wide, WIDEST)
        elif block.kind not in SILENT and (depth := _depth(block)) > DEEPEST:
            yield told(block.line, "too-deep", depth, DEEPEST)


def _columns(block: Block) -> int:
    return block.text.partition("\n")[0].strip("| ").count("|") + 1


def _depth(block: Block) -> int:
    """How many marks stand inside each other: levels of lists and quotations, or open brackets."""
    levels = map(_levels, INDENTED.findall(block.text)) if block.kind in NESTED else ()
    opened = (_open(block.text, mark) for mark in BRACKETS if block.text.count(mark) > DEEPEST)
    return max((*levels, *opened), default=0)


def _levels(margin: str) -> int:
    quoted = margin.count(">")
    return quoted + (len(margin) - 2 * quoted) // SPACES  # one space belongs to each mark


def _open(text: str, begins: str) -> int:
    """The most brackets of a kind that wait for their end at one place."""
    level = most = 0
    for mark in BRACKETS[begins].findall(text):
        level = level + 1 if mark == begins else max(0, level - 1)
        most = max(most, level)
    return most

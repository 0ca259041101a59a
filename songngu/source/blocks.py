"""Cuts Markdown into top-level blocks with their lines, without rendering it.

This cut is the truth for the whole house: checks compare these blocks, rows are made of them, and
the renderer (figures/markdown_.py) converts exactly these, one by one. The dialect: ATX headings,
paragraphs, lists, pipe tables, block quotes, fences, figures, footnote and link definitions. No
raw HTML, no indented code, no underlined headings.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from songngu.model import Block, BlockKind

HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t#]*$")
FENCE = re.compile(r"^(`{3,}|~{3,})[ \t]*([\w-]*)[ \t]*$")
BULLET = re.compile(r"^ {0,3}[*+-][ \t]")
NUMBERED = re.compile(r"^ {0,3}\d+[.)][ \t]")
QUOTED = re.compile(r"^ {0,3}>")
RULE = re.compile(r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
DEFINITION = re.compile(r"^ {0,3}\[\^?[^\]]+\]:")
TABLE_RULE = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
FIGURE = re.compile(r"^!\[[^\]]*\]\([^()]*(?:\([^()]*\))?[^()]*\)$")
ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*\{:?[ \t]*([#.][^{}\n]*?)[ \t]*\}[ \t]*$")
ATTRIBUTE_LINE = re.compile(r"^[ \t]*\{:?[ \t]*[#.][^{}\n]*\}[ \t]*$")
CODE_SPAN = re.compile(r"`[^`]*`")
TURN = re.compile(r"^(?:\*\*|__)?(Hỏi|Đáp|Q|A):")

TURNS = {
    "Hỏi": BlockKind.QUESTION,
    "Q": BlockKind.QUESTION,
    "Đáp": BlockKind.ANSWER,
    "A": BlockKind.ANSWER,
}
FENCES = {"chart": BlockKind.CHART, "table": BlockKind.SERIES}
_WITHOUT_ID = (BlockKind.NOTE, BlockKind.CODE, BlockKind.CHART, BlockKind.SERIES)


class Chunk(NamedTuple):
    """Lines that belong together; `first` is the 0-based line where they begin."""

    kind: BlockKind
    first: int
    lines: list[str]


def cut(text: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a Markdown text; `first_line` is the file's line where the text begins."""
    chunks = _chunks(text.expandtabs(4).split("\n"))
    return tuple(_block(index, chunk, first_line) for index, chunk in enumerate(chunks))


def _chunks(lines: list[str]) -> Iterator[Chunk]:
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        kind, end = _extent(lines, at)
        body = lines[at:end]
        while body and not body[-1].strip():
            body.pop()
        yield Chunk(kind, at, body)
        at = end


def _extent(lines: list[str], at: int) -> tuple[BlockKind, int]:
    """The kind of the block that begins at this line, and the line after its end."""
    line = lines[at]
    if line[:1].isalpha():
        # Nothing but a table or a paragraph begins with a letter.
        return _table_or_paragraph(lines, at)
    if found := FENCE.match(line):
        return FENCES.get(found[2], BlockKind.CODE), _fence_end(lines, at, found[1])
    if HEADING.match(line):
        return BlockKind.HEADING, at + 1
    if RULE.match(line):
        return BlockKind.RULE, at + 1
    if QUOTED.match(line):
        end = _with_attributes(lines, _quote_end(lines, at))
        pull = ATTRIBUTES.search("\n".join(lines[at:end]).rstrip())
        kind = BlockKind.PULL if pull and ".pull" in pull[1].split() else BlockKind.QUOTE
        return kind, end
    if BULLET.match(line):
        return BlockKind.LIST, _list_end(lines, at, BULLET)
    if NUMBERED.match(line):
        return BlockKind.LIST, _list_end(lines, at, NUMBERED)
    if DEFINITION.match(line):
        return BlockKind.NOTE, _definition_end(lines, at)
    return _table_or_paragraph(lines, at)


def _table_or_paragraph(lines: list[str], at: int) -> tuple[BlockKind, int]:
    if _is_table(lines, at):
        return BlockKind.TABLE, _all_rows(lines, at)
    end = _paragraph_end(lines, at)
    return _paragraph_kind(lines[at:end]), end


def _paragraph_kind(lines: list[str]) -> BlockKind:
    text = "\n".join(lines).strip()
    if text.endswith("}"):
        text = ATTRIBUTES.sub("", text).strip()
    if FIGURE.match(text):
        return BlockKind.FIGURE
    if turn := TURN.match(text):
        return TURNS[turn[1]]
    return BlockKind.PARAGRAPH


def _fence_end(lines: list[str], at: int, fence: str) -> int:
    for end in range(at + 1, len(lines)):
        stripped = lines[end].strip()
        if stripped.startswith(fence) and not stripped.strip(fence[0]):
            return end + 1
    return len(lines)


def _begins_block(line: str) -> bool:
    """Whether this line ends a paragraph that runs up to it."""
    if line[:1].isalpha():
        return False
    return bool(
        HEADING.match(line)
        or FENCE.match(line)
        or QUOTED.match(line)
        or RULE.match(line)
        or DEFINITION.match(line)
    )


def _paragraph_end(lines: list[str], at: int) -> int:
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _begins_block(lines[end]):
        end += 1
    return end


def _is_table(lines: list[str], at: int) -> bool:
    """A line of cells above a rule with as many."""
    head, rule = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    return (
        "|" in head
        and TABLE_RULE.match(rule) is not None
        and _columns(head) == _columns(rule)
        and (_columns(head) > 1 or _is_framed(lines[at + 1 : _all_rows(lines, at)]))
    )


def _is_framed(rows: list[str]) -> bool:
    """A table of one column has a bar at the edge of every row, or it is none."""
    return all(row.startswith("|") or row.rstrip().endswith("|") for row in rows)


def _columns(row: str) -> int:
    """The cells of a table's row; bars in code and escaped bars part nothing."""
    bare = CODE_SPAN.sub("", row.replace("\\|", "")).strip()
    return bare.removeprefix("|").removesuffix("|").count("|") + 1


def _with_attributes(lines: list[str], end: int) -> int:
    """The end of a block, past the line of attributes right beneath it."""
    return end + 1 if end < len(lines) and ATTRIBUTE_LINE.match(lines[end]) else end


def _all_rows(lines: list[str], at: int) -> int:
    """The end of a table, the line of attributes beneath it among its rows."""
    return _with_attributes(lines, _table_end(lines, at))


def _table_end(lines: list[str], at: int) -> int:
    end = at + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip():
        end += 1
    return end


def _quote_end(lines: list[str], at: int) -> int:
    """Quoted lines, also over one blank line; an unquoted line ends the quotation."""
    end = at + 1
    while end < len(lines):
        if QUOTED.match(lines[end]) or (
            not lines[end].strip() and end + 1 < len(lines) and QUOTED.match(lines[end + 1])
        ):
            end += 1
        else:
            break
    return end


def _list_end(lines: list[str], at: int, marker: re.Pattern[str]) -> int:
    """Items of one marker, their continuation lines, and what is indented beneath them."""
    end = at + 1
    blank = False
    while end < len(lines):
        line = lines[end]
        if not line.strip():
            blank = True
        elif line.startswith("    ") or (marker.match(line) and not RULE.match(line)):
            blank = False
        elif blank or _begins_block(line) or BULLET.match(line) or NUMBERED.match(line):
            break
        end += 1
    return end


def _definition_end(lines: list[str], at: int) -> int:
    """A footnote's or link's definition and the indented lines beneath it."""
    end = at + 1
    while end < len(lines):
        line = lines[end]
        following = lines[end + 1] if end + 1 < len(lines) else ""
        if line.startswith("    ") or (not line.strip() and following.startswith("    ")):
            end += 1
        elif not line.strip() or _begins_block(line):
            break
        else:
            end += 1
    return end


def _block(index: int, chunk: Chunk, first_line: int) -> Block:
    text = "\n".join(chunk.lines)
    extent, width = _measure(chunk)
    return Block(
        index=index,
        kind=chunk.kind,
        text=text,
        line=first_line + chunk.first,
        id=_explicit_id(chunk.kind, text),
        extent=extent,
        width=width,
    )


def _explicit_id(kind: BlockKind, text: str) -> str | None:
    """The id given by `{#id}` at the end of a heading or on a line of its own beneath a block."""
    if "}" not in text or kind in _WITHOUT_ID:
        return None
    found = ATTRIBUTES.search(text) if text.rstrip().endswith("}") else None
    if not found:
        return None
    words = [word for word in found[1].split() if word.startswith("#")]
    return words[-1][1:] if words else None


def _measure(chunk: Chunk) -> tuple[int, int]:
    """What two sides of a row must share: heading level, list items, table rows and columns."""
    if chunk.kind is BlockKind.PARAGRAPH:
        return 0, 0
    if chunk.kind is BlockKind.HEADING:
        found = HEADING.match(chunk.lines[0])
        assert found is not None
        return len(found[1]), 0
    if chunk.kind is BlockKind.LIST:
        marker = BULLET if BULLET.match(chunk.lines[0]) else NUMBERED
        return sum(1 for line in chunk.lines if marker.match(line)), 0
    if chunk.kind is BlockKind.TABLE:
        rows = [line for line in chunk.lines if not ATTRIBUTE_LINE.match(line)]
        return len(rows) - 1, _columns(chunk.lines[0])
    return 0, 0

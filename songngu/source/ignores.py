"""`<!-- songngu: ignore CODE because REASON -->`: an editor's word that a finding is meant.

The comment stands on a line of its own above a block, or at the end of one of its lines, and
covers that block in both languages; in the front matter it is a YAML comment (`# songngu: ...`)
and covers the front matter. It is taken out before the text is cut, so no reader meets it.
"""

import re
from collections.abc import Iterator

from songngu.model import Block, Ignore
from songngu.source.blocks import FENCE

COMMENT = re.compile(r"<!--[ \t]*songngu:(?P<said>.*?)-->")
_IN_FRONT = re.compile(r"^#[ \t]*songngu:(?P<said>.*)$", re.M)
_SAID = re.compile(r"[ \t]*ignore[ \t]+(?P<code>[\w./-]+)(?:[ \t]+because\b(?P<reason>.*))?[ \t]*")


def take(body: str, first_line: int) -> tuple[str, tuple[Ignore, ...]]:
    """The body without its comments, line for line, and what they say. Code is left as it is."""
    found: list[Ignore] = []
    if "songngu:" not in body:
        return body, ()
    lines = body.split("\n")
    for at, line in _outside_fences(lines):
        if "songngu:" not in line:
            continue
        comments = list(COMMENT.finditer(line))
        found += [_read(one["said"], first_line + at) for one in comments]
        if comments:
            lines[at] = COMMENT.sub("", line).rstrip()
    return "\n".join(lines), tuple(found)


def in_front(front: str, first_line: int) -> tuple[Ignore, ...]:
    """What the comments at the beginning of front-matter lines say."""
    return tuple(
        _read(one["said"], first_line + front.count("\n", 0, one.start()), block=None)
        for one in _IN_FRONT.finditer(front)
    )


def placed(ignores: tuple[Ignore, ...], blocks: tuple[Block, ...]) -> tuple[Ignore, ...]:
    """Each with the block it stands in, or above."""
    return tuple(
        Ignore(
            one.code,
            one.reason,
            one.line,
            next((b.index for b in blocks if one.line <= b.line + b.text.count("\n")), None),
        )
        for one in ignores
    )


def _read(said: str, line: int, block: int | None = None) -> Ignore:
    found = _SAID.fullmatch(said)
    if not found:
        return Ignore("", "", line, block)
    return Ignore(found["code"], (found["reason"] or "").strip(), line, block)


def _outside_fences(lines: list[str]) -> Iterator[tuple[int, str]]:
    fence = ""
    for at, line in enumerate(lines):
        if fence:
            stripped = line.strip()
            if stripped.startswith(fence) and not stripped.strip(fence[0]):
                fence = ""
        elif opened := FENCE.match(line):
            fence = opened[1]
        else:
            yield at, line

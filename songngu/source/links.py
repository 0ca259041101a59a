"""Finds what an article points at: links, pictures, facts and series, each with its line."""

import functools
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Literal

from songngu.model import Article, Block, BlockKind

_INLINE = re.compile(
    r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\(\s*<?([^\s()<>]*(?:\([^\s()]*\))?[^\s()<>]*)>?(?:\s+\"([^\"]*)\")?\s*\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[[^^\]][^\]]*\]:\s*<?(\S+?)>?(?:\s|$)", re.M)
FACT = re.compile(r"\{\{\s*fact:\s*([\w-]+)\s*\}\}")
SERIES = re.compile(r"^series:\s*(\S+)\s*$", re.M)
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.I)
# Content is untrusted text: an address may open a page or a letter, and run nothing.
SAFE = re.compile(r"^(?:https?://|mailto:|tel:)", re.I)

Kind = Literal["link", "picture", "fact", "series"]


def is_ours(path: str) -> bool:
    """Whether a path, relative to the root as an article means it, stays below the root by its very
    letters. Asked before the disk is: to Windows `//name/share` is another machine, which it would
    call, and say who asks."""
    return not (
        OUTSIDE.match(path) or "\\" in path or path.startswith("/") or ".." in path.split("/")
    )


@dataclass(frozen=True)
class Reference:
    """Something an article names. `line` is the file's line; `text` the words that stand for it, of
    a picture its alternative text; `title` what stands beside it in quotation marks."""

    kind: Kind
    target: str
    line: int
    block: int
    text: str = ""
    title: str = ""


def references(article: Article) -> Iterator[Reference]:
    """Everything the body of an article points at, in reading order."""
    for block in article.blocks:
        if _names_something(block):
            yield from _in_block(block)


def in_block(block: Block) -> tuple[Reference, ...]:
    """What one block points at."""
    return _in_block(block) if _names_something(block) else ()


@functools.lru_cache(maxsize=1 << 16)
def _in_block(block: Block) -> tuple[Reference, ...]:
    return tuple(_found(block))


def _found(block: Block) -> Iterator[Reference]:
    if block.kind in _FIGURES:
        yield from _matches(block, SERIES, "series", 1)
    else:
        for found in _INLINE.finditer(block.text):
            kind: Kind = "picture" if found[1] else "link"
            _, text, target, title = found.groups("")
            text = " ".join(text.split())
            yield Reference(kind, target, _line(block, found.start()), block.index, text, title)
        yield from _matches(block, _DEFINITION, "link", 1)
        yield from _matches(block, FACT, "fact", 1)


def pointing(block: Block, kinds: Container[Kind]) -> Block | None:
    """The block with nothing left in it but what it points at of these kinds, as it is written;
    None when that is nothing. Where it stood is left out too."""
    if block.kind in _FIGURES:
        parts = [block.text] if "series" in kinds else []
    else:
        parts = [_written(one) for one in in_block(block) if one.kind in kinds]
    return Block(0, block.kind, "\n\n".join(parts), 0) if parts else None


def _written(one: Reference) -> str:
    """A picture or a fact as an editor writes it."""
    if one.kind == "fact":
        return f"{{{{ fact:{one.target} }}}}"
    title = f' "{one.title}"' if one.title else ""
    return f"![{one.text}]({one.target}{title})"


_FIGURES = (BlockKind.CHART, BlockKind.SERIES)


def _names_something(block: Block) -> bool:
    """Most blocks name nothing: that is seen without reading them."""
    if "]" in block.text or "{" in block.text or block.kind in _FIGURES:
        return block.kind is not BlockKind.CODE
    return False


def _matches(block: Block, pattern: re.Pattern[str], kind: Kind, group: int) -> Iterator[Reference]:
    for found in pattern.finditer(block.text):
        yield Reference(kind, found[group], _line(block, found.start(group)), block.index)


def _line(block: Block, at: int) -> int:
    return block.line + block.text.count("\n", 0, at)

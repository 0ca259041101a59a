"""The prose of a source file: what is said to readers, each stretch with its language, the rest
hidden. Works on the file as it stands on the disk, so that a repair knows its very place."""

import re
from collections.abc import Iterator

from songngu.check.text.repair import HIDDEN, Stretch
from songngu.model import Block, BlockKind, Lang
from songngu.source.articles import split
from songngu.source.blocks import ATTRIBUTES, TABLE_RULE, cut
from songngu.source.ignores import COMMENT
from songngu.source.links import FACT
from songngu.source.yaml_ import Scalar, scalars

_SILENT = (BlockKind.CODE, BlockKind.CHART, BlockKind.SERIES, BlockKind.RULE)
# The words of an article's front matter that readers see.
_FRONT = re.compile(
    r"title|standfirst|byline|picture\.(?:alt|caption)|corrections\.\d+\.text|withdrawn\.reason"
)
_WORDS = re.compile(r"(?:^|\.)(vi|en)$")
# Addresses of the web and of letters, and names of sites (vietnam.vn).
_ADDRESSES = (
    re.compile(r"(?:https?://|www\.)[^\s<>()]+|[\w.+-]+@[\w-]+\.[\w.-]+"),
    re.compile(
        r"(?<![\w.])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?:/[^\s<>()]*)?(?![\w])"
    ),
)
# In the order in which they are hidden: comments, code, facts, targets of links and pictures, marks
# of references, definitions; then addresses; then escapes, marks of blocks, attributes, tags.
_MARKS = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        COMMENT.pattern,
        r"(`+).*?\1",
        FACT.pattern,
        r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)",
        r"\]\[[^\]\n]*\]|\[\^[^\]\n]+\]:?",
        r"^ {0,3}\[[^^\]\n][^\]\n]*\]:.*$",
    )
)
_REST = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        r"\\.",
        r"^[ \t]*(?:>[ \t]?)*(?:#{1,6}|[*+-]|\d+[.)])[ \t]+|^ {0,3}>+[ \t]?",
        ATTRIBUTES.pattern,
        r"<[^<>\n]*>",
    )
)


def stretches(path: str, text: str, lang: Lang | None) -> Iterator[Stretch]:
    """The prose of a file: an article of that language, or YAML whose `vi:` and `en:` are prose."""
    if not path.endswith(".md"):
        yield from _of_yaml(text, 0, None)
        return
    front, body, _ = split(text)
    if front is None or lang is None:
        return
    yield from _of_yaml(front, text.index("\n") + 1, lang)
    yield from _of_body(body, len(text) - len(body), lang)


def _of_yaml(text: str, start: int, lang: Lang | None) -> Iterator[Stretch]:
    for scalar in scalars(text):
        place = ".".join(map(str, scalar.path))
        said = _WORDS.search(place) if lang is None else _FRONT.fullmatch(place)
        if not said:
            continue
        own: Lang = lang or ("vi" if said[1] == "vi" else "en")
        yield Stretch(_shown(scalar, text), start + scalar.start, own)


def _shown(scalar: Scalar, text: str) -> str:
    """The scalar with its own marks hidden: quotation marks around it, escapes, the head of a
    folded one."""
    raw = text[scalar.start : scalar.end]
    if scalar.style in ("'", '"'):
        raw = HIDDEN + raw[1:-1] + HIDDEN
        escapes = r"''" if scalar.style == "'" else r"\\(?:x..|u.{4}|U.{8}|.)"
        raw = re.sub(escapes, _hidden, raw, flags=re.S)
    elif scalar.style in ("|", ">"):
        raw = re.sub(r"\A[^\n]*", _hidden, raw)
    return _without(raw, _ADDRESSES)


def _of_body(body: str, start: int, lang: Lang) -> Iterator[Stretch]:
    lines = body.split("\n")
    begins = [start]
    for line in lines:
        begins.append(begins[-1] + len(line) + 1)
    for block in cut(body):
        if block.kind in _SILENT:
            continue
        first = block.line - 1
        raw = "\n".join(lines[first : first + block.text.count("\n") + 1])
        yield Stretch(_prose_of(block, raw), begins[first], lang, block.kind is BlockKind.TABLE)


def _prose_of(block: Block, raw: str) -> str:
    if block.kind is BlockKind.TABLE:
        lines = raw.split("\n")
        raw = "\n".join(HIDDEN * len(one) if TABLE_RULE.match(one) else one for one in lines)
    return _without(raw, (*_MARKS, *_ADDRESSES, *_REST))


def _without(text: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    for pattern in patterns:
        text = pattern.sub(_hidden, text)
    return text


def _hidden(found: re.Match[str]) -> str:
    """As long as what it hides; line ends stay, for they are counted."""
    return re.sub(r"[^\n]", HIDDEN, found[0])

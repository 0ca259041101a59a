"""What changed between two texts, word by word: what stayed, what went, what came."""

import difflib
import re
from dataclasses import dataclass
from typing import Literal

# A word, a number with its separators, a line's end, or any one mark; spaces go with what is
# before them.
_TOKEN = re.compile(r"(?:[\d]+(?:[.,:/]\d+)*|\w+|\n|[^\w\s])[^\S\n]*")


@dataclass(frozen=True)
class Run:
    """A stretch of text that stayed, went or came."""

    what: Literal["same", "gone", "new"]
    text: str


def word_diff(old: str, new: str) -> tuple[Run, ...]:
    """The runs of both texts in one line; those that went stand before those that came for them."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    runs: list[Run] = []
    for how, i, j, k, n in matcher.get_opcodes():
        if how == "equal":
            runs.append(Run("same", "".join(after[k:n])))
            continue
        gone, came = "".join(before[i:j]), "".join(after[k:n])
        runs += [Run("gone", gone)] if gone else []
        runs += [Run("new", came)] if came else []
    return tuple(runs)


def before(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The old text: what stayed and what went."""
    return tuple(run for run in runs if run.what != "new")


def after(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The new text: what stayed and what came."""
    return tuple(run for run in runs if run.what != "gone")


def plain(text: str) -> str:
    """Without the marks of Markdown, for people who sign on paper."""
    text = re.sub(r"(?m)^(?:#{1,6} |- |\* )", lambda found: "" if "#" in found[0] else "– ", text)
    text = re.sub(r"\[\^([^\]]+)\]", r"[\1]", text)
    text = re.sub(r"!?\[([^\[\]]*)\]\(([^()\s]*)[^()]*\)", _linked, text)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])", r"\2", text)
    return re.sub(r"(?m)^\| | \|$", "", text)


def _linked(found: re.Match[str]) -> str:
    outside = re.match(r"https?:", found[2])
    return f"{found[1]} ({found[2]})" if outside and found[1] != found[2] else found[1]


def told(old: str, new: str) -> tuple[str, str]:
    """Both as people read them; as they are written where only the marks differ."""
    left, right = plain(old), plain(new)
    return (old, new) if left == right and old != new else (left, right)

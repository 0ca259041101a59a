"""A text as terms are looked for in it, and the words of a form.

Markup says nothing: what stands in the target of a link, in `{{ … }}`, `{#…}`, code, a comment or
an address is passed over; emphasis, a hyphen and a quotation mark part words as a space does. Any
other sign, a blank line or a new item of a list ends a phrase: no term is seen across it unless the
term is written so.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from songngu.check.passages import Passage

Words = tuple[str, ...]

_WORD = re.compile(r"\w+|'[sS]\b|\n[ \t>]*(?:\n|[-*+][ \t]|[0-9]+[.)][ \t])|[^\w\s*>–—\"“”'-]")
_MARKUP = re.compile(
    r"\]\([^)]*\)|\{[^{}]*\}\}?|`[^`\n]*`|<!--.*?-->|</?[a-zA-Z][^>\n]*>|https?://[^\s)>]+"
    r"|www\.[^\s)>]+|\[\^[^\]\s]+\]",
    re.DOTALL,
)
_MAIL = re.compile(r"[\w.-]+@[\w-]+\.\w+")
# Without one of these there is no markup: most passages have none.
_SIGNS = ("{", "`", "<", "@", "]", "//", "www.")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»")


@dataclass(frozen=True, eq=False)
class Text:
    """A passage, even (see there), and the same in lower case: all three are of one length."""

    passage: Passage
    written: str
    lower: str

    def said(self, start: int, end: int) -> str:
        """What stands there, on one line and without emphasis."""
        said = self.passage.text[start:end].replace("*", "").replace("\n>", "\n")
        return " ".join(said.split())

    def line(self, start: int) -> int:
        return self.passage.line_at(start)

    def quoted(self, start: int, end: int) -> bool:
        """Whether it stands in a quotation that is marked as one."""
        return any(
            one.start() < start and end < one.end() for one in _QUOTED.finditer(self.written)
        )


def text_of(passage: Passage) -> Text:
    written = even(passage.text)
    return Text(passage, written, written.lower())


def markup(text: str) -> Sequence[tuple[int, int]]:
    """Where markup stands in a text."""
    if not any(map(text.__contains__, _SIGNS)):
        return ()
    mail = _MAIL.finditer(text) if "@" in text else ()
    return [one.span() for one in (*_MARKUP.finditer(text), *mail)]


def even(text: str) -> str:
    """One sign for every apostrophe and for emphasis, no letter that is two in lower case; as long
    as it was."""
    return text.replace("’", "'").replace("ʼ", "'").replace("_", "*").replace("İ", "I")


@functools.cache
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Whole phrases in a text of lower case, however many spaces part their words."""
    said = "|".join(r"\s+".join(map(re.escape, one.lower().split())) for one in phrases)
    return re.compile(rf"\b(?:{said})\b")


def split(text: str) -> Words:
    """The words of an even text. What ends a phrase is a word of its own."""
    return tuple(_WORD.findall(text))


def lowered(words: Words) -> Words:
    return tuple(map(str.lower, words))

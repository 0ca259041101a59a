"""What the search knows of a page: its words with their places, its headings, its plain text.

A page's words are counted through: the title first, then each heading and the text below it. So a
place tells the heading it belongs to, and two words that follow each other are a phrase.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import TypedDict

# What a word is, to this module and, told in the index, to the reader's browser. A point or comma
# inside a number parts nothing.
_LETTER = r"[0-9A-Za-z\u00c0-\u024f\u0300-\u036f\u1780-\u17ff\u1e00-\u1eff]"
_INSIDE = "[.,](?=[0-9])"
WORD = f"(?:{_LETTER}|{_INSIDE})+"
_WORD = re.compile(WORD)
_HEADING = re.compile(r'<h([1-6])[^>]* id="([^"]*)"[^>]*>(.*?)</h\1>', re.S)
_TAG = re.compile(r"</?(\w+)[^>]*>")
# Elements inside a word or beside one; any other parts the words before and after it.
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "code", "em", "i", "ins", "kbd", "mark", "q", "s", "small",
     "span", "strong", "u")
)  # fmt: skip


class Head(TypedDict):
    """The page itself or a heading of it: its address in the page, what it says, and the places
    where the words of the title and of the text below it begin."""

    anchor: str
    title: str
    at: int
    text: int


class Doc(TypedDict):
    """A page. `texts` has the text below each of `heads`; `words` by each word, as it is written
    in lower case, its places: the first one, then the distance from each to the next."""

    path: str
    length: int
    heads: list[Head]
    texts: list[str]
    words: dict[str, str]


def doc(path: str, title: str, page: str) -> Doc | None:
    """What the search knows of the page at `path` whose text is the HTML `page`; None for one
    without a text."""
    if not page:
        return None
    heads: list[Head] = []
    texts: list[str] = []
    words: dict[str, str] = {}
    last: dict[str, int] = {}
    at = 0
    for anchor, heading, text in _cut(title, page):
        begins = at
        at = _count(heading, at, words, last)
        heads.append({"anchor": anchor, "title": heading, "at": begins, "text": at})
        texts.append(text)
        at = _count(text, at, words, last)
    return {"path": path, "length": at, "heads": heads, "texts": texts, "words": words}


def _cut(title: str, page: str) -> Iterator[tuple[str, str, str]]:
    """The address, the heading and the text of each part of a page."""
    at, anchor = 0, ""
    for found in (*_HEADING.finditer(page), None):
        end = found.start() if found else len(page)
        yield anchor, title, _plain(page[at:end])
        if found:
            at, anchor, title = found.end(), f"#{found[2]}", _plain(found[3])


def _plain(page: str) -> str:
    text = _TAG.sub(lambda tag: "" if tag[1] in _INLINE else " ", page)
    return unicodedata.normalize("NFC", " ".join(html.unescape(text).split()))


def _count(text: str, at: int, words: dict[str, str], last: dict[str, int]) -> int:
    """Note the places of a text's words, the first of them at `at`, and in `last` where each was
    found last; the place after them."""
    found = _WORD.findall(text.lower())
    for place, word in enumerate(found, at):
        before = last.get(word)
        if before is None:
            words[word] = str(place)
        else:
            words[word] += f",{place - before}"
        last[word] = place
    return at + len(found)

"""What the search reads: an entry for each page and each heading in it, in the form of Material's
index (`location`, `title`, `text`), because Material's worker reads it in the browser."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

Doc = Mapping[str, str]
# The elements that the worker shows again among the words that it found.
KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_HEADING = re.compile(r'<h([1-6])[^>]* id="([^"]*)"[^>]*>(.*?)</h\1>', re.S)
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_HOLLOW = re.compile(r"<(\w+)>\s*</\1>")
_QUOTES = {"&quot;": '"', "&#x27;": "'", "&#39;": "'"}


def docs(location: str, title: str, html: str) -> tuple[Doc, ...]:
    """The entries of the page at `location` whose text is `html`; none for one without a text."""
    return tuple(_docs(location, title, html)) if html else ()


def _docs(location: str, title: str, html: str) -> Iterator[Doc]:
    at, anchor = 0, ""
    for found in (*_HEADING.finditer(html), None):
        end = found.start() if found else len(html)
        yield {"location": location + anchor, "title": title, "text": _lean(html[at:end])}
        if found:
            at, anchor = found.end(), f"#{found[2]}"
            title = _lean(_TAG.sub("", found[3]))


def _lean(html: str) -> str:
    text = _TAG.sub(lambda tag: f"<{tag[1]}{tag[2]}>" if tag[2] in KEPT else "", html)
    text = _HOLLOW.sub("", " ".join(text.split()))
    for mark, letter in _QUOTES.items():
        text = text.replace(mark, letter)
    return text.strip()


def index(settings: object, found: Iterable[Doc]) -> str:
    """The index as the worker loads it. `settings` are the engine's for one language."""
    told = {"config": settings, "docs": list(found)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))

"""The index of the search, in parts: a query moves the words that it asks for, not the issue.

A table has every page with its headings and says which part has which words; a part has the words
of a stretch of the alphabet, without their marks, each with all its spellings and their places; the
text of each page is a file of its own, for the lines shown below an answer. All but the table is
named by its content, so that an older table never meets newer parts.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator

from songngu.site.searching import WORD, Doc
from songngu.source.slugs import fold

FOLDER = "search/"
INDEX = f"{FOLDER}index.json"
# Below it every name tells its content.
PARTS = f"{FOLDER}parts/"
# How long a part grows, in characters: some 4 KB as a host compresses it.
FULL = 10_000

Spellings = dict[str, dict[str, str]]


def index_files(docs: Iterable[Doc]) -> dict[str, str]:
    """The files of a language's index by their names below the language's folder.

    A posting is `page:place,distance,…`, several parted by `;`; pages count from 0 in the order of
    the table.
    """
    docs = tuple(docs)
    found: dict[str, str] = {}

    def kept(data: object) -> str:
        text = _json(data)
        name = f"{hashlib.sha256(text.encode()).hexdigest()[:10]}.json"
        found[PARTS + name] = text
        return name

    spellings = _spellings(docs)
    table = {
        "word": WORD,
        "pages": [
            {"path": one["path"], "length": one["length"], "text": kept(one["texts"]),
             "heads": [list(head.values()) for head in one["heads"]]}
            for one in docs
        ],
        "parts": [[next(iter(part)), kept(part)] for part in _parts(spellings)],
        "terms": kept(" ".join(sorted(spellings))),
    }  # fmt: skip
    return {**found, INDEX: _json(table)}


def _spellings(docs: Iterable[Doc]) -> Spellings:
    """By each word without its marks: how it is written, and where."""
    places: dict[str, list[str]] = {}
    for page, one in enumerate(docs):
        for word, distances in one["words"].items():
            places.setdefault(word, []).append(f"{page}:{distances}")
    found: Spellings = {}
    for word in sorted(places):
        found.setdefault(fold(word), {})[word] = ";".join(places[word])
    return found


def _parts(spellings: Spellings) -> Iterator[Spellings]:
    part: Spellings = {}
    size = 0
    for term in sorted(spellings):
        if size > FULL:
            yield part
            part, size = {}, 0
        part[term] = spellings[term]
        size += sum(map(len, spellings[term].values()))
    if part:
        yield part


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

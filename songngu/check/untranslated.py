"""text.untranslated: what is still in the other language, sentence by sentence.

The guess is small and trusts only what is plain: the words that carry letters which Vietnamese
alone has, and the commonest words of grammar of both languages (languages.yml). Names, titles in
quotation marks, code, addresses and short pieces say nothing of a language.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import resources

from songngu.check.subject import Subject
from songngu.check.text.tones import is_syllable
from songngu.diagnostics import Diagnostic, Severity, diagnose
from songngu.model import LANGS, Article, Block, BlockKind, Lang, Pair, Row
from songngu.source.links import FACT
from songngu.source.slugs import fold
from songngu.tables import table

_SILENT = (BlockKind.CODE, BlockKind.CHART, BlockKind.SERIES, BlockKind.RULE)
# What says nothing of the sentence's own language.
_ASIDE = re.compile(
    r"`[^`]*`|" + FACT.pattern + r"|\]\([^)\n]*\)|\{[^{}\n]*\}|https?://\S+|“[^”]*”|\"[^\"\n]*\""
    r"|(?<![*\w])\*[^*\n]+\*(?![*\w])"
)
_PIECE = re.compile(r"(?<=[.!?…;:])[\s”’)*]+|\s*\|\s*|\n(?=[ \t>]{2,})")
_MARKER = re.compile(r"^[ \t>]*(?:#{1,6}|[-*+]|\d+[.)])[ \t]", re.M)
# Letters that Vietnamese has and English has not, even in its loans.
_MARKED = re.compile("[ăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữựạảẹẻẽịỉĩọỏụủũỳỵỷỹ]", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
# A sentence shorter than this may be a name or a slogan; twins (equal on both sides) may be
# shorter.
FEWEST, FEWEST_TWIN = 6, 3
# The share of words that must speak for the wrong language, and may speak for the right one.
FOREIGN, OWN = 0.34, 0.2
FOREIGN_TWIN = 0.2
UNMARKED = 0.15


def check(subject: Subject) -> Iterator[Diagnostic]:
    for pair in subject.issue.pairs:
        if pair.vi is None or pair.en is None:
            continue
        for level in (*_front(pair.vi, pair.en), *_rows(pair.rows)):
            for found in _judged(pair, *level):
                # A draft is being translated: it is told, and stops nothing.
                yield replace(found, severity=Severity.WARNING) if pair.draft else found
    for saying in subject.sayings():
        twins = saying.text.vi == saying.text.en
        for lang, line in zip(LANGS, saying.lines, strict=True):
            said = (piece for _, piece in pieces(saying.text[lang]))
            left = next((piece for piece in said if foreign(piece, lang, twins)), "")
            if left:
                yield _told(saying.path, line, lang, left)


Place = tuple[str, int, int | None]


def _front(vi: Article, en: Article) -> Iterator[tuple[Place, Place]]:
    """Title, standfirst, alternative text, caption: text, line, no block."""
    yield from zip(_said(vi), _said(en), strict=True)


def _said(article: Article) -> list[Place]:
    picture = article.picture
    line = article.lines
    return [
        (article.title, article.line_of("title"), None),
        (article.standfirst, article.line_of("standfirst"), None),
        (picture.alt if picture else "", line.get("picture.alt", 1), None),
        (picture.caption if picture else "", line.get("picture.caption", 1), None),
    ]


def _rows(rows: tuple[Row, ...]) -> Iterator[tuple[Place, Place]]:
    for row in rows:
        if row.vi and row.en and row.kind not in _SILENT:
            yield _place(row.vi), _place(row.en)


def _place(block: Block) -> Place:
    return block.text, block.line, block.index


def _judged(pair: Pair, vi: Place, en: Place) -> Iterator[Diagnostic]:
    """At most one finding a side: the first sentence that is in the other language."""
    twins = vi[0] == en[0] or _plain(vi[0]) == _plain(en[0])
    for lang, (text, line, block) in zip(LANGS, (vi, en), strict=True):
        if not _may_be_foreign(text, lang):
            continue
        found = next((at for at in pieces(text) if foreign(at[1], lang, twins)), None)
        article = pair[lang]
        if found is None or article is None:
            continue
        # A folded line of the front matter has no lines of its own.
        at = line if block is None else line + text.count("\n", 0, found[0])
        yield _told(article.path, at, lang, found[1], pair.id, block)


def _told(
    path: str, line: int, lang: Lang, found: str, pair: str | None = None, block: int | None = None
) -> Diagnostic:
    place = (path, line, f"in-{lang}")
    return diagnose(
        "text.untranslated", *place, lang=lang, pair=pair, block=block, found=_short(found)
    )


def _may_be_foreign(text: str, lang: Lang) -> bool:
    """Whether a sentence of the other language can be in a text, told without cutting it up."""
    if lang == "en":
        return _MARKED.search(text) is not None
    return not _english_only().isdisjoint(text.lower().split())


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The sentences, list items and table cells of a block, each with its place in it."""
    text = _MARKER.sub(lambda found: " " * len(found[0]), text)
    bare = _ASIDE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    at = 0
    for end in (*_PIECE.finditer(bare), None):
        piece = bare[at : end.start() if end else len(bare)]
        if piece.strip():
            yield at + len(piece) - len(piece.lstrip()), piece.strip()
        at = end.end() if end else at


def foreign(sentence: str, lang: Lang, twin: bool = False) -> bool:
    """Whether a sentence on the side of `lang` is plainly in the other language."""
    words = _WORD.findall(sentence)
    # A capital within a sentence begins a name, which says nothing.
    telling = words[:1] + [word for word in words[1:] if not word[0].isupper()]
    if len(words) < (FEWEST_TWIN if twin else FEWEST) or len(telling) < FEWEST_TWIN:
        return False
    other: Lang = "en" if lang == "vi" else "vi"
    spoken = [_language(word) for word in telling]
    share = {one: spoken.count(one) / len(telling) for one in LANGS}
    if lang == "vi" and share["vi"] == 0:
        # Vietnamese without a single mark does not exist; a few English words settle it.
        return share["en"] >= UNMARKED
    return share[other] >= (FOREIGN_TWIN if twin else FOREIGN) and share[lang] <= OWN


@functools.lru_cache(maxsize=1 << 16)
def _language(word: str) -> Lang | None:
    """The language that a word belongs to; None for what either may have."""
    lower = word.lower()
    if lower in _common()["vi"] or (not lower.isascii() and fold(lower) != lower):
        return "vi"
    return "en" if lower.replace("’", "'") in _common()["en"] else None


def _plain(text: str) -> str:
    return " ".join(_ASIDE.sub(" ", text).split())


def _short(sentence: str, length: int = 60) -> str:
    text = " ".join(sentence.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


@functools.cache
def _english_only() -> frozenset[str]:
    """The words of English grammar that are no Vietnamese syllables besides."""
    return frozenset(word for word in _common()["en"] if not is_syllable(word))


@functools.cache
def _common() -> Mapping[Lang, frozenset[str]]:
    text = resources.files("songngu.check").joinpath("languages.yml").read_text("utf-8")
    return {lang: frozenset(words.split()) for lang, words in table(text).items()}

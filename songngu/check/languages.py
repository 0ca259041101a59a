"""Which language a sentence is in.

The guess is small and trusts only what is plain: the words that carry letters which Vietnamese
alone has, and the commonest words of grammar of both languages (languages.yml). Names, titles in
quotation marks, code, addresses and short pieces say nothing of a language.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources

from songngu.check.syllables import is_syllable
from songngu.model import LANGS, Article, Lang
from songngu.source.links import FACT
from songngu.source.slugs import fold
from songngu.tables import table

# What says nothing of the sentence's own language.
_ASIDE = re.compile(
    r"`[^`]*`|" + FACT.pattern + r"|\]\([^)\n]*\)|\{[^{}\n]*\}|https?://\S+|“[^”]*”|\"[^\"\n]*\""
    r"|(?<![*\w])\*[^*\n]+\*(?![*\w])"
)
_PIECE = re.compile(r"(?<=[.!?…;:])[\s”’)*]+|\s*\|\s*|\n(?=[ \t>]{2,})")
_MARKER = re.compile(r"^[ \t>]*(?:#{1,6}|[-*+]|\d+[.)])[ \t]", re.M)
# Letters that Vietnamese has and English has not, even in its loans.
_LETTERS = "ăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữựạảẹẻẽịỉĩọỏụủũỳỵỷỹ"
_VIETNAMESE = frozenset(_LETTERS + _LETTERS.upper())
_MARKED = re.compile(f"[{_LETTERS}{_LETTERS.upper()}]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
# A sentence shorter than this may be a name or a slogan; twins (equal on both sides) may be
# shorter.
FEWEST, FEWEST_TWIN = 6, 3
# The share of words that must speak for the wrong language, and may speak for the right one.
FOREIGN, OWN = 0.34, 0.2
FOREIGN_TWIN = 0.2
UNMARKED = 0.15


def mixed(article: Article) -> bool:
    """Whether a sentence of the other language can be in an article, told from its words or
    letters: in most there is none, and no passage of them need be asked."""
    if article.lang == "vi":
        return has_english(article.vocabulary)
    return not _VIETNAMESE.isdisjoint(article.letters)


def first_foreign(text: str, lang: Lang, other: str) -> tuple[int, str] | None:
    """The first sentence on the side of `lang` that is in the other language, with its place.
    `other` is what the other side says: of twins fewer words settle it."""
    if not _may_be_foreign(text, lang):
        return None
    twins = text == other or _plain(text) == _plain(other)
    return next((one for one in pieces(text) if foreign(one[1], lang, twins)), None)


def left_behind(text: str, lang: Lang) -> bool:
    """Whether a passage on the side of `lang` is in the other language for the most part."""
    if not _may_be_foreign(text, lang):
        return False
    said = [piece for _, piece in pieces(text)]
    return 2 * sum(len(one) for one in said if foreign(one, lang)) > sum(map(len, said))


def _may_be_foreign(text: str, lang: Lang) -> bool:
    """Whether a sentence of the other language can be in a text, told without cutting it up."""
    return _MARKED.search(text) is not None if lang == "en" else has_english(text.split())


def has_english(words: Iterable[str]) -> bool:
    """Whether any of the words between spaces is one of English grammar, and no Vietnamese
    syllable besides: without one, no sentence among them is English."""
    return not _english_only().isdisjoint(words)


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


@functools.cache
def _english_only() -> frozenset[str]:
    """The words of English grammar that are no Vietnamese syllables besides, in any letters."""
    words = [word for word in _common()["en"] if not is_syllable(word)]
    return frozenset(case(word) for word in words for case in (str, str.capitalize, str.upper))


@functools.cache
def _common() -> Mapping[Lang, frozenset[str]]:
    text = resources.files("songngu.check").joinpath("languages.yml").read_text("utf-8")
    return {lang: frozenset(words.split()) for lang, words in table(text).items()}

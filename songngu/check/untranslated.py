"""text.untranslated: what is still in the other language, sentence by sentence (languages.py)."""

from collections.abc import Iterator, Sequence

from songngu.check.languages import first_foreign, mixed
from songngu.check.subject import Subject, lenient
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import LANGS, Article, Block, BlockKind, Lang, Pair, Row

_SILENT = (BlockKind.CODE, BlockKind.CHART, BlockKind.SERIES, BlockKind.RULE)


def check(subject: Subject) -> Iterator[Diagnostic]:
    for pair in subject.issue.pairs:
        if pair.vi is None or pair.en is None:
            continue
        langs = [one.lang for one in (pair.vi, pair.en) if mixed(one)]
        for level in (*_front(pair.vi, pair.en), *_rows(pair.rows)) if langs else ():
            for found in _judged(pair, langs, *level):
                yield lenient(pair, found)
    for saying in subject.sayings():
        vi, en = saying.text.vi, saying.text.en
        for lang, line, other in zip(LANGS, saying.lines, (en, vi), strict=True):
            if left := first_foreign(saying.text[lang], lang, other):
                yield _told(saying.path, line, lang, left[1])


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


def _judged(pair: Pair, langs: Sequence[Lang], vi: Place, en: Place) -> Iterator[Diagnostic]:
    """At most one finding a side: the first sentence that is in the other language."""
    for lang in langs:
        (text, line, block), other = (vi, en) if lang == "vi" else (en, vi)
        found = first_foreign(text, lang, other[0])
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


def _short(sentence: str, length: int = 60) -> str:
    text = " ".join(sentence.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"

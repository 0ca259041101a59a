"""parity.*: the two languages have the same articles, the same shape and the same front matter."""

from collections.abc import Iterator
from dataclasses import replace

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, Severity, diagnose
from songngu.model import LANGS, Article, Block, BlockKind, Issue, Lang, Pair, Row
from songngu.source.slugs import plain

# Front matter that says the same thing in every language.
SHARED = ("type", "section", "order", "date", "sources", "composed", "status", "aliases")


def check(subject: Subject) -> Iterator[Diagnostic]:
    for pair in subject.issue.pairs:
        for found in _pair(pair, subject.issue):
            # A draft is being translated: what is not there yet is told, and stops nothing.
            yield replace(found, severity=Severity.WARNING) if pair.draft else found


def _pair(pair: Pair, issue: Issue) -> Iterator[Diagnostic]:
    if pair.vi is None or pair.en is None:
        yield _missing(pair, issue)
    else:
        yield from _front_matter(pair, pair.vi, pair.en)
        yield from _structure(pair)


def _missing(pair: Pair, issue: Issue) -> Diagnostic:
    there = pair.lead
    other: Lang = "en" if there.lang == "vi" else "vi"
    wanted = f"content/{other}/{issue.id}/{pair.id}.md"
    return diagnose(
        "parity.missing", there.path, 1, f"no-{other}", lang=there.lang, pair=pair.id, wanted=wanted
    )


def _front_matter(pair: Pair, vi: Article, en: Article) -> Iterator[Diagnostic]:
    said = {key: (getattr(vi, key), getattr(en, key)) for key in SHARED}
    said["picture"] = (_path(vi), _path(en))
    said["withdrawn"] = (_withdrawn(vi), _withdrawn(en))
    for key, (left, right) in said.items():
        if left != right:
            yield diagnose(
                "parity.front-matter",
                en.path,
                en.line_of(key),
                lang="en",
                pair=pair.id,
                key=key,
                vi=_shown(left),
                en=_shown(right),
            )


def _path(article: Article) -> str:
    return article.picture.path if article.picture else "—"


def _withdrawn(article: Article) -> str:
    """The reason is each language's own, the day is not."""
    return article.withdrawn.date.isoformat() if article.withdrawn else "—"


def _shown(value: object) -> str:
    """As an editor writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return (", ".join(value) if isinstance(value, tuple) else str(value)) or "—"


def _structure(pair: Pair) -> Iterator[Diagnostic]:
    before: dict[Lang, Block | None] = {"vi": None, "en": None}
    for row in pair.rows:
        for lang in LANGS:
            if row[lang] is None:
                yield _gap(pair, row, lang, before[lang])
        yield from _extent(pair, row)
        before = {lang: row[lang] or before[lang] for lang in LANGS}


def _gap(pair: Pair, row: Row, lang: Lang, before: Block | None) -> Diagnostic:
    """A row with one side empty, told in the file where something is missing."""
    article, other = pair[lang], pair["en" if lang == "vi" else "vi"]
    there = row.vi or row.en
    assert article is not None and other is not None and there is not None
    return diagnose(
        "parity.structure",
        article.path,
        before.line if before else article.line_of("title"),
        "gap",
        lang=lang,
        pair=pair.id,
        block=there.index,
        kind=there.kind.value,
        other=other.path,
        other_line=there.line,
        text=excerpt(there),
    )


def _extent(pair: Pair, row: Row) -> Iterator[Diagnostic]:
    vi, en = row.vi, row.en
    if vi is None or en is None or (vi.extent, vi.width) == (en.extent, en.width):
        return
    detail = "table" if vi.kind is BlockKind.TABLE else "list"
    assert pair.en is not None
    yield diagnose(
        "parity.structure",
        pair.en.path,
        en.line,
        detail,
        lang="en",
        pair=pair.id,
        block=en.index,
        vi=_size(vi),
        en=_size(en),
    )


def _size(block: Block) -> str:
    return f"{block.extent} × {block.width}" if block.width else str(block.extent)


def excerpt(block: Block, length: int = 48) -> str:
    """The first words of a block, for a message."""
    text = " ".join(plain(block.text.lstrip("#>-* ")).split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"

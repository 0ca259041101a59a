"""parity.*: the two languages have the same articles, the same shape and the same front matter."""

import re
from collections.abc import Iterator, Mapping

from songngu.check.subject import Subject, lenient
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import LANGS, Article, Block, BlockKind, Issue, Lang, Pair, Row
from songngu.source.articles import resolve
from songngu.source.links import Reference, in_block
from songngu.source.slugs import plain

SHOWN = ("picture", "series")
_NOTE = re.compile(r" {0,3}\[\^([^\]]+)\]:")
# Front matter that says the same thing in every language; and what each says in its own words,
# but both or neither.
SHARED = ("type", "section", "order", "date", "sources", "composed", "layout", "status", "aliases")
IN_WORDS = ("standfirst", "byline")


def check(subject: Subject) -> Iterator[Diagnostic]:
    for pair in subject.issue.pairs:
        for found in _pair(pair, subject):
            yield lenient(pair, found)


def _pair(pair: Pair, subject: Subject) -> Iterator[Diagnostic]:
    if pair.vi is None or pair.en is None:
        yield _missing(pair, subject.issue)
    else:
        yield from _front_matter(subject, pair, pair.vi, pair.en)
        yield from _structure(pair, subject)


def _missing(pair: Pair, issue: Issue) -> Diagnostic:
    there = pair.lead
    other: Lang = "en" if there.lang == "vi" else "vi"
    wanted = f"content/{other}/{issue.id}/{pair.id}.md"
    return diagnose(
        "parity.missing", there.path, 1, f"no-{other}", lang=there.lang, pair=pair.id, wanted=wanted
    )


def _front_matter(subject: Subject, pair: Pair, vi: Article, en: Article) -> Iterator[Diagnostic]:
    said = {key: (getattr(vi, key), getattr(en, key)) for key in SHARED}
    pictures = [one.picture.path for one in (vi, en) if one.picture]
    if all(map(subject.exists, pictures)):
        said["picture"] = (_path(vi), _path(en))
    said["withdrawn"] = (_withdrawn(vi), _withdrawn(en))
    said["corrections"] = (_days(vi), _days(en))
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
    words = {key: (getattr(vi, key), getattr(en, key)) for key in IN_WORDS}
    if vi.picture and en.picture:
        words["picture.caption"] = (vi.picture.caption, en.picture.caption)
    for key, (left, right) in words.items():
        if bool(left) != bool(right):
            there = vi if left else en
            yield diagnose(
                "parity.front-matter",
                there.path,
                there.line_of(key),
                "one-side",
                lang=there.lang,
                pair=pair.id,
                key=key,
                other=(en if left else vi).path,
            )


def _path(article: Article) -> str:
    return article.picture.path if article.picture else "—"


def _days(article: Article) -> tuple[str, ...]:
    """What was put right is each language's own, the days are not."""
    return tuple(one.date.isoformat() for one in article.corrections)


def _withdrawn(article: Article) -> str:
    """The reason is each language's own, the day is not."""
    return article.withdrawn.date.isoformat() if article.withdrawn else "—"


def _shown(value: object) -> str:
    """As an editor writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "—"
    return (", ".join(value) if isinstance(value, tuple) else str(value)) or "—"


def _structure(pair: Pair, subject: Subject) -> Iterator[Diagnostic]:
    before: dict[Lang, Block | None] = {"vi": None, "en": None}
    told: Row | None = None
    for row, after in zip(pair.rows, (*pair.rows[1:], None), strict=True):
        changed = _changed(row, after)
        if changed and row is not told:
            yield _no_row(pair, *changed)
            told = after
        elif row is not told:
            for lang in LANGS:
                if row[lang] is None:
                    yield _gap(pair, row, lang, before[lang])
        yield from _extent(pair, row)
        yield from _shown_things(pair, row, subject)
        before = {"vi": row.vi or before["vi"], "en": row.en or before["en"]}
    yield from _notes(pair)


def _changed(row: Row, after: Row | None) -> tuple[Block, Block] | None:
    """A block on each side that stands alone beside the other: they are no row, but seem to be
    meant for one."""
    if after is None or (row.vi and row.en):
        return None
    vi, en = row.vi or after.vi, row.en or after.en
    alone = (row.vi is None) != (row.en is None) and (after.vi is None) != (after.en is None)
    return (vi, en) if alone and vi and en else None


def _no_row(pair: Pair, vi: Block, en: Block) -> Diagnostic:
    assert pair.vi is not None and pair.en is not None
    detail, values = _unlike(vi, en)
    return diagnose(
        "parity.structure",
        pair.en.path,
        en.line,
        detail,
        lang="en",
        pair=pair.id,
        block=en.index,
        other=pair.vi.path,
        other_line=vi.line,
        **values,
    )


def _unlike(vi: Block, en: Block) -> tuple[str, Mapping[str, str]]:
    """Why two blocks cannot be a row, and what its sentence names."""
    if vi.kind is not en.kind:
        return "kind", {"kind": en.kind.value, "wanted": vi.kind.value}
    if vi.kind is BlockKind.HEADING and vi.extent != en.extent:
        return "level", {"vi": "#" * vi.extent, "en": "#" * en.extent}
    if vi.id and en.id and vi.id != en.id:
        return "id", {"vi": vi.id, "en": en.id}
    return "apart", {"kind": en.kind.value}


def _shown_things(pair: Pair, row: Row, subject: Subject) -> Iterator[Diagnostic]:
    """A picture stands beside the same picture, a chart or table beside that of the same series.
    What is not there at all is told by another check."""
    if row.vi is None or row.en is None or pair.vi is None or pair.en is None:
        return
    if not (in_block(row.vi) or in_block(row.en)):
        return
    vi, en = (
        [(one.kind, _target(article, one)) for one in in_block(block) if one.kind in SHOWN]
        for article, block in ((pair.vi, row.vi), (pair.en, row.en))
    )
    known = [one[1] in subject.publication.series or subject.exists(one[1]) for one in (*vi, *en)]
    if sorted(vi) != sorted(en) and all(known):
        left = [target for kind, target in vi if (kind, target) not in en]
        right = [target for kind, target in en if (kind, target) not in vi]
        yield diagnose(
            "parity.structure",
            pair.en.path,
            row.en.line,
            "shown",
            lang="en",
            pair=pair.id,
            block=row.en.index,
            vi=", ".join(left) or "—",
            en=", ".join(right) or "—",
            other=pair.vi.path,
            other_line=row.vi.line,
        )


def _target(article: Article, found: Reference) -> str:
    return resolve(article.path, found.target) if found.kind == "picture" else found.target


def _notes(pair: Pair) -> Iterator[Diagnostic]:
    """Footnotes stand in no row: those of one side have their names on the other."""
    named = {lang: _named(article) for lang in LANGS if (article := pair[lang])}
    for lang in LANGS:
        other: Lang = "en" if lang == "vi" else "vi"
        for name in named[lang].keys() - named[other].keys():
            article, there = pair[other], pair[lang]
            assert article is not None and there is not None
            yield diagnose(
                "parity.structure",
                there.path,
                named[lang][name].line,
                f"note-no-{other}",
                lang=lang,
                pair=pair.id,
                block=named[lang][name].index,
                name=name,
                other=article.path,
            )


def _named(article: Article) -> dict[str, Block]:
    notes = (block for block in article.blocks if block.kind is BlockKind.NOTE)
    return {found[1]: block for block in notes if (found := _NOTE.match(block.text))}


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
    assert pair.vi is not None and pair.en is not None
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
        other=pair.vi.path,
        other_line=vi.line,
    )


def _size(block: Block) -> str:
    return f"{block.extent} × {block.width}" if block.width else str(block.extent)


def excerpt(block: Block, length: int = 48) -> str:
    """The first words of a block, for a message."""
    text = " ".join(plain(block.text.lstrip("#>-* ")).split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"

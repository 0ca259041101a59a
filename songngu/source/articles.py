"""One Markdown file -> Article: front matter against its schema, body into blocks."""

import functools
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from songngu.confusables import disguised, undisguised
from songngu.diagnostics import Checked, Diagnostic, diagnose
from songngu.model import (
    Article,
    Block,
    Correction,
    Ignore,
    Lang,
    Layout,
    PictureUse,
    Withdrawal,
)
from songngu.source import ignores, schema
from songngu.source.blocks import cut
from songngu.source.bounds import too_long, too_much
from songngu.source.files import decoded, read_bytes, relative
from songngu.source.links import OUTSIDE, references
from songngu.source.yaml_ import Document, load

CODE = "source.front-matter"


def read_article(path: Path, root: Path, lang: Lang) -> Checked[Article | None]:
    """The article of one file; None when its front matter cannot stand."""
    raw = read_bytes(path, root)
    if raw.value is None:
        return Checked(None, raw.diagnostics)
    return article_of(raw.value, relative(path, root), lang)


def article_of(raw: bytes, name: str, lang: Lang) -> Checked[Article | None]:
    """The article that the bytes of the file of that name are."""
    text = decoded(raw, name)
    if text.value is None:
        return Checked(None, text.diagnostics)
    front, body, body_line = split(text.value)
    if front is None:
        return Checked(None, (diagnose(CODE, name, 1, "missing", lang=lang),))
    document, problems = load(front, name, CODE, first_line=2)
    if document is None:
        return Checked(None, problems)
    problems = schema.check(document, "article", name, CODE)
    if problems:
        return Checked(None, problems)
    if told := too_long(body, name, body_line, lang):
        return Checked(None, (told,))
    body, said = ignores.take(body, body_line)
    blocks = cut(body, body_line)
    if problems := tuple(too_much(blocks, name, lang)):
        return Checked(None, problems)
    own = (*ignores.in_front(front, 2), *ignores.placed(said, blocks))
    article = _article(document, name, lang, blocks, own)
    return Checked(article, (*_second_titles(article), *_same_ids(article), *_odd_ids(article)))


def split(text: str) -> tuple[str | None, str, int]:
    """Front matter (None if there is none), body, and the 1-based line where the body begins."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, text, 1
    for at in range(1, len(lines)):
        if lines[at].rstrip() in ("---", "..."):
            return "\n".join(lines[1:at]), "\n".join(lines[at + 1 :]), at + 2
    return None, text, 1


def _article(
    document: Document, name: str, lang: Lang, blocks: tuple[Block, ...], own: tuple[Ignore, ...]
) -> Article:
    meta: Any = document.value
    lines: Mapping[str, int] = {
        ".".join(map(str, path)): line for path, line in document.lines.items() if path
    }
    return Article(
        path=name,
        lang=lang,
        type=meta["type"],
        section=meta["section"],
        title=meta["title"].strip(),
        blocks=blocks,
        order=meta.get("order", 0),
        standfirst=meta.get("standfirst", "").strip(),
        byline=meta.get("byline", "").strip(),
        picture=_picture(meta.get("picture"), name, document),
        sources=tuple(meta.get("sources", ())),
        composed=meta.get("composed", False),
        layout=Layout(meta["layout"]) if "layout" in meta else None,
        date=date.fromisoformat(meta["date"]) if "date" in meta else None,
        status=meta.get("status", "final"),
        aliases=tuple(one.strip("/") for one in meta.get("aliases", ())),
        withdrawn=_withdrawal(meta.get("withdrawn")),
        corrections=_corrections(meta.get("corrections", ())),
        lines=lines,
        ignores=own,
    )


def _picture(meta: Mapping[str, str] | None, name: str, document: Document) -> PictureUse | None:
    if meta is None:
        return None
    return PictureUse(
        path=resolve(name, meta["src"]),
        alt=meta["alt"].strip(),
        caption=meta.get("caption", "").strip(),
        line=document.line(("picture", "src")),
    )


def _withdrawal(meta: Mapping[str, str] | None) -> Withdrawal | None:
    if meta is None:
        return None
    return Withdrawal(date.fromisoformat(meta["date"]), meta["reason"].strip())


def _corrections(meta: Iterable[Mapping[str, str]]) -> tuple[Correction, ...]:
    """The newest first."""
    found = [Correction(date.fromisoformat(one["date"]), one["text"].strip()) for one in meta]
    return tuple(sorted(found, key=lambda one: one.date, reverse=True))


def pictures_shown(article: Article) -> Iterator[PictureUse]:
    """Every picture of an article, in the order in which it is seen."""
    if article.picture:
        yield article.picture
    for one in references(article):
        if one.kind == "picture":
            yield PictureUse(resolve(article.path, one.target), one.text, one.title, one.line)


@functools.lru_cache(maxsize=1 << 12)
def resolve(name: str, target: str) -> str:
    """What a relative path in the file `name` points at, relative to the root. An address outside
    the publication stays as it is."""
    if OUTSIDE.match(target):
        return target
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))


def _second_titles(article: Article) -> tuple[Diagnostic, ...]:
    """The title is the front matter's: a level-1 heading would be a second one."""
    return tuple(
        diagnose("source.markdown", article.path, block.line, "second-title", lang=article.lang)
        for block in article.blocks
        if block.kind == "heading" and block.extent == 1
    )


def _same_ids(article: Article) -> Iterator[Diagnostic]:
    """An id names one block: a link could not tell two apart."""
    lines: dict[str, int] = {}
    for block in article.blocks:
        if block.id and block.id in lines:
            yield diagnose(
                "source.markdown",
                article.path,
                block.line,
                "same-id",
                lang=article.lang,
                block=block.index,
                id=block.id,
                other_line=lines[block.id],
            )
        elif block.id:
            lines[block.id] = block.line


def _odd_ids(article: Article) -> Iterator[Diagnostic]:
    """An id that is typed again in Latin letters would not be found."""
    for block in article.blocks:
        if block.id and disguised(block.id):
            yield diagnose(
                "source.markdown",
                article.path,
                block.line,
                "lookalike-id",
                lang=article.lang,
                block=block.index,
                id=block.id,
                meant=undisguised(block.id),
            )

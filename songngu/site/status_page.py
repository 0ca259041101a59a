"""The status page of a draft: where each article stands, who signed it, the old and the new text of
what changed since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from songngu.figures.numbers import day
from songngu.figures.word_diff import Run, after, before, told, word_diff
from songngu.messages import phrase
from songngu.model import LANGS, Change, Issue, Lang, RoleStanding, Side, Standing
from songngu.site.edition import Edition, newest_first, pair_path, status_page
from songngu.site.frame import Stand, frame
from songngu.site.pages_ import engine


@dataclass(frozen=True)
class Signature:
    """A role under an article. `state` is signed, changed, unsigned or free (nobody asks)."""

    role: str
    said: str
    state: str


@dataclass(frozen=True)
class Level:
    """One language of a row that changed; nothing where there was, or is, no text."""

    lang: Lang
    old: tuple[Run, ...]
    new: tuple[Run, ...]


@dataclass(frozen=True)
class Row:
    label: str
    how: str
    levels: tuple[Level, ...]
    again: str


@dataclass(frozen=True)
class Article:
    """`state` is draft, translated, stale or cleared; `label` says it to people."""

    title: str
    href: str
    id: str
    state: str
    label: str
    signatures: tuple[Signature, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class BoardIssue:
    title: str
    articles: tuple[Article, ...]


def status_pages(root: Path, edition: Edition) -> dict[str, str]:
    """The page in each language, by its address."""
    template = engine(root).get_template("status.html")
    found = {}
    for lang in edition.pages:
        stand = Stand(edition, lang, edition.publication.newest, status_page())
        around = frame(stand, stand.word("board"), stand.word("board_note"))
        tongues = (replace(one, href=_in(stand, one.lang)) for one in around.tongues)
        around = replace(around, tongues=tuple(tongues))
        issues = tuple(board(stand))
        text = template.render(frame=around, issues=issues)
        found[edition.addresses.page(lang, status_page())] = text
    return found


def _in(stand: Stand, lang: str) -> str:
    """The same page in another language."""
    return next(stand.page(status_page(), one) for one in LANGS if one == lang)


def board(stand: Stand) -> Iterator[BoardIssue]:
    desk = stand.edition.desk or {}
    for issue in newest_first(stand.edition.publication):
        articles = tuple(_article(stand, issue, one) for one in desk.get(issue.id, ()))
        yield BoardIssue(issue.title[stand.lang], articles)


def _article(stand: Stand, issue: Issue, one: Standing) -> Article:
    lang = stand.lang
    article = one.pair[lang]
    there = stand.edition.paths[lang]
    path = pair_path(issue, one.pair)
    return Article(
        title=(article or one.pair.lead).title,
        href=stand.page(path) if path in there else "",
        id=one.pair.id,
        state=one.state,
        label=phrase(f"status.state.{one.state}", lang),
        signatures=tuple(_signature(stand, role) for role in one.roles),
        rows=tuple(_row(stand, one, change) for change in one.changes),
    )


def _signature(stand: Stand, role: RoleStanding) -> Signature:
    name = phrase(f"word.{role.role}", stand.lang)
    signing = role.signing
    if signing is None:
        said = stand.word("board_unsigned") if role.required else "–"
        return Signature(name, said, "unsigned" if role.required else "free")
    said = f"{signing.signer}, {day(signing.date, stand.lang)}"
    if role.changes:
        said += ". " + stand.word("board_rows", count=len(role.changes))
    return Signature(name, said, "changed" if role.changes else "signed")


def _row(stand: Stand, one: Standing, change: Change) -> Row:
    lang = stand.lang
    number = stand.word("board_row", number=change.number)
    again = [role for role in one.again if change in role.changes]
    return Row(
        label=f"{number}, {phrase(f'word.{change.kind}', lang)}",
        how=phrase(f"status.how.{change.how}", lang),
        levels=tuple(_level(change, side) for side in change.sides),
        again=", ".join(
            f"{phrase(f'word.{role.role}', lang)} {role.signing.signer}"
            for role in again
            if role.signing
        ),
    )


def _level(change: Change, lang: Lang) -> Level:
    old, new = change[lang]
    runs = word_diff(*told(_text(old), _text(new)))
    return Level(lang, before(runs), after(runs))


def _text(side: Side | None) -> str:
    return side.text if side else ""

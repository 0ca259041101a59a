"""Where an article names the terms of the termbase, to be spoilt, swapped or kept clear of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from songngu.check.passages import of_pair
from songngu.check.terms.finder import Hit
from songngu.check.terms.lexicon import Mark, Role, Scanned, Side
from songngu.model import Pair, Term
from tests.seeded.tree import Spot, Tree


@dataclass(frozen=True)
class Named:
    """A term in the English text of a row: the characters of the file that name it, and how often
    the row and the article name it, in Vietnamese and in English."""

    term: Term
    path: str
    line: int
    start: int
    end: int
    in_row: tuple[int, int]
    in_article: tuple[int, int]


def named(tree: Tree, pair: Pair) -> Iterator[Named]:
    """The terms of the rows, but for those that share a word with something else that is found."""
    rows = tree.known.scan(tuple(of_pair(pair)))
    article = pair.en
    assert article is not None
    text = tree.text(article.path)
    lines = text.split("\n")
    for row in rows:
        if row.vi is None or row.en is None or row.en.passage.block is None:
            continue
        begin = sum(len(line) + 1 for line in lines[: row.en.passage.line - 1])
        if not text.startswith(row.en.passage.text, begin):
            continue
        for hit in row.en.of(Role.RIGHT):
            term = hit.what.owner
            if isinstance(term, Term) and _apart(hit, row.en):
                yield Named(
                    term,
                    article.path,
                    row.en.passage.line,
                    begin + hit.start,
                    begin + hit.end,
                    _counted(term, [row]),
                    _counted(term, rows),
                )


def _apart(hit: Hit[Mark], side: Side) -> bool:
    others = [one for role in Role for one in side.of(role) if one is not hit]
    return not any(one.start < hit.end and hit.start < one.end for one in others)


def _counted(term: Term, rows: Sequence[Scanned]) -> tuple[int, int]:
    vi, en = (
        sum(hit.what.owner is term for side in sides if side for hit in side.of(Role.RIGHT))
        for sides in ([row.vi for row in rows], [row.en for row in rows])
    )
    return vi, en


def forbidden_name(tree: Tree, pair: Pair) -> set[Spot] | None:
    """A term by a name that it must not have."""
    choice = [one for one in named(tree, pair) if one.term.forbidden["en"] and one.in_row == (1, 1)]
    if not choice:
        return None
    one = tree.chance.choice(choice)
    wrong = tree.chance.choice(one.term.forbidden["en"])
    return {("term.forbidden", one.path, tree.put(one.path, one.start, one.end, wrong))}


def unnamed(tree: Tree, pair: Pair) -> set[Spot] | None:
    """A term that the article names once, not named in English: told where its row begins."""
    choice = [one for one in named(tree, pair) if one.term.required and one.in_article == (1, 1)]
    if not choice:
        return None
    one = tree.chance.choice(choice)
    tree.put(one.path, one.start, one.end, "matter")
    return {("term.missing", one.path, one.line)}


def synonym(tree: Tree, pair: Pair) -> None:
    """A term by another of the names that the termbase gives it."""
    choice = [one for one in named(tree, pair) if len(one.term.en) > 1]
    if choice:
        one = tree.chance.choice(choice)
        tree.put(one.path, one.start, one.end, tree.chance.choice(one.term.en))

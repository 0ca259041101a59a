"""The real issue has no finding; every number changed in it is found, at its line, and no other."""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from songngu.align import align
from songngu.check.numbers import check
from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic
from songngu.model import LANGS, Article, Issue, Lang, Pair, Publication
from songngu.source.articles import read_article
from tests.conftest import ROOT

SEEDS = range(60)
CHANGES = 6
# A digit of the running text: no fact, series, link, note, list number, or part of a name (VTV4).
_NUMBER = re.compile(r"(?<![\w#^])[0-9]+(?![\w.)]*\]|[.)] [^0-9])")
_HIDDEN = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|\[\^[^\]]*\]|^series:.*$|^\s*[0-9]+\. |VTV4|VOV5")


@dataclass(frozen=True)
class Change:
    path: str
    line: int
    before: str
    after: str


def findings(publication: Publication, issue: Issue) -> list[Diagnostic]:
    return list(check(Subject(publication, issue, lambda path: True)))


def test_the_real_issue_has_no_finding(publication: Publication, issue: Issue) -> None:
    assert findings(publication, issue) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_changed_numbers_are_found(
    seed: int, publication: Publication, issue: Issue, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    wanted = chance.sample([pair for pair in issue.pairs if pair.complete], CHANGES)
    changed: dict[str, Change] = {}
    for pair in wanted:
        if change := spoil(pair, chance, tmp_path):
            changed[pair.id] = change
    # The check looks at one pair at a time, and the others were judged above as they stand.
    pairs = tuple(reread(pair, tmp_path) for pair in wanted if pair.id in changed)
    found = findings(publication, replace(issue, pairs=pairs))
    assert len(changed) >= CHANGES // 2
    for pair_id, change in changed.items():
        own = [one for one in found if one.pair == pair_id]
        assert len(own) == 1, (change, own)
        assert (change.path, change.line) in places(own[0]), (change, own[0])
    assert {one.pair for one in found} == set(changed)


def places(one: Diagnostic) -> list[tuple[object, object]]:
    """Where a finding says that something is: its own line, and the line it names."""
    return [
        (one.place.path, one.place.line),
        (one.values.get("other_path"), one.values.get("other_line")),
    ]


def spoil(pair: Pair, chance: random.Random, root: Path) -> Change | None:
    """Change one digit of one side, in a copy below `root`; both sides are copied."""
    texts: dict[Lang, list[str]] = {}
    for lang in LANGS:
        article = pair[lang]
        assert article is not None
        texts[lang] = (ROOT / article.path).read_text("utf-8").split("\n")
    lang = chance.choice(LANGS)
    article = pair[lang]
    assert article is not None
    places = [
        (at, match)
        for at, line in enumerate(texts[lang])
        if at + 1 >= article.blocks[0].line
        for match in _NUMBER.finditer(_HIDDEN.sub(lambda hidden: "¤" * len(hidden[0]), line))
    ]
    change = None
    if places:
        at, match = chance.choice(places)
        spot = chance.randrange(match.start(), match.end())
        line = texts[lang][at]
        digit = chance.choice([one for one in "123456789" if one != line[spot]])
        texts[lang][at] = line[:spot] + digit + line[spot + 1 :]
        change = Change(article.path, at + 1, line, texts[lang][at])
    write(pair, texts, root)
    return change


def write(pair: Pair, texts: Mapping[Lang, list[str]], root: Path) -> None:
    for lang in LANGS:
        article = pair[lang]
        assert article is not None
        target = root / article.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(texts[lang]), "utf-8", newline="\n")


def reread(pair: Pair, root: Path) -> Pair:
    vi, en = (read_again(pair[lang], root, lang) for lang in LANGS)
    return Pair(pair.id, vi, en, align(vi.blocks, en.blocks))


def read_again(article: Article | None, root: Path, lang: Lang) -> Article:
    assert article is not None
    again = read_article(root / article.path, root, lang).value
    assert again is not None
    return again

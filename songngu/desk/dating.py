"""When a published text changed, as its approvers signed it: never by the time of a file.

What a language said when it was published (the last text approved until that day, else the first
one ever approved) is not new. A text that was approved later and says something else is, from the
day on which it was first signed as it says now; to sign the same text again changes nothing.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from songngu.model import Article, Issue, Lang, Pair, Publication, Role, Signing
from songngu.source.clearance import NONE, Signings

ROLE: Role = "approver"


def dated(publication: Publication, signings: Mapping[str, Signings]) -> Publication:
    """The publication with the day of change in every article that has one; `signings` by issue."""
    issues = tuple(_issue(one, signings.get(one.id, NONE)) for one in publication.issues)
    return replace(publication, issues=issues)


def _issue(issue: Issue, signings: Signings) -> Issue:
    pairs = tuple(_pair(one, issue.date, signings.get(one.id, ())) for one in issue.pairs)
    return replace(issue, pairs=pairs)


def _pair(pair: Pair, published: datetime.date, signings: Iterable[Signing]) -> Pair:
    line = in_line(signings)
    if len(line) < 2:
        return pair

    def side(article: Article | None) -> Article | None:
        if article is None:
            return None
        day = changed(line, article.lang, article.date or published)
        return replace(article, changed=day)

    return replace(pair, vi=side(pair.vi), en=side(pair.en))


def in_line(signings: Iterable[Signing]) -> tuple[Signing, ...]:
    """The approvers' signings, one after the other: by day, and on one day as they name those that
    they take the place of."""
    own = {one.id: one for one in signings if one.role == ROLE}

    def depth(one: Signing) -> int:
        return max((1 + depth(own[id]) for id in one.after if id in own), default=0)

    return tuple(sorted(own.values(), key=lambda one: (one.date, depth(one), one.id)))


def changed(line: Sequence[Signing], lang: Lang, published: datetime.date) -> datetime.date | None:
    """The day on which that language was first approved as it says now; None while it says what
    it said when it was published. `line` is in the order of signing."""
    before = [one for one in line if one.date <= published and _said(one, lang)]
    after = [one for one in line if one.date > published and _said(one, lang)]
    texts = [(_said(one, lang), one.date) for one in (*before[-1:], *after)]
    standing = [*takewhile(lambda one: one[0] == texts[-1][0], reversed(texts))]
    return standing[-1][1] if len(standing) < len(texts) else None


def _said(signing: Signing, lang: Lang) -> tuple[str, ...]:
    """The hashes of a language's rows as they were signed; none if it was not there yet."""
    return tuple(side.mark for row in signing.rows if (side := row[lang]))

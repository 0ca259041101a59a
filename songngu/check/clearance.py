"""clearance.*: what an official issue publishes was signed, and is what was signed.

An article that was never signed by every required role is left out and named. One that was signed
and then changed stops publication: readers know it, so it cannot go, and what it says now nobody
signed. A specimen needs no signature, and says on every page that it is one.
"""

import itertools
from collections.abc import Iterator

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import LANGS, Change, Issue, Lang, Pair, Side, Standing, withdrawn
from songngu.source.slugs import address

EXCERPT = 60
BEFORE = 20
NOTHING = Side("", "")


def check(subject: Subject) -> Iterator[Diagnostic]:
    issue = subject.issue
    if issue.status != "official":
        return
    for pair in issue.pairs:
        if withdrawn(pair):
            continue  # only a notice is left of it, and taking a text back waits for nobody
        found = subject.standing(pair)
        if found.held:
            yield from _missing(subject, pair, found)
        elif found.draft:
            yield diagnose(
                "clearance.stale", pair.lead.path, pair.lead.line_of("status"), "draft",
                pair=pair.id, lang=pair.lead.lang,
            )  # fmt: skip
        else:
            yield from _stale(pair, found)


def _missing(subject: Subject, pair: Pair, found: Standing) -> Iterator[Diagnostic]:
    """A warning, for the book goes on without it; an error where readers know the address."""
    known = next((one for one in addresses(subject.issue, pair) if one in subject.published), "")
    detail = "published" if known else "draft" if found.draft else ""
    for role in found.missing[:1] if detail == "draft" else found.missing:
        yield diagnose(
            "clearance.missing", pair.lead.path, 1, detail,
            pair=pair.id, lang=pair.lead.lang, kind=role, address=known, name=pair.id, role=role,
        )  # fmt: skip


def addresses(issue: Issue, pair: Pair) -> tuple[str, ...]:
    """Where the pair stands on the site, and where it stood before: below the site's root."""
    names = (address(pair.id), *pair.aliases)
    return tuple(f"{lang}/{issue.id}/{name}/" for lang in LANGS for name in names)


def _stale(pair: Pair, found: Standing) -> Iterator[Diagnostic]:
    """Each changed row once in each language, whoever signed it, on the line where it stands."""
    required = [one for one in found.again if one.required]
    seen: set[tuple[Lang, str, int]] = set()
    for standing in required:
        signing = standing.signing
        assert signing is not None
        for change in standing.changes:
            for lang in change.sides:
                key = (lang, change.how, change.number)
                if key in seen:
                    continue
                seen.add(key)
                path, line = _place(pair, found, change, lang)
                old, new = change[lang]
                yield diagnose(
                    "clearance.stale", path, line, _detail(change, old, new),
                    pair=pair.id, lang=lang, text=excerpt(old, new), name=pair.id,
                    signer=signing.signer, kind=standing.role, date=signing.date.isoformat(),
                )  # fmt: skip


def _detail(change: Change, old: Side | None, new: Side | None) -> str:
    """A side that came or went inside a row that stayed is added or removed as well."""
    if change.how == "moved":
        return "moved"
    if old is None:
        return "added"
    return "removed" if new is None else ""


def _place(pair: Pair, found: Standing, change: Change, lang: Lang) -> tuple[str, int]:
    """The line of the row; of one that was taken out, the line of what stands there now."""
    article = pair[lang] or pair.lead
    side = change.new[lang] if change.new else None
    if side is None:
        near = found.rows[max(change.number - 2, 0) :]
        side = next((row[lang] for row in near if row[lang]), None)
    return article.path, side.line if side else 1


def excerpt(old: Side | None, new: Side | None) -> str:
    """A message's worth of words of what stands there now, or stood there, from shortly before the
    first that differs."""
    text = " ".join((new or old or NOTHING).text.split())
    start = 0
    if old and new:
        was = " ".join(old.text.split())
        both = zip(was, text, strict=False)
        same = sum(1 for _ in itertools.takewhile(lambda letters: letters[0] == letters[1], both))
        start = text.rfind(" ", 0, max(same - BEFORE, 0)) + 1
    shown = text[start:]
    cut = shown if len(shown) <= EXCERPT else shown[: EXCERPT - 1].rstrip() + "…"
    return f"…{cut}" if start else cut

"""press.structure: can somebody who does not see the pages read a screen edition? (ISO 14289-1,
Matterhorn Protocol 1.1: what a machine can tell.)"""

import re
from collections.abc import Callable, Iterator

from songngu.figures.languages import language_of
from songngu.press.preflight.tags import STANDARD, Tag, TagFacts
from songngu.press.preflight.wanted import Finding

CODE = "press.structure"
_HEADING = re.compile(r"H([1-6])$")
_INSIDE = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
_PARENTS = {"LI": {"L"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TD": {"TR"}, "TH": {"TR"}}


def _found(detail: str, page: int | None = None, **values: object) -> Finding:
    return Finding(CODE, detail, (), page, values)


def declared(facts: TagFacts) -> Iterator[Finding]:
    """What the file says of itself."""
    if not facts.marked or not facts.roots:
        yield _found("untagged")
    for value, detail in (
        (facts.language, "no-language"),
        (facts.title and facts.shows_title, "no-title"),
        (facts.identifier, "no-identifier"),
        (facts.bookmarks, "no-bookmarks"),
    ):
        if not value:
            yield _found(detail)


def pages(facts: TagFacts) -> Iterator[Finding]:
    """Every piece of every page is in the tree or an artifact, and every link is in both."""
    for page in facts.pages:
        if page.unread:
            yield _found("unread", page.number, why=page.unread)
        for count, detail in (
            (page.bare, "bare"),
            (page.lost, "lost"),
            (page.loose_links, "loose-link"),
            (page.silent_links, "silent-link"),
            (not page.ordered, "tab-order"),
        ):
            if count:
                yield _found(detail, page.number, **({"count": count} if count is not True else {}))
        for font in page.unmapped:
            yield _found("letters", page.number, font=font)
        for font in page.absent:
            yield Finding("press.font", "not-embedded", (), page.number, {"font": font})


def kinds(facts: TagFacts) -> Iterator[Finding]:
    """Standard types only, each where the standard lets it stand."""
    for tag in facts.walk():
        if tag.kind not in STANDARD:
            yield _found("kind", tag.page, kind=tag.kind)
        for kid in tag.kids:
            wrong_here = tag.kind in _INSIDE and kid.kind not in _INSIDE[tag.kind]
            if wrong_here or tag.kind not in _PARENTS.get(kid.kind, {tag.kind}):
                yield _found("nesting", kid.page or tag.page, inner=kid.kind, outer=tag.kind)


def headings(facts: TagFacts) -> Iterator[Finding]:
    """Headings begin at 1 and never go down more than one step."""
    last = 0
    for tag in facts.walk():
        if found := _HEADING.match(tag.kind):
            level = int(found[1])
            if level > last + 1:
                yield _found("heading", tag.page, found=level, last=last or "–")
            last = level


def figures(facts: TagFacts) -> Iterator[Finding]:
    for tag in facts.walk():
        if tag.kind in ("Figure", "Formula") and not tag.said.strip():
            yield _found("no-alt", tag.page)


def tables(facts: TagFacts) -> Iterator[Finding]:
    """Every table has heads, and every head says what it heads."""
    for table in facts.walk():
        if table.kind != "Table":
            continue
        cells = [tag for tag in table.walk() if tag.kind in ("TH", "TD")]
        heads = [tag for tag in cells if tag.kind == "TH"]
        named = all(tag.headed for tag in cells if tag.kind == "TD")
        if not heads:
            yield _found("no-heads", table.page)
        elif not named and not all(tag.headed for tag in heads):
            yield _found("no-scope", table.page)


def links(facts: TagFacts) -> Iterator[Finding]:
    for tag in facts.walk():
        if tag.kind == "Link" and not any(one.links for one in tag.walk()):
            yield _found("dead-link", tag.page, text=_short(tag))


def languages(facts: TagFacts) -> Iterator[Finding]:
    """Letters that tell their language are marked with it. (An alternate text has one language,
    its element's.)"""
    for tag in facts.walk():
        own = tag.language.partition("-")[0]
        if own and (spoken := language_of(tag.text, own)):
            detail = "words" if spoken == "vi" else "script"
            yield _found(detail, tag.page, text=tag.text.strip()[:40], wanted=spoken, found=own)


def _short(tag: Tag) -> str:
    return "".join(one.text for one in tag.walk())[:40]


STRUCTURE: tuple[Callable[[TagFacts], Iterator[Finding]], ...] = (
    declared,
    pages,
    kinds,
    headings,
    figures,
    tables,
    links,
    languages,
)

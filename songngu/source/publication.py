"""The root of a publication -> Publication: config, issues, pairs with their rows."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from songngu.align import align
from songngu.diagnostics import Checked, Diagnostic, diagnose
from songngu.model import (
    LANGS,
    ROLES,
    UNSAID,
    Article,
    Bilingual,
    Block,
    Imprint,
    ImprintLine,
    Issue,
    Lang,
    Layout,
    Notice,
    Orthography,
    Pair,
    Publication,
    Row,
    Section,
)
from songngu.source.articles import read_article
from songngu.source.engine_settings import check_engine_settings
from songngu.source.file_names import unfit_name
from songngu.source.files import relative
from songngu.source.links import references
from songngu.source.names import read_names
from songngu.source.palette import check_palette
from songngu.source.permanent import RESERVED
from songngu.source.records import (
    CREDITS,
    FACTS,
    SERIES,
    Facts,
    bilingual,
    document,
    read_credits,
    read_facts,
    read_series,
)
from songngu.source.sayings import sayings
from songngu.source.slugs import address
from songngu.source.termbase import read_termbase
from songngu.source.yaml_ import Document

CONFIG = "content/publication.yml"


ReadArticle = Callable[[Path, Path, Lang], Checked[Article | None]]
Align = Callable[[tuple[Block, ...], tuple[Block, ...]], tuple[Row, ...]]


def read(
    root: Path,
    issue: str | None = None,
    *,
    article: ReadArticle = read_article,
    rows: Align = align,
) -> Checked[Publication | None]:
    """Everything below `root`; with `issue`, only that issue's articles are read. Whoever reads
    often gives an `article` and `rows` that remember.

    None only when publication.yml itself cannot stand; a broken article is left out and named.
    """
    config = document(root / CONFIG, root, "publication", "config.invalid")
    facts = read_facts(root)
    known = facts.value or Facts()
    series = read_series(root, known.sources if facts.value else None)
    credits = read_credits(root)
    terms = read_termbase(root)
    names = read_names(root, known.sources if facts.value else None)
    problems: list[Diagnostic] = []
    for part in (config, facts, series, credits, terms, names):
        problems += part.diagnostics
    if config.value is None:
        return Checked(None, (*problems, *_told_by_articles(root)))
    problems += check_engine_settings(root, config.value)
    issues = _issues(config.value, root, issue, (article, rows))
    problems += issues.diagnostics
    problems += check_palette(root, issues.value, CONFIG)
    unread = {f"{SERIES}/{id}.yml" for id, one in series.value.series.items() if one is None}
    unread |= {path for path, part in ((FACTS, facts), (CREDITS, credits)) if part.value is None}
    if not (root / FACTS).exists():
        unread.add(FACTS)
        problems = list(_without_facts(problems, issues.value))
    data: Any = config.value.value
    publication = Publication(
        name=bilingual(data["name"]),
        publisher=bilingual(data["publisher"]),
        url=data["url"],
        issues=issues.value,
        tagline=_said(data, "tagline"),
        contact=_said(data, "contact"),
        licence=_said(data, "licence"),
        facts=known.facts,
        sources=known.sources,
        series={id: one for id, one in series.value.series.items() if one},
        credits=credits.value or {},
        terms=terms.value,
        names=names.value,
        unread=frozenset(unread),
        sayings=(*sayings(config.value, CONFIG), *known.said, *series.value.said),
        clearance=tuple(role for role in ROLES if role in data.get("clearance", ("approver",))),
    )
    return Checked(publication, tuple(problems))


def _without_facts(problems: Iterable[Diagnostic], issues: Iterable[Issue]) -> Iterable[Diagnostic]:
    """What was found in a publication without facts.yml: that it is not there is told once, if
    anything rests on it."""
    sides = [pair[lang] for issue in issues for pair in issue.pairs for lang in LANGS]
    named = any(issue.figures for issue in issues) or any(
        side.sources or any(one.kind == "fact" for one in references(side))
        for side in filter(None, sides)
    )
    for one in problems:
        if one.detail == "unknown-source":
            named = True
        else:
            yield one
    if named:
        yield diagnose("fact.unknown", FACTS, 1, "no-file")


def _told_by_articles(root: Path) -> Iterable[Diagnostic]:
    """Each article's own faults, when nothing tells which issue it belongs to."""
    for lang in LANGS:
        for path in sorted((root / "content" / lang).rglob("*.md")):
            yield from read_article(path, root, lang).diagnostics


def _said(data: Any, key: str) -> Bilingual:
    return bilingual(data[key]) if key in data else UNSAID


def _issues(
    config: Document, root: Path, only: str | None, ways: tuple[ReadArticle, Align]
) -> Checked[tuple[Issue, ...]]:
    data: Any = config.value
    issues: list[Issue] = []
    problems: list[Diagnostic] = []
    for at, one in enumerate(data["issues"]):
        line = config.line(("issues", at))
        if one["id"] in {issue.id for issue in issues}:
            problems.append(diagnose("config.invalid", CONFIG, line, "same-id", id=one["id"]))
            continue
        lines = {
            ".".join(map(str, place[2:])): found
            for place, found in config.lines.items()
            if place[:2] == ("issues", at)
        }
        issue = _issue(one, line, lines)
        if only in (None, issue.id):
            found = _pairs(issue, root, *ways)
            problems += found.diagnostics
            issue = replace(issue, pairs=found.value)
            problems += [*_sections(issue), *_places(issue)]
            if not issue.pairs and not found.diagnostics:
                problems.append(
                    diagnose("config.invalid", CONFIG, line, "empty-issue", id=issue.id)
                )
        issues.append(issue)
    if only is not None and only not in {issue.id for issue in issues}:
        known = ", ".join(issue.id for issue in issues)
        problems.append(diagnose("config.invalid", CONFIG, 1, "no-issue", id=only, known=known))
    return Checked(tuple(issues), tuple(problems))


def _issue(data: Any, line: int, lines: Mapping[str, int]) -> Issue:
    sections = tuple(
        Section(
            id=section["id"],
            title=bilingual(section["title"]),
            accent=section.get("accent", "river"),
            picture=section.get("picture", ""),
            standfirst=_said(section, "standfirst"),
            layout=Layout(section["layout"]) if "layout" in section else None,
        )
        for section in data["sections"]
    )
    imprint = tuple(
        ImprintLine(one["key"], bilingual(one["label"]), bilingual(one["value"]))
        for one in data.get("imprint", ())
    )
    notice = data.get("notice")
    return Issue(
        id=data["id"],
        title=bilingual(data["title"]),
        date=date.fromisoformat(data["date"]),
        status=data["status"],
        sections=sections,
        imprint=Imprint(imprint, frozenset(one.key for one in imprint)),
        foreword=_said(data, "foreword"),
        picture=data.get("picture", ""),
        layout=Layout(data.get("layout", "facing")),
        notice=Notice(date.fromisoformat(notice["date"]), bilingual(notice)) if notice else None,
        figures=tuple(data.get("figures", ())),
        line=line,
        lines=lines,
        orthography=Orthography(
            data.get("orthography", "old"), tuple(data.get("keep_spelling", ()))
        ),
    )


def _pairs(
    issue: Issue, root: Path, article: ReadArticle, rows: Align
) -> Checked[tuple[Pair, ...]]:
    """Articles of both languages under the same relative path, with their rows."""
    problems: list[Diagnostic] = []
    sides: dict[str, dict[str, Article | None]] = {}
    for lang in LANGS:
        folder = root / "content" / lang / issue.id
        for path in sorted(folder.rglob("*.md")):
            # A name in parts (NFD) names the same article as one that is whole.
            identifier = unicodedata.normalize("NFC", relative(path, folder)[: -len(".md")])
            side = sides.setdefault(identifier, {})
            if told := unfit_name(path, root):
                problems.append(told)
                side.setdefault(lang, None)
                continue
            found = article(path, root, lang)
            problems += found.diagnostics
            side[lang] = found.value
    pairs = []
    for identifier, both in sorted(sides.items()):
        vi, en = both.get("vi"), both.get("en")
        if None in both.values():
            # A side that exists but cannot be read was told already; it is not a missing partner.
            continue
        side_by_side = rows(vi.blocks, en.blocks) if vi and en else ()
        pairs.append(Pair(identifier, vi, en, side_by_side))
    return Checked(tuple(pairs), tuple(problems))


def _sections(issue: Issue) -> Iterable[Diagnostic]:
    """Two sections with one id would print their articles twice; and none is called as a page that
    every issue has."""
    seen: set[str] = set()
    for at, section in enumerate(issue.sections):
        line = issue.line_of(f"sections.{at}")
        if section.id in seen:
            yield diagnose("config.invalid", CONFIG, line, "same-section", id=section.id)
        elif section.id in RESERVED:
            yield diagnose("config.invalid", CONFIG, line, "reserved", id=section.id)
        seen.add(section.id)


def _places(issue: Issue) -> Iterable[Diagnostic]:
    """Every article stands in a section that the issue has, at addresses of its own."""
    known = dict.fromkeys(section.id for section in issue.sections)
    for pair in issue.pairs:
        for lang in LANGS:
            article = pair[lang]
            if article and article.section not in known:
                yield diagnose(
                    "source.front-matter",
                    article.path,
                    article.line_of("section"),
                    "no-section",
                    lang=lang,
                    pair=pair.id,
                    section=article.section,
                    known=", ".join(known),
                )
    addresses = {name: name for name in known}
    for pair in issue.pairs:
        yield from _taken(address(pair.id), pair, 1, addresses)
    for pair in issue.pairs:
        for alias in pair.aliases:
            yield from _taken(alias, pair, pair.lead.line_of("aliases"), addresses)


def _taken(name: str, pair: Pair, line: int, addresses: dict[str, str]) -> Iterable[Diagnostic]:
    """Why a pair cannot have that address. From now on it has it, among `addresses` (what stands
    at each)."""
    place = ("config.invalid", pair.lead.path, line)
    if name in RESERVED:
        yield diagnose(*place, "reserved", pair=pair.id, id=name)
    elif name in addresses:
        yield diagnose(*place, "same-address", pair=pair.id, other=addresses[name])
    addresses[name] = pair.id

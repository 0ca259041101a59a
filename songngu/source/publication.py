"""The root of a publication -> Publication: config, issues, pairs with their rows."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from songngu.align import align
from songngu.diagnostics import Checked, Diagnostic, diagnose
from songngu.model import (
    LANGS,
    Article,
    Bilingual,
    Imprint,
    ImprintLine,
    Issue,
    Notice,
    Pair,
    Publication,
    Section,
)
from songngu.source.articles import read_article
from songngu.source.engine_settings import check_engine_settings
from songngu.source.files import relative
from songngu.source.records import bilingual, document, read_credits, read_facts, read_series
from songngu.source.yaml_ import Document

CONFIG = "content/publication.yml"


def read(root: Path, issue: str | None = None) -> Checked[Publication | None]:
    """Everything below `root`; with `issue`, only that issue's articles are read.

    None only when publication.yml itself cannot stand; a broken article is left out and named.
    """
    config = document(root / CONFIG, root, "publication", "config.invalid")
    if config.value is None:
        return Checked(None, config.diagnostics)
    problems: list[Diagnostic] = [*check_engine_settings(root, config.value)]
    facts = read_facts(root)
    sources, known_facts = facts.value
    series = read_series(root, sources)
    credits = read_credits(root)
    issues = _issues(config.value, root, issue)
    for part in (facts, series, credits, issues):
        problems += part.diagnostics
    data: Any = config.value.value
    publication = Publication(
        name=bilingual(data["name"]),
        publisher=bilingual(data["publisher"]),
        url=data["url"],
        issues=issues.value,
        tagline=_said(data, "tagline"),
        contact=_said(data, "contact"),
        licence=_said(data, "licence"),
        facts=known_facts,
        sources=sources,
        series=series.value,
        credits=credits.value,
    )
    return Checked(publication, tuple(problems))


def _said(data: Any, key: str) -> Bilingual:
    return bilingual(data[key]) if key in data else Bilingual("", "")


def _issues(config: Document, root: Path, only: str | None) -> Checked[tuple[Issue, ...]]:
    data: Any = config.value
    issues: list[Issue] = []
    problems: list[Diagnostic] = []
    for at, one in enumerate(data["issues"]):
        line = config.line(("issues", at))
        if one["id"] in {issue.id for issue in issues}:
            problems.append(diagnose("config.invalid", CONFIG, line, "same-id", id=one["id"]))
            continue
        issue = _issue(one, line)
        if only in (None, issue.id):
            found = _pairs(issue, root)
            problems += found.diagnostics
            issue = replace(issue, pairs=found.value)
            problems += _places(issue)
            if not issue.pairs:
                problems.append(
                    diagnose("config.invalid", CONFIG, line, "empty-issue", id=issue.id)
                )
        issues.append(issue)
    if only is not None and only not in {issue.id for issue in issues}:
        known = ", ".join(issue.id for issue in issues)
        problems.append(diagnose("config.invalid", CONFIG, 1, "no-issue", id=only, known=known))
    return Checked(tuple(issues), tuple(problems))


def _issue(data: Any, line: int) -> Issue:
    sections = tuple(
        Section(
            id=section["id"],
            title=bilingual(section["title"]),
            accent=section.get("accent", "river"),
            picture=section.get("picture", ""),
            standfirst=_said(section, "standfirst"),
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
        layout=data.get("layout", "facing"),
        notice=Notice(date.fromisoformat(notice["date"]), bilingual(notice)) if notice else None,
        figures=tuple(data.get("figures", ())),
        line=line,
    )


def _pairs(issue: Issue, root: Path) -> Checked[tuple[Pair, ...]]:
    """Articles of both languages under the same relative path, with their rows."""
    problems: list[Diagnostic] = []
    sides: dict[str, dict[str, Article | None]] = {}
    for lang in LANGS:
        folder = root / "content" / lang / issue.id
        for path in sorted(folder.rglob("*.md")):
            found = read_article(path, root, lang)
            problems += found.diagnostics
            identifier = relative(path.with_suffix(""), folder)
            sides.setdefault(identifier, {})[lang] = found.value
    pairs = []
    for identifier, both in sorted(sides.items()):
        vi, en = both.get("vi"), both.get("en")
        if None in both.values():
            # A side that exists but cannot be read was told already; it is not a missing partner.
            continue
        rows = align(vi.blocks, en.blocks) if vi and en else ()
        pairs.append(Pair(identifier, vi, en, rows))
    return Checked(tuple(pairs), tuple(problems))


def _places(issue: Issue) -> Iterable[Diagnostic]:
    """Every article stands in a section that the issue has, at an address of its own."""
    known = {section.id for section in issue.sections}
    addresses: dict[str, str] = {section.id: section.id for section in issue.sections}
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
        address = pair.id.lower()
        if address in addresses:
            yield diagnose(
                "config.invalid",
                pair.lead.path,
                1,
                "same-address",
                pair=pair.id,
                other=addresses[address],
            )
        addresses[address] = pair.id

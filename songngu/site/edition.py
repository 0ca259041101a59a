"""The website's edition of a publication: what exists in which language, and at which address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from songngu.figures.pictures_ import WebPlan
from songngu.model import LANGS, Bilingual, Issue, Lang, Pair, Publication, Section, Standing
from songngu.site.addresses import ASSETS, Addresses
from songngu.site.outline import Texts, whole
from songngu.site.syndication import Syndication
from songngu.source import permanent
from songngu.source.links import references
from songngu.source.permanent import issue_path as issue_path
from songngu.source.permanent import pair_path as pair_path

Kind = Literal[
    "cover", "issue", "section", "article", "figures", "gallery", "about", "double", "doubles"
]


@dataclass(frozen=True)
class Furniture:
    """File names below assets/, each with a hash of its content, that every page uses."""

    style: str = "site.css"
    script: str = "site.js"
    icon: str = "mark.svg"
    fonts: tuple[str, ...] = ()
    worker: str = "search/worker.js"


@dataclass(frozen=True)
class Download:
    """A file that readers of an issue can take away, and where it lies now. `name` is what it is
    called on the site."""

    issue: str
    label: Bilingual
    name: str
    path: Path

    @property
    def size(self) -> int:
        return self.path.stat().st_size


@dataclass(frozen=True)
class Edition:
    """Everything that the views are made of.

    `pages` holds the pages of each language being built; `doubles` those that show again, in both
    languages side by side, what `pages` has; `pictures` knows each picture by its path relative to
    the publication's root; `syndication` what is made for other sites, if it is; `gone` the pages
    that withdrawals took out. `desk` is there in a draft only: where the pairs of each issue stand
    with those who sign. `publication` is an outline where `texts` holds the articles themselves.
    """

    publication: Publication
    addresses: Addresses
    pages: Mapping[Lang, tuple["Page", ...]]
    pictures: Mapping[str, WebPlan]
    furniture: Furniture
    doubles: Mapping[Lang, tuple["Page", ...]] = field(default_factory=dict)
    downloads: tuple[Download, ...] = ()
    syndication: Syndication | None = None
    gone: Mapping[Lang, tuple["Page", ...]] = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)
    desk: Mapping[str, tuple[Standing, ...]] | None = None

    @property
    def draft(self) -> bool:
        """A draft shows what nobody signed: it says so, and no search engine may keep it."""
        return self.desk is not None

    def text(self, issue: Issue, pair: Pair, lang: Lang | None) -> Pair:
        """The pair with its text in one language, in both for None."""
        kept = self.texts.get((issue.id, pair.id))
        return whole(pair, kept, lang) if kept else pair

    def every(self, lang: Lang) -> tuple["Page", ...]:
        """Every page of a language, the ones that show two of them too."""
        return (*self.pages[lang], *self.doubles.get(lang, ()))

    @cached_property
    def double_paths(self) -> Mapping[Lang, frozenset[str]]:
        found = self.doubles.items()
        return {lang: frozenset(page.path for page in pages) for lang, pages in found}

    @cached_property
    def paths(self) -> Mapping[Lang, frozenset[str]]:
        return {lang: frozenset(page.path for page in pages) for lang, pages in self.pages.items()}

    @cached_property
    def articles(self) -> Mapping[str, tuple[Lang, Issue, Pair]]:
        """Where the article of each file stands, by the file's path."""
        return {
            article.path: (lang, page.issue, page.pair)
            for lang, pages in self.pages.items()
            for page in pages
            if page.pair is not None and (article := page.pair[lang]) is not None
        }


@dataclass(frozen=True)
class Page:
    """A page that exists in a language; `path` is its address below the language."""

    kind: Kind
    path: str
    issue: Issue
    section: Section | None = None
    pair: Pair | None = None


def section_path(issue: Issue, section: Section) -> str:
    return f"{issue.id}/{section.id}/"


def double_of(path: str) -> str:
    """Where both languages of what stands at a path stand side by side."""
    return f"{path}{permanent.DOUBLE}/"


def double_path(issue: Issue, pair: Pair) -> str:
    return double_of(pair_path(issue, pair))


def doubles_path(issue: Issue) -> str:
    return double_of(issue_path(issue))


def prints_figures(issue: Issue) -> bool:
    """Whether any of its articles, or its cover, shows a fact or a series."""
    articles = [article for pair in issue.pairs for lang in LANGS if (article := pair[lang])]
    return bool(issue.figures) or any(
        one.kind in ("fact", "series") for article in articles for one in references(article)
    )


def figures_path(issue: Issue) -> str:
    return f"{issue_path(issue)}{permanent.FIGURES}/"


def gallery_path(issue: Issue) -> str:
    return f"{issue_path(issue)}{permanent.GALLERY}/"


def status_page() -> str:
    """The status page of a draft: a file, for every folder may be an issue's."""
    return "status.html"


def about_path(issue: Issue) -> str:
    return f"{issue_path(issue)}{permanent.ABOUT}/"


def pairs_in(issue: Issue, lang: Lang) -> tuple[Pair, ...]:
    """The issue's pairs that have this language, in the order of reading."""
    return issue.pairs_in(lang)


def sections_in(issue: Issue, lang: Lang) -> tuple[Section, ...]:
    """The sections that have something to read in this language."""
    return tuple(
        section
        for section in issue.sections
        if any(pair[lang] is not None for pair in issue.pairs_of(section))
    )


def pages(publication: Publication, lang: Lang) -> tuple[Page, ...]:
    """Every page of one language: the cover first, then issue by issue, newest first."""
    found = [Page("cover", "", publication.newest)]
    for issue in newest_first(publication):
        found.append(Page("issue", issue_path(issue), issue))
        for section in sections_in(issue, lang):
            found.append(Page("section", section_path(issue, section), issue, section))
        for pair in pairs_in(issue, lang):
            section = next(one for one in issue.sections if one.id == pair.lead.section)
            found.append(Page("article", pair_path(issue, pair), issue, section, pair))
        if prints_figures(issue):
            found.append(Page("figures", figures_path(issue), issue))
        found.append(Page("gallery", gallery_path(issue), issue))
        found.append(Page("about", about_path(issue), issue))
    return tuple(found)


def doubles(publication: Publication, lang: Lang) -> tuple[Page, ...]:
    """The pages that show both languages side by side: every complete pair, and the contents of
    every issue that has one. They stand at the same path in each language, with that language's
    masthead around them; an article that has the address already keeps it."""
    taken = {page.path for page in pages(publication, lang)}
    found = []
    for issue in newest_first(publication):
        pairs = [pair for pair in issue.in_order if pair.complete]
        if pairs:
            found.append(Page("doubles", doubles_path(issue), issue))
        for pair in pairs:
            section = next(one for one in issue.sections if one.id == pair.lead.section)
            found.append(Page("double", double_path(issue, pair), issue, section, pair))
    return tuple(page for page in found if page.path not in taken)


def newest_first(publication: Publication) -> tuple[Issue, ...]:
    return tuple(sorted(publication.issues, key=lambda issue: (issue.date, issue.id), reverse=True))


def asset(name: str) -> str:
    return ASSETS + name

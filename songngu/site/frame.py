"""What stands around a page: head, masthead, language switch, footer."""

from dataclasses import dataclass
from functools import cached_property

from songngu.figures.numbers import day
from songngu.model import LANGS, Issue, Lang, PictureUse, Section
from songngu.site.addresses import ASSETS, relative
from songngu.site.edition import (
    Edition,
    about_path,
    double_of,
    doubles_path,
    figures_path,
    gallery_path,
    issue_path,
    newest_first,
    section_path,
    sections_in,
    status_page,
)
from songngu.site.safety import POLICY
from songngu.site.search_index import INDEX
from songngu.site.views import (
    Alternate,
    DoubleLink,
    Frame,
    IssueLink,
    Line,
    PictureView,
    Said,
    SearchView,
    SectionLink,
    SourceSet,
    Tongue,
)
from songngu.site.words import words

CODE = "+".join(lang.upper() for lang in LANGS)


@dataclass(frozen=True)
class Stand:
    """Where a view is made: an edition, a language, an issue, and the page's own path. `folder` is
    the language whose folder the page stands in, if it is not the one that is spoken."""

    edition: Edition
    lang: Lang
    issue: Issue
    path: str
    lost: bool = False
    folder: Lang | None = None

    def to(self, address: str) -> str:
        """The way to an address below the site's root. A lost page may be served anywhere."""
        addresses = self.edition.addresses
        if self.lost:
            return addresses.rooted(address)
        return relative(addresses.page(self.folder or self.lang, self.path), address)

    def page(self, path: str, lang: Lang | None = None) -> str:
        return self.to(self.edition.addresses.page(lang or self.lang, path))

    @cached_property
    def assets(self) -> str:
        """The way to the folder of what all pages share; the names of its files follow it."""
        return self.to(ASSETS)

    def word(self, key: str, **values: object) -> str:
        return words(self.lang)[key].format(**values)


def frame(
    stand: Stand, title: str, description: str, section: str = "", shows: str | None = None
) -> Frame:
    """`section` is the id of the section that the page belongs to; `shows` the path of the page
    that this one only shows again, and which is meant when it is linked from elsewhere."""
    publication, lang = stand.edition.publication, stand.lang
    furniture, addresses = stand.edition.furniture, stand.edition.addresses
    issue = stand.issue
    path = stand.path if shows is None else shows
    return Frame(
        lang=lang,
        title=title,
        description=" ".join(description.split()),
        canonical=""
        if stand.lost or stand.edition.draft
        else addresses.absolute(addresses.page(lang, path)),
        alternates=() if stand.lost else alternates(stand.edition, stand.path),
        style=stand.assets + furniture.style,
        script=stand.assets + furniture.script,
        icon=stand.assets + furniture.icon,
        fonts=tuple(stand.assets + name for name in furniture.fonts),
        policy=POLICY,
        search=SearchView(
            worker=stand.assets + furniture.worker,
            index=stand.to(addresses.page(lang, INDEX)),
            base=stand.page(""),
        ),
        name=publication.name[lang],
        tagline=publication.tagline[lang],
        publisher=publication.publisher[lang],
        home=stand.page(""),
        about=stand.page(about_path(issue)),
        figures=stand.page(figures_path(issue)) if _has(stand, figures_path(issue)) else "",
        gallery=stand.page(gallery_path(issue)) if _has(stand, gallery_path(issue)) else "",
        tongues=tongues(stand, path),
        double=double(stand),
        sections=section_links(stand, section),
        issue=issue_link(stand, issue),
        specimen=_band(stand),
        board=stand.page(status_page()) if stand.edition.draft else "",
        notice=_notice(stand, issue),
        imprint=imprint(issue, lang),
        licence=publication.licence[lang],
        contact=publication.contact[lang],
        words=words(lang),
    )


def _band(stand: Stand) -> str:
    """What stands above every page that is not the official one."""
    if stand.edition.draft:
        return stand.word("draft")
    return stand.word("specimen") if stand.issue.status == "specimen" else ""


def _has(stand: Stand, path: str) -> bool:
    return path in stand.edition.paths[stand.folder or stand.lang]


def citation(stand: Stand, lang: Lang, title: str, byline: str, path: str) -> Said:
    """A plain reference to what the page at `path` shows, in one of its languages."""
    publication, issue = stand.edition.publication, stand.issue
    say = words(lang)
    address = stand.edition.addresses.absolute(stand.edition.addresses.page(lang, path))
    parts = [byline, title, publication.name[lang], say["issue"].format(id=issue.id).lower()]
    parts += [day(issue.date, lang)]
    told = ", ".join(dict.fromkeys(part for part in parts if part))
    return Said(lang, f"{told}. {address}")


def alternates(edition: Edition, path: str) -> tuple[Alternate, ...]:
    """The page in every language that has it; x-default is the Vietnamese one."""
    found = [
        Alternate(lang, edition.addresses.absolute(edition.addresses.page(lang, path)))
        for lang in LANGS
        if path in edition.paths.get(lang, ())
    ]
    first = [Alternate("x-default", one.absolute) for one in found if one.hreflang == LANGS[0]]
    return (*found, *first)


def tongues(stand: Stand, path: str | None = None) -> tuple[Tongue, ...]:
    """The language switch: the page at `path` where it exists, else that language's home."""
    path = stand.path if path is None else path
    return tuple(
        Tongue(
            lang=lang,
            code=lang.upper(),
            name=words(lang)["language_name"],
            href=stand.page(_same(stand, path, lang), lang),
            current=lang == stand.lang and path == stand.path,
        )
        for lang in LANGS
        if lang in stand.edition.paths
    )


def _same(stand: Stand, path: str, lang: Lang) -> str:
    """The path of the page, or of the home in a language that has not got it."""
    return path if not stand.lost and path in stand.edition.paths[lang] else ""


def double(stand: Stand) -> DoubleLink | None:
    """Where both languages stand side by side: this article, else what the issue has of them."""
    there = stand.edition.double_paths.get(stand.folder or stand.lang, frozenset())
    for path in (stand.path, double_of(stand.path), doubles_path(stand.issue)):
        if path in there:
            current = path == stand.path and not stand.lost
            return DoubleLink(CODE, _both(), stand.page(path, stand.folder), current)
    return None


def _both() -> tuple[Said, ...]:
    return tuple(Said(lang, words(lang)["side_by_side"]) for lang in LANGS)


def section_links(stand: Stand, current: str = "") -> tuple[SectionLink, ...]:
    return tuple(
        section_link(stand, section, section.id == current)
        for section in sections_in(stand.issue, stand.lang)
    )


def section_link(stand: Stand, section: Section, current: bool = False) -> SectionLink:
    """Numbered as in the issue, whatever a language leaves out."""
    return SectionLink(
        number=stand.issue.sections.index(section) + 1,
        title=section.title[stand.lang],
        href=stand.page(section_path(stand.issue, section)),
        accent=section.accent,
        current=current,
    )


def issue_link(stand: Stand, issue: Issue) -> IssueLink:
    return IssueLink(
        title=issue.title[stand.lang],
        label=stand.word("issue", id=issue.id),
        date=day(issue.date, stand.lang),
        href=stand.page(issue_path(issue)),
    )


def issue_links(stand: Stand) -> tuple[IssueLink, ...]:
    return tuple(issue_link(stand, issue) for issue in newest_first(stand.edition.publication))


def imprint(issue: Issue, lang: Lang) -> tuple[Line, ...]:
    return tuple(Line(one.label[lang], one.value[lang]) for one in issue.imprint.lines)


def _notice(stand: Stand, issue: Issue) -> Line | None:
    if issue.notice is None:
        return None
    when = day(issue.notice.date, stand.lang)
    return Line(stand.word("notice", date=when), issue.notice.text[stand.lang])


def picture(stand: Stand, use: PictureUse) -> PictureView | None:
    """None for a picture that is not there: the check has told the editor."""
    plan = stand.edition.pictures.get(use.path)
    if plan is None:
        return None
    credit = stand.edition.publication.credits.get(use.path)
    to = stand.assets
    sets = [
        SourceSet(one.media, ", ".join([f"{to}{name} {width}w" for width, name in one.files]))
        for one in plan.kinds
    ]
    plain = plan.kinds[-1].files
    return PictureView(
        src=to + plain[min(1, len(plain) - 1)][1],
        srcset=sets[-1].srcset,
        sources=tuple(sets[:-1]),
        large=to + plan.largest,
        width=plan.width,
        height=plan.height,
        alt=use.alt,
        caption=use.caption,
        credit=credit.credit[stand.lang] if credit else "",
    )

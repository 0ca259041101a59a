"""What stands around a page: head, masthead, language switch, footer."""

from dataclasses import dataclass

from songngu.figures.numbers import day
from songngu.model import LANGS, Issue, Lang, PictureUse, Section
from songngu.site.addresses import relative
from songngu.site.edition import (
    Edition,
    about_path,
    asset,
    issue_path,
    newest_first,
    section_path,
    sections_in,
)
from songngu.site.views import (
    Alternate,
    Frame,
    IssueLink,
    Line,
    PictureView,
    SearchView,
    SectionLink,
    Tongue,
)
from songngu.site.words import words


@dataclass(frozen=True)
class Stand:
    """Where a view is made: an edition, a language, an issue, and the page's own path."""

    edition: Edition
    lang: Lang
    issue: Issue
    path: str
    lost: bool = False

    def to(self, address: str) -> str:
        """The way to an address below the site's root. A lost page may be served anywhere."""
        addresses = self.edition.addresses
        if self.lost:
            return addresses.rooted(address)
        return relative(addresses.page(self.lang, self.path), address)

    def page(self, path: str, lang: Lang | None = None) -> str:
        return self.to(self.edition.addresses.page(lang or self.lang, path))

    def word(self, key: str, **values: object) -> str:
        return words(self.lang)[key].format(**values)


def frame(stand: Stand, title: str, description: str, section: str = "") -> Frame:
    """`section` is the id of the section that the page belongs to."""
    publication, lang = stand.edition.publication, stand.lang
    furniture, addresses = stand.edition.furniture, stand.edition.addresses
    issue = stand.issue
    return Frame(
        lang=lang,
        title=title,
        description=" ".join(description.split()),
        canonical="" if stand.lost else addresses.absolute(addresses.page(lang, stand.path)),
        alternates=() if stand.lost else alternates(stand.edition, stand.path),
        style=stand.to(asset(furniture.style)),
        script=stand.to(asset(furniture.script)),
        icon=stand.to(asset(furniture.icon)),
        fonts=tuple(stand.to(asset(name)) for name in furniture.fonts),
        search=SearchView(
            worker=stand.to(asset(furniture.worker)),
            index=stand.to(addresses.searched(lang) + "search/search_index.json"),
            base=stand.to(addresses.searched(lang)),
        ),
        name=publication.name[lang],
        tagline=publication.tagline[lang],
        publisher=publication.publisher[lang],
        home=stand.page(""),
        about=stand.page(about_path(issue)),
        tongues=tongues(stand),
        sections=section_links(stand, section),
        issue=issue_link(stand, issue),
        specimen=stand.word("specimen") if issue.status == "specimen" else "",
        notice=_notice(stand, issue),
        imprint=imprint(issue, lang),
        licence=publication.licence[lang],
        contact=publication.contact[lang],
        words=words(lang),
    )


def alternates(edition: Edition, path: str) -> tuple[Alternate, ...]:
    """The page in every language that has it; x-default is the Vietnamese one."""
    found = [
        Alternate(lang, edition.addresses.absolute(edition.addresses.page(lang, path)))
        for lang in LANGS
        if path in edition.paths.get(lang, ())
    ]
    first = [Alternate("x-default", one.absolute) for one in found if one.hreflang == LANGS[0]]
    return (*found, *first)


def tongues(stand: Stand) -> tuple[Tongue, ...]:
    """The language switch: the same page where it exists, else that language's home."""
    return tuple(
        Tongue(
            lang=lang,
            code=lang.upper(),
            name=words(lang)["language_name"],
            href=stand.page(_same(stand, lang), lang),
            current=lang == stand.lang,
        )
        for lang in LANGS
        if lang in stand.edition.paths
    )


def _same(stand: Stand, lang: Lang) -> str:
    """The path of this page, or of the home in a language that has not got it."""
    return stand.path if not stand.lost and stand.path in stand.edition.paths[lang] else ""


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
    files = [(width, stand.to(asset(name))) for width, name in plan.files]
    return PictureView(
        src=files[min(1, len(files) - 1)][1],
        srcset=", ".join(f"{href} {width}w" for width, href in files),
        width=plan.width,
        height=plan.height,
        alt=use.alt,
        caption=use.caption,
        credit=credit.credit[stand.lang] if credit else "",
    )

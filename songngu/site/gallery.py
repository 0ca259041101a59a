"""The pictures of an issue in one place, each with what it shows, who made it, and what may be done
with it."""

from collections.abc import Iterator

from songngu.model import Pair, PictureUse, Section
from songngu.site.edition import (
    about_path,
    pair_path,
    pairs_in,
    section_path,
    sections_in,
)
from songngu.site.frame import Stand, frame, picture
from songngu.site.rights import right
from songngu.site.views import GalleryView, Plate
from songngu.source.articles import pictures_shown


def gallery(stand: Stand) -> GalleryView:
    """In the order of reading: the cover, then each section's opener and what its articles show.
    A picture that is shown twice stands where it is first."""
    plates: dict[str, Plate] = {}
    for one in _plates(stand):
        plates.setdefault(one.picture.large, one)
    title, more = stand.word("gallery"), stand.word("gallery_more")
    return GalleryView(
        frame=frame(stand, title, more),
        title=title,
        standfirst=more,
        count=stand.word("pictures_count", count=len(plates)),
        plates=tuple(plates.values()),
    )


def _plates(stand: Stand) -> Iterator[Plate]:
    lang, issue = stand.lang, stand.issue
    cover = PictureUse(issue.picture, stand.word("cover_picture", title=issue.title[lang]))
    accent = issue.sections[0].accent
    yield from _plate(stand, cover, accent, True, issue.title[lang], about_path(issue))
    for section in sections_in(issue, lang):
        yield from _of_section(stand, section)
        for pair in pairs_in(issue, lang):
            if pair.lead.section == section.id:
                yield from _of_pair(stand, section, pair)


def _of_section(stand: Stand, section: Section) -> Iterator[Plate]:
    title = section.title[stand.lang]
    use = PictureUse(section.picture, stand.word("opener_picture", title=title))
    path = section_path(stand.issue, section)
    yield from _plate(stand, use, section.accent, True, title, path)


def _of_pair(stand: Stand, section: Section, pair: Pair) -> Iterator[Plate]:
    article = pair[stand.lang]
    assert article is not None
    for use in pictures_shown(article):
        path = pair_path(stand.issue, pair)
        yield from _plate(stand, use, section.accent, False, article.title, path)


def _plate(
    stand: Stand, use: PictureUse, accent: str, across: bool, title: str, path: str
) -> Iterator[Plate]:
    """Nothing for a picture that is not there: the check has told the editor."""
    view = picture(stand, use) if use.path else None
    if view is None:
        return
    credit = stand.edition.publication.credits.get(use.path)
    licence = credit.licence if credit else ""
    found = right(licence)
    yield Plate(
        picture=view,
        accent=accent,
        across=across,
        title=title,
        href=stand.page(path),
        licence=licence,
        licence_url=found.url if found else "",
    )

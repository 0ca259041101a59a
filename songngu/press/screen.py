"""The screen editions: one tagged RGB PDF (PDF/UA-1) per language, with bookmarks and links."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from songngu import __version__
from songngu.figures.drawings_ import drawing
from songngu.figures.fonts_ import print_fonts
from songngu.figures.languages import by_script
from songngu.figures.markdown_ import render
from songngu.figures.palette import read_palette
from songngu.figures.pictures_ import screen_picture
from songngu.figures.written import Figures
from songngu.model import LANGS, Article, Lang, Section, Source
from songngu.press import tagging_, templates_
from songngu.press.book import sources_of
from songngu.press.interior import Workshop, pictures_of
from songngu.press.medium import ScreenMedium, address
from songngu.press.weasyprint_ import Typesetter
from songngu.workers_ import workers

Report = Callable[[str, Lang | None], None]


@dataclass(frozen=True)
class ScreenArticle:
    """One side of a pair as a screen edition prints it."""

    id: str
    article: Article
    body: str
    notes: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class ScreenSection:
    section: Section
    articles: tuple[ScreenArticle, ...]


def set_screens(shop: Workshop, folder: Path, report: Report) -> None:
    """Write screen-vi.pdf and screen-en.pdf, side by side where there are two cores."""
    for lang in LANGS:
        report("progress.screen", lang)
    with workers(min(shop.workers, len(LANGS))) as pool:
        jobs = [
            pool.submit(set_screen, shop, lang, folder / f"screen-{lang}.pdf") for lang in LANGS
        ]
        for job in jobs:
            job.result()


def set_screen(shop: Workshop, lang: Lang, target: Path) -> None:
    """One language as one document: links, bookmarks and tags come from the engine."""
    pictures = {
        path: screen_picture(shop.root / path, shop.cache)
        for path in sorted(pictures_of(shop.issue))
        if (shop.root / path).is_file()
    }
    colours = templates_.rgb(read_palette(shop.root))
    fonts = print_fonts(shop.cache)
    css = templates_.stylesheet(shop.root, "screen.css", fonts, colours, shop.profile)
    sections = tuple(
        ScreenSection(section, _articles(shop, section, lang, pictures, colours))
        for section in shop.issue.sections
    )
    jinja = templates_.environment(
        shop.root,
        publication=shop.publication,
        issue=shop.issue,
        version=__version__,
        colour=colours,
        picture={path: file.as_uri() for path, file in pictures.items()},
    )
    page = jinja.get_template("screen.html").render(
        lang=lang, sections=[one for one in sections if one.articles]
    )
    typesetter = Typesetter(css, shop.folders)
    done = typesetter.set_tagged(by_script(page, lang))
    tagging_.finish_screen(done.pdf, lang, shop.issue.date, target)


def _articles(
    shop: Workshop,
    section: Section,
    lang: Lang,
    pictures: dict[str, Path],
    colours: dict[str, str],
) -> tuple[ScreenArticle, ...]:
    publication = shop.publication
    figures = Figures(publication.facts, publication.series)
    medium = ScreenMedium(
        pictures,
        colours,
        publication.sources,
        section.accent,
        drawing(shop.cache),
        articles=frozenset(one.path for pair in shop.issue.pairs if (one := pair[lang])),
    )
    found = []
    for pair in shop.issue.pairs_of(section):
        if article := pair[lang]:
            name = address(article.path.removeprefix(f"content/{lang}/"))
            rendered = render(article, medium, figures, prefix=f"{name}-")
            found.append(
                ScreenArticle(
                    name, article, rendered.body, rendered.notes, sources_of(publication, article)
                )
            )
    return tuple(found)

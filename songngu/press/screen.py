"""The screen editions: one tagged RGB PDF (PDF/UA-1) per language, with bookmarks and links."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from songngu.cache_ import digest
from songngu.figures.drawings_ import drawing
from songngu.figures.fonts_ import print_fonts
from songngu.figures.languages import by_script
from songngu.figures.palette import read_palette
from songngu.figures.pictures_ import screen_picture
from songngu.figures.texts_ import writing
from songngu.figures.written import Figures, place
from songngu.model import LANGS, Article, Lang, Section, Source
from songngu.press import tagging_, templates_, weasyprint_
from songngu.press.book import sources_of
from songngu.press.medium import ScreenMedium, address
from songngu.press.parts_ import WORTH, Setter
from songngu.press.weasyprint_ import Typesetter
from songngu.press.workshop import Workshop, pictures_of, templates
from songngu.progress import Progress
from songngu.workers_ import workers as pool_of


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


@dataclass(frozen=True)
class Plan:
    """An edition before it is set: its text and look, where files may be read, the issue's day."""

    lang: Lang
    html: str
    css: str
    folders: tuple[Path, ...]
    day: date


def set_screens(shop: Workshop, folder: Path, progress: Progress) -> None:
    """Write screen-vi.pdf and screen-en.pdf: what is kept is not set again, large ones are set side
    by side where there are two cores."""
    plans = {}
    for lang in LANGS:
        progress("progress.screen", lang)
        plans[lang] = planned(shop, lang)
    keys = {lang: _key(shop, plan) for lang, plan in plans.items()}
    found = {lang: data for lang in LANGS if (data := shop.cache.read(keys[lang], ".pdf"))}
    missing = [lang for lang in LANGS if lang not in found]
    for lang, data in zip(missing, _made(shop, [plans[lang] for lang in missing]), strict=True):
        shop.cache.write(keys[lang], ".pdf", data)
        found[lang] = data
    for lang, data in found.items():
        (folder / f"screen-{lang}.pdf").write_bytes(data)


def _key(shop: Workshop, plan: Plan) -> tuple[object, ...]:
    code = [digest(Path(str(room.__file__))) for room in (tagging_, weasyprint_)]
    setter = Setter(plan.css, plan.folders, shop.cache)
    return setter.key(plan.html, "screen", plan.lang, plan.day.isoformat(), *code)


def _made(shop: Workshop, plans: list[Plan]) -> list[bytes]:
    workers = min(shop.workers, len(plans), sum(len(plan.html) for plan in plans) // WORTH)
    if workers < 2:
        return [set_screen(plan) for plan in plans]
    with pool_of(workers) as pool:
        return list(pool.map(set_screen, plans))


def set_screen(plan: Plan) -> bytes:
    """One language as one document: links, bookmarks and tags come from the engine."""
    done = Typesetter(plan.css, plan.folders).set_tagged(plan.html)
    return tagging_.finish_screen(done.pdf, plan.lang, plan.day)


def planned(shop: Workshop, lang: Lang) -> Plan:
    """A language's edition, ready to be set."""
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
    page = (
        templates(shop, pictures, colours)
        .get_template("screen.html")
        .render(lang=lang, sections=[one for one in sections if one.articles])
    )
    return Plan(lang, by_script(page, lang), css, shop.folders, shop.issue.date)


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
    found, write = [], writing(shop.cache)
    for pair in shop.issue.pairs_of(section):
        if article := pair[lang]:
            name = address(article.path.removeprefix(f"content/{lang}/"))
            rendered = place(write(article, figures), article, medium, figures, f"{name}-")
            found.append(
                ScreenArticle(
                    name, article, rendered.body, rendered.notes, sources_of(publication, article)
                )
            )
    return tuple(found)

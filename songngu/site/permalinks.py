"""Permalinks: addresses are printed as QR codes, so they must last. What was renamed leads on, what
was withdrawn leaves a notice, and what is simply gone is an error."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from songngu.diagnostics import Diagnostic, Severity, diagnose
from songngu.figures.numbers import day
from songngu.model import LANGS, Lang, Pair, Publication, published
from songngu.site.addresses import Addresses
from songngu.site.edition import (
    Edition,
    Furniture,
    Page,
    doubles,
    issue_path,
    pages,
    pair_path,
)
from songngu.site.words import words
from songngu.source.addresses import LIST, Listed
from songngu.source.permanent import FOLDERS


@dataclass(frozen=True)
class Move:
    """An older address and the one that it leads to, both below the language."""

    lang: Lang
    old: str
    new: str
    title: str
    page: Page


@dataclass(frozen=True)
class Note:
    """What one language says of a withdrawn article."""

    lang: Lang
    name: str
    title: str
    reason: str
    back: str
    home: str


def shelved(publication: Publication) -> Publication:
    """The publication without what was withdrawn."""
    issues = tuple(
        replace(issue, pairs=tuple(pair for pair in issue.pairs if published(pair)))
        for issue in publication.issues
    )
    return replace(publication, issues=issues)


def gone(publication: Publication, langs: Iterable[Lang]) -> Mapping[Lang, tuple[Page, ...]]:
    """The pages that withdrawals took out of each language."""
    kept = shelved(publication)
    found: dict[Lang, tuple[Page, ...]] = {}
    for lang in langs:
        there = {page.path for page in _every(kept, lang)}
        found[lang] = tuple(page for page in _every(publication, lang) if page.path not in there)
    return found


def _every(publication: Publication, lang: Lang) -> tuple[Page, ...]:
    return (*pages(publication, lang), *doubles(publication, lang))


def moves(edition: Edition) -> tuple[Move, ...]:
    """Every alias, and what lost its last article to a withdrawal: that leads to its issue."""
    found: list[Move] = []
    for lang, own in edition.pages.items():
        there = {page.path for page in (*own, *edition.doubles.get(lang, ()))}
        every = (*own, *edition.doubles.get(lang, ()), *edition.gone.get(lang, ()))
        for page in every:
            found += [one for one in _aliases(lang, page) if one.old not in there]
        for page in edition.gone.get(lang, ()):
            if page.pair is None:
                title = page.issue.title[lang]
                found.append(Move(lang, page.path, issue_path(page.issue), title, page))
    return tuple({(one.lang, one.old): one for one in found}.values())


def _aliases(lang: Lang, page: Page) -> Iterator[Move]:
    """The older addresses of a page of a pair: its own, and those of what stands beside it."""
    pair = page.pair
    if pair is None or (article := pair[lang]) is None:
        return
    own = pair_path(page.issue, pair)
    for alias in pair.aliases:
        old = f"{issue_path(page.issue)}{alias}/{page.path.removeprefix(own)}"
        yield Move(lang, old, page.path, article.title, page)


def withdrawn(edition: Edition) -> Mapping[str, Pair]:
    """The addresses at which a notice stands, each with the pair that stood there."""
    return {
        edition.addresses.page(lang, page.path): page.pair
        for lang, found in edition.gone.items()
        for page in found
        if page.pair is not None
    }


def notes(edition: Edition, pair: Pair, back: Mapping[Lang, str]) -> tuple[Note, ...]:
    """What is said in place of the pair, in both languages; `back` leads to their homes."""
    told = next(one for one in (pair.vi, pair.en) if one and one.withdrawn)
    found = []
    for lang in back:
        article = pair[lang] or told
        why = article.withdrawn or told.withdrawn
        assert why is not None
        found.append(
            Note(
                lang=lang,
                name=edition.publication.name[lang],
                title=words(lang)["withdrawn"].format(title=article.title),
                reason=words(lang)["withdrawn_on"].format(
                    date=day(why.date, lang), reason=why.reason
                ),
                back=words(lang)["lost_home"],
                home=back[lang],
            )
        )
    return tuple(found)


def redirects(edition: Edition) -> str:
    """_redirects as several hosts read it: they then answer before the page with the link does."""
    addresses = edition.addresses
    lines = sorted(
        f"{addresses.rooted(addresses.page(one.lang, one.old))} "
        f"{addresses.rooted(addresses.page(one.lang, one.new))} 301\n"
        for one in moves(edition)
    )
    return "".join(lines)


def published_addresses(edition: Edition) -> tuple[str, ...]:
    """The address of every page that this edition has, sorted: the lines of the list."""
    every = [
        edition.addresses.page(lang, page.path)
        for found in (edition.pages, edition.doubles)
        for lang, own in found.items()
        for page in own
    ]
    return tuple(sorted(every))


def address_list(edition: Edition, listed: Iterable[Listed]) -> str:
    """What content/addresses.txt is to say when this edition is published: every address that it
    has, and every one that was listed before."""
    every = {*published_addresses(edition), *(one.address for one in listed)}
    return "".join(f"{address}\n" for address in sorted(every))


def vanished(
    publication: Publication,
    listed: Iterable[Listed],
    told: Iterable[Diagnostic] = (),
    only: str | None = None,
) -> Iterator[Diagnostic]:
    """Listed addresses without a page, an alias or a withdrawal. An issue with an article that
    could not be read (`told`) is left alone, and a pair that lacks a side, which parity.missing
    tells; with `only`, every issue but that one."""
    listed = tuple(listed)
    if not listed:
        return
    edition = bare(publication)
    there = {*published_addresses(edition), *withdrawn(edition)}
    there |= {edition.addresses.page(one.lang, one.old) for one in moves(edition)}
    unread = {
        one.place.path.split("/")[2]
        for one in told
        if one.severity is Severity.ERROR and one.place.path.endswith(".md")
    }
    lone = tuple(
        edition.addresses.page(lang, path)
        for issue in publication.issues
        for pair in issue.pairs
        if not pair.complete
        for path in (pair_path(issue, pair), *(issue_path(issue) + f"{x}/" for x in pair.aliases))
        for lang in LANGS
    )
    for one in listed:
        id = (*one.address.split("/"), "", "")[1]
        if one.address in there or id in unread or only not in (None, id):
            continue
        if one.address.startswith(lone):
            continue
        yield diagnose("link.broken", LIST, one.line, "vanished", address=one.address)


def bare(publication: Publication) -> Edition:
    """The edition as far as addresses go."""
    kept = shelved(publication)
    return Edition(
        publication=kept,
        addresses=Addresses(publication.url, FOLDERS),
        pages={lang: pages(kept, lang) for lang in LANGS},
        pictures={},
        furniture=Furniture(),
        doubles={lang: doubles(kept, lang) for lang in LANGS},
        gone=gone(publication, LANGS),
    )

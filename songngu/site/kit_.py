"""The press kit of an issue: its reusable pictures as JPEG, their credits, and who we are, in both
languages. The same bytes from the same input: stored, in order, dated by the issue."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from pathlib import Path

from songngu.figures.numbers import day
from songngu.model import LANGS, Issue, Lang
from songngu.site.edition import Edition, issue_path, pair_path, pairs_in
from songngu.site.words import words
from songngu.source.articles import pictures_shown

LINE = "\r\n"  # a reporter may open it in any editor


def kit(edition: Edition, issue: Issue, jpegs: Mapping[str, Path]) -> bytes:
    """The zip's bytes; `jpegs` has the file of each reusable picture by its path."""
    names = names_of(path for path in pictures_of(issue) if path in jpegs)
    files: list[tuple[str, bytes]] = [
        (f"about-{lang}.txt", LINE.join(_about(edition, issue, lang)).encode())
        for lang in LANGS
        if lang in edition.pages
    ]
    files.append(("credits.txt", LINE.join(_credits(edition, names)).encode()))
    files += [(name, jpegs[path].read_bytes()) for path, name in names.items()]
    into = io.BytesIO()
    when = (max(issue.date.year, 1980), issue.date.month, issue.date.day, 0, 0, 0)
    with zipfile.ZipFile(into, "w") as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, when)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, data)
    return into.getvalue()


def pictures_of(issue: Issue) -> tuple[str, ...]:
    """What the issue shows, in order, each once."""
    found = [issue.picture, *(section.picture for section in issue.sections)]
    articles = [article for pair in issue.in_order for lang in LANGS if (article := pair[lang])]
    found += [use.path for article in articles for use in pictures_shown(article)]
    return tuple(dict.fromkeys(path for path in found if path))


def names_of(paths: Iterable[str]) -> dict[str, str]:
    """What each picture is called in the kit: as its file, and with a number where that is taken
    (by one in another folder, or of another kind)."""
    names: dict[str, str] = {}
    for path in paths:
        stem = Path(path).stem
        tried = (f"pictures/{stem}{end}.jpg" for end in chain([""], map("-{}".format, count(2))))
        names[path] = next(name for name in tried if name not in names.values())
    return names


def _credits(edition: Edition, names: Mapping[str, str]) -> Iterator[str]:
    reuse = edition.syndication.reuse if edition.syndication else {}
    for path, name in names.items():
        credit, right = edition.publication.credits[path].credit, reuse[path].right
        yield name
        for lang in LANGS:
            yield f"  {credit[lang]}. {right.name}. {right.terms[lang]}"
        yield f"  {right.url}"
        yield ""


def _about(edition: Edition, issue: Issue, lang: Lang) -> Iterator[str]:
    publication, said = edition.publication, words(lang)
    addresses = edition.addresses
    yield publication.name[lang]
    yield publication.tagline[lang]
    yield ""
    yield f"{said['issue'].format(id=issue.id)}: {issue.title[lang]} ({day(issue.date, lang)})"
    yield addresses.absolute(addresses.page(lang, issue_path(issue)))
    if issue.status == "specimen":
        yield said["specimen"]
    if issue.notice:
        label = said["notice"].format(date=day(issue.notice.date, lang))
        yield f"{label}: {issue.notice.text[lang]}"
    for line in filter(None, (issue.foreword[lang],)):
        yield from ("", line)
    yield ""
    yield f"{said['publisher']}: {publication.publisher[lang]}"
    yield f"{said['contact']}: {publication.contact[lang]}"
    yield f"{said['licence']}: {publication.licence[lang]}"
    yield ""
    yield f"{said['contents']}:"
    for pair in pairs_in(issue, lang):
        article = pair[lang]
        if article is not None:
            url = addresses.absolute(addresses.page(lang, pair_path(issue, pair)))
            yield f"- {article.title} {url}"
            if article.composed:
                yield f"  {said['composed']}"
    yield ""

"""The end of an article on paper: what its letters stand for, and where it lasts."""

import datetime
import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from songngu.figures.numbers import day, fact_text
from songngu.figures.sources import source_ids
from songngu.figures.spacing import unbroken
from songngu.figures.tables import WORDS
from songngu.figures.written import Rendered
from songngu.model import LANGS, Bilingual, Fact, Issue, Lang, Pair, Publication
from songngu.press.paper import Find, Marks, Target, breakable, on_paper
from songngu.press.qr import Code, code
from songngu.source.links import references
from songngu.source.permanent import permanent

# An address as a code.
Encode = Callable[[str], Code]


@dataclass(frozen=True)
class Note:
    """A letter and, as HTML, what it stands for; '' on a side where the letter does not stand.
    Documents that no figure in the text names have no letter."""

    mark: str
    said: Bilingual


@dataclass(frozen=True)
class End:
    """What stands at the end of an article: notes, its permanent address (as HTML) and the same as
    a code."""

    notes: tuple[Note, ...]
    address: Bilingual
    codes: Mapping[Lang, Code]


def finder(publication: Publication, issue: Issue, lang: Lang) -> Find:
    """From an article's file to its part of this issue's book, or to its address elsewhere."""
    whole = publication.issue(issue.id) or issue

    def find(path: str) -> Target | None:
        for one in publication.issues:
            for pair in one.pairs:
                if (article := pair[lang]) and article.path == path:
                    here = one.id == whole.id and pair.complete
                    address = permanent(publication, one, pair, lang)
                    return Target(part=pair.id) if here else Target(address=address)
        return None

    return find


def marked(rendered: Rendered, lang: Lang, marks: Marks, find: Find) -> Rendered:
    """One side of a pair without links."""
    blocks = {at: on_paper(one, lang, marks, find) for at, one in rendered.blocks.items()}
    return Rendered(blocks, on_paper(rendered.notes, lang, marks, find), rendered.anchors)


def end_of(
    publication: Publication, issue: Issue, pair: Pair, marks: Marks, encode: Encode = code
) -> End:
    """The end of a complete pair whose sides were marked with these marks."""
    addresses = {lang: permanent(publication, issue, pair, lang) for lang in LANGS}
    return End(
        notes=(*_lettered(publication, pair, marks), *_others(publication, pair, marks)),
        address=Bilingual(breakable(addresses["vi"]), breakable(addresses["en"])),
        codes={lang: encode(address) for lang, address in addresses.items()},
    )


def _lettered(publication: Publication, pair: Pair, marks: Marks) -> list[Note]:
    """Sources and long addresses in the order of their letters."""
    found = [
        Note(mark, _source_note(publication, pair, name)) for name, mark in marks.sources.items()
    ]
    for address, mark in marks.addresses.items():
        vi, en = (breakable(address) if (mark, lang) in marks.told else "" for lang in LANGS)
        found.append(Note(mark, Bilingual(vi, en)))
    return sorted(found, key=lambda note: (len(note.mark), note.mark))


def _others(publication: Publication, pair: Pair, marks: Marks) -> list[Note]:
    """The documents of both sides that have no letter."""
    named = [name for lang in LANGS if (one := pair[lang]) for name in source_ids(one, publication)]
    rest = [name for name in dict.fromkeys(named) if name not in marks.sources]
    return [Note("", _source_note(publication, pair, name)) for name in rest]


def _source_note(publication: Publication, pair: Pair, name: str) -> Bilingual:
    """A document's title, its date if nothing else here says it, and the dates of what is quoted
    from it; where these differ, with the figures that they hold for."""
    source = publication.sources[name]

    def said(lang: Lang) -> str:
        title, date = source.title[lang], day(source.date, lang)
        held = _held(_facts(publication, pair, name, lang), lang)
        told = title if date in f"{title} {held}" else f"{title}, {date}"
        return html.escape(unbroken(f"{told} ({held})" if held else told), quote=False)

    return Bilingual(said("vi"), said("en"))


def _facts(publication: Publication, pair: Pair, source: str, lang: Lang) -> tuple[Fact, ...]:
    """The facts of a source that one side prints, each once, in reading order."""
    article = pair[lang]
    assert article is not None
    names = dict.fromkeys(one.target for one in references(article) if one.kind == "fact")
    facts = (publication.facts[name] for name in names if name in publication.facts)
    return tuple(fact for fact in facts if fact.source == source)


def _held(facts: tuple[Fact, ...], lang: Lang) -> str:
    """The words "as of 1 May 2031", or of several dates "as of 1 May 2031: 6 km, 7 km; as of …"."""
    dates: dict[datetime.date, list[str]] = {}
    for fact in facts:
        dates.setdefault(fact.as_of, []).append(fact_text(fact, lang))
    return "; ".join(
        f"{WORDS['as_of'][lang]} {day(date, lang)}"
        + (f": {', '.join(figures)}" if len(dates) > 1 else "")
        for date, figures in sorted(dates.items())
    )

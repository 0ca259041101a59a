"""A pair as its readers receive it, row by row: what is signed is this, never the source's marks.

Facts and series stand resolved (value, unit, source, as-of date), pictures with caption, words in
their place, credit and a hash of their bytes. Title, standfirst, byline and whatever else of the
front matter is printed are rows of their own, and so are footnotes.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from songngu.figures.numbers import day, fact_text, quantity
from songngu.figures.tables import WORDS
from songngu.model import (
    LANGS,
    UNSAID,
    Article,
    Bilingual,
    Block,
    BlockKind,
    Lang,
    Pair,
    PictureUse,
    Publication,
    Received,
    Series,
    Side,
    Source,
)
from songngu.source.articles import resolve
from songngu.source.blocks import ATTRIBUTES, TABLE_RULE
from songngu.source.links import FACT, SERIES, references
from songngu.source.normalise import normalise, normalise_lines

Digest = Callable[[str], str]

_NOTE = re.compile(r" {0,3}\[(\^?[^\]]+)\]:")
_ITEM = re.compile(r"\s*(?:[*+-]|\d+[.)])[ \t]+\S")
_QUOTED = re.compile(r"(?m)^ {0,3}> ?")
_FIGURE = re.compile(r"^!\[([^\]]*)\]\(\s*<?(\S+?)>?(?:\s+\"([^\"]*)\")?\s*\)$", re.S)
_COUNTED = (BlockKind.HEADING, BlockKind.LIST, BlockKind.TABLE)
_SAID = {
    "picture": Bilingual("Ảnh", "Picture"),
    "alt": Bilingual("mô tả", "alt text"),
    "credit": Bilingual("tác giả", "credit"),
    "composed": Bilingual(
        "Có ghi rõ: hỏi đáp do ban biên tập soạn.",
        "Labelled as questions and answers composed by the editors.",
    ),
}


@dataclass(frozen=True)
class _Reader:
    """What one side is read with. `digest` gives the hash of a picture's bytes by its path."""

    article: Article
    publication: Publication
    digest: Digest

    @property
    def lang(self) -> Lang:
        return self.article.lang


def received(pair: Pair, publication: Publication, digest: Digest) -> tuple[Received, ...]:
    """Every row of the pair, in the order in which it is read."""
    readers = {
        lang: _Reader(article, publication, digest) for lang in LANGS if (article := pair[lang])
    }
    front = {lang: dict(_front(reader)) for lang, reader in readers.items()}
    back = {lang: dict(_back(reader)) for lang, reader in readers.items()}
    rows = (*_level(front), *_body(pair, readers), *_notes(readers), *_level(back))
    return tuple(Received(vi, en) for vi, en in rows if vi or en)


_Sides = tuple[Side | None, Side | None]


def _level(sides: Mapping[Lang, Mapping[str, Side]]) -> Iterator[_Sides]:
    """Named sides of both languages, those of one name level."""
    vi, en = sides.get("vi", {}), sides.get("en", {})
    for name in dict.fromkeys((*vi, *en)):
        yield vi.get(name), en.get(name)


def _body(pair: Pair, readers: dict[Lang, _Reader]) -> Iterator[_Sides]:
    if pair.complete:
        for row in pair.rows:
            vi = _block(readers["vi"], row.vi) if row.vi else None
            yield vi, _block(readers["en"], row.en) if row.en else None
        return
    for lang, reader in readers.items():
        for block in reader.article.blocks:
            if block.kind is not BlockKind.NOTE:
                side = _block(reader, block)
                yield (side, None) if lang == "vi" else (None, side)


def _notes(readers: dict[Lang, _Reader]) -> Iterator[_Sides]:
    """Footnotes and link definitions, paired by their names."""
    found: dict[str, dict[Lang, Side]] = {}
    for lang, reader in readers.items():
        for block in reader.article.blocks:
            if block.kind is BlockKind.NOTE:
                name = _NOTE.match(block.text)
                both = found.setdefault(name[1] if name else block.text, {})
                both[lang] = _block(reader, block)
    for both in found.values():
        yield both.get("vi"), both.get("en")


# --- front matter -----------------------------------------------------------------------------


def _front(reader: _Reader) -> Iterator[tuple[str, Side]]:
    """What is printed above the text, by a name that both languages share."""
    article, lang = reader.article, reader.lang
    yield from _named(article, "title", article.title)
    yield from _named(article, "standfirst", article.standfirst)
    yield from _named(article, "byline", article.byline)
    yield from _named(article, "date", day(article.date, lang) if article.date else "")
    yield from _named(article, "composed", _SAID["composed"][lang] if article.composed else "")
    if article.picture:
        yield from _named(article, "picture", "\n".join(_picture(reader, article.picture)))


def _back(reader: _Reader) -> Iterator[tuple[str, Side]]:
    """What is printed beneath it: corrections (the oldest first, so that a new one moves none),
    sources, a withdrawal."""
    article, lang = reader.article, reader.lang
    for at, one in enumerate(reversed(article.corrections)):
        text = normalise(f"{day(one.date, lang)}: {one.text}")
        yield f"corrections-{at}", Side("corrections", text, article.line_of("corrections"))
    known = reader.publication.sources
    sources = [_document(known[one], lang) for one in article.sources if one in known]
    yield from _named(article, "sources", "\n".join(sources))
    if article.withdrawn:
        when = day(article.withdrawn.date, lang)
        yield from _named(article, "withdrawn", f"{when}: {article.withdrawn.reason}")


def _named(article: Article, name: str, text: str) -> Iterator[tuple[str, Side]]:
    if text.strip():
        yield name, Side(name, normalise_lines(text), article.line_of(name))


def _document(source: Source, lang: Lang) -> str:
    return " ".join(filter(None, [f"{source.title[lang]} ({day(source.date, lang)})", source.url]))


# --- blocks -----------------------------------------------------------------------------------


def _block(reader: _Reader, block: Block) -> Side:
    shape = block.kind.value
    if block.kind in _COUNTED:
        shape += f"-{block.extent}" + (f"x{block.width}" if block.width else "")
    text = normalise_lines("\n".join(_lines(reader, block)))
    return Side(shape, text, block.line)


def _lines(reader: _Reader, block: Block) -> Iterator[str]:
    if block.kind in (BlockKind.CHART, BlockKind.SERIES):
        found = SERIES.search(block.text)
        series = reader.publication.series.get(found[1]) if found else None
        yield from _series(reader, series) if series else [block.text]
        return
    if block.kind is BlockKind.CODE:
        yield block.text
        return
    text = ATTRIBUTES.sub("", block.text).strip()
    alone = _FIGURE.match(text) if block.kind is BlockKind.FIGURE else None
    if alone:
        path = resolve(reader.article.path, alone[2])
        yield from _picture(reader, PictureUse(path, alone[1], alone[3] or ""))
        return
    facts = reader.publication.facts
    named = {one[1]: facts[one[1]] for one in FACT.finditer(text) if one[1] in facts}

    def resolved(found: re.Match[str]) -> str:
        return fact_text(facts[found[1]], reader.lang) if found[1] in facts else found[0]

    yield from _layout(block.kind, FACT.sub(resolved, text))
    origins = (_origin(reader, one.source, day(one.as_of, reader.lang)) for one in named.values())
    yield from dict.fromkeys(origins)
    for one in references(reader.article) if "![" in text else ():
        if one.block == block.index and one.kind == "picture":
            path = resolve(reader.article.path, one.target)
            yield from _made(reader, path)


def _layout(kind: BlockKind, text: str) -> Iterator[str]:
    """Lines that are lines to a reader: items, rows of a table, paragraphs of a quotation."""
    if kind is BlockKind.TABLE:
        yield from (line for line in text.split("\n") if not TABLE_RULE.match(line))
    elif kind is BlockKind.LIST:
        item: list[str] = []
        for line in text.split("\n"):
            if _ITEM.match(line) and item:
                yield " ".join(item)
                item = []
            item.append(line)
        yield " ".join(item)
    else:
        bare = _QUOTED.sub("", text) if kind in (BlockKind.QUOTE, BlockKind.PULL) else text
        yield from (part.replace("\n", " ") for part in re.split(r"\n[ \t]*\n", bare))


def _picture(reader: _Reader, use: PictureUse) -> Iterator[str]:
    yield use.caption
    if use.alt:
        yield f"[{_SAID['picture'][reader.lang]}, {_SAID['alt'][reader.lang]}: {use.alt}]"
    yield from _made(reader, use.path)


def _made(reader: _Reader, path: str) -> Iterator[str]:
    """Who made a picture, and which it is."""
    credit = reader.publication.credits.get(path)
    if credit:
        said = f"{credit.credit[reader.lang]}, {credit.licence}"
        yield f"[{_SAID['picture'][reader.lang]}, {_SAID['credit'][reader.lang]}: {said}]"
    yield f"[{_SAID['picture'][reader.lang]}: {path.rpartition('/')[2]} {reader.digest(path)}]"


def _origin(reader: _Reader, source: str, when: str) -> str:
    known = reader.publication.sources.get(source)
    title = known.title[reader.lang] if known else source
    words = {key: said[reader.lang] for key, said in WORDS.items()}
    return f"[{words['source']}: {title}, {words['as_of']} {when}]"


def _series(reader: _Reader, series: Series) -> Iterator[str]:
    """The table that a chart stands for, too; a value with its unit, as everywhere."""
    lang = reader.lang
    bare = UNSAID if "{}" not in series.unit[lang] else series.unit
    yield series.title[lang]
    yield " | ".join([series.key[lang], *(column[lang] for column in series.columns)])
    for row in series.rows:
        cells = ("–" if one is None else quantity(one, bare, lang) for one in row.values)
        yield " | ".join([row.label[lang], *cells])
    if series.unit[lang] and "{}" not in series.unit[lang]:
        yield f"[{WORDS['unit'][lang]}: {series.unit[lang]}]"
    yield _origin(reader, series.source, day(series.as_of, lang))
    if series.note[lang]:
        yield f"[{WORDS['note'][lang]}: {series.note[lang]}]"

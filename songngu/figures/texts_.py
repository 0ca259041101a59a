"""Articles that are written once per content: what a text becomes as HTML depends on its blocks,
the facts it prints and this house's own code, on nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from songngu.cache_ import Cache, fingerprint
from songngu.figures.drawings_ import Draw, drawing
from songngu.figures.markdown_ import write
from songngu.figures.written import Figures, Written
from songngu.model import Article, Lang
from songngu.model.plain import as_plain, from_plain
from songngu.source.links import references

# An article as HTML that belongs to no page yet.
Write = Callable[[Article, Figures], Written]


@dataclass(frozen=True)
class Hands:
    """What makes the costly parts of a page: charts are drawn, articles written."""

    draw: Draw
    write: Write


def hands(cache: Cache) -> Hands:
    return Hands(drawing(cache), writing(cache))


def writing(cache: Cache) -> Write:
    """Writes with the engine, and keeps what it wrote."""
    held: dict[tuple[object, ...], Written] = {}
    # A key is long in the making, and most texts are asked for several times in a row.
    keys: dict[tuple[str, Lang], tuple[Article, Figures, tuple[object, ...]]] = {}

    def one(article: Article, figures: Figures) -> Written:
        file = article.path, article.lang
        last = keys.get(file)
        if last is None or last[:2] != (article, figures):
            last = keys[file] = article, figures, _key(article, figures)
        key = last[2]
        if key not in held:
            kept = cache.get(key)
            found = from_plain(Written, kept) if kept else write(article, figures)
            if not kept:
                cache.put(key, as_plain(found))
            held[key] = found
        return held[key]

    return one


def _key(article: Article, figures: Figures) -> tuple[object, ...]:
    """The text, the facts that it prints, and which of its series are known."""
    used = tuple(references(article))
    known = {one.target for one in used if one.kind == "series" and one.target in figures.series}
    facts = {one.target for one in used if one.kind == "fact" and one.target in figures.facts}
    return (
        "text",
        fingerprint(),
        article.path,
        article.lang,
        article.digest or repr([replace(block, line=0) for block in article.blocks]),
        repr([figures.facts[name] for name in sorted(facts)]),
        tuple(sorted(known)),
    )

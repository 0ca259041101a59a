"""What an article rests on: the documents it names, then those of its facts and series."""

from songngu.model import Article, Publication
from songngu.source.links import references


def source_ids(article: Article, publication: Publication) -> tuple[str, ...]:
    """The ids of known sources, each once, in the order in which a reader meets them."""
    found = list(article.sources)
    for one in references(article):
        if one.kind == "fact" and one.target in publication.facts:
            found.append(publication.facts[one.target].source)
        if one.kind == "series" and one.target in publication.series:
            found.append(publication.series[one.target].source)
    return tuple(name for name in dict.fromkeys(found) if name in publication.sources)

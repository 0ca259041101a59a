"""The addresses inside an article: what a `#…` link can point at. Check and renderer share it."""

from collections.abc import Mapping

from songngu.model import Article, BlockKind
from songngu.source.blocks import ATTRIBUTES, HEADING
from songngu.source.slugs import plain, slug


def anchors(article: Article) -> Mapping[int, str]:
    """Block index -> id: the explicit one, or for a heading its folded text, made unique."""
    found: dict[int, str] = {}
    taken: set[str] = {block.id for block in article.blocks if block.id}
    for block in article.blocks:
        if block.id:
            found[block.index] = block.id
        elif block.kind is BlockKind.HEADING:
            found[block.index] = _unique(slug(heading_text(block.text)) or "muc", taken)
    return found


def heading_text(markdown: str) -> str:
    """The words of a heading line, without marks and attributes."""
    match = HEADING.match(markdown)
    return plain(ATTRIBUTES.sub("", match[2] if match else markdown))


def _unique(wanted: str, taken: set[str]) -> str:
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{wanted}-{count}"
    taken.add(name)
    return name

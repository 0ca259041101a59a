"""Edits after which there is nothing to report."""

import re
from collections.abc import Callable

from songngu.model import BlockKind, Lang, Pair
from tests.seeded.tree import Tree

Edit = Callable[[Tree, Pair], None]


def _path(pair: Pair, lang: Lang) -> str:
    article = pair[lang]
    assert article is not None
    return article.path


def reworded(tree: Tree, pair: Pair) -> None:
    """Words in another order within a sentence: two of them change places."""
    path = _path(pair, "en")
    place = tree.any_in_prose(path, "en", r"(?<= )[a-z]{4,} [a-z]{4,}(?= [a-z])")
    assert place is not None
    one, other = tree.text(path)[slice(*place)].split(" ")
    tree.put(path, *place, f"{other} {one}")


def longer(tree: Tree, pair: Pair) -> None:
    """A clause more on one side."""
    path = _path(pair, "vi")
    place = tree.any_in_prose(path, "vi", r"(?<=[^\W\d_]{3})(?=, [^\W\d_])")
    assert place is not None
    tree.put(path, *place, ", như mọi người vẫn nói")


def moved_sentence(tree: Tree, pair: Pair) -> None:
    """The last sentence of a paragraph, with whatever figures it has, opens the next one."""
    article = pair.en
    assert article is not None
    rows = tree.text(article.path).split("\n")
    for one, other in zip(article.blocks, article.blocks[1:], strict=False):
        last = re.search(r"(?<=\. )[A-Z][^.{}\[\]]*\.$", one.text)
        if one.kind is other.kind is BlockKind.PARAGRAPH and last and "\n" not in one.text:
            rows[one.line - 1] = one.text[: last.start()].rstrip()
            rows[other.line - 1] = f"{last[0]} {rows[other.line - 1]}"
            break
    tree.write(article.path, "\n".join(rows))


def white_space(tree: Tree, pair: Pair) -> None:
    """Spaces at line ends, double spaces, blank lines."""
    path = _path(pair, "vi")
    front, mark, body = tree.text(path).partition("\n---\n")
    body = re.sub(
        r"(?<=[^\W\d_]) (?=[^\W\d_])", lambda found: tree.chance.choice((" ", " ", "  ")), body
    )
    tree.write(path, front + mark + body.replace("\n\n", "\n\n\n") + "\n\n")


def windows(tree: Tree, pair: Pair) -> None:
    """Saved by an editor that writes CRLF and a byte-order mark."""
    path = _path(pair, "en")
    tree.write(path, tree.text(path).replace("\n", "\r\n").encode("utf-8-sig"))


def meant(tree: Tree, pair: Pair) -> None:
    """A difference that the editor has explained."""
    path = _path(pair, "vi")
    article = pair.vi
    assert article is not None
    block = next(one for one in article.blocks if one.kind is BlockKind.PARAGRAPH)
    rows = tree.text(path).split("\n")
    rows[block.line - 1] += " Nơi đây có 4.321 người."
    rows.insert(block.line - 1, "<!-- songngu: ignore number.mismatch because of the reader -->")
    tree.write(path, "\n".join(rows))


HARMLESS: tuple[Edit, ...] = (reworded, longer, moved_sentence, white_space, windows, meant)

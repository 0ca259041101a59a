"""Notes on the engine's tags of what their finisher (tagging_.py) asks: knows WeasyPrint."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from songngu.figures.languages import SCRIPTS, language_of

# What the engine's tags do not say and their finisher asks: which element of the HTML a tag comes
# from (one element has a tag for each page it stands on), and what the template calls it.
INLINE = frozenset({"em", "strong", "b", "i", "code", "sup", "sub"})
NODE, ROLE, ORDERED = "/SongnguNode", "/SongnguRole", "/SongnguOrdered"
# What the last piece of a line says, on a link, whose pieces have no element of their own.
SAID = "/SongnguSaid"
# After these a word goes on in the next line.
JOINED = ("-", "/", "\u200b", "\u00ad")


@contextmanager
def noted() -> Iterator[None]:
    """While tags are made: languages and notes on them, words on links.

    The engine has no door for this; its one function that makes tags is wrapped for the time of
    one document. Were it renamed, this fails loudly.
    """
    from weasyprint.pdf import tags

    engines = tags._build_box_tree
    nodes: dict[int, tuple[int, Any]] = {}  # holds the elements, so that no id is used twice

    def build(
        box: Any, parent: Any, pdf: Any, page: int, owners: Any, links: Any, marks: Any
    ) -> Iterator[Any]:
        inner = getattr(box, "_box", box)
        element = inner.element
        own = element is not None and element.tag not in ("html", "body")
        ends = {marks[one]["mcid"]: one.text for one in _line_ends(inner) if one in marks}
        for made in engines(box, parent, pdf, page, owners, links, marks):
            if own and NODE[1:] not in made:
                node, _ = nodes.setdefault(id(element), (len(nodes), element))
                _note(made, node, inner)
            yield made
        for mark, text in ends.items():
            _space(pdf.objects[int(owners[mark].split()[0])], text)

    tags._build_box_tree = build
    try:
        yield
    finally:
        tags._build_box_tree = engines


def _line_ends(box: Any) -> Iterator[Any]:
    """The text that ends each of a block's own lines."""
    from weasyprint.formatting_structure.boxes import LineBox, TextBox

    for line in getattr(box, "children", ()):
        if isinstance(line, LineBox):
            texts = [
                one for one in line.descendants() if isinstance(one, TextBox) and one.text.strip()
            ]
            yield from texts[-1:]


def _space(made: Any, text: str) -> None:
    """Give back the space that was dropped at the end of a line: without it two words are read
    as one."""
    import pydyf

    if text.endswith((*JOINED, " ")) or language_of(text[-1:], "vi"):
        return
    made[SAID[1:] if made["S"] == "/Link" else "ActualText"] = pydyf.String(text + " ")


def _note(made: Any, node: int, box: Any) -> None:
    import pydyf

    made[NODE[1:]] = node
    if lang := box.element.get("lang"):
        made["Lang"] = pydyf.String(lang)
        if lang in SCRIPTS:
            # Its glyphs stand in another order than its letters.
            made["ActualText"] = pydyf.String("".join(box.element.itertext()))
    if made["S"] == "/NonStruct" and box.element.tag in INLINE:
        made["S"] = "/Span"
    if role := box.element.get("data-role"):
        made[ROLE[1:]] = f"/{role}"
    if made["S"] == "/L":
        made[ORDERED[1:]] = "true" if box.element.tag == "ol" else "false"
    if box.link_annotation:
        said = " ".join("".join(box.element.itertext()).split())
        box.link_annotation["Contents"] = pydyf.String(said or box.element.get("href", ""))

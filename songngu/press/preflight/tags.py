"""What a tagged PDF says to a reader that speaks, as plain values: all that rules/structure.py
knows. Pages count from 1; a mark is a piece of a page's content by its number (MCID)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

# The standard structure types of ISO 32000-1, 14.8.4.
STANDARD = frozenset({
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl",
    "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note",
    "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT",
    "WP", "Figure", "Formula", "Form",
})  # fmt: skip


@dataclass(frozen=True)
class Tag:
    """One element of the structure tree.

    `kind` is its standard type, after the file's role map; `language` the one in force; `text` what
    its own marks show; `links` how many annotations it holds; `headed` whether a cell's head is
    said (a scope, or heads named by a cell).
    """

    kind: str
    language: str
    page: int | None = None
    said: str = ""  # alternate or actual text
    text: str = ""
    links: int = 0
    headed: bool = False
    kids: tuple["Tag", ...] = ()

    def walk(self) -> Iterator["Tag"]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


@dataclass(frozen=True)
class PageTags:
    """What a page paints outside the tree (`bare` operators), the marks that no element owns or
    that the parent tree leads elsewhere (`lost`), links outside it or without words, and fonts
    whose letters are not known or not embedded."""

    number: int
    bare: int = 0
    lost: int = 0
    loose_links: int = 0
    silent_links: int = 0
    ordered: bool = True
    unmapped: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    unread: str = ""


@dataclass(frozen=True)
class TagFacts:
    """A whole file: what it says of itself, its tree, its pages."""

    marked: bool
    language: str
    title: str
    shows_title: bool
    identifier: str
    bookmarks: bool
    roots: tuple[Tag, ...] = ()
    pages: tuple[PageTags, ...] = ()
    media: tuple[tuple[float, float], ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)

    def walk(self) -> Iterator[Tag]:
        for root in self.roots:
            yield from root.walk()

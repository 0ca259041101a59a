"""A small sound tagged PDF (PDF/UA-1), made by hand, to be spoilt in one thing a time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><rdf:Description rdf:about="" pdfuaid:part="1">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ben Go</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
# What the page says, mark by mark: its letters are the codes of the alphabet below.
WORDS = (
    "The ferry", "The bank", "It rains.", "Season", "Rain", "Dry", "200", "–", "The early one",
    "See the bank", "bến đò", "ខ្មែរ",
)  # fmt: skip
LETTERS = sorted({letter for word in WORDS for letter in word})


class Tagged:
    """The file while it is open: `page`, `root` (its catalogue), `tags` by name, `code` to come."""

    def __init__(self) -> None:
        self.pdf = Pdf.new()
        self.pdf.add_blank_page(page_size=(300, 400))
        self.page, self.root = self.pdf.pages[0].obj, self.pdf.Root
        self.code = ["/Artifact BMC 0 0 1 rg 0 0 9 9 re f EMC"]
        self.tags: dict[str, Any] = {}
        self.owners: list[Any] = []
        self.xmp = XMP
        self.font = self._font()
        self._catalogue()
        self._body()
        self.close()

    def _font(self) -> Any:
        lines = "".join(
            f"<{at:02x}> <{letter.encode('utf-16-be').hex()}>\n"
            for at, letter in enumerate(LETTERS, 1)
        )
        cmap = f"{len(LETTERS)} beginbfchar\n{lines}endbfchar"
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/AAAAAA+Ben"), Flags=4)
        descriptor.FontFile2 = self.pdf.make_stream(b"not looked into")
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/AAAAAA+Ben"), FirstChar=0,
                LastChar=255, Widths=Array([500] * 256), FontDescriptor=descriptor,
                ToUnicode=self.pdf.make_stream(cmap.encode()),
            )
        )  # fmt: skip

    def _catalogue(self) -> None:
        self.root.Lang = String("en")
        self.root.MarkInfo = Dictionary(Marked=True)
        self.root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with self.pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("The ferry", 0))

    def tag(self, name: str, kind: str, parent: str = "", **keys: Any) -> Any:
        """An element below another one."""
        made = Dictionary(
            Type=Name.StructElem, S=Name(f"/{kind}"), K=Array([]), Pg=self.page, **keys
        )
        made = self.pdf.make_indirect(made)
        if parent:
            made.P = self.tags[parent]
            self.tags[parent].K.append(made)
        self.tags[name] = made
        return made

    def say(self, name: str, kind: str, parent: str, word: str, **keys: Any) -> None:
        """An element with one marked piece of text."""
        made, mark = self.tag(name, kind, parent, **keys), len(self.owners)
        codes = bytes(LETTERS.index(letter) + 1 for letter in word).hex()
        self.code.append(f"/{kind} <</MCID {mark}>> BDC BT /F 9 Tf 9 {99 + 9 * mark} Td <{codes}> Tj ET EMC")  # fmt: skip  # noqa: E501
        made.K.append(mark)
        self.owners.append(made)

    def _body(self) -> None:
        self.tag("document", "Document")
        self.say("h1", "H1", "document", "The ferry")
        self.say("h2", "H2", "document", "The bank")
        self.say("p", "P", "document", "It rains.")
        self.say("vi", "Span", "p", "bến đò", Lang=String("vi"))
        self.say("km", "Span", "p", "ខ្មែរ", Lang=String("km"))
        self.say("figure", "Figure", "document", "–", Alt=String("A ferry at its bank"))
        self.tag("table", "Table", "document")
        self.tag("row", "TR", "table")
        scope = Dictionary(O=Name.Table, Scope=Name.Row)
        self.say("head", "TH", "row", "Dry", A=scope)
        self.say("cell", "TD", "row", "200", A=Dictionary(O=Name.Table))
        self.tag("list", "L", "document")
        self.tag("item", "LI", "list")
        self.say("label", "Lbl", "item", "–")
        self.say("body", "LBody", "item", "The early one")
        self.say("link", "Link", "document", "See the bank")
        self.annotation = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=Array([9, 9, 90, 20]), StructParent=1,
                Contents=String("See the bank"), Dest=Array([self.page, Name.Fit]), F=4,
            )
        )  # fmt: skip
        held = Dictionary(Type=Name.OBJR, Obj=self.annotation, Pg=self.page)
        self.tags["link"].K.append(held)

    def close(self) -> None:
        """Put the tree and the page together; what a fault changes after this is a bond."""
        page, root = self.page, self.root
        page.Resources = Dictionary(Font=Dictionary(F=self.font))
        page.Annots, page.StructParents, page.Tabs = Array([self.annotation]), 0, Name.S
        self.parents = Array([0, Array(self.owners), 1, self.tags["link"]])
        root.StructTreeRoot = self.pdf.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=Array([self.tags["document"]]),
                ParentTree=self.pdf.make_indirect(Dictionary(Nums=self.parents)),
            )
        )

    def save(self, path: Path) -> Path:
        self.page.Contents = self.pdf.make_stream("\n".join(self.code).encode())
        self.root.Metadata = self.pdf.make_stream(
            self.xmp.encode(), Type=Name.Metadata, Subtype=Name.XML
        )
        self.pdf.save(path, static_id=True)
        return path


@dataclass(frozen=True)
class Fault:
    """`key` is the sentence that must be told alone; `good` is the nearest sound thing."""

    key: str
    name: str
    bad: Callable[[Tagged], None]
    good: Callable[[Tagged], None] = lambda made: None

"""Collates tagged parts into one screen edition: knows pikepdf.

Tags, links, bookmarks and named places of all parts become those of one document; fonts, and
pictures that several parts show, stand in it once (ISO 32000-1, 12.3, 14.7).
"""

import hashlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from songngu.press.medium import PLACE
from songngu.press.shared_fonts_ import ASKED, CUT, Font, SharedFonts

# What stands at the foot of a page belongs to no element.
_SAVED, _LAID = b"q\n", b"\nQ /Artifact <</Type /Pagination>> BDC %s Do EMC"
# Fonts as a file of their own (shared_fonts_.cut).
Cut = Callable[[Mapping[str, Font]], bytes]


@dataclass(frozen=True)
class Gathering:
    """A tagged part in its place. Neighbours of one `section` (not 0) stand in one element; what is
    `bare` has no folio, and if it belongs to a section, opens it."""

    pdf: bytes
    section: int = 0
    bare: bool = False


def collate(gatherings: Sequence[Gathering], folios: Sequence[bytes], cut: Cut, day: date) -> bytes:
    """The edition. `folios` are untagged parts with a page for each page that is not bare, in
    order."""
    parts = [_opened(one.pdf) for one in gatherings]
    layers = [_opened(one) for one in folios]
    shared = SharedFonts()
    named = [shared.add(one.Root[f"/{ASKED}"].read_bytes()) for one in (*parts, *layers)]
    whole = _Whole(sum(len(part.pages) for part in parts), _opened(cut(shared.fonts)))
    layered = zip(layers, named[len(parts) :], strict=True)
    feet = iter([form for layer, names in layered for form in whole.forms(layer, names)])
    for one, part, names in zip(gatherings, parts, named, strict=False):
        for page in whole.add(part, names, one):
            if not one.bare:
                whole.lay(next(feet), page)
    whole.end(parts[0], day)
    return whole.saved()


def _opened(data: bytes) -> Any:
    return Pdf.open(io.BytesIO(data))


class _Whole:
    """The edition as it grows: its document element, what will stand in its trees."""

    def __init__(self, total: int, fonts: Any) -> None:
        self.pdf: Any = Pdf.new()
        self.total = total
        self.fonts = self.pdf.copy_foreign(fonts.Root[f"/{CUT}"])
        self.pictures: dict[bytes, Any] = {}
        self.places: dict[str, Any] = {}
        self.bookmarks: list[tuple[Any, list[Any]]] = []
        self.owners: list[Any] = []
        self.linked: list[Any] = []
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self.root, K=Array())
        )
        self.section, self.element = 0, self.document
        self.saved_state = self.pdf.make_stream(_SAVED)

    def add(self, part: Any, names: Mapping[str, str], place: Gathering) -> list[Any]:
        """Add the pages of a part, which are given back, and all that leads to them."""
        begins = len(self.pdf.pages)
        for page in part.pages:
            self.pdf.pages.append(page)
        pages = [page.obj for page in self.pdf.pages[begins:]]
        resources = pages[0].Resources
        self._letter(resources, names)
        self._share_pictures(resources.XObject)
        self._add_tags(part, pages, place.section)
        self._add_places(part)
        self._add_bookmarks(part, below=place.section > 0 and not place.bare)
        return pages

    def _letter(self, resources: Any, names: Mapping[str, str]) -> None:
        for own, shared in names.items():
            resources.Font[f"/{own}"] = self.fonts[f"/{shared}"]

    def _share_pictures(self, things: Any) -> None:
        for name, thing in things.items():
            if thing.get("/Subtype") == Name.Image:
                things[name] = self.pictures.setdefault(_mark(thing), thing)

    # --- tags and links -----------------------------------------------------------------------

    def _add_tags(self, part: Any, pages: Sequence[Any], section: int) -> None:
        tree = self.pdf.copy_foreign(part.Root.StructTreeRoot)
        owners = list(tree.ParentTree.Nums)[1::2]
        first = self.total + len(self.linked) - len(pages)
        for page, own in zip(pages, owners, strict=False):
            page.StructParents = len(self.owners)
            self.owners.append(own)
            for link in page.get("/Annots", ()):
                link.StructParent = first + int(link.StructParent)
                _lead(link)
        self.linked += owners[len(pages) :]
        for document in tree.K:
            for element in document.K:
                self._place(element, section)

    def _place(self, element: Any, section: int) -> None:
        if section and section == self.section:
            for one in element.K:
                one.P = self.element
                self.element.K.append(one)
            return
        element.P = self.document
        self.document.K.append(element)
        self.section, self.element = section, element

    # --- places and bookmarks -----------------------------------------------------------------

    def _add_places(self, part: Any) -> None:
        if "/Names" in part.Root:
            names = self.pdf.copy_foreign(part.make_indirect(part.Root.Names))
            listed = list(names.Dests.Names)
            for name, place in zip(listed[::2], listed[1::2], strict=True):
                self.places.setdefault(str(name), place)

    def _add_bookmarks(self, part: Any, below: bool) -> None:
        """With `below`, under the last ones."""
        if "/Outlines" in part.Root:
            found = list(_chain(self.pdf.copy_foreign(part.Root.Outlines)))
            if below and self.bookmarks:
                self.bookmarks[-1][1].extend(found)
            else:
                self.bookmarks += [(one, list(_chain(one))) for one in found]

    # --- folios -------------------------------------------------------------------------------

    def forms(self, layer: Any, names: Mapping[str, str]) -> list[Any]:
        """The pages of an untagged part as forms."""
        forms = [self.pdf.copy_foreign(page.as_form_xobject()) for page in layer.pages]
        self._letter(forms[0].Resources, names)
        return forms

    def lay(self, form: Any, page: Any) -> None:
        """Lay a form over a page."""
        name = f"/Folio{page.StructParents}"
        page.Resources.XObject[name] = form
        laid = self.pdf.make_stream(_LAID % name.encode())
        page.Contents = Array([self.saved_state, page.Contents, laid])

    # --- the whole file -----------------------------------------------------------------------

    def end(self, first: Any, day: date) -> None:
        """What a file begins to be read at; what it says of itself is said in its first part."""
        root, pdf = self.pdf.Root, self.pdf
        root.Lang = String(str(first.Root.Lang))
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.Metadata = pdf.copy_foreign(first.Root.Metadata)
        root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        numbered = [one for pair in enumerate([*self.owners, *self.linked]) for one in pair]
        self.root.K = Array([self.document])
        self.root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbered)))
        self.root.ParentTreeNextKey = len(numbered) // 2
        root.StructTreeRoot = self.root
        listed = [one for name in sorted(self.places) for one in (String(name), self.places[name])]
        root.Names = Dictionary(Dests=Dictionary(Names=Array(listed)))
        root.Outlines = pdf.make_indirect(Dictionary())
        for one, below in self.bookmarks:
            _hang(one, below)
        _hang(root.Outlines, [one for one, _ in self.bookmarks])
        told = first.docinfo
        when = day.strftime("D:%Y%m%d000000Z")
        for name in told:
            pdf.docinfo[name] = str(told[name])
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = when

    def saved(self) -> bytes:
        done = io.BytesIO()
        self.pdf.save(
            done,
            min_version="1.7",
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return done.getvalue()


def _mark(picture: Any) -> bytes:
    """What a picture is, its mask included."""
    mask = picture.get("/SMask")
    pixels = [one.read_raw_bytes() for one in (picture, mask) if one is not None]
    return b"".join(hashlib.sha256(one).digest() for one in pixels)


def _lead(link: Any) -> None:
    """A link to what may stand in another part leads there."""
    to = str(link.A.get("/URI", "")) if "/A" in link else ""
    if to.startswith(PLACE):
        del link.A
        link.Dest = String(to.removeprefix(PLACE))


def _chain(above: Any) -> Iterator[Any]:
    """The bookmarks right below one, or below the root of all."""
    one = above.get("/First")
    while one is not None:
        yield one
        one = one.get("/Next")


def _hang(above: Any, bookmarks: Sequence[Any]) -> None:
    """Make these the bookmarks right below one."""
    for at, one in enumerate(bookmarks):
        one.Parent = above
        for name, other in (("/Prev", at - 1), ("/Next", at + 1)):
            if 0 <= other < len(bookmarks):
                one[name] = bookmarks[other]
    if bookmarks:
        above.First, above.Last = bookmarks[0], bookmarks[-1]
    above.Count = len(bookmarks) + sum(int(one.Count) for one in bookmarks)

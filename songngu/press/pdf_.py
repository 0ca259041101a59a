"""Joins set parts into a PDF/X-4 file, page by page.

Each engine page is a form; a book page draws the form (or its half, for a cut spread) moved into
the sheet and clipped to the bleed, then its furniture, then crop marks in /Separation /All.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from uuid import UUID
from xml.sax.saxutils import escape

from songngu.geometry import Sheet, points
from songngu.model import PressProfile
from songngu.press.grid import Grid
from songngu.press.paging import BookPage
from songngu.press.pdf_writer_ import PdfWriter, PictureFile, reference, text, written
from songngu.press.sources_ import source_of
from songngu.press.weasyprint_ import SetPart


@dataclass(frozen=True)
class Intent:
    """What the file says of itself. `stamp` is the issue's date; nothing comes from the clock."""

    title: str
    language: str
    stamp: datetime
    icc: Path
    profile: PressProfile
    producer: str


def join(
    pages: Sequence[BookPage],
    parts: Mapping[str, SetPart],
    furniture: Sequence[SetPart],
    picture: PictureFile,
    sheet: Sheet,
    intent: Intent,
    outline: Sequence[tuple[str, int, bool]],
    target: Path,
) -> None:
    """Write the interior. `furniture` are the pages' in order, `outline` is (title, page number,
    is a section) in order."""
    with target.open("wb") as file:
        pdf = PdfWriter(file, picture)
        forms = {name: pdf.forms(part.pdf) for name, part in parts.items()}
        layer = [form for part in furniture for form in pdf.forms(part.pdf)]
        leaves = Leaves(pdf, sheet, marks_form(pdf, sheet, sheet.crop_marks()))
        grid = Grid(intent.profile)
        for page, folio in zip(pages, layer, strict=True):
            drawn = []
            if page.part:
                across = grid.window(page.part.shape, page.verso)
                drawn = [(forms[page.part.name][page.sheet], across)]
            leaves.add([*drawn, (folio, 0.0)], source_of(page, grid, intent.stamp))
        labels = {"Nums": [0, {"S": "/D"}]}
        tree = {"Outlines": _outline(pdf, outline)} if outline else {}
        declare(pdf, intent, {"PageLayout": "/TwoPageRight", "PageLabels": labels, **tree})


# --- pages ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Leaves:
    """The pages of a file of one size; all have the same marks outside their bleed."""

    pdf: PdfWriter
    sheet: Sheet
    marks: str

    def add(
        self, drawn: Sequence[tuple[str, float]], more: Mapping[str, object] = MappingProxyType({})
    ) -> None:
        """A page on which forms are drawn one over another, each with how far right of where it
        begins the page begins, in mm; clipped to the bleed."""
        forms = {f"P{at}": form for at, (form, _) in enumerate(drawn)}
        contents = self.pdf.add({}, self._code([across for _, across in drawn]))
        resources = {"XObject": {**forms, "M": self.marks}}
        self.pdf.page({**self._boxes, "Contents": contents, "Resources": resources, **more})

    @cached_property
    def _boxes(self) -> Mapping[str, bytes]:
        sheet = self.sheet
        boxes = {"MediaBox": sheet.media, "BleedBox": sheet.bleed_box, "TrimBox": sheet.trim}
        return {name: written(box.in_points) for name, box in boxes.items()}

    def _code(self, offsets: Sequence[float]) -> bytes:
        left, bottom, right, top = self.sheet.bleed_box.in_points
        edge = points(self.sheet.edge)
        code = [f"q {left:g} {bottom:g} {right - left:g} {top - bottom:g} re W n"]
        for at, across in enumerate(offsets):
            code.append(f"q 1 0 0 1 {edge - points(across):.4f} {edge:.4f} cm /P{at} Do Q")
        return "\n".join([*code, "Q /M Do"]).encode()


def marks_form(
    pdf: PdfWriter, sheet: Sheet, lines: Sequence[tuple[float, float, float, float]]
) -> str:
    """Crop marks and fold ticks (x1, y1, x2, y2 in mm), 0.25 pt, on every plate: the spot colour
    /All."""
    code = ["q /All CS 1 SCN 0.25 w"]
    for mark in lines:
        x1, y1, x2, y2 = (points(value) for value in mark)
        code.append(f"{x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l S")
    code.append("Q")
    tint = {
        "FunctionType": 2,
        "Domain": [0, 1],
        "C0": [0, 0, 0, 0],
        "C1": [1, 1, 1, 1],
        "N": 1,
        "Range": [0, 1, 0, 1, 0, 1, 0, 1],
    }
    entries = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": sheet.media.in_points,
        "Resources": {"ColorSpace": {"All": ["/Separation", "/All", "/DeviceCMYK", tint]}},
    }
    return pdf.add(entries, "\n".join(code).encode())


# --- the whole file ---------------------------------------------------------------------------


@dataclass(frozen=True)
class _Bookmark:
    """A line of the outline: its number in the file, its words, its page, the lines below it."""

    number: int
    title: str = ""
    page: str = ""
    below: list["_Bookmark"] = field(default_factory=list)


def _outline(pdf: PdfWriter, outline: Sequence[tuple[str, int, bool]]) -> str:
    """Sections and articles as bookmarks."""
    top = _Bookmark(pdf.reserved())
    for title, number, section in outline:
        line = _Bookmark(pdf.reserved(), title, pdf.page_at(number))
        (top if section or not top.below else top.below[-1]).below.append(line)
    pdf.put(top.number, {"Type": "/Outlines", **_below(pdf, top)})
    return reference(top.number)


def _below(pdf: PdfWriter, line: _Bookmark) -> Mapping[str, object]:
    """Where the lines below one are found."""
    known = [reference(one.number) for one in line.below]
    for at, one in enumerate(line.below):
        beside = {"Prev": known[at - 1]} if at else {}
        if at + 1 < len(known):
            beside["Next"] = known[at + 1]
        said = {"Title": text(one.title), "Dest": [one.page, "/Fit"]}
        up = {"Parent": reference(line.number)}
        pdf.put(one.number, {**said, **up, **beside, **_below(pdf, one)})
    if not known:
        return {}
    count = len(known) + sum(len(one.below) for one in line.below)
    return {"First": known[0], "Last": known[-1], "Count": count}


def declare(pdf: PdfWriter, intent: Intent, catalog: Mapping[str, object], **more: str) -> None:
    """End the file: output intent, document information (with `more`) and XMP as PDF/X-4
    (ISO 15930-7) wants them."""
    when = intent.stamp.strftime("D:%Y%m%d%H%M%SZ")
    output = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFX",
        "OutputConditionIdentifier": text(intent.profile.identifier),
        "OutputCondition": text(intent.profile.condition),
        "RegistryName": text("http://www.color.org"),
        "Info": text(intent.profile.condition),
        "DestOutputProfile": pdf.add_compressed({"N": 4}, intent.icc.read_bytes()),
    }
    xmp = _xmp(intent, pdf.mark.hexdigest())
    pdf.end(
        {
            "Lang": text(intent.language),
            "Metadata": pdf.add({"Type": "/Metadata", "Subtype": "/XML"}, xmp),
            "OutputIntents": [pdf.add(output)],
            "ViewerPreferences": {"DisplayDocTitle": "true"},
            **catalog,
        },
        {
            "Title": text(intent.title),
            "Creator": text(intent.producer),
            "Producer": text(intent.producer),
            "CreationDate": text(when),
            "ModDate": text(when),
            "Trapped": "/False",
            **{key: text(said) for key, said in more.items()},
        },
    )


def _xmp(intent: Intent, identifier: str) -> bytes:
    stamp = intent.stamp.strftime("%Y-%m-%dT%H:%M:%SZ")
    uuid = UUID(hex=identifier[:32])
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(intent.title)}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>{escape(intent.producer)}</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<xmp:MetadataDate>{stamp}</xmp:MetadataDate>
<pdf:Producer>{escape(intent.producer)}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:{uuid}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()

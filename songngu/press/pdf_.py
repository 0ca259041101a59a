"""The only file that knows pikepdf: joins set parts into a PDF/X-4 interior, page by page.

Each engine page becomes a form; a book page draws the form (or its half, for a cut spread) moved
into the sheet and clipped to the bleed, then its furniture, then crop marks in /Separation /All.
"""

import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from songngu.geometry import Sheet, points
from songngu.model import PressProfile
from songngu.press.grid import Grid
from songngu.press.lean_ import PICTURE
from songngu.press.paging import BookPage
from songngu.press.sources_ import name_sources
from songngu.press.weasyprint_ import SetPart

# The file of a picture by its mark.
Plate = Callable[[str], Path]


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
    picture: Plate,
    sheet: Sheet,
    intent: Intent,
    outline: Sequence[tuple[str, int, bool]],
    target: Path,
) -> None:
    """Write the interior. `furniture` are the pages' in order, `outline` is (title, page number,
    is a section) in order."""
    pdf = Pdf.new()
    forms = {name: as_forms(pdf, part.pdf) for name, part in parts.items()}
    layer = [form for part in furniture for form in as_forms(pdf, part.pdf)]
    crop = marks_form(pdf, sheet, sheet.crop_marks())
    grid = Grid(intent.profile)
    for at, page in enumerate(pages):
        drawn = [forms[page.part.name][page.sheet]] if page.part else []
        across = grid.window(page.part.shape, page.verso) if page.part else 0.0
        _add_page(pdf, across, drawn, layer[at], crop, sheet)
    name_sources(pdf, pages, grid, intent.stamp)
    _label(pdf, outline)
    share(pdf)
    describe(pdf, intent)
    restore(pdf, picture)
    pdf.save(
        target,
        deterministic_id=True,
        min_version="1.6",
        compress_streams=True,
        recompress_flate=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )


def fonts_of(path: Path) -> frozenset[str]:
    """The names of all fonts of a file, without subset tags."""
    with Pdf.open(path) as pdf:
        names = set()
        for thing in pdf.objects:
            if isinstance(thing, Dictionary) and thing.get("/Type") == Name.FontDescriptor:
                names.add(str(thing.FontName).lstrip("/").split("+")[-1])
        return frozenset(names)


def page_count(path: Path) -> int:
    with Pdf.open(path) as pdf:
        return len(pdf.pages)


# --- pages ------------------------------------------------------------------------------------


def as_forms(pdf: Pdf, data: bytes) -> list[Any]:
    """Every page of a part as a form XObject of the joined file, its bleed included. The engine
    gives a page one content stream: it becomes the form as it is, compressed."""
    with Pdf.open(io.BytesIO(data)) as part:
        forms = []
        for page in part.pages:
            form = page.obj.Contents
            form.Type, form.Subtype = Name.XObject, Name.Form
            form.BBox, form.Resources = page.obj.MediaBox, page.obj.Resources
            forms.append(pdf.copy_foreign(form))
        return forms


def restore(pdf: Pdf, picture: Plate) -> None:
    """Put the pictures back that lean parts leave out, one for all that have the same mark."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and PICTURE in thing:
            data = picture(str(thing[PICTURE])).read_bytes()
            del thing[PICTURE]
            thing.write(data, filter=thing.get("/Filter"), decode_parms=thing.get("/DecodeParms"))


def _add_page(
    pdf: Pdf, across: float, drawn: list[Any], furniture: Any, marks: Any, sheet: Sheet
) -> None:
    """A book page that begins `across` mm right of where its engine page begins."""
    left, bottom, right, top = sheet.bleed_box.in_points
    edge = points(sheet.edge)
    code = [f"q {left:g} {bottom:g} {right - left:g} {top - bottom:g} re W n"]
    resources = Dictionary(XObject=Dictionary(), ExtGState=Dictionary())
    for at, form in enumerate(drawn):
        resources.XObject[f"/P{at}"] = form
        code.append(f"q 1 0 0 1 {edge - points(across):.4f} {edge:.4f} cm /P{at} Do Q")
    resources.XObject["/F"] = furniture
    code.append(f"q 1 0 0 1 {edge:.4f} {edge:.4f} cm /F Do Q Q")
    resources.XObject["/M"] = marks
    code.append("/M Do")
    pdf.add_blank_page(page_size=(sheet.media.in_points[2], sheet.media.in_points[3]))
    made = pdf.pages[-1]
    made.obj.Contents = pdf.make_stream("\n".join(code).encode())
    made.obj.Resources = resources
    made.obj.MediaBox = Array(sheet.media.in_points)
    made.obj.BleedBox = Array(sheet.bleed_box.in_points)
    made.obj.TrimBox = Array(sheet.trim.in_points)


def marks_form(pdf: Pdf, sheet: Sheet, lines: Sequence[tuple[float, float, float, float]]) -> Any:
    """Crop marks and fold ticks (x1, y1, x2, y2 in mm), 0.25 pt, on every plate: the spot colour
    /All."""
    code = ["q /All CS 1 SCN 0.25 w"]
    for mark in lines:
        x1, y1, x2, y2 = (points(value) for value in mark)
        code.append(f"{x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l S")
    code.append("Q")
    form = pdf.make_stream("\n".join(code).encode())
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array(sheet.media.in_points)
    tint = pdf.make_indirect(
        Dictionary(
            FunctionType=2,
            Domain=[0, 1],
            C0=[0, 0, 0, 0],
            C1=[1, 1, 1, 1],
            N=1,
            Range=[0, 1, 0, 1, 0, 1, 0, 1],
        )
    )
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
    form.Resources = Dictionary(ColorSpace=Dictionary(All=space))
    return form


# --- the whole file ---------------------------------------------------------------------------


def _label(pdf: Pdf, outline: Sequence[tuple[str, int, bool]]) -> None:
    """Folios as page labels, sections and articles as bookmarks."""
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    with pdf.open_outline() as tree:
        for title, number, section in outline:
            item = pikepdf.OutlineItem(title, number - 1)
            if section or not tree.root:
                tree.root.append(item)
            else:
                tree.root[-1].children.append(item)


def share(pdf: Pdf) -> None:
    """One copy of equal images and font programs; each font subset gets a tag of its content.

    The engine's tags ignore content: different subsets of a font can carry the same tag, which a
    printer's system may take for the same font.
    """
    first: dict[bytes, Any] = {}
    twins: dict[tuple[int, int], Any] = {}
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and _shareable(thing):
            mark = hashlib.sha256(_content(thing) + _shape(thing)).digest()
            if mark in first:
                twins[thing.objgen] = first[mark]
            else:
                first[mark] = thing
    for thing in pdf.objects:
        if isinstance(thing, (Dictionary, pikepdf.Stream)):
            _repoint(thing, twins)
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font:
            _tag_font(thing)


def _shareable(stream: Any) -> bool:
    return stream.get("/Subtype") == Name.Image or "/Length1" in stream


def _content(stream: Any) -> bytes:
    """A stream's bytes; of a picture that lean parts leave out, its mark."""
    return str(stream[PICTURE]).encode() if PICTURE in stream else stream.read_raw_bytes()  # type: ignore[no-any-return]


def _shape(stream: Any) -> bytes:
    keys = ("/Width", "/Height", "/ColorSpace", "/Decode", "/Filter", "/SMask")
    return repr([(key, str(stream.get(key))) for key in keys]).encode()


def _repoint(thing: Any, twins: Mapping[tuple[int, int], Any]) -> None:
    for key, value in list(thing.items()):
        if (
            isinstance(value, (Dictionary, pikepdf.Stream))
            and value.objgen in twins
            and value.is_indirect
        ):
            thing[key] = twins[value.objgen]
        elif isinstance(value, Dictionary) and not value.is_indirect:
            _repoint(value, twins)


def _tag_font(font: Any) -> None:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor")
    program = next(
        (descriptor[k] for k in ("/FontFile2", "/FontFile3") if descriptor and k in descriptor),
        None,
    )
    if program is None:
        return
    seed = int.from_bytes(hashlib.sha256(program.read_raw_bytes()).digest()[:8], "big")
    tag = "".join(chr(65 + (seed // 26**place) % 26) for place in range(6))
    plain = str(font.BaseFont).lstrip("/").split("+")[-1]
    name = Name(f"/{tag}+{plain}")
    font.BaseFont = inner.BaseFont = descriptor.FontName = name


def describe(pdf: Pdf, intent: Intent) -> None:
    """Output intent, document information and XMP as PDF/X-4 (ISO 15930-7) wants them."""
    icc = pdf.make_stream(intent.icc.read_bytes())
    icc.N = 4
    pdf.Root.OutputIntents = Array(
        [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFX,
                    OutputConditionIdentifier=intent.profile.identifier,
                    OutputCondition=intent.profile.condition,
                    RegistryName="http://www.color.org",
                    Info=intent.profile.condition,
                    DestOutputProfile=icc,
                )
            )
        ]
    )
    pdf.Root.Lang = intent.language
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageLayout = Name.TwoPageRight
    when = intent.stamp.strftime("D:%Y%m%d%H%M%SZ")
    pdf.docinfo["/Title"] = intent.title
    pdf.docinfo["/Creator"] = intent.producer
    pdf.docinfo["/Producer"] = intent.producer
    pdf.docinfo["/CreationDate"] = when
    pdf.docinfo["/ModDate"] = when
    pdf.docinfo["/Trapped"] = Name("/False")
    identifier = hashlib.sha256(b"".join(_fingerprints(pdf))).hexdigest()
    pdf.Root.Metadata = _xmp(pdf, intent, identifier)


def _fingerprints(pdf: Pdf) -> list[bytes]:
    return [
        hashlib.sha256(_content(thing)).digest()
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Stream)
    ]


def _xmp(pdf: Pdf, intent: Intent, identifier: str) -> Any:
    stamp = intent.stamp.strftime("%Y-%m-%dT%H:%M:%SZ")
    uuid = UUID(hex=identifier[:32])
    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
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
<?xpacket end="w"?>"""
    stream = pdf.make_stream(packet.encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    return stream

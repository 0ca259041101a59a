"""Makes small PDFs for the preflight's tests: sound by default, and one thing wrong when asked.

A page is 100 x 100 mm with 3 mm bleed and 10 mm slug. Content is written in millimetres from the
trim's lower left corner.
"""

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
import PIL.Image
from pikepdf import Array, Dictionary, Name, Pdf

from songngu.geometry import Sheet, points
from songngu.model import PressProfile

PROFILE = PressProfile(
    name="test",
    trim=(100, 100),
    bleed=3,
    slug=10,
    inner=15,
    outer=10,
    head=10,
    foot=10,
    multiple=4,
    icc="",
    identifier="FOGRA39",
    condition="",
    ink_limit=300,
    binding="perfect",
)
SHEET = Sheet(100, 100, 3, 10)
TEXT = "/Over gs 0 0 0 1 k BT /F 10 Tf 50 120 Td (Tra Vinh) Tj ET"

_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" {}/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def icc(space: bytes) -> bytes:
    """The header of a colour profile: what a preflight reads of it."""
    return bytes(12) + b"prtr" + space + bytes(108)


@dataclass
class Maker:
    """A PDF in the making. Tests change its fields, then save it."""

    content: str = TEXT
    pages: int = 4
    width: float = 100
    boxes: dict[str, Any] = field(default_factory=dict)
    resources: dict[str, dict[str, Any]] = field(default_factory=dict)
    page_keys: dict[str, Any] = field(default_factory=dict)
    info: dict[str, Any] = field(default_factory=dict)
    intent: dict[str, Any] | None = field(default_factory=dict)
    version: str = "PDF/X-4"
    encrypt: bool = False
    raw: bytes | None = None

    def __post_init__(self) -> None:
        self.pdf = Pdf.new()
        sheet = Sheet(self.width, 100, 3, 10)
        self.boxes |= {
            "/MediaBox": sheet.media.in_points,
            "/BleedBox": sheet.bleed_box.in_points,
            "/TrimBox": sheet.trim.in_points,
        }
        self.resources |= {
            "Font": {"F": self.font()},
            "ExtGState": {"Over": Dictionary(OP=True, op=True, OPM=1)},
        }
        self.info |= {
            "/Title": "Trà Vinh",
            "/CreationDate": "D:20241215000000Z",
            "/ModDate": "D:20241215000000Z",
            "/Trapped": Name("/False"),
        }
        profile = self.pdf.make_stream(icc(b"CMYK"), N=4)
        self.intent = {
            "S": Name.GTS_PDFX,
            "OutputConditionIdentifier": "FOGRA39",
            "RegistryName": "http://www.color.org",
            "DestOutputProfile": profile,
        }

    # --- parts --------------------------------------------------------------------------------

    def font(self, name: str = "/ABCDEF+Source-Serif-4", embedded: bool = True) -> Any:
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name(name), Flags=32)
        if embedded:
            descriptor.FontFile2 = self.pdf.make_stream(b"not looked into")
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.TrueType,
                BaseFont=Name(name),
                FirstChar=32,
                LastChar=126,
                Widths=Array([500] * 95),
                FontDescriptor=descriptor,
            )
        )

    def wide_font(self) -> Any:
        inner = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name("/ABCDEF+Source-Serif-4"),
            FontDescriptor=self.font().FontDescriptor,
            DW=500,
        )
        return Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=inner.BaseFont,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([self.pdf.make_indirect(inner)]),
        )

    def stream(self, data: bytes | str, **keys: Any) -> Any:
        raw = data.encode() if isinstance(data, str) else data
        return self.pdf.make_stream(raw, Dictionary(**keys))

    def form(self, content: str, **keys: Any) -> Any:
        return self.stream(
            content,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([-99, -99, 999, 999]),
            Resources=self.resource_dictionary(),
            **keys,
        )

    def image(self, pixels: bytes, size: tuple[int, int], space: Any, **keys: Any) -> Any:
        return self.stream(
            pixels,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=size[0],
            Height=size[1],
            ColorSpace=space,
            BitsPerComponent=8,
            **keys,
        )

    def jpeg(self, picture: PIL.Image.Image) -> Any:
        """A CMYK JPEG as Pillow writes it: Adobe's inverted samples."""
        held = io.BytesIO()
        picture.save(held, "JPEG", quality=100, subsampling=0)
        return self.image(
            held.getvalue(),
            picture.size,
            Name.DeviceCMYK,
            Filter=Name.DCTDecode,
            Decode=Array([1, 0] * 4),
        )

    def add(self, kind: str, **named: Any) -> None:
        self.resources.setdefault(kind, {}).update(named)

    def resource_dictionary(self) -> Any:
        return Dictionary(
            {
                f"/{kind}": Dictionary({f"/{name}": one for name, one in entries.items()})
                for kind, entries in self.resources.items()
            }
        )

    # --- the file -----------------------------------------------------------------------------

    def save(self, path: Path) -> Path:
        if self.raw is not None:
            path.write_bytes(self.raw)
            return path
        edge = points(SHEET.edge)
        code = f"q 1 0 0 1 {edge:.4f} {edge:.4f} cm\n{self.content}\nQ".encode()
        for number in range(self.pages):
            page = Dictionary(
                Type=Name.Page,
                Contents=self.pdf.make_stream(code if not number else b""),
                Resources=self.resource_dictionary(),
            )
            for key, box in self.boxes.items():
                if box is not None:
                    page[key] = Array(box)
            if not number:
                for key, value in self.page_keys.items():
                    page[key] = value
            self.pdf.pages.append(pikepdf.Page(self.pdf.make_indirect(page)))
        if self.intent is not None:
            self.pdf.Root.OutputIntents = Array([Dictionary(self._slashed(self.intent))])
        for key, value in self.info.items():
            self.pdf.docinfo[key] = value
        packet = _XMP.format(f'pdfxid:GTS_PDFXVersion="{self.version}"' if self.version else "")
        self.pdf.Root.Metadata = self.stream(packet, Type=Name.Metadata, Subtype=Name.XML)
        locked = pikepdf.Encryption(owner="owner", user="") if self.encrypt else False
        self.pdf.save(path, encryption=locked, static_id=not self.encrypt)
        return path

    @staticmethod
    def _slashed(values: dict[str, Any]) -> dict[str, Any]:
        return {f"/{key}": value for key, value in values.items()}

"""Word files as departments send them, made by python-docx and, where it stops, by raw XML."""

import io
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

NS = (
    f"{nsdecls('w', 'r', 'a', 'wp', 'pic')} "
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def new() -> Document:
    """An empty document."""
    return docx.Document()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def add(document: Any, inside: str) -> Any:
    """A paragraph of raw runs."""
    paragraph = document.add_paragraph()
    for child in parse_xml(f"<w:p {NS}>{inside}</w:p>"):
        paragraph._p.append(child)
    return paragraph


def footnotes(document: Document, texts: Iterable[str]) -> None:
    """The notes of a document, numbered from 1; they are called by `note`."""
    notes = "".join(
        f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r>{run(text)}</w:p></w:footnote>'
        for at, text in enumerate(texts, 1)
    )
    blob = f"<w:footnotes {NS}>{notes}</w:footnotes>".encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, blob, document.part.package)
    document.part.relate_to(part, RT.FOOTNOTES)


def note(at: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{at}"/></w:r>'


def link(document: Document, text: str, address: str) -> str:
    key = document.part.relate_to(address, RT.HYPERLINK, is_external=True)
    return f'<w:hyperlink r:id="{key}">{run(text)}</w:hyperlink>'


def in_font(text: str, font: str) -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    return f'<w:r>{fonts}<w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(text: str, who: str = "Lan", how: str = "ins") -> str:
    return f'<w:{how} w:id="7" w:author="{who}">{run(text)}</w:{how}>'


def deleted(text: str, who: str = "Lan", how: str = "del") -> str:
    inside = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:{how} w:id="8" w:author="{who}">{inside}</w:{how}>'


def textbox(text: str) -> str:
    """A text box twice, for a new Word and for an old one."""
    inside = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def numbered(document: Document, words: str = "%1.") -> str:
    """A numbering of its own in the document; the number that paragraphs name."""
    root = document.part.numbering_part.element
    key = str(900 + len(root.findall(qn("w:num"))))
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
        for at in range(3)
    )
    kind = f'<w:abstractNum {NS} w:abstractNumId="{key}">{levels}</w:abstractNum>'
    root.insert(0, parse_xml(kind))
    root.append(parse_xml(
        f'<w:num {NS} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'))  # fmt: skip
    return key


def item(document: Document, key: str, text: str, depth: int = 0) -> None:
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>'
    add(document, f"<w:pPr>{properties}</w:pPr>{run(text)}")


def dot(colour: int = 0) -> io.BytesIO:
    """A PNG of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    head = bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
    data = zlib.compress(bytes([0, colour]))
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return io.BytesIO(png)


def save(document: Document, folder: Path, name: str = "bai.docx") -> Path:
    path = folder / name
    document.save(str(path))
    return path

"""What stands inside a paragraph of a Word document: its words and their looks, notes, pictures,
links, and everything that cannot come along (ISO/IEC 29500-1, 17.3.2 and 17.3.3)."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import nsmap, qn

from songngu.desk.word.manuscript import Picture, Run
from songngu.desk.word.styles_ import Styles

NAMES = {
    **nsmap,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
SHORT = {uri: prefix for prefix, uri in NAMES.items()}
# What says nothing: marks of place, properties, the checker's own notes.
SILENT = {
    "w:pPr", "w:rPr", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:commentRangeStart",
    "w:commentRangeEnd", "w:lastRenderedPageBreak", "w:permStart", "w:permEnd", "w:sdtPr",
    "w:sdtEndPr", "w:footnoteRef", "w:endnoteRef", "w:annotationRef", "w:softHyphen",
    "w:smartTagPr", "w:customXmlPr", "w:moveFromRangeStart", "w:moveFromRangeEnd",
    "w:moveToRangeStart", "w:moveToRangeEnd", "w:separator", "w:continuationSeparator",
    "w:delText", "w:delInstrText", "w:fldData",
}  # fmt: skip
INSERTED = {"w:ins": "inserted", "w:moveTo": "moved"}
DELETED = {"w:del": "deleted", "w:moveFrom": "moved"}
EQUATIONS = ("m:oMath", "m:oMathPara")
SIGNS = {"w:tab": " ", "w:noBreakHyphen": "-", "w:cr": "\n", "w:ptab": " "}
NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
# What web and print can show; Word draws the rest (EMF, WMF) for itself.
SUFFIXES = {".png": ".png", ".jpg": ".jpg", ".jpeg": ".jpg"}

Tell = Callable[..., None]


def name(element: Any) -> str:
    """w:p for the long name of an element."""
    if not isinstance(element.tag, str):
        return ""
    uri, _, local = element.tag.removeprefix("{").partition("}")
    return f"{SHORT.get(uri, '?')}:{local}"


def words(element: Any) -> str:
    """Every word inside an element, as a diagnostic shows it."""
    return " ".join("".join(_words(element)).split())


def _words(element: Any) -> Iterator[str]:
    kind = name(element)
    if kind in ("w:t", "w:delText", "m:t", "a:t"):
        yield element.text or ""
    elif kind in ("w:p", "w:tab", "w:br", "a:p"):
        yield " "
    elif kind == "v:textpath":
        yield element.get("string", "")
    for child in element:
        # The fallback says for old Words what was said before it.
        if name(child) != "mc:Fallback":
            yield from _words(child)


@dataclass
class Inline:
    """Reads paragraphs of one part of the document. `tell` takes a code, a detail and values;
    `note` reads the note of a kind and id and gives its key; `comments` are (author, text)."""

    part: Any
    styles: Styles
    tell: Tell
    note: Callable[[str, str], str]
    comments: dict[str, tuple[str, str]]
    pictures: dict[str, Picture]
    fields: list[str] = field(default_factory=list)

    def runs(self, paragraph: Any) -> Iterator[Run]:
        """The runs of a paragraph, in order."""
        yield from self._children(paragraph, paragraph, "")

    def _children(self, element: Any, paragraph: Any, link: str) -> Iterator[Run]:
        for child in element:
            kind = name(child)
            if kind == "w:r":
                yield from self._run(child, paragraph, link)
            elif kind == "w:hyperlink":
                yield from self._children(child, paragraph, self._target(child) or link)
            elif kind in DELETED:
                self.tell("docx.change", DELETED[kind], text=words(child), who=_who(child))
            elif kind in EQUATIONS:
                self.tell("docx.lost", kind="docx-equation", text=words(child))
            elif kind and kind not in SILENT:
                # Content controls, smart tags, simple fields: a wrapping around words.
                if kind in INSERTED:
                    self.tell("docx.change", INSERTED[kind], text=words(child), who=_who(child))
                yield from self._children(child, paragraph, link)

    def _run(self, run: Any, paragraph: Any, link: str) -> Iterator[Run]:
        look = {
            "bold": self.styles.on(run, paragraph, "b"),
            "italic": self.styles.on(run, paragraph, "i"),
            "font": self.styles.font(run, paragraph),
        }
        if self.styles.on(run, paragraph, "vanish"):
            if text := words(run):
                self.tell("docx.lost", kind="docx-hidden", text=text)
            return
        for child in run:
            for text, extra in self._piece(child, link):
                leads = "" if extra else link or self._field()
                yield Run(text=text, link=leads, **look, **extra)  # type: ignore[arg-type]

    def _piece(self, child: Any, link: str) -> Iterator[tuple[str, dict[str, str]]]:
        """Words, or a note or picture in their place."""
        kind = name(child)
        if kind == "w:t":
            yield child.text or "", {}
        elif kind in SIGNS:
            yield SIGNS[kind], {}
        elif kind == "w:br":
            yield ("\n" if child.get(qn("w:type"), "textWrapping") == "textWrapping" else " "), {}
        elif kind in NOTES:
            yield "", {"note": self.note(NOTES[kind], child.get(qn("w:id")))}
        elif kind == "w:commentReference":
            who, said = self.comments.get(child.get(qn("w:id")), ("", ""))
            self.tell("docx.comment", text=said, who=who)
        elif kind in ("w:fldChar", "w:instrText"):
            self._note_field(child)
        elif kind == "w:sym":
            self.tell("docx.lost", kind="docx-symbol", text=f"{child.get(qn('w:font'))} "
                      f"{child.get(qn('w:char'))}")  # fmt: skip
        elif kind == "mc:AlternateContent":
            # Both say the same, the first for newer Words.
            for choice in child[:1]:
                for one in choice:
                    yield from self._piece(one, link)
        elif kind in ("w:drawing", "w:pict", "w:object"):
            yield from self._drawn(child, kind)
        elif kind not in SILENT:
            yield words(child), {}

    # --- fields ---------------------------------------------------------------------------------

    def _note_field(self, element: Any) -> None:
        """Keeps the instructions of the fields that are open: HYPERLINK "address"."""
        state = element.get(qn("w:fldCharType"))
        if state == "begin":
            self.fields.append("")
        elif state == "end" and self.fields:
            self.fields.pop()
        elif state is None and self.fields:
            self.fields[-1] += element.text or ""

    def _field(self) -> str:
        for instruction in reversed(self.fields):
            kind, _, rest = instruction.strip().partition(" ")
            if kind.upper() == "HYPERLINK" and rest.strip().startswith('"'):
                return rest.strip().split('"')[1]
        return ""

    # --- what the part names by a relationship --------------------------------------------------

    def _target(self, hyperlink: Any) -> str:
        related = self.part.rels.get(hyperlink.get(qn("r:id")))
        return str(related.target_ref) if related is not None and related.is_external else ""

    def _drawn(self, element: Any, kind: str) -> Iterator[tuple[str, dict[str, str]]]:
        """Pictures come along; everything else that is drawn is told."""
        inside = [(name(one), one) for one in element.iter()]
        kinds = {one for one, _ in inside}
        for what, one in inside:
            if what == "w:txbxContent":
                self.tell("docx.lost", kind="docx-text-box", text=words(one))
        if kind == "w:object":
            program = next((one.get("ProgID", "") for what, one in inside if what ==
                            "o:OLEObject"), "")  # fmt: skip
            what = "docx-equation" if program.startswith("Equation") else "docx-object"
            self.tell("docx.lost", kind=what, text=program or "OLE")
            return
        if "v:textpath" in kinds:
            self.tell("docx.lost", kind="docx-word-art", text=words(element))
        elif "c:chart" in kinds:
            self.tell("docx.lost", kind="docx-chart", text=_described(element))
        elif "dgm:relIds" in kinds:
            self.tell("docx.lost", kind="docx-diagram", text=_described(element))
        elif not kinds & {"a:blip", "v:imagedata", "w:txbxContent"}:
            self.tell(
                "docx.lost", kind="docx-shape", text=_described(element) or words(element) or "—"
            )
        for what, one in inside:
            if what in ("a:blip", "v:imagedata"):
                key = one.get(qn("r:embed")) or one.get(qn("r:id")) or one.get(qn("r:link")) or ""
                yield from self._picture(key, _described(element))

    def _picture(self, key: str, alt: str) -> Iterator[tuple[str, dict[str, str]]]:
        related = self.part.rels.get(key)
        if related is None or related.is_external:
            where = related.target_ref if related is not None else alt
            self.tell("docx.lost", kind="docx-linked-picture", text=where)
            return
        file = str(related.target_part.partname)
        suffix = SUFFIXES.get(posixpath.splitext(file)[1].lower())
        if suffix is None:
            self.tell("docx.lost", kind="docx-picture", text=posixpath.basename(file))
            return
        self.pictures[file] = Picture(related.target_part.blob, suffix, alt)
        yield "", {"picture": file}


def _described(element: Any) -> str:
    """What the author says is seen, or the name that Word gave."""
    for one in element.iter():
        if name(one) == "wp:docPr":
            return " ".join((one.get("descr") or "").split())
    return ""


def _who(change: Any) -> str:
    return change.get(qn("w:author")) or "?"

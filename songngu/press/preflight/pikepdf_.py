"""Opens a PDF and reads it into facts: the file's own words, then page by page what is painted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from songngu.press.preflight.canvas_ import Canvas
from songngu.press.preflight.colours_ import space_of
from songngu.press.preflight.content_ import Interpreter
from songngu.press.preflight.facts import (
    Annotation,
    Area,
    Boxes,
    FileFacts,
    IntentFacts,
    Origin,
    PageFacts,
)
from songngu.press.preflight.marks_ import INHERITED, Marks
from songngu.press.preflight.shapes import Rect
from songngu.press.preflight.state_ import State
from songngu.press.preflight.store_ import DAMAGE, Store, UnreadError
from songngu.press.preflight.tags import TagFacts
from songngu.press.preflight.tags_ import is_screen_edition, tag_facts

_VERSION = re.compile(r"GTS_PDFXVersion\s*(?:>|=\s*[\"'])\s*([^<\"']+)")
_TITLE = re.compile(r"<dc:title>.*?<rdf:li[^>]*>([^<]+)</rdf:li>", re.S)


class UnreadableError(Exception):
    """The file is no PDF, is broken, or is locked by a password."""


class Document:
    """A PDF being read. Close it, or use it as a context."""

    def __init__(self, path: Path) -> None:
        try:
            self.pdf = pikepdf.open(path)
            self.length = len(self.pdf.pages)
        except DAMAGE as error:
            raise UnreadableError(_first_line(error)) from error

    def __enter__(self) -> "Document":
        return self

    def __exit__(self, *_: object) -> None:
        self.pdf.close()

    def file_facts(self) -> FileFacts:
        try:
            return self._file_facts()
        except DAMAGE as error:
            raise UnreadableError(_first_line(error)) from error

    def _file_facts(self) -> FileFacts:
        pdf = self.pdf
        info: Any = pdf.trailer.get("/Info")
        info = info if isinstance(info, Dictionary) else Dictionary()
        packet = _packet(pdf.Root.get("/Metadata"))
        version = _VERSION.search(packet)
        title = _TITLE.search(packet)
        return FileFacts(
            pages=self.length,
            intents=tuple(_intent(one) for one in pdf.Root.get("/OutputIntents", ())),
            version=(version.group(1).strip() if version else _text(info, "/GTS_PDFXVersion")),
            title=_text(info, "/Title") or (title.group(1).strip() if title else ""),
            created=_text(info, "/CreationDate") or _dated(packet, "CreateDate"),
            modified=_text(info, "/ModDate") or _dated(packet, "ModifyDate"),
            trapped=_text(info, "/Trapped") or _dated(packet, "Trapped"),
            encrypted=pdf.is_encrypted,
            identified="/ID" in pdf.trailer,
        )

    def is_screen_edition(self) -> bool:
        """Whether the file is a screen edition of ours."""
        try:
            return is_screen_edition(self.pdf)
        except DAMAGE as error:
            raise UnreadableError(_first_line(error)) from error

    def tag_facts(self) -> TagFacts:
        try:
            return tag_facts(self.pdf)
        except DAMAGE as error:
            raise UnreadableError(_first_line(error)) from error

    def sheets(self, ink_limit: float) -> Iterator["Sheet"]:
        """Every page in order; fonts, contents and images are read once for the whole file."""
        store, marks = Store(ink_limit), Marks()
        for number, page in enumerate(self.pdf.pages, 1):
            yield Sheet(number, page, store, marks)

    def pages(self, ink_limit: float) -> Iterator[PageFacts]:
        """Every page, read."""
        return (sheet.facts() for sheet in self.sheets(ink_limit))


@dataclass(frozen=True)
class Sheet:
    """A page that can be read: its frame at once, what is painted on it when asked for."""

    number: int
    page: Any
    store: Store
    marks: Marks

    @property
    def mark(self) -> str | None:
        """The hash of all that the page is made of; None when it cannot be told."""
        try:
            inherited = {key: _inherited(self.page.obj, key) for key in INHERITED}
            return self.marks.of(self.page.obj, inherited)
        except DAMAGE:
            return None

    def frame(self) -> PageFacts:
        """The page without what is painted on it."""
        try:
            return _frame(self.number, self.page, self.store)[0]
        except DAMAGE as error:
            return _broken(self.number, error)

    def facts(self) -> PageFacts:
        try:
            return _page(self.number, self.page, self.store)
        except DAMAGE as error:
            return _broken(self.number, error)


def _broken(number: int, error: Exception) -> PageFacts:
    nowhere = Area(0, 0, 0, 0)
    boxes = Boxes(nowhere, nowhere, None, None, frozenset())
    return PageFacts(number, boxes, unread=_first_line(error))


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "") or type(error).__name__


def _packet(stream: Any) -> str:
    try:
        return "" if stream is None else stream.read_bytes().decode("utf-8", "replace")
    except DAMAGE:
        return ""


def _dated(packet: str, name: str) -> str:
    found = re.search(rf"\b(?:xmp|pdf):{name}\s*(?:>|=\s*[\"'])\s*([^<\"']+)", packet)
    return found.group(1).strip() if found else ""


def _text(info: Any, key: str) -> str:
    value = info.get(key)
    text = "" if value is None else str(value).strip()
    return text[1:] if isinstance(value, Name) else text


def _intent(intent: Any) -> IntentFacts:
    profile = intent.get("/DestOutputProfile")
    space = None
    if isinstance(profile, pikepdf.Stream):
        space = space_of(Array([Name.ICCBased, profile]), None).name
    return IntentFacts(
        subtype=str(intent.get("/S", "/"))[1:],
        identifier=str(intent.get("/OutputConditionIdentifier", "")),
        registry=str(intent.get("/RegistryName", "")),
        profile_space=space,
    )


# --- pages ------------------------------------------------------------------------------------


def _page(number: int, page: Any, store: Store) -> PageFacts:
    frame, canvas = _frame(number, page, store)
    unit = _unit(page)
    interpreter = Interpreter(canvas)
    unread = ""
    try:
        state = State.fresh((unit, 0, 0, unit, 0, 0))
        interpreter.run(page.obj, _inherited(page.obj, "/Resources"), state)
    except (UnreadError, RecursionError) as error:
        unread = str(error) or "nested too deep"
    if interpreter.skipped and not unread:
        unread = f"operator {', '.join(interpreter.skipped)}"
    return replace(
        frame,
        marks=tuple(canvas.marks),
        annotations=tuple(_annotations(page.obj, canvas, unit)),
        group=interpreter.grouped or "/Group" in page.obj,
        altered=interpreter.altered or len(page.obj.get("/Annots", ())) > 0,
        unread=unread,
    )


def _frame(number: int, page: Any, store: Store) -> tuple[PageFacts, Canvas]:
    """The page's boxes and where it comes from, and the canvas to read its marks onto."""
    unit = _unit(page)
    found = {
        name: _rect(page.obj, f"/{name}Box", unit) for name in ("Crop", "Bleed", "Trim", "Art")
    }
    media = _rect(page.obj, "/MediaBox", unit) or (0.0, 0.0, 612.0, 792.0)
    crop = found["Crop"]
    trim = found["Trim"] or found["Art"] or crop or media
    canvas = Canvas(found["Bleed"] or crop or media, (trim[0], trim[3]), store)
    boxes = Boxes(
        canvas.area(media),
        canvas.area(trim),
        canvas.area(found["Bleed"]) if found["Bleed"] else None,
        canvas.area(crop) if crop else None,
        frozenset(name for name, rect in found.items() if rect),
    )
    turned = int(_inherited(page.obj, "/Rotate") or 0) % 360
    frame = PageFacts(number, boxes, turned=turned, origins=tuple(_origins(page.obj)))
    return frame, canvas


def _unit(page: Any) -> float:
    return float(page.obj.get("/UserUnit", 1))


def _inherited(node: Any, key: str) -> Any:
    """Resources and boxes may stand in a page's ancestors."""
    for _ in range(50):
        if node is None or key in node:
            break
        node = node.get("/Parent")
    return None if node is None else node.get(key)


def _rect(page: Any, key: str, unit: float) -> Rect | None:
    inherits = key in ("/MediaBox", "/CropBox")
    values = _inherited(page, key) if inherits else page.get(key)
    if not isinstance(values, Array) or len(values) != 4:
        return None
    x1, y1, x2, y2 = (float(one) * unit for one in values)
    return (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _annotations(page: Any, canvas: Canvas, unit: float) -> Iterator[Annotation]:
    """Printer's marks and trap networks are the two kinds that PDF/X knows as its own."""
    for one in page.get("/Annots", ()):
        kind = str(one.get("/Subtype", "/?"))[1:]
        rect = _rect(one, "/Rect", unit)
        if rect and kind not in ("PrinterMark", "TrapNet"):
            yield Annotation(kind, canvas.area(rect))


def _origins(page: Any) -> Iterator[Origin]:
    """Which file, pair and language a page of ours comes from: our own entry in its PieceInfo, and
    inside it the one of the column beside."""
    try:
        found = page.PieceInfo.Songngu.Private
        while found is not None:
            path, pair, lang = (str(found.get(key, "")) for key in ("/Source", "/Pair", "/Lang"))
            yield Origin(path, pair or None, lang or None, float(found.get("/From", 0)))
            found = found.get("/Beside")
    except (AttributeError, KeyError, TypeError, ValueError):
        return

"""Knows pikepdf for finished pages: what each holds, small pictures of them, a mark over them."""

import contextlib
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pikepdf
import PIL
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

from songngu.cache_ import Cache
from songngu.geometry import points
from songngu.press.weasyprint_ import SetPart

_PAINTING = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Tj", "TJ", "'", '"'})
# Of small pictures, as JPEG counts it.
QUALITY = 82
# What is read of a content stream for it: these, drawn objects, inline images.
_ASKED = " ".join([*_PAINTING, "Do", "BI", "ID", "EI"])
# What differs between two settings of the same page: subset tags, programs, their tables.
_PASSING = frozenset(
    {
        "/FontFile",
        "/FontFile2",
        "/FontFile3",
        "/ToUnicode",
        "/W",
        "/CIDToGIDMap",
        "/CIDSet",
        "/Parent",
        "/Widths",
        "/FirstChar",
        "/LastChar",
    }
)


@dataclass(frozen=True)
class PageContent:
    """A finished page: whether nothing is printed on it, and a SHA-256 of what is."""

    blank: bool
    content: str


@dataclass(frozen=True)
class Placed:
    """A page drawn small: the file it is from, its index there, and where it stands on which sheet.
    Millimetres from the sheet's upper left corner to the picture's."""

    file: Path
    page: int
    sheet: int
    left: float
    top: float
    width: float


def page_contents(path: Path) -> tuple[PageContent, ...]:
    """Every page of a file. Marks in /Separation /All are no content."""
    with Pdf.open(path) as pdf:
        known: dict[tuple[int, int], bytes] = {}
        painted: dict[tuple[int, int], bool] = {}
        return tuple(
            PageContent(not _painted(page.obj, painted), _hash(page.obj, known).hex())
            for page in pdf.pages
        )


def page_count(path: Path) -> int:
    with Pdf.open(path) as pdf:
        return len(pdf.pages)


def trim_of(path: Path) -> tuple[float, float]:
    """Width and height in mm of the first page's TrimBox."""
    with Pdf.open(path) as pdf:
        left, bottom, right, top = (float(side) for side in pdf.pages[0].trimbox)
    return (right - left) / points(1), (top - bottom) / points(1)


# --- what a page holds ------------------------------------------------------------------------


def _painted(thing: Any, known: dict[tuple[int, int], bool]) -> bool:
    """Whether a page or form paints anything, its forms included; both halves of a cut spread draw
    the same one."""
    if thing.objgen not in known:
        known[thing.objgen] = False  # a form that draws itself paints nothing more
        known[thing.objgen] = _paints(thing, known)
    return known[thing.objgen]


def _paints(thing: Any, known: dict[tuple[int, int], bool]) -> bool:
    resources = thing.get("/Resources", Dictionary())
    spaces = resources.get("/ColorSpace", {})
    if any(_everywhere(space) for space in dict(spaces).values()):
        return False  # printer's marks
    for step in pikepdf.parse_content_stream(thing, _ASKED):
        operator = str(step.operator)
        if operator in _PAINTING or operator == "INLINE IMAGE":
            return True
        if operator == "Do":
            drawn = resources.XObject[str(step.operands[0])]
            if drawn.get("/Subtype") == Name.Image or _painted(drawn, known):
                return True
    return False


def _everywhere(space: Any) -> bool:
    return isinstance(space, Array) and len(space) > 1 and space[1] == Name.All


def _hash(thing: Any, known: dict[tuple[int, int], bytes]) -> bytes:
    """A hash of a PDF object by content, whatever its number; a cycle counts as nothing."""
    indirect = getattr(thing, "is_indirect", False)
    if indirect and thing.objgen in known:
        return known[thing.objgen]
    if indirect:
        known[thing.objgen] = b""
    made = hashlib.sha256()
    for part in _parts(thing, known):
        made.update(part)
    if indirect:
        known[thing.objgen] = made.digest()
    return made.digest()


def _parts(thing: Any, known: dict[tuple[int, int], bytes]) -> Iterator[bytes]:
    if isinstance(thing, (pikepdf.Stream, Dictionary)):
        for key in sorted(thing.keys()):
            if key in _PASSING or key == "/Length":
                continue
            yield key.encode()
            value = thing[key]
            if key in ("/BaseFont", "/FontName"):
                yield str(value).split("+")[-1].encode()
            else:
                yield _hash(value, known)
        if isinstance(thing, pikepdf.Stream):
            yield thing.read_raw_bytes()
    elif isinstance(thing, Array):
        for value in list(thing):
            yield _hash(value, known)
    else:
        yield repr(thing).encode()


# --- sheets set alone -------------------------------------------------------------------------


def as_forms(pdf: Pdf, data: bytes) -> list[Any]:
    """Every page of a part as a form XObject of another file, its bleed included."""
    with Pdf.open(io.BytesIO(data)) as part:
        forms = []
        for page in part.pages:
            form = page.obj.Contents
            form.Type, form.Subtype = Name.XObject, Name.Form
            form.BBox, form.Resources = page.obj.MediaBox, page.obj.Resources
            forms.append(pdf.copy_foreign(form))
        return forms


# --- small pictures ---------------------------------------------------------------------------


def contact_sheet(
    frames: SetPart,
    placed: Sequence[Placed],
    title: str,
    stamp: datetime,
    target: Path,
    cache: Cache,
) -> None:
    """Draw pages onto the set frames; their pictures are brought down to what small pages need."""
    with contextlib.ExitStack() as stack:
        pdf = stack.enter_context(Pdf.new())
        files = dict.fromkeys(one.file for one in placed)
        sources = {file: stack.enter_context(Pdf.open(file)) for file in files}
        for sheet, frame in enumerate(as_forms(pdf, frames.pdf)):
            _draw(pdf, frame, [one for one in placed if one.sheet == sheet], sources)
        _shrink(pdf, 720, cache)
        _sign(pdf, title, stamp)
        pdf.remove_unreferenced_resources()
        pdf.save(target, deterministic_id=True, compress_streams=True, min_version="1.6")


def _draw(pdf: Pdf, frame: Any, placed: Sequence[Placed], sources: Mapping[Path, Pdf]) -> None:
    """One sheet: the small pages, then the frame with its lines and folios over them."""
    pdf.add_blank_page(page_size=(float(frame.BBox[2]), float(frame.BBox[3])))
    page = pdf.pages[-1].obj
    resources = Dictionary(Frame=frame)
    code = []
    for at, one in enumerate(placed):
        source = sources[one.file]
        drawn = source.pages[one.page]
        left, _, right, top = (float(side) for side in drawn.trimbox)
        scale = points(one.width) / (right - left)
        x = points(one.left) - left * scale
        y = float(frame.BBox[3]) - points(one.top) - top * scale
        form = pdf.copy_foreign(source.make_indirect(drawn.as_form_xobject()))
        resources[f"/S{at}"] = form
        code.append(f"q {scale:.6f} 0 0 {scale:.6f} {x:.3f} {y:.3f} cm /S{at} Do Q")
    page.Contents = pdf.make_stream("\n".join([*code, "/Frame Do"]).encode())
    page.Resources = Dictionary(XObject=resources)


def _shrink(pdf: Pdf, longest: int, cache: Cache) -> None:
    """Every JPEG at most `longest` pixels long; its colour space and inversion stay."""
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Stream) or thing.get("/Subtype") != Name.Image:
            continue
        if thing.get("/Filter") != Name.DCTDecode:
            continue
        if max(int(thing.Width), int(thing.Height)) <= longest:
            continue
        small = _small(thing.read_raw_bytes(), longest, cache)
        thing.write(small, filter=Name.DCTDecode)
        with Image.open(io.BytesIO(small)) as image:
            thing.Width, thing.Height = image.size


def _small(picture: bytes, longest: int, cache: Cache) -> bytes:
    """A JPEG made small, now or before."""
    key = ("small", hashlib.sha256(picture).hexdigest(), longest, QUALITY, PIL.__version__)
    known = cache.read(key, ".jpg")
    if known is not None:
        return known
    with Image.open(io.BytesIO(picture)) as image:
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        held = io.BytesIO()
        image.save(held, "JPEG", quality=QUALITY)
    cache.write(key, ".jpg", held.getvalue())
    return held.getvalue()


def stamp_over(
    source: Path, mark: SetPart, title: str, stamp: datetime, target: Path, cache: Cache
) -> None:
    """A copy of a file with `mark` laid over the trim of every page: for reading, not for print."""
    with Pdf.open(source) as pdf:
        form = as_forms(pdf, mark.pdf)[0]
        for page in pdf.pages:
            left, bottom = (float(side) for side in list(page.trimbox)[:2])
            page.contents_add(b"q", prepend=True)
            page.contents_add(f"Q q 1 0 0 1 {left:.3f} {bottom:.3f} cm /Mark Do Q".encode())
            page.obj.Resources.XObject["/Mark"] = form
            page.obj.CropBox = page.obj.TrimBox
        _shrink(pdf, 1600, cache)
        for key in ("/OutputIntents", "/Metadata"):
            if key in pdf.Root:
                del pdf.Root[key]
        _sign(pdf, title, stamp)
        pdf.save(target, deterministic_id=True, compress_streams=True)


def finish_document(part: SetPart, title: str, stamp: datetime, target: Path) -> None:
    """A plain document (the ticket) as the engine set it, with fixed dates and font tags."""
    with Pdf.open(io.BytesIO(part.pdf)) as pdf:
        _sign(pdf, title, stamp)
        pdf.save(target, deterministic_id=True, compress_streams=True, min_version="1.6")


def _sign(pdf: Pdf, title: str, stamp: datetime) -> None:
    when = stamp.strftime("D:%Y%m%d%H%M%SZ")
    pdf.Root.Lang = "vi"
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    for key, value in (("Title", title), ("CreationDate", when), ("ModDate", when)):
        pdf.docinfo[f"/{key}"] = value

"""Knows WeasyPrint: HTML and CSS in, PDF bytes out. Its shortcuts are in shortcuts_.py.

Lean parts carry no intent, no metadata and no compression: those are paid once, at the join
(measured: 14 parts 3.0 s lean against 10.7 s whole).
"""

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.util import Finalize
from pathlib import Path
from shutil import rmtree
from typing import Any
from urllib.request import url2pathname

from songngu.output_ import MachineError
from songngu.press import lean_, libraries_, shared_fonts_, shortcuts_, tag_notes_

logging.getLogger("weasyprint").setLevel(logging.ERROR)
ASSET = "asset:///"
PX_PER_MM = 96 / 25.4
# Keeps a file that a part leaves out, and answers with its mark.
Keep = Callable[[bytes], str]

PANGO = {
    "linux": "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "brew install pango",
    "win32": "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html#windows",
}


def require_engine() -> None:
    """Raises MachineError with the remedy where the engine's libraries are missing: its very
    import fails without Pango."""
    if libraries_.there():
        return
    try:
        load()
    except OSError as error:
        command = PANGO.get(sys.platform, PANGO["linux"])
        raise MachineError("machine.no-pango", command=command) from error


def load() -> None:
    with libraries_.unsearched(), libraries_.put_off():
        import weasyprint  # noqa: F401 - from now on its parts are there
    shortcuts_.begin()


@dataclass(frozen=True)
class SetPart:
    """A part as PDF bytes, its number of engine pages, how full the last one is (0 to 1), of each
    numbered row (data-row) its number, the page (from 0) on which it begins, and the height in mm
    of its Vietnamese and its English side, the step of copyfitting at which it stands, and the
    marks of the files that it leaves out: pictures of a lean part, fonts of a tagged one."""

    pdf: bytes
    pages: int
    fill: float = 1.0
    heights: tuple[tuple[int, int, float, float], ...] = ()
    step: int | str = 0
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Laid:
    """A text broken into pages and not yet drawn: all that copyfitting asks about. `fills` tells
    how full each page is (0 to 1), `height` how high a full one is, in mm."""

    document: Any
    fills: tuple[float, ...]
    height: float

    @property
    def pages(self) -> int:
        return len(self.fills)

    @property
    def fill(self) -> float:
        return self.fills[-1]

    def drawn(self, **options: Any) -> SetPart:
        """The pages as PDF; options go to the engine."""
        pdf = self.document.write_pdf(**options)
        boxes = [page._page_box for page in self.document.pages]
        return SetPart(pdf, self.pages, self.fill, _heights(boxes))

    def lean(self, keep: Keep) -> SetPart:
        """The pages as a part that is joined to others (lean_.py). A picture is given to `keep`
        and its mark stands in its place: what many parts show need be written once."""
        pictures: list[str] = []

        def finish(_: Any, pdf: Any) -> None:
            pictures.extend(lean_.finish(pdf, keep))

        part = self.drawn(uncompressed_pdf=True, finisher=finish)
        return replace(part, files=tuple(pictures))


class Typesetter:
    """One stylesheet with its fonts, loaded once; sets any number of documents."""

    def __init__(self, css: str, folders: Sequence[Path]) -> None:
        load()
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        self.folders = tuple(folder.resolve() for folder in folders)
        self.fetcher = _local_fetcher(self.folders)
        self.fonts = FontConfiguration()
        self.css = CSS(string=css, font_config=self.fonts, url_fetcher=self.fetcher)
        # Where the engine lays the fonts; it only clears that up itself if nothing knows of it.
        Finalize(None, rmtree, (self.fonts._folder or "", True), exitpriority=0)
        self.plain = not shortcuts_.asks(css)

    def lay(self, html: str, **options: Any) -> Laid:
        """Break one HTML text into pages; options go to the engine."""
        from weasyprint import HTML

        text = HTML(string=portable(html, self.folders), url_fetcher=self.fetcher)
        if self.plain and not shortcuts_.asks(html):
            text._ua_stylesheets = lambda forms: [shortcuts_.bare()]
        document = text.render(stylesheets=[self.css], font_config=self.fonts, **options)
        boxes = [page._page_box for page in document.pages]  # the engine does not tell otherwise
        return Laid(document, tuple(map(_fill, boxes)), boxes[0].height / PX_PER_MM)

    def set(self, html: str, **options: Any) -> SetPart:
        """Set one HTML text; options go to the engine."""
        return self.lay(html, **options).drawn(**options)

    def set_tagged(self, html: str, keep: Keep) -> SetPart:
        """Set one HTML text as PDF/UA-1 without its fonts (shared_fonts_.py), its tags noted for
        tagging_.py, which ends them."""
        with tag_notes_.noted():
            return self.set_unlettered(html, keep, pdf_variant="pdf/ua-1")

    def set_unlettered(self, html: str, keep: Keep, **options: Any) -> SetPart:
        """Set one HTML text without its fonts, whose files are given to `keep`."""
        with shared_fonts_.left_out(keep) as marks:
            part = self.set(html, **options)
        return replace(part, files=tuple(marks))


def _fill(box: Any) -> float:
    """How far down the text's box of a page its content reaches."""
    ends = [
        child.position_y + child.margin_height()
        for root in box.children
        if root.element_tag == "html"
        for child in _blocks(root, 3)
    ]
    return (max(ends) - box.content_box_y()) / box.height if ends else 0.0


def _blocks(box: Any, depth: int) -> list[Any]:
    """The boxes that lie `depth` levels below (html, body, article, row)."""
    children = [child for child in getattr(box, "children", ()) if child.is_in_normal_flow()]
    return (
        children if depth == 1 else [one for child in children for one in _blocks(child, depth - 1)]
    )


def _heights(pages: Sequence[Any]) -> tuple[tuple[int, int, float, float], ...]:
    """What each side of the numbered rows takes, a row that runs over several pages added up."""
    found: dict[int, dict[str, float]] = {}
    begins: dict[int, int] = {}
    for at, page in enumerate(pages):
        for row, lang, height in _cells(page, None):
            begins.setdefault(row, at)
            sides = found.setdefault(row, {"vi": 0.0, "en": 0.0})
            sides[lang] += height / PX_PER_MM
    return tuple(
        (row, begins[row], round(sides["vi"], 2), round(sides["en"], 2))
        for row, sides in sorted(found.items())
    )


def _cells(box: Any, row: int | None) -> Iterator[tuple[int, str, float]]:
    """(row, language, height in CSS pixels) of every cell of a numbered row on a page."""
    given = getattr(box.element, "attrib", {}) if box.element is not None else {}
    row = int(given["data-row"]) if "data-row" in given else row
    inside = getattr(box, "children", ())
    if row is not None and given.get("lang") in ("vi", "en"):
        ends = [one.position_y + one.margin_height() for one in inside]
        yield row, given["lang"], max(ends) - box.content_box_y() if ends else 0.0
        return
    for one in inside:
        yield from _cells(one, row)


def text_engines() -> tuple[str, str]:
    """The versions of Pango and of HarfBuzz, which break the lines and shape the letters."""
    if told := libraries_.versions():
        return told
    from weasyprint.text.ffi import ffi, harfbuzz, pango

    # The engine asks HarfBuzz for a feature only, never for its version.
    ffi.cdef("const char *hb_version_string(void);", override=True)
    return str(pango.pango_version()), ffi.string(harfbuzz.hb_version_string()).decode()


def portable(html: str, folders: tuple[Path, ...]) -> str:
    """The HTML with `asset:///N/…` for files below folder N: the engine names pictures in the PDF
    by a hash of their address, so an address of this machine would change the bytes."""
    for at, folder in enumerate(folders):
        html = html.replace(folder.as_uri() + "/", f"{ASSET}{at}/")
    return html


def _local_fetcher(folders: tuple[Path, ...]) -> Any:
    """Only files below these folders: content is untrusted, nothing is fetched while building."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class LocalFetcher(URLFetcher):  # type: ignore[misc]  # the engine is untyped
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith(ASSET):
                at, _, name = url.removeprefix(ASSET).partition("/")
                path = (folders[int(at)] / url2pathname(name)).resolve()
            else:
                path = Path(url2pathname(url.removeprefix("file:"))).resolve()
            inside = any(path.is_relative_to(folder) for folder in folders)
            if not url.startswith(("file://", ASSET)) or not inside:
                raise FatalURLFetchingError(f"refused: {url}")
            address = path.as_uri()
            if address.startswith("file:///"):
                return super().fetch(address, headers)
            # A share of another machine (a drive of Windows may lead there), which the engine's way
            # of opening files refuses.
            return URLFetcherResponse(address, path.read_bytes())

    return LocalFetcher(allowed_protocols=("file",))

"""The only file that knows WeasyPrint: HTML and CSS in, PDF bytes out.

Lean parts carry no intent, no metadata and no compression: those are paid once, at the join
(measured: 14 parts 3.0 s lean against 10.7 s whole).
"""

import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import url2pathname

from songngu.output_ import MachineError

logging.getLogger("weasyprint").setLevel(logging.ERROR)
ASSET = "asset:///"


PANGO = {
    "linux": "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "brew install pango",
    "win32": "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html#windows",
}


def require_engine() -> None:
    """Raises MachineError with the remedy where the engine's libraries are missing: its very
    import fails without Pango."""
    try:
        import weasyprint  # noqa: F401 - only whether it loads is asked
    except OSError as error:
        command = PANGO.get(sys.platform, PANGO["linux"])
        raise MachineError("machine.no-pango", command=command) from error


@dataclass(frozen=True)
class SetPart:
    """A part as PDF bytes, its number of engine pages, and how full the last one is (0 to 1)."""

    pdf: bytes
    pages: int
    fill: float = 1.0


class Typesetter:
    """One stylesheet with its fonts, loaded once; sets any number of documents."""

    def __init__(self, css: str, folders: Sequence[Path]) -> None:
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        self.folders = tuple(folder.resolve() for folder in folders)
        self.fetcher = _local_fetcher(self.folders)
        self.fonts = FontConfiguration()
        self.css = CSS(string=css, font_config=self.fonts, url_fetcher=self.fetcher)

    def set(self, html: str, *, page_css: str = "", **options: Any) -> SetPart:
        """Set one HTML text. `page_css` is added to the stylesheet; options go to the engine."""
        from weasyprint import CSS, HTML

        sheets = [self.css]
        if page_css:
            sheets.append(CSS(string=page_css, font_config=self.fonts, url_fetcher=self.fetcher))
        document = HTML(string=portable(html, self.folders), url_fetcher=self.fetcher).render(
            stylesheets=sheets, font_config=self.fonts, **options
        )
        pdf = document.write_pdf(**options)
        return SetPart(pdf, len(document.pages), _fill(document.pages[-1]))


def _fill(page: Any) -> float:
    """How far down the text's box of a page its content reaches."""
    box = page._page_box  # the engine does not tell this otherwise
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


def text_engines() -> tuple[str, str]:
    """The versions of Pango and of HarfBuzz, which break the lines and shape the letters."""
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
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class LocalFetcher(URLFetcher):  # type: ignore[misc]  # the engine is untyped
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith(ASSET):
                at, _, name = url.removeprefix(ASSET).partition("/")
                path = (folders[int(at)] / url2pathname(name)).resolve()
            else:
                path = Path(url2pathname(url.removeprefix("file://"))).resolve()
            inside = any(path.is_relative_to(folder) for folder in folders)
            if not url.startswith(("file://", ASSET)) or not inside:
                raise FatalURLFetchingError(f"refused: {url}")
            return super().fetch(path.as_uri(), headers)

    return LocalFetcher(allowed_protocols=("file",))

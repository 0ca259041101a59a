"""The interior alone, as a command: read, set, joined and finished. `html` writes the HTML and the
style sheet that it is set from, for others to set."""

import gc
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from songngu.figures.fonts_ import print_fonts
from songngu.figures.palette import read_palette
from songngu.pipeline import Job, examine
from songngu.press import interior, parts_, templates_
from songngu.press.copyfitting import at_step
from songngu.press.interior import set_interior
from songngu.press.weasyprint_ import SetPart
from songngu.press.workshop import Workshop
from songngu.progress import SILENT
from songngu.workers_ import cores


def shop_of(root: Path) -> Workshop:
    job = Job(root=root, out=root / "dist")
    reading = examine(job)
    publication, issue, profile = reading.publication, reading.issue, reading.profile
    assert publication and issue and profile and not reading.stopped
    return Workshop(root, job.kept, publication, issue, profile, cores())


def ours(root: Path, target: Path) -> None:
    print(set_interior(shop_of(root), target, SILENT))


class Listening(parts_.Setter):
    """Notes the book's parts as they are set in the end, at their step of copyfitting."""

    heard: list[str]

    def begun(
        self, htmls: Sequence[str], way: parts_.Way = "part"
    ) -> Callable[[], tuple[SetPart, ...]]:
        ended = super().begun(htmls, way)

        def noted() -> tuple[SetPart, ...]:
            done = ended()
            if way == "fitted":
                texts = zip(htmls, done, strict=True)
                self.heard.extend(at_step(html, part.step) for html, part in texts)
            return done

        return noted


def write_html(root: Path, target: Path, style: Path) -> None:
    """What the book is set from, as one document: every part once, the contents too, without folios
    and running heads. The accent of a part, which stands in its head, moves to an element. The
    style sheet names the press profile, which WeasyPrint wants for PDF/X-4."""
    heard: list[str] = []
    Listening.heard = heard
    vars(interior).update(Setter=Listening, _join=lambda *_: None)
    shop = shop_of(root)
    set_interior(shop, target, SILENT)
    text = "<!doctype html><html lang='vi'><meta charset='utf-8'><title>One</title><body>"
    target.write_text(text + "\n".join(map(_body, heard)), "utf-8")
    colours = templates_.cmyk(read_palette(root))
    fonts = print_fonts(shop.cache)
    css = templates_.stylesheet(root, "interior.css", fonts, colours, shop.profile)
    icc = f"src:url('{shop.icc.as_uri()}');components:cyan,magenta,yellow,black"
    style.write_text(f"@color-profile device-cmyk{{{icc}}}{css}", "utf-8")


def _body(html: str) -> str:
    found = re.search(r"(?s)<style>html\{(.*?)\}</style>.*?<body[^>]*>(.*)</body>", html)
    assert found
    return f'<div style="{found[1]}">{found[2]}</div>'


VERBS: dict[str, Callable[..., None]] = {"ours": ours, "html": write_html}

if __name__ == "__main__":
    gc.set_threshold(20_000)  # as songngu/__main__.py does
    verb, *paths = sys.argv[1:]
    VERBS[verb](*map(Path, paths))
    gc.freeze()

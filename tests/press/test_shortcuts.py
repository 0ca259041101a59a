"""What the engine is spared changes nothing: boxes and styles are its own."""

from pathlib import Path
from typing import Any

import pytest

from songngu.press import shortcuts_
from songngu.press.weasyprint_ import Typesetter

CHECKOUT = Path(__file__).resolve().parents[2]
CSS = """
@page { size: 90mm 120mm; margin: 12mm }
html { --ink: teal; font: 10pt serif; line-height: calc(1em + 2pt) }
h1 { margin-block-start: 4mm; text-decoration: underline; border-bottom: thin solid }
p { margin-inline: 2mm 3mm; text-indent: 1em; color: var(--ink); float: left }
ul { padding-inline-start: 6mm } .row { display: table; border-collapse: collapse }
.row > * { display: table-cell; width: calc(50% - 1mm) } .wide { position: relative; top: 1mm }
"""
HTML = """<!doctype html><html lang=vi><title>-</title><body>
<h1 id=a>Sông <em lang=en>river</em></h1><div class=row><p lang=vi>Một <b>hai</b></p>
<p lang=en dir=rtl>One <a href="#a">two</a><br>three</p></div><ul class=wide><li>a<li>b</ul>
<svg width="8" height="8"><rect width="8" height="8"/></svg><table><tr><td>1<td>2</table>"""
MARGINS = "@page { @bottom-center { content: counter(page) } }"
NOTES = "b { float: footnote }"


def boxes(css: str) -> list[Any]:
    laid = Typesetter(css, ()).lay(HTML)
    return [box for page in laid.document.pages for box in page._page_box.descendants()]


def told(css: str) -> list[list[object]]:
    """Where every box stands, and its style, property by property."""
    found = boxes(css)
    from weasyprint.css.properties import INITIAL_VALUES

    names = [
        key for key in sorted(INITIAL_VALUES) if "_block_" not in key and "_inline_" not in key
    ]
    return [
        [box.element_tag, box.position_x, box.position_y, box.width, box.height]
        + [f"{key}: {box.style[key]}" for key in names]
        for box in found
    ]


@pytest.mark.parametrize("css", [CSS, CSS + MARGINS, CSS + NOTES])
def test_boxes_and_styles_are_the_engines_own(css: str, monkeypatch: pytest.MonkeyPatch) -> None:
    spared = told(css)
    from weasyprint.css import ComputedStyle

    monkeypatch.setattr(shortcuts_, "asks", lambda text: True)
    monkeypatch.setattr(ComputedStyle, "__missing__", ComputedStyle.__missing__.__wrapped__)
    assert len(spared) > 30
    assert spared == told(css)


def test_what_is_asked_for_is_there() -> None:
    margins, notes = boxes(CSS + MARGINS), boxes(CSS + NOTES)
    assert "MarginBox" in [type(box).__name__ for box in margins]
    assert "b::footnote-call" in [box.element_tag for box in notes]


def test_the_book_asks_for_neither() -> None:
    for name in ("book.css", "interior.css", "furniture.css"):
        assert not shortcuts_.asks((CHECKOUT / "print" / name).read_text("utf-8"))
    assert shortcuts_.asks("p { float:footnote }") and shortcuts_.asks("@page { @top-left {} }")
    assert not shortcuts_.asks(
        "@page spread { size: a4 } .footnote { color: red } .note { top: 0 }"
    )

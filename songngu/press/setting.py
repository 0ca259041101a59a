"""One sheet of the delivery (cover, ticket, contact sheet) from its template and style sheet."""

from collections.abc import Mapping
from pathlib import Path

from songngu.figures.fonts_ import print_fonts
from songngu.figures.palette import read_palette
from songngu.model import Bilingual
from songngu.press import templates_
from songngu.press.parts_ import Setter
from songngu.press.weasyprint_ import SetPart
from songngu.press.workshop import Workshop, templates
from songngu.tables import table

WORDS = "print/delivery-words.yml"


def words(root: Path) -> Mapping[str, Bilingual]:
    """What the delivery's templates print besides the editors' words. The file is part of the
    look, which is code: a fault in it is an exception."""
    data = table((root / WORDS).read_text("utf-8"))
    return {key: Bilingual(both["vi"], both["en"]) for key, both in data.items()}


def set_sheet(
    shop: Workshop,
    template: str,
    style: str,
    values: Mapping[str, object],
    *,
    page_css: str,
    pictures: Mapping[str, Path] | None = None,
    screen: bool = False,
) -> SetPart:
    """Set one template with one style sheet, in CMYK, or in RGB for what an office prints."""
    palette = read_palette(shop.root)
    colours = templates_.rgb(palette) if screen else templates_.cmyk(palette)
    fonts = print_fonts(shop.cache)
    css = templates_.stylesheet(shop.root, style, fonts, colours, shop.profile)
    jinja = templates(shop, pictures or {}, colours, say=words(shop.root))
    html = jinja.get_template(template).render(**values)
    return Setter(f"{css}\n{page_css}", shop.folders, shop.cache).complete(html)

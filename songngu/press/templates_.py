"""The look of print: Jinja templates and style sheets of the publication's folder print/."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from songngu.cache_ import Cache
from songngu.figures.compiled_ import Compiled
from songngu.figures.fonts_ import Face
from songngu.figures.numbers import day, fact_text
from songngu.figures.palette import Palette
from songngu.figures.spacing import PAIR, settled, unbroken
from songngu.figures.titles import balanced
from songngu.model import Bilingual, PressProfile
from songngu.press.grid import GAP, Grid, Shape
from songngu.tables import table

WORDS = "print/words.yml"
# Pages that may stand on either side of the book, by the name that style sheets give them.
LEAVES = {"text": Shape.TEXT, "measure": Shape.MEASURE}


def environment(root: Path, cache: Cache | None = None, **shared: object) -> Environment:
    """Templates of `root/print/templates`, with the values that every template may use; those that
    a book is made of are compiled once and kept."""
    jinja = Environment(
        loader=FileSystemLoader(root / "print/templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(cache) if cache else None,
    )
    jinja.filters["day"] = day
    jinja.filters["fact"] = fact_text
    jinja.filters["markup"] = _markup
    jinja.filters["settled"] = _settled
    jinja.filters["balanced"] = _lines
    jinja.globals["words"] = words(root)
    jinja.globals.update(shared)
    return jinja


def words(root: Path) -> Mapping[str, Bilingual]:
    """What the templates print besides the editors' words; a fault in the file is an exception."""
    data = table((root / WORDS).read_text("utf-8"))
    return {key: Bilingual(both["vi"], both["en"]) for key, both in data.items()}


def _markup(fragment: str) -> Markup:
    return Markup(settled(fragment))


def _settled(text: str, longest: int = PAIR) -> Markup:
    """Plain words as they are set."""
    return Markup(settled(unbroken(str(escape(text))), longest))


def _lines(title: str, longest: int) -> Markup:
    return Markup("<br>").join(balanced(title, longest))


def stylesheet(
    root: Path,
    name: str,
    fonts: Mapping[Face, Path],
    colours: Mapping[str, str],
    profile: PressProfile,
) -> str:
    """A style sheet of `root/print/`, after the fonts, colours and lengths that it builds on."""
    faces = "\n".join(
        f"@font-face{{font-family:'{face.family}';font-weight:{face.weight};"
        f"font-style:{'italic' if face.italic else 'normal'};src:url('{path.as_uri()}')}}"
        for face, path in fonts.items()
    )
    lengths = lengths_of(profile)
    variables = "".join(f"--{key}:{value};" for key, value in {**colours, **lengths}.items())
    pages = _pages(profile)
    shared = (root / "print/book.css").read_text("utf-8")
    own = (root / f"print/{name}").read_text("utf-8")
    return f"{faces}\nhtml{{{variables}}}\n{pages}\n{shared}\n{own}"


def lengths_of(profile: PressProfile) -> dict[str, str]:
    """Lengths of the profile and the grid as CSS variables; of a leaf, width and left margin."""
    grid = Grid(profile)
    leaves = {name: grid.leaf(shape) for name, shape in LEAVES.items()}
    values = {
        "width": profile.trim[0],
        "height": profile.trim[1],
        "bleed": profile.bleed,
        "inner": profile.inner,
        "outer": profile.outer,
        "head": profile.head,
        "foot": profile.foot,
        "text": grid.text,
        "side": grid.side,
        "measure": grid.measure,
        "gap": GAP,
        **{f"{name}-leaf": leaf.width for name, leaf in leaves.items()},
        **{f"{name}-lead": leaf.left for name, leaf in leaves.items()},
    }
    return {f"{key}-mm": f"{value:g}mm" for key, value in values.items()}


def _pages(profile: PressProfile) -> str:
    """Page sizes: CSS variables do not reach @page, so they are written out."""
    width, height = profile.trim
    box = f"bleed:{profile.bleed}mm"
    margins = f"{profile.head}mm {profile.outer}mm {profile.foot}mm"
    grid = Grid(profile)
    leaves = "".join(
        f"@page {name}{{size:{leaf.width:g}mm {height}mm;{box};"
        f"margin:{profile.head}mm {leaf.right:g}mm {profile.foot}mm {leaf.left:g}mm}}"
        for name, leaf in ((name, grid.leaf(shape)) for name, shape in LEAVES.items())
    )
    return (
        f"{leaves}"
        f"@page{{size:{width}mm {height}mm;margin:{margins} {profile.inner}mm;{box}}}"
        f"@page spread{{size:{2 * width}mm {height}mm;margin:{margins} {profile.outer}mm;{box}}}"
        f"@page furniture{{size:{width}mm {height}mm;margin:0;{box}}}"
        f"@page bare{{size:{width}mm {height}mm;margin:0;{box}}}"
        f"@page bare-spread{{size:{2 * width}mm {height}mm;margin:0;{box}}}"
    )


def cmyk(palette: Palette) -> dict[str, str]:
    return {name: colour.device_cmyk for name, colour in palette.items()}


def rgb(palette: Palette) -> dict[str, str]:
    return {name: colour.light for name, colour in palette.items()}

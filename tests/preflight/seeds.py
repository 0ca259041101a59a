"""One defect for every sentence of the preflight, with a clean twin that differs in that alone.

A seed changes a sound PDF: with `bad` it puts the defect in, else the nearest sound thing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import PIL.Image
from pikepdf import Array, Dictionary, Name

from songngu.geometry import points
from tests.preflight.builder import SHEET, TEXT, Maker, icc

Change = Callable[[Maker, bool], None]


@dataclass(frozen=True)
class Seed:
    """`key` is the sentence that must be told, and no other. `variant` is the profile's."""

    key: str
    name: str
    change: Change
    variant: str = "x-4"
    spine: float | None = None
    interior: str = ""
    families: tuple[str, ...] = ()


def mm(value: float) -> str:
    return f"{points(value):.3f}"


def box(x: float, y: float, width: float, height: float) -> str:
    return f"{mm(x)} {mm(y)} {mm(width)} {mm(height)} re"


def paints(bad: str, good: str) -> Change:
    """Content that is painted besides the page's text."""

    def change(maker: Maker, seeded: bool) -> None:
        maker.content = f"{bad if seeded else good}\n{TEXT}"

    return change


def texts(bad: str, good: str, **fonts: Any) -> Change:
    """The page's text written anew."""

    def change(maker: Maker, seeded: bool) -> None:
        maker.content = bad if seeded else good

    return change


def words(setup: str, at: tuple[float, float] = (50, 20), size: float = 14) -> str:
    return f"q {setup} BT /F {size} Tf {mm(at[0])} {mm(at[1])} Td (Tra Vinh) Tj ET Q"


def sets(part: str, key: str, value: Any) -> Change:
    """One entry of boxes, info or intent changed; None takes it out."""

    def change(maker: Maker, seeded: bool) -> None:
        table = getattr(maker, part)
        if seeded and value is None and part != "boxes":
            table.pop(key)
        elif seeded:
            table[key] = value

    return change


def says(name: str, value: Any) -> Change:
    return lambda maker, seeded: setattr(maker, name, value) if seeded else None


# --- spaces -----------------------------------------------------------------------------------


def spaced(kind: str, bad: Callable[[Maker], Any], parts: int) -> Change:
    """A fill in a colour space of the resources; the twin names DeviceCMYK there."""

    def change(maker: Maker, seeded: bool) -> None:
        space = bad(maker) if seeded else Name.DeviceCMYK
        maker.add("ColorSpace", S=space)
        values = " ".join(["0.4"] * (parts if seeded else 4))
        maker.content = f"/S cs {values} scn {box(30, 60, 20, 20)} f\n{TEXT}"

    return change


def tint(maker: Maker, values: list[float]) -> Any:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=values, N=1)


def icc_space(kind: bytes, parts: int) -> Callable[[Maker], Any]:
    return lambda maker: Array([Name.ICCBased, maker.pdf.make_stream(icc(kind), N=parts)])


def spot(maker: Maker) -> Any:
    return Array(
        [Name.Separation, Name("/PANTONE 300 C"), Name.DeviceCMYK, tint(maker, [1, 0.5, 0, 0])]
    )


def plate(name: str) -> Callable[[Maker], Any]:
    return lambda maker: Array(
        [Name.Separation, Name("/" + name), Name.DeviceCMYK, tint(maker, [0, 0, 0, 1])]
    )


def lab(maker: Maker) -> Any:
    return Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])])


def cal_rgb(maker: Maker) -> Any:
    return Array([Name.CalRGB, Dictionary(WhitePoint=[0.96, 1, 0.82])])


# --- pictures ---------------------------------------------------------------------------------


def pictured(bad: Callable[[Maker], Any], good: Callable[[Maker], Any], size: float = 10) -> Change:
    def change(maker: Maker, seeded: bool) -> None:
        maker.add("XObject", Im=bad(maker) if seeded else good(maker))
        maker.content = f"q {mm(size)} 0 0 {mm(size)} {mm(30)} {mm(60)} cm /Im Do Q\n{TEXT}"

    return change


def flat(space: Any, value: bytes, pixels: int = 200) -> Callable[[Maker], Any]:
    return lambda maker: maker.image(value * (pixels * pixels), (pixels, pixels), space)


def indexed(base: Any, table: bytes) -> Callable[[Maker], Any]:
    space = Array([Name.Indexed, base, 1, table])
    return lambda maker: maker.image(bytes(200 * 200), (200, 200), space)


def inked(spot_of_ink: tuple[int, int, int, int], jpeg: bool = False) -> Callable[[Maker], Any]:
    """A picture with one small place of this ink."""

    def make(maker: Maker) -> Any:
        picture = PIL.Image.new("CMYK", (200, 200), (60, 40, 40, 10))
        picture.paste(spot_of_ink, (96, 96, 104, 104))
        if jpeg:
            return maker.jpeg(picture)
        return maker.image(picture.tobytes(), picture.size, Name.DeviceCMYK)

    return make


GOOD_IMAGE = flat(Name.DeviceCMYK, bytes([50, 50, 50, 0]))
LARGE_IMAGE = flat(Name.DeviceCMYK, bytes([50, 50, 50, 0]), 400)


# --- forms, patterns, shadings ----------------------------------------------------------------


def in_form(bad: str, good: str) -> Change:
    """The defect two forms deep."""

    def change(maker: Maker, seeded: bool) -> None:
        maker.add("XObject", Inner=maker.form(bad if seeded else good))
        maker.add("XObject", Outer=maker.form("/Inner Do"))
        maker.content = f"/Outer Do\n{TEXT}"

    return change


def in_pattern(bad: str, good: str) -> Change:
    def change(maker: Maker, seeded: bool) -> None:
        tile = maker.stream(
            bad if seeded else good,
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=Array([0, 0, 20, 20]),
            XStep=20,
            YStep=20,
            Resources=Dictionary(),
        )
        maker.add("Pattern", P=tile)
        maker.content = f"/Pattern cs /P scn {box(30, 60, 20, 20)} f\n{TEXT}"

    return change


def shaded(bad: tuple[Any, list[float]], good: tuple[Any, list[float]], pattern: bool) -> Change:
    def change(maker: Maker, seeded: bool) -> None:
        space, values = bad if seeded else good
        blend = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * len(values), C1=values, N=1)
        shading = Dictionary(ShadingType=2, ColorSpace=space, Coords=[0, 0, 200, 0], Function=blend)
        if pattern:
            maker.add("Pattern", P=Dictionary(PatternType=2, Shading=shading))
            maker.content = f"/Pattern cs /P scn {box(30, 60, 20, 20)} f\n{TEXT}"
        else:
            maker.add("Shading", Sh=shading)
            maker.content = f"q {box(30, 60, 20, 20)} W n /Sh sh Q\n{TEXT}"

    return change


def unknown_shading(maker: Maker, seeded: bool) -> None:
    """A mesh: its colours stand in its data, which is not read."""
    if not seeded:
        shaded((None, []), (Name.DeviceCMYK, [0, 0.2, 0.2, 0]), False)(maker, False)
        return
    mesh = maker.stream(
        bytes(30),
        ShadingType=4,
        ColorSpace=Name.DeviceCMYK,
        BitsPerCoordinate=8,
        BitsPerComponent=8,
        BitsPerFlag=8,
        Decode=Array([0, 1] * 6),
    )
    maker.add("Shading", Sh=mesh)
    maker.content = f"q {box(30, 60, 20, 20)} W n /Sh sh Q\n{TEXT}"


# --- states -----------------------------------------------------------------------------------


def stated(keys: dict[str, Any], what: str) -> Change:
    """Something painted under a graphics state that carries these keys; the twin's is empty."""

    def change(maker: Maker, seeded: bool) -> None:
        state = Dictionary({f"/{key}": one for key, one in keys.items()} if seeded else {})
        maker.add("ExtGState", G=state)
        maker.content = f"q /G gs {what} Q\n{TEXT}"

    return change


def masked(maker: Maker, seeded: bool) -> None:
    state = Dictionary()
    if seeded:
        group = maker.form("0 g 0 0 9 9 re f")
        state.SMask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=group)
    maker.add("ExtGState", G=state)
    maker.content = f"q /G gs 0 0.2 0.2 0 k {box(30, 60, 20, 20)} f Q\n{TEXT}"


def grouped(maker: Maker, seeded: bool) -> None:
    keys = {"Group": Dictionary(S=Name.Transparency)} if seeded else {}
    maker.add("XObject", Fm=maker.form(f"0 0.2 0.2 0 k {box(30, 60, 20, 20)} f", **keys))
    maker.content = f"/Fm Do\n{TEXT}"


def fonted(make: Callable[[Maker], Any], text: tuple[str, str] = ("(Vinh)", "(Vinh)")) -> Change:
    def change(maker: Maker, seeded: bool) -> None:
        if seeded:
            maker.add("Font", F=make(maker))
        shown = text[0] if seeded else text[1]
        maker.content = f"/Over gs 0 0 0 1 k BT /F 10 Tf 50 120 Td {shown} Tj ET"

    return change


def type3(maker: Maker) -> Any:
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        FontBBox=[0, 0, 999, 999],
        FirstChar=86,
        LastChar=110,
        Widths=[500] * 25,
        Encoding=Dictionary(Differences=Array([86, Name.V])),
        Name=Name.Emoji,
        CharProcs=Dictionary(V=maker.stream("500 0 0 0 500 700 d1 0 0 400 700 re f")),
    )


def lettered(maker: Maker, seeded: bool) -> None:
    """A letter that the font does not have: glyph 0."""
    maker.add("Font", F=maker.wide_font())
    shown = "<00050000>" if seeded else "<00050006>"
    maker.content = f"/Over gs 0 0 0 1 k BT /F 10 Tf 50 120 Td {shown} Tj ET"


def annotated(maker: Maker, seeded: bool) -> None:
    left = points(40) if seeded else 1.0
    rect = Array([left, left, left + 9, left + 9])
    maker.page_keys["/Annots"] = Array([Dictionary(Subtype=Name.Link, Rect=rect)])


def cropped(maker: Maker, seeded: bool) -> None:
    edge = points(SHEET.edge + (5 if seeded else -5))
    high = points(100 + 2 * SHEET.edge) - edge
    maker.boxes["/CropBox"] = [edge, edge, high, high]


def narrow_bleed(maker: Maker, seeded: bool) -> None:
    if seeded:
        maker.boxes["/BleedBox"] = SHEET.trim.grown(1).in_points


def nested(maker: Maker, seeded: bool) -> None:
    """A form that draws itself without end, through a chain deeper than any real one."""
    depth = 40 if seeded else 10
    inner = maker.form(f"0 0.2 0.2 0 k {box(30, 60, 20, 20)} f")
    for _ in range(depth):
        inner = maker.stream(
            "/D Do",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([-99, -99, 999, 999]),
            Resources=Dictionary(XObject=Dictionary(D=inner)),
        )
    maker.add("XObject", D=inner)
    maker.content = f"/D Do\n{TEXT}"

"""The seeded defects, as a table: every sentence of the preflight, once or in several places."""

from dataclasses import replace

from pikepdf import Array, Name

from tests.preflight import seeds as s
from tests.preflight.builder import SHEET, Maker, icc
from tests.preflight.seeds import Seed, box, mm, paints, texts, words

GOOD_FILL = f"0 0.3 0.3 0 k {box(30, 60, 20, 20)} f"
K = "/Over gs 0 0 0 1 k"
MASK = f"/G gs 0 0.2 0.2 0 k {box(30, 60, 20, 20)} f"
CMYK = Name.DeviceCMYK


def _trim(maker: Maker, seeded: bool) -> None:
    if seeded:
        maker.boxes["/TrimBox"] = None


def _art(maker: Maker, seeded: bool) -> None:
    if seeded:
        maker.boxes["/ArtBox"] = SHEET.trim.in_points


def _broken(maker: Maker, seeded: bool) -> None:
    if seeded:
        maker.raw = b"%PDF-1.6\nnothing of a PDF follows"


def _cover(maker: Maker, seeded: bool) -> None:
    made = Maker(width=206 if seeded else 208, pages=2)
    maker.__dict__.update(made.__dict__)


def _thin_clip(width: float) -> str:
    """As a typesetter draws one side of a border: a broad shape under a thin clip."""
    return f"q {mm(20)} 100 {mm(50)} {width} re W n 0 0 0 1 k {box(10, 10, 80, 80)} f Q"


def _ring(width: float) -> str:
    side = 60 - 2 * width
    return f"0 0 0 1 k 100 100 60 60 re {100 + width} {100 + width} {side} {side} re f*"


LINE = f"{mm(20)} {mm(50)} m {mm(60)} {mm(50)} l S"
BOXES = (
    Seed("press.box/no-trim", "TrimBox", _trim),
    Seed("press.box/trim-and-art", "ArtBox", _art),
    Seed("press.box/size", "boxes", s.sets("boxes", "/TrimBox", SHEET.trim.grown(-1).in_points)),
    Seed("press.box/nesting", "CropBox", s.cropped),
    Seed("press.box/no-bleed", "BleedBox", s.narrow_bleed),
    Seed(
        "press.box/short-bleed",
        "tint",
        paints(f"0 0.3 0.3 0 k {box(30, 60, 30, 41)} f", f"0 0.3 0.3 0 k {box(30, 60, 30, 43)} f"),
    ),
    Seed(
        "press.box/short-bleed",
        "picture at the trim",
        paints(f"0 0.3 0.3 0 k {box(80, 60, 20, 20)} f", f"0 0.3 0.3 0 k {box(70, 60, 20, 20)} f"),
    ),
    Seed("press.box/marks", "registration colour", s.spaced("Separation", s.plate("All"), 1)),
    Seed("press.box/text-near-trim", "outer edge", texts(words(K, (77, 20)), words(K, (60, 20)))),
    Seed("press.box/text-near-trim", "glued gutter", texts(words(K, (7, 20)), words(K, (8.5, 20)))),
    Seed("press.box/text-cut", "foot", texts(words(K, (50, 0.5)), words(K, (50, 9)))),
    Seed("press.box/annotation", "link", s.annotated),
    Seed("press.box/unread", "nested forms", s.nested),
)
COLOURS = (
    Seed("press.colour/rgb", "text", texts(words("0.9 0.2 0.2 rg"), words("0 0.9 0.9 0 k"))),
    Seed("press.colour/rgb", "fill", paints(f"1 0 0 rg {box(30, 60, 20, 20)} f", GOOD_FILL)),
    Seed("press.colour/rgb", "stroke", paints(f"1 0 0 RG 2 w {LINE}", f"0 1 1 0 K 2 w {LINE}")),
    Seed(
        "press.colour/rgb",
        "form in a form",
        s.in_form(f"1 0 0 rg {box(30, 60, 20, 20)} f", GOOD_FILL),
    ),
    Seed(
        "press.colour/rgb",
        "tiling pattern",
        s.in_pattern("1 0 0 rg 0 0 10 10 re f", "0 1 1 0 k 0 0 10 10 re f"),
    ),
    Seed(
        "press.colour/rgb",
        "shading",
        s.shaded((Name.DeviceRGB, [1, 0, 0]), (CMYK, [0, 1, 1, 0]), False),
    ),
    Seed(
        "press.colour/rgb",
        "shading pattern",
        s.shaded((Name.DeviceRGB, [1, 0, 0]), (CMYK, [0, 1, 1, 0]), True),
    ),
    Seed(
        "press.colour/rgb-image",
        "image",
        s.pictured(s.flat(Name.DeviceRGB, b"\xff\x20\x20"), s.GOOD_IMAGE),
    ),
    Seed(
        "press.colour/rgb-image",
        "Indexed over RGB",
        s.pictured(
            s.indexed(Name.DeviceRGB, b"\xff\x20\x20\0\0\0"),
            s.indexed(CMYK, b"\0\xff\xff\0\0\0\0\0"),
        ),
    ),
    Seed("press.colour/calibrated", "ICCBased RGB", s.spaced("ICC", s.icc_space(b"RGB ", 3), 3)),
    Seed("press.colour/calibrated", "ICCBased gray", s.spaced("ICC", s.icc_space(b"GRAY", 1), 1)),
    Seed("press.colour/calibrated", "Lab", s.spaced("Lab", s.lab, 3)),
    Seed("press.colour/calibrated", "CalRGB", s.spaced("CalRGB", s.cal_rgb, 3)),
    Seed(
        "press.colour/calibrated-image",
        "ICCBased RGB image",
        s.pictured(lambda m: s.flat(s.icc_space(b"RGB ", 3)(m), b"\xff\x20\x20")(m), s.GOOD_IMAGE),
    ),
    Seed("press.colour/icc-cmyk", "ICCBased CMYK", s.spaced("ICC", s.icc_space(b"CMYK", 4), 4)),
    Seed("press.colour/spot", "Separation", s.spaced("Separation", s.spot, 1)),
    Seed(
        "press.colour/unknown",
        "no such space",
        s.spaced("?", lambda m: Array([Name.Rainbow, 1]), 1),
    ),
    Seed(
        "press.black/rich", "four inks", texts(words("0.73 0.68 0.67 0.89 k"), words("0 0 0 1 k"))
    ),
    Seed("press.black/tint", "K95", texts(words("0 0 0 0.95 k"), words("0 0 0 0.6 k"))),
)
INKS = (
    Seed(
        "press.ink/image",
        "small place",
        s.pictured(s.inked((255, 255, 255, 20)), s.inked((200, 200, 200, 100))),
    ),
    Seed(
        "press.ink/image",
        "JPEG",
        s.pictured(s.inked((255, 255, 255, 90), True), s.inked((200, 200, 200, 20), True)),
    ),
    Seed(
        "press.ink/image",
        "Indexed",
        s.pictured(
            s.indexed(CMYK, b"\xff\xff\xff\x80\0\0\0\0"),
            s.indexed(CMYK, b"\0\xff\xff\0\xff\xff\xff\xff"),
        ),
    ),
    Seed(
        "press.ink/object",
        "tint",
        paints(
            f"1 0.9 0.9 0.5 k {box(30, 60, 20, 20)} f", f"1 0.9 0.9 0.1 k {box(30, 60, 20, 20)} f"
        ),
    ),
    Seed(
        "press.ink/object", "shading", s.shaded((CMYK, [1, 1, 1, 1]), (CMYK, [1, 1, 0, 1]), False)
    ),
    Seed(
        "press.ink/not-measured",
        "blend mode",
        s.stated({"BM": Name.Multiply}, f"0 0.2 0.2 0 k {box(30, 60, 20, 20)} f"),
    ),
    Seed(
        "press.ink/not-measured",
        "overprinting colour",
        paints(
            f"{GOOD_FILL} q /Over gs 1 0 0 0 k {box(30, 60, 20, 20)} f Q",
            f"{GOOD_FILL} 1 0 0 0 k {box(30, 60, 20, 20)} f",
        ),
    ),
    Seed("press.ink/not-measured-object", "mesh shading", s.unknown_shading),
    Seed(
        "press.ink/not-measured-object",
        "broken image",
        s.pictured(
            lambda m: m.image(b"no jpeg", (200, 200), CMYK, Filter=Name.DCTDecode), s.GOOD_IMAGE
        ),
    ),
)
LETTERS = (
    Seed("press.font/not-embedded", "TrueType", s.fonted(lambda m: m.font("/Arial", False))),
    Seed(
        "press.font/fallback",
        "another family",
        s.fonted(lambda m: m.font("/ABCDEF+DejaVu-Sans")),
        families=("Source-Serif-4",),
    ),
    Seed("press.font/type3", "Type 3", s.fonted(s.type3, ("(V)", "(V)"))),
    Seed("press.font/missing-letter", "glyph 0", s.lettered),
    Seed("press.resolution/low", "250 ppi", s.pictured(s.GOOD_IMAGE, s.LARGE_IMAGE, 20)),
    Seed("press.resolution/poor", "150 ppi", s.pictured(s.GOOD_IMAGE, s.LARGE_IMAGE, 33)),
)
LINES = (
    Seed(
        "press.hairline/stroke",
        "width",
        paints(f"0 0 0 1 K 0.1 w {LINE}", f"0 0 0 1 K 0.25 w {LINE}"),
    ),
    Seed(
        "press.hairline/stroke",
        "width 0",
        paints(f"0 0 0 1 K 0 w {LINE}", f"0 0 0 1 K 0.3 w {LINE}"),
    ),
    Seed(
        "press.hairline/stroke",
        "scaled down",
        paints(
            "q 0.2 0 0 0.2 0 0 cm 0 0 0 1 K 1 w 300 300 m 700 700 l S Q",
            "q 0.3 0 0 0.3 0 0 cm 0 0 0 1 K 1 w 300 300 m 700 700 l S Q",
        ),
    ),
    Seed(
        "press.hairline/fill",
        "rectangle",
        paints("0 0 0 1 k 80 80 90 0.2 re f", "0 0 0 1 k 80 80 90 0.3 re f"),
    ),
    Seed("press.hairline/fill", "ring", paints(_ring(0.15), _ring(0.4))),
    Seed("press.hairline/fill", "under a thin clip", paints(_thin_clip(0.1), _thin_clip(0.5))),
    Seed(
        "press.hairline/fill",
        "slanted",
        paints(
            "0 0 0 1 k 80 80 m 180 180 l 180.1 179.9 l 80.1 79.9 l f",
            "0 0 0 1 k 80 80 m 180 180 l 180.3 179.7 l 80.3 79.7 l f",
        ),
    ),
    Seed(
        "press.registration/text",
        "three inks",
        texts(words("0.6 0.6 0.6 0 k", size=9), words("0.6 0.6 0 0 k", size=9)),
    ),
    Seed(
        "press.registration/text",
        "size",
        texts(words("0.6 0.6 0.6 0 k", size=11), words("0.6 0.6 0.6 0 k", size=12)),
    ),
    Seed(
        "press.registration/rule",
        "stroke",
        paints(f"0.6 0.6 0.6 0 K 0.5 w {LINE}", f"0.6 0.6 0.6 0 K 2 w {LINE}"),
    ),
    Seed(
        "press.registration/rule",
        "fill",
        paints("0.6 0.6 0.6 0 k 80 80 90 0.5 re f", "0 0.6 0.6 0 k 80 80 90 0.5 re f"),
    ),
    Seed(
        "press.overprint/white",
        "text",
        texts(
            f"{GOOD_FILL} {words('/Over gs 0 0 0 0 k', (32, 65))}",
            f"{GOOD_FILL} {words('0 0 0 0 k', (32, 65))}",
        ),
    ),
    Seed(
        "press.overprint/white",
        "shape",
        paints(
            f"q /Over gs 0 0 0 0 k {box(30, 60, 20, 20)} f Q", f"0 0 0 0 k {box(30, 60, 20, 20)} f"
        ),
    ),
    Seed(
        "press.overprint/knockout",
        "on a tint",
        texts(f"{GOOD_FILL} {words('0 0 0 1 k', (32, 65))}", f"{GOOD_FILL} {words(K, (32, 65))}"),
    ),
    Seed(
        "press.overprint/knockout",
        "twin inside a ring",
        texts(
            f"{GOOD_FILL} {words('0 0 0 1 k', (32, 65))}",
            f"0 0.3 0.3 0 k {box(20, 55, 50, 40)} {box(22, 57, 46, 36)} f* "
            + words("0 0 0 1 k", (32, 65)),
        ),
    ),
)
TRANSPARENCY = tuple(
    replace(one, variant="x-1a")
    for one in (
        Seed(
            "press.transparency/alpha",
            "fill",
            s.stated({"ca": 0.5}, f"0 0.2 0.2 0 k {box(30, 60, 20, 20)} f"),
        ),
        Seed(
            "press.transparency/blend",
            "fill",
            s.stated({"BM": Name.Screen}, f"0 0.2 0.2 0 k {box(30, 60, 20, 20)} f"),
        ),
        Seed("press.transparency/soft-mask", "soft mask", s.masked),
        Seed("press.transparency/group", "group", s.grouped),
    )
)
FILES = (
    Seed("press.pages", "signature", lambda m, bad: setattr(m, "pages", 6 if bad else 8)),
    Seed("press.spine", "cover", _cover, spine=8),
    Seed(
        "press.stale-cover", "cover", lambda m, bad: _cover(m, False), spine=8, interior="changed"
    ),
    Seed("press.intent/unreadable", "no PDF", _broken),
    Seed("press.intent/missing", "intent", s.says("intent", None)),
    Seed("press.intent/no-profile", "intent", s.sets("intent", "DestOutputProfile", None)),
    Seed(
        "press.intent/not-cmyk",
        "intent",
        lambda m, bad: (
            m.intent.update(DestOutputProfile=m.pdf.make_stream(icc(b"RGB "), N=3))
            if bad and m.intent
            else None
        ),
    ),
    Seed(
        "press.intent/condition", "intent", s.sets("intent", "OutputConditionIdentifier", "FOGRA51")
    ),
    Seed("press.intent/no-registry", "intent", s.sets("intent", "RegistryName", None)),
    Seed("press.intent/no-version", "XMP", s.says("version", "")),
    Seed("press.intent/version", "XMP", s.says("version", "PDF/X-3:2003")),
    Seed("press.intent/no-title", "Title", s.sets("info", "/Title", None)),
    Seed("press.intent/no-dates", "ModDate", s.sets("info", "/ModDate", None)),
    Seed("press.intent/no-trapped", "Trapped", s.sets("info", "/Trapped", Name.Unknown)),
    Seed("press.intent/encrypted", "encryption", s.says("encrypt", True)),
)

SEEDS: tuple[Seed, ...] = (*BOXES, *COLOURS, *INKS, *LETTERS, *LINES, *TRANSPARENCY, *FILES)

"""Colour spaces of a PDF as plain values (pikepdf objects in, Colour out)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Name, Stream, String

from songngu.press.preflight.facts import Colour, Family

PLATES = {"Cyan": 0, "Magenta": 1, "Yellow": 2, "Black": 3}
_ICC_SPACES = {b"GRAY": "Gray", b"RGB ": "RGB", b"CMYK": "CMYK", b"Lab ": "Lab"}


@dataclass(frozen=True)
class Space:
    """A colour space: what it is to a press, and how values become inks.

    `plates` are the names of the colorants of Separation and DeviceN; `base` and `table` belong
    to Indexed; a Pattern's `base` is the space of uncoloured tiles.
    """

    family: Family
    name: str
    parts: int
    plates: tuple[str, ...] = ()
    base: "Space | None" = None
    table: bytes = b""

    @property
    def initial(self) -> Colour:
        """The colour that is set when the space is chosen (ISO 32000-1, 8.6.5-8.6.6)."""
        if self.plates:
            return self.colour([1.0] * self.parts)
        if self.name == "DeviceCMYK":
            return self.colour([0, 0, 0, 1])
        return self.colour([0.0] * self.parts)

    def colour(self, values: Sequence[float]) -> Colour:
        if self.table and self.base:
            return self._indexed(int(values[0]) if values else 0)
        four = self.name == "DeviceCMYK" or self.family is Family.ICC_CMYK
        if four and len(values) >= 4:
            return Colour(self.family, self.name, _four(values))
        if self.name == "DeviceGray" and values:
            return Colour(self.family, self.name, (0, 0, 0, _share(1 - values[0])))
        if self.plates:
            return self._colorants(values)
        return Colour(self.family, self.name)

    def _indexed(self, at: int) -> Colour:
        assert self.base is not None
        size = self.base.parts
        entry = self.table[at * size : at * size + size]
        return self.base.colour([byte / 255 for byte in entry])

    def _colorants(self, values: Sequence[float]) -> Colour:
        inks = [0.0, 0.0, 0.0, 0.0]
        spots = []
        for plate, value in zip(self.plates, values, strict=False):
            if plate in PLATES:
                inks[PLATES[plate]] = _share(value)
            elif plate == "All":
                inks = [_share(value)] * 4
            elif plate != "None":
                spots.append((plate, _share(value)))
        return Colour(self.family, self.name, _four(inks), tuple(spots))

    @property
    def entries(self) -> tuple[Colour, ...]:
        """All colours of an Indexed space."""
        if not self.base or not self.table or not self.base.parts:
            return ()
        return tuple(self._indexed(at) for at in range(len(self.table) // self.base.parts))


def _share(value: float) -> float:
    return min(1.0, max(0.0, float(value)))


def _four(values: Sequence[float]) -> tuple[float, float, float, float]:
    cyan, magenta, yellow, black = (_share(value) for value in values[:4])
    return cyan, magenta, yellow, black


CMYK = Space(Family.PROCESS, "DeviceCMYK", 4)
GRAY = Space(Family.PROCESS, "DeviceGray", 1)
RGB = Space(Family.RGB, "DeviceRGB", 3)
PATTERN = Space(Family.UNKNOWN, "Pattern", 0)
UNKNOWN = Space(Family.UNKNOWN, "?", 0)
_PLAIN = {
    "DeviceCMYK": CMYK, "CMYK": CMYK, "DeviceGray": GRAY, "G": GRAY, "DeviceRGB": RGB,
    "RGB": RGB, "Pattern": PATTERN,
}  # fmt: skip
_DEFAULTS = {"DeviceCMYK": "DefaultCMYK", "DeviceGray": "DefaultGray", "DeviceRGB": "DefaultRGB"}


def space_of(value: Any, resources: Any, depth: int = 0) -> Space:
    """The space that a name or array of a PDF means; named ones are looked up in resources.

    A DefaultRGB, DefaultGray or DefaultCMYK of the resources takes the device space's place.
    """
    if depth > 6 or value is None:
        return UNKNOWN
    if isinstance(value, Name):
        return _named(str(value)[1:], resources, depth)
    if isinstance(value, Array) and len(value):
        return _array(value, resources, depth)
    return UNKNOWN


def _named(name: str, resources: Any, depth: int) -> Space:
    spaces = resources.get("/ColorSpace") if resources is not None else None
    plain = _PLAIN.get(name)
    if plain is None:
        inside = spaces.get("/" + name) if spaces is not None else None
        return space_of(inside, resources, depth + 1)
    default = _DEFAULTS.get(plain.name)
    if spaces is not None and default and "/" + default in spaces:
        return space_of(spaces["/" + default], None, depth + 1)
    return plain


def _array(value: Any, resources: Any, depth: int) -> Space:
    kind = str(value[0])[1:]
    if len(value) == 1 or (kind in _PLAIN and kind != "Pattern"):
        return _named(kind, resources, depth)
    if kind == "ICCBased":
        return _icc(value[1])
    if kind in ("CalRGB", "CalGray", "Lab"):
        return Space(Family.CALIBRATED, kind, 1 if kind == "CalGray" else 3)
    if kind == "Separation":
        return _colorants((str(value[1])[1:],), kind)
    if kind == "DeviceN":
        return _colorants(tuple(str(one)[1:] for one in value[1]), kind)
    if kind in ("Indexed", "I") and len(value) >= 4:
        base = space_of(value[1], resources, depth + 1)
        return Space(base.family, f"Indexed / {base.name}", 1, base=base, table=_table(value[3]))
    if kind == "Pattern":
        return Space(Family.UNKNOWN, kind, 0, base=space_of(value[1], resources, depth + 1))
    return UNKNOWN


def _table(value: Any) -> bytes:
    if isinstance(value, Stream):
        return value.read_bytes()
    return bytes(value) if isinstance(value, String) else b""


def _icc(stream: Any) -> Space:
    parts = int(stream.get("/N", 0))
    try:
        kind = _ICC_SPACES.get(stream.read_bytes()[16:20], "")
    except Exception:  # a broken profile: what it claims to be by its number of components
        kind = ""
    kind = kind or {1: "Gray", 3: "RGB", 4: "CMYK"}.get(parts, "?")
    family = Family.ICC_CMYK if kind == "CMYK" else Family.CALIBRATED
    return Space(family, f"ICCBased ({kind})", parts)


def _colorants(plates: tuple[str, ...], kind: str) -> Space:
    spots = [plate for plate in plates if plate not in (*PLATES, "None", "All")]
    family = Family.ALL if "All" in plates else Family.PROCESS
    name = ", ".join(spots) if spots else f"{kind} {', '.join(plates)}"
    return Space(Family.SPOT if spots else family, name, len(plates), plates)


def function_colours(function: Any, space: Space) -> tuple[Colour, ...] | None:
    """The colours at which a shading's function can have its most ink; None when not computable.

    Exponential functions run between their ends, stitching ones between their parts' ends, and
    sampled ones pass through their samples.
    """
    if isinstance(function, Array):
        ends = [function_values(one) for one in function]
        if any(end is None for end in ends):
            return None
        joined: list[list[float]] = []
        for at in range(max(len(end or ()) for end in ends)):
            joined.append([(end or [[0]])[min(at, len(end or [[0]]) - 1)][0] for end in ends])
        return tuple(space.colour(one) for one in joined)
    values = function_values(function)
    return None if values is None else tuple(space.colour(one) for one in values)


def function_values(function: Any, depth: int = 0) -> list[list[float]] | None:
    kind = int(function.get("/FunctionType", -1)) if function is not None else -1
    if kind == 2:
        first = [float(one) for one in function.get("/C0", [0])]
        last = [float(one) for one in function.get("/C1", [1])]
        return [first, last]
    if kind == 3 and depth < 6:
        found: list[list[float]] = []
        for part in function.Functions:
            values = function_values(part, depth + 1)
            if values is None:
                return None
            found += values
        return found
    if kind == 0 and int(function.BitsPerSample) == 8 and len(function.Size) == 1:
        outputs = len(function.Range) // 2
        limits = [float(one) for one in function.get("/Decode", function.Range)]
        data = function.read_bytes()
        return [
            [
                limits[2 * n] + data[at + n] / 255 * (limits[2 * n + 1] - limits[2 * n])
                for n in range(outputs)
            ]
            for at in range(0, len(data) - outputs + 1, outputs)
        ]
    return None

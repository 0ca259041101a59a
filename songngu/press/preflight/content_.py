"""Interprets page descriptions: every operator that paints or changes how things are painted.

Written from ISO 32000-1, 8 and 9. Forms, patterns and Type 3 glyphs are followed inwards, with a
bound on depth, on steps and on objects; a page that passes a bound counts as not read.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream

from songngu.press.preflight.canvas_ import Canvas, painted_over
from songngu.press.preflight.colours_ import CMYK, GRAY, RGB, Space, space_of
from songngu.press.preflight.facts import Point
from songngu.press.preflight.shapes import (
    IDENTITY,
    Matrix,
    Rect,
    bounds,
    common,
    flattened,
    moved,
    placed,
    times,
)
from songngu.press.preflight.state_ import Paint, State
from songngu.press.preflight.store_ import DAMAGE, MOST_STEPS, UnreadError
from songngu.press.preflight.text_ import Text

MOST_DEEP = 24
# Parameters of gs that change what a colour becomes on its plates.
_ALTERING = frozenset(("/TR", "/TR2", "/HT", "/BG", "/BG2", "/UCR", "/UCR2"))


class Interpreter:
    """Runs one page's contents onto its canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.store = canvas.store
        self.taken = 0
        self.grouped = False
        self.altered = False
        self.skipped: dict[str, None] = {}
        self.around: list[tuple[int, int]] = []

    def run(self, content: Any, resources: Any, state: State) -> None:
        """Interpret a page, form, tile or glyph in a state of its own."""
        key = content.objgen
        if key != (0, 0) and key in self.around:
            return  # a form that draws itself paints nothing more
        if len(self.around) >= MOST_DEEP:
            raise UnreadError("nested too deep")
        self.around.append(key)
        try:
            _Run(self, resources, state).through(self.store.steps(content))
        finally:
            self.around.pop()

    def step(self) -> None:
        self.taken += 1
        if self.taken > MOST_STEPS:
            raise UnreadError("too many operators")


class _Run:
    """One content stream being interpreted."""

    def __init__(self, owner: Interpreter, resources: Any, state: State) -> None:
        self.owner, self.canvas = owner, owner.canvas
        self.resources = resources if resources is not None else Dictionary()
        self.state = state
        self.kept: list[State] = []
        self.path: list[list[Point]] = []
        self.point: Point = (0, 0)
        self.clips = False
        self.text = Text(self)

    def through(self, steps: list[tuple[str, list[Any]]]) -> None:
        for operator, operands in steps:
            self.owner.step()
            act = _ACTS.get(operator)
            try:
                if act is not None:
                    act(self, operands)
                elif self.text.knows(operator):
                    self.text.act(operator, operands)
            except UnreadError:
                raise
            except DAMAGE:
                # It paints nothing in any reader, or it is beyond this one: told, never passed.
                self.owner.skipped.setdefault(operator)

    def named(self, kind: str, name: Any) -> Any:
        """An entry of the resources, or None."""
        inside = self.resources.get("/" + kind)
        return inside.get(str(name)) if isinstance(inside, Dictionary) else None

    # --- state ----------------------------------------------------------------------------------

    def save(self, _: list[Any]) -> None:
        if len(self.kept) < 5000:
            self.kept.append(self.state.saved())

    def restore(self, _: list[Any]) -> None:
        if self.kept:
            self.state = self.kept.pop()

    def transform(self, values: list[Any]) -> None:
        self.state.matrix = times(_matrix(values), self.state.matrix)

    def line_width(self, values: list[Any]) -> None:
        self.state.width = abs(values[0])

    def external(self, values: list[Any]) -> None:
        """gs: a dictionary of graphics state parameters."""
        found = self.named("ExtGState", values[0])
        if not isinstance(found, Dictionary):
            return
        state = self.state
        self.owner.altered |= not _ALTERING.isdisjoint(found.keys())
        if "/LW" in found:
            state.width = abs(float(found.LW))
        if "/OP" in found:
            state.stroke.overprint = bool(found.OP)
            state.fill.overprint = bool(found.get("/op", found.OP))
        elif "/op" in found:
            state.fill.overprint = bool(found.op)
        state.nonzero = bool(int(found.get("/OPM", int(state.nonzero))))
        state.fill.alpha = float(found.get("/ca", state.fill.alpha))
        state.stroke.alpha = float(found.get("/CA", state.stroke.alpha))
        if "/BM" in found:
            mode = found.BM[0] if isinstance(found.BM, Array) else found.BM
            state.blend = str(mode)[1:]
        if "/SMask" in found:
            state.soft_mask = isinstance(found.SMask, Dictionary)
        if "/Font" in found:
            state.face = self.owner.store.face(found.Font[0])
            state.size = float(found.Font[1])

    # --- colour ---------------------------------------------------------------------------------

    def choose(self, paint: Paint, values: list[Any]) -> None:
        paint.space = space_of(values[0], self.resources)
        paint.colour, paint.pattern = paint.space.initial, None

    def colour(self, paint: Paint, values: list[Any]) -> None:
        if values and isinstance(values[-1], Name):
            paint.pattern = self.named("Pattern", values[-1])
            base = paint.space.base
            paint.colour = (base or paint.space).colour(values[:-1])
            return
        paint.colour, paint.pattern = paint.space.colour(values), None

    def device(self, paint: Paint, space: Space, values: list[Any]) -> None:
        paint.space = space_of(Name("/" + space.name), self.resources)
        paint.colour, paint.pattern = paint.space.colour(values), None

    # --- paths ----------------------------------------------------------------------------------

    def begin(self, values: list[Any]) -> None:
        self.point = (values[0], values[1])
        self.path.append([self._there(*self.point)])

    def line(self, values: list[Any]) -> None:
        self.point = (values[0], values[1])
        self._last().append(self._there(*self.point))

    def curve(self, first: Point, second: Point, end: Point) -> None:
        points = [self._there(*one) for one in (self.point, first, second, end)]
        self._last().extend(flattened(*points))
        self.point = end

    def rectangle(self, values: list[Any]) -> None:
        x, y, width, height = values
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self.path.append([self._there(*corner) for corner in corners])
        self.path.append([self.path[-1][0]])
        self.point = (x, y)

    def close(self, _: list[Any]) -> None:
        if self.path and self.path[-1]:
            last = self.path[-1]
            last.append(last[0])

    def _last(self) -> list[Point]:
        if not self.path:
            self.path.append([self._there(*self.point)])
        return self.path[-1]

    def _there(self, x: float, y: float) -> Point:
        return moved(self.state.matrix, x, y)

    def clip(self, _: list[Any]) -> None:
        self.clips = True

    def paint(self, fill: str = "", stroke: bool = False, close: bool = False) -> None:
        """Every painting operator: fill by a rule, stroke, then take up a waiting clip."""
        if close:
            self.close([])
        if fill:
            seen = self.canvas.fill(self.path, self.state, fill == "even-odd")
            self._into(seen, self.state.fill)
        if stroke:
            seen = self.canvas.stroke(self.path, self.state)
            self._into(seen, self.state.stroke)
        if self.clips:
            self.clip_to(bounds(p for one in self.path for p in one) if self.path else (0, 0, 0, 0))
        self.path, self.clips = [], False

    def clip_to(self, rect: Rect) -> None:
        state = self.state
        state.clip = common(state.clip, rect)
        state.thin = min(state.thin, max(0.0, rect[2] - rect[0]), max(0.0, rect[3] - rect[1]))

    # --- patterns, forms, images ----------------------------------------------------------------

    def _into(self, seen: Rect | None, paint: Paint) -> None:
        if seen is not None and paint.pattern is not None:
            self.pattern(paint, seen)

    def pattern(self, paint: Paint, seen: Rect) -> None:
        """What a pattern paints into the part `seen` of the page."""
        found, canvas = paint.pattern, self.canvas
        inner = replace(self.state.saved(), clip=seen, thin=1e9)
        if int(found.get("/PatternType", 0)) == 2:
            canvas.shading(found.Shading, self.resources, inner, seen)
            return
        scale = _matrix(found.get("/Matrix", IDENTITY))
        tile = Canvas((-1e9, -1e9, 1e9, 1e9), canvas.origin, canvas.store)
        fresh = State.fresh(scale)
        if int(found.get("/PaintType", 1)) == 2:
            fresh.fill.colour = fresh.stroke.colour = paint.colour
        outer = self.owner
        deeper = Interpreter(tile)
        deeper.around, deeper.taken = outer.around, outer.taken
        deeper.skipped = outer.skipped
        deeper.run(found, found.get("/Resources"), fresh)
        outer.taken = deeper.taken
        outer.altered |= deeper.altered
        canvas.marks += painted_over(tile.marks, canvas.area(seen))

    def shade(self, values: list[Any]) -> None:
        found = self.named("Shading", values[0])
        if found is not None:
            self.canvas.shading(found, self.resources, self.state, self.state.clip)

    def object(self, values: list[Any]) -> None:
        """Do: an image or a form."""
        found = self.named("XObject", values[0])
        if not isinstance(found, Stream):
            return
        if found.get("/Subtype") == Name.Image:
            self.canvas.image(found, self.resources, self.state)
        elif found.get("/Subtype") == Name.Form:
            self._form(found)

    def _form(self, form: Any) -> None:
        matrix = times(_matrix(form.get("/Matrix", IDENTITY)), self.state.matrix)
        inner = self.state.saved()
        inner.matrix = matrix
        box = [float(one) for one in form.get("/BBox", (-1e6, -1e6, 1e6, 1e6))]
        inner.clip = common(inner.clip, placed(matrix, (box[0], box[1], box[2], box[3])))
        if self.canvas.visible(inner.clip, inner) is None:
            return
        if "/Group" in form:
            self.owner.grouped = True
        self.owner.run(form, form.get("/Resources", self.resources), inner)

    def inline(self, values: list[Any]) -> None:
        stream = values[0].obj if hasattr(values[0], "obj") else None
        if isinstance(stream, Stream | Dictionary):
            self.canvas.image(stream, self.resources, self.state)

    def glyph(self, face: Any, code: int, matrix: Matrix) -> None:
        """A letter of a Type 3 font is a small content stream of its own."""
        font = face.type3
        name = _glyph_name(font, code)
        drawn = font.CharProcs.get(name) if name else None
        if isinstance(drawn, Stream):
            inner = self.state.saved()
            own = _matrix(font.get("/FontMatrix", (0.001, 0, 0, 0.001, 0, 0)))
            inner.matrix = times(own, matrix)
            self.owner.run(drawn, font.get("/Resources", self.resources), inner)


def _matrix(values: Any) -> Matrix:
    a, b, c, d, e, f = (float(one) for one in values)
    return (a, b, c, d, e, f)


def _glyph_name(font: Any, code: int) -> str | None:
    encoding = font.get("/Encoding")
    at = 0
    for one in encoding.get("/Differences", ()) if isinstance(encoding, Dictionary) else ():
        if isinstance(one, Name):
            if at == code:
                return str(one)
            at += 1
        else:
            at = int(one)
    return None


Act = Callable[[_Run, list[Any]], None]


def _painting(fill: str = "", stroke: bool = False, close: bool = False) -> Act:
    return lambda run, _: run.paint(fill, stroke, close)


def _ended(run: _Run, v: list[Any]) -> None:
    run.curve(run.point, (v[0], v[1]), (v[2], v[3]))


_ACTS: dict[str, Act] = {
    "q": _Run.save, "Q": _Run.restore, "cm": _Run.transform, "w": _Run.line_width,
    "gs": _Run.external, "Do": _Run.object, "sh": _Run.shade, "INLINE IMAGE": _Run.inline,
    "cs": lambda run, v: run.choose(run.state.fill, v),
    "CS": lambda run, v: run.choose(run.state.stroke, v),
    "sc": lambda run, v: run.colour(run.state.fill, v),
    "scn": lambda run, v: run.colour(run.state.fill, v),
    "SC": lambda run, v: run.colour(run.state.stroke, v),
    "SCN": lambda run, v: run.colour(run.state.stroke, v),
    "g": lambda run, v: run.device(run.state.fill, GRAY, v),
    "G": lambda run, v: run.device(run.state.stroke, GRAY, v),
    "rg": lambda run, v: run.device(run.state.fill, RGB, v),
    "RG": lambda run, v: run.device(run.state.stroke, RGB, v),
    "k": lambda run, v: run.device(run.state.fill, CMYK, v),
    "K": lambda run, v: run.device(run.state.stroke, CMYK, v),
    "m": _Run.begin, "l": _Run.line, "re": _Run.rectangle, "h": _Run.close,
    "c": lambda run, v: run.curve((v[0], v[1]), (v[2], v[3]), (v[4], v[5])),
    "v": _ended,
    "y": lambda run, v: run.curve((v[0], v[1]), (v[2], v[3]), (v[2], v[3])),
    "W": _Run.clip, "W*": _Run.clip, "n": _painting(),
    "f": _painting("nonzero"), "F": _painting("nonzero"), "f*": _painting("even-odd"),
    "S": _painting(stroke=True), "s": _painting(stroke=True, close=True),
    "B": _painting("nonzero", True), "B*": _painting("even-odd", True),
    "b": _painting("nonzero", True, True), "b*": _painting("even-odd", True, True),
}  # fmt: skip

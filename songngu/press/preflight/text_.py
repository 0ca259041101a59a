"""Text operators: where each run of letters stands, how large, in which font (ISO 32000-1, 9)."""

from collections.abc import Callable
from typing import Any, Protocol

from songngu.press.preflight.canvas_ import Canvas
from songngu.press.preflight.facts import Kind
from songngu.press.preflight.fonts_ import Face
from songngu.press.preflight.shapes import IDENTITY, Matrix, Rect, placed, times
from songngu.press.preflight.state_ import Paint, State

# How far letters reach above and below the baseline, as a share of the type size.
_UP, _DOWN = 0.75, 0.22
_INVISIBLE, _ONLY_CLIP = 3, 7


class Run(Protocol):
    """What text asks of the content stream that it stands in."""

    canvas: Canvas
    state: State

    def named(self, kind: str, name: Any) -> Any: ...

    def pattern(self, paint: Paint, seen: Rect) -> None: ...

    def glyph(self, face: Any, code: int, matrix: Matrix) -> None: ...


class Text:
    """The text state of one content stream."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.matrix: Matrix = IDENTITY
        self.line: Matrix = IDENTITY

    def knows(self, operator: str) -> bool:
        return operator in _ACTS

    def act(self, operator: str, values: list[Any]) -> None:
        _ACTS[operator](self, values)

    @property
    def state(self) -> State:
        return self.run.state

    def begin(self, _: list[Any]) -> None:
        self.matrix = self.line = IDENTITY

    def choose(self, values: list[Any]) -> None:
        font = self.run.named("Font", values[0])
        self.state.face = None if font is None else self.run.canvas.store.face(font)
        self.state.size = values[1]

    def place(self, values: list[Any]) -> None:
        a, b, c, d, e, f = values
        self.matrix = self.line = (a, b, c, d, e, f)

    def move(self, values: list[Any]) -> None:
        self.line = times((1, 0, 0, 1, values[0], values[1]), self.line)
        self.matrix = self.line

    def move_leading(self, values: list[Any]) -> None:
        self.state.leading = -values[1]
        self.move(values)

    def next_line(self, _: list[Any]) -> None:
        self.move([0, -self.state.leading])

    def show(self, values: list[Any]) -> None:
        self.run_of(values if values and isinstance(values[0], bytes) else values[0])

    def show_next(self, values: list[Any]) -> None:
        self.next_line([])
        self.run_of([values[-1]])

    def show_spaced(self, values: list[Any]) -> None:
        self.state.word_spacing, self.state.spacing = values[0], values[1]
        self.show_next(values)

    def run_of(self, items: list[Any]) -> None:
        """Show letters with shifts between them; tell the canvas what they cover."""
        face = self.state.face
        if face is None:
            return
        shown = face.shown(items)
        if face.type3 is not None and self.state.mode != _INVISIBLE:
            self._draw(face, items)
        if shown.first is not None:
            first, last = self._reach(*shown.first), self._reach(*shown.last)
            self._tell(first, last, shown.letters, shown.missing)
        self.matrix = times((1, 0, 0, 1, self._reach(*shown.whole), 0), self.matrix)

    def _reach(self, width: float, count: int, spaces: int) -> float:
        """How far from where a run began, in units of text space."""
        state = self.state
        spaced = count * state.spacing + spaces * state.word_spacing
        return (width / 1000 * state.size + spaced) * state.stretch

    def _draw(self, face: Face, items: list[Any]) -> None:
        """The letters of a Type 3 font, each a drawing of its own."""
        state, size, at = self.state, self.state.size, 0.0
        for item in items:
            if not isinstance(item, bytes):
                at += self._reach(-item, 0, 0)
                continue
            for code in face.codes(item):
                moved = (size * state.stretch, 0, 0, size, at, state.rise)
                self.run.glyph(face, code, times(times(moved, self.matrix), state.matrix))
                at += self._reach(face.width(code), 1, face.parts_words(code))

    def _tell(self, first: float, last: float, text: str, missing: int) -> None:
        state, canvas = self.state, self.run.canvas
        face = state.face
        if state.mode in (_INVISIBLE, _ONLY_CLIP) or face is None:
            return
        size = abs(state.size)
        matrix = times(self.matrix, state.matrix)
        box = (first, state.rise - _DOWN * size, last, state.rise + _UP * size)
        seen = canvas.visible(placed(matrix, box), state)
        if seen is None or seen[2] - seen[0] < 0.05 or seen[3] - seen[1] < 0.05:
            return
        high = size * (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5

        def add(paint: Paint) -> None:
            canvas.add(
                Kind.TEXT, seen, state, paint, paint.colour, size=high, text=text.strip(),
                font=face.font, missing_glyphs=missing,
            )  # fmt: skip
            if paint.pattern is not None:
                self.run.pattern(paint, seen)

        filled, stroked = state.mode in (0, 2, 4, 6), state.mode in (1, 2, 5, 6)
        if filled:
            add(state.fill)
        if stroked and not (filled and state.stroke.colour == state.fill.colour):
            add(state.stroke)

    def set(self, name: str, value: float) -> None:
        setattr(self.state, name, value)


_ACTS: dict[str, Callable[[Text, list[Any]], None]] = {
    "BT": Text.begin, "Tf": Text.choose, "Tm": Text.place, "Td": Text.move,
    "TD": Text.move_leading, "T*": Text.next_line, "Tj": Text.show, "TJ": Text.show,
    "'": Text.show_next, '"': Text.show_spaced,
    "Tc": lambda text, v: text.set("spacing", v[0]),
    "Tw": lambda text, v: text.set("word_spacing", v[0]),
    "Tz": lambda text, v: text.set("stretch", v[0] / 100),
    "TL": lambda text, v: text.set("leading", v[0]),
    "Ts": lambda text, v: text.set("rise", v[0]),
    "Tr": lambda text, v: text.set("mode", int(v[0])),
}  # fmt: skip

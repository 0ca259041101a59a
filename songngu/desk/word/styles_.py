"""Word's styles and numbering: what a paragraph is, and how its words look, through every style
that they inherit from (ISO/IEC 29500-1, 17.7)."""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

OFF = ("0", "false", "off", "none")
HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
# Word's own styles for lists inside lists: each has a numbering of its own.
DEEPER = re.compile(r"list (?:bullet|number) ([2-5])$", re.IGNORECASE)
ROLES = {
    "title": "title",
    "subtitle": "subtitle",
    "caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
}
BULLETS = ("bullet", "none")
DIGITS = re.compile(r"%[1-9]")
LETTER = re.compile(r"[^\W\d_]")
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
# No body text is deeper than the ninth level (17.9.3).
BODY_LEVEL = 9


def attribute(element: Any, path: str, default: str = "") -> str:
    """The w:val of the element at a path of names ("pPr/numPr/ilvl"); an element without one is
    switched on."""
    for name in path.split("/"):
        element = None if element is None else element.find(qn(f"w:{name}"))
    return default if element is None else element.get(qn("w:val"), "1")


class Styles:
    """The styles of a document, asked for a paragraph or a run of it."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        found = [] if styles is None else styles.findall(qn("w:style"))
        self._styles = {one.get(qn("w:styleId")): one for one in found}
        self._basic = {
            one.get(qn("w:type")): one
            for one in found
            if one.get(qn("w:default")) in ("1", "true", "on")
        }
        self._defaults = [] if styles is None else styles.findall(qn("w:docDefaults"))
        self._levels = _Numbering(numbering)

    def _chain(self, name: str, kind: str) -> Iterator[Any]:
        """A style and those that it is based on, the nearest first."""
        style = self._styles.get(name, self._basic.get(kind))
        seen: list[Any] = []
        while style is not None and style not in seen:
            seen.append(style)
            yield style
            style = self._styles.get(attribute(style, "basedOn"))

    def _paragraph(self, paragraph: Any) -> list[Any]:
        return [paragraph, *self._chain(attribute(paragraph, "pPr/pStyle"), "paragraph")]

    def role(self, paragraph: Any) -> tuple[str, int]:
        """The role of a paragraph and the level of a heading, 0 if it is none."""
        name = attribute(paragraph, "pPr/pStyle")
        for style in self._chain(name, "paragraph"):
            said = attribute(style, "name").lower()
            if said in ROLES:
                return ROLES[said], 0
            if found := HEADING.match(said):
                return "", int(found[1])
        level = self._first(self._paragraph(paragraph), "pPr/outlineLvl")
        return "", int(level) + 1 if level and int(level) < BODY_LEVEL else 0

    def item(self, paragraph: Any) -> tuple[int, bool, str]:
        """The depth of a list's item (-1 outside lists), whether it is numbered, and the words of
        its number where it has some ("Điều 5.")."""
        chain = self._paragraph(paragraph)
        numbers = self._first(chain, "pPr/numPr/numId")
        if numbers in ("", "0"):
            return -1, False, ""
        depth, ordered, label = self._levels.next(
            numbers, int(self._first(chain, "pPr/numPr/ilvl") or 0)
        )
        styled = (DEEPER.match(attribute(style, "name")) for style in chain[1:])
        deeper = next((int(found[1]) - 1 for found in styled if found), 0)
        return (depth if depth < 0 else max(depth, deeper)), ordered, label

    def on(self, run: Any, paragraph: Any, name: str) -> bool:
        """Whether a switch (b, i, vanish) is on for a run."""
        return self._first(self._run(run, paragraph), f"rPr/{name}", "0") not in OFF

    def font(self, run: Any, paragraph: Any) -> str:
        """The font of a run's Latin letters."""
        looks = [*self._run(run, paragraph), *(one.find(qn("w:rPrDefault")) for one in
                 self._defaults)]  # fmt: skip
        for look in looks:
            fonts = None if look is None else look.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            for which in ("ascii", "hAnsi"):
                if fonts is not None and fonts.get(qn(f"w:{which}")):
                    return str(fonts.get(qn(f"w:{which}")))
        return ""

    def _run(self, run: Any, paragraph: Any) -> list[Any]:
        own = self._chain(attribute(run, "rPr/rStyle", "?"), "character")
        return [run, *own, *self._paragraph(paragraph)[1:]]

    def _first(self, elements: list[Any], path: str, default: str = "") -> str:
        found = (attribute(element, path, "?") for element in elements)
        return next((one for one in found if one != "?"), default)


class _Numbering:
    """Counts the items of every list as Word does."""

    def __init__(self, numbering: Any) -> None:
        self._levels: dict[tuple[str, int], Any] = {}
        self._counts: dict[str, list[int]] = {}
        if numbering is None:
            return
        kinds = {one.get(qn("w:abstractNumId")): one for one in
                 numbering.findall(qn("w:abstractNum"))}  # fmt: skip
        for one in numbering.findall(qn("w:num")):
            kind = kinds.get(attribute(one, "abstractNumId"))
            for level in () if kind is None else kind.findall(qn("w:lvl")):
                key = (one.get(qn("w:numId")), int(level.get(qn("w:ilvl"))))
                self._levels[key] = level

    def next(self, numbers: str, depth: int) -> tuple[int, bool, str]:
        level = self._levels.get((numbers, depth))
        form = attribute(level, "numFmt", "bullet")
        text = attribute(level, "lvlText")
        counts = self._counts.setdefault(numbers, [0] * 9)
        start = attribute(level, "start", "1")
        counts[depth] = counts[depth] + 1 if counts[depth] else int(start or 1)
        counts[depth + 1 :] = [0] * (8 - depth)
        if form in BULLETS or not LETTER.search(DIGITS.sub("", text)):
            return depth, form not in BULLETS, ""
        return -1, False, DIGITS.sub(lambda found: self._figure(numbers, found[0]), text)

    def _figure(self, numbers: str, mark: str) -> str:
        """The number of a level as its format writes it."""
        at = int(mark[1]) - 1
        count = self._counts[numbers][at] or 1
        form = attribute(self._levels.get((numbers, at)), "numFmt")
        if "Roman" in form:
            return _cased(_roman(count), form)
        if "Letter" in form:
            return _cased(chr(ord("a") + (count - 1) % 26), form)
        return str(count)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _roman(count: int) -> str:
    text = ""
    for value, sign in ROMAN:
        text += sign * (count // value)
        count %= value
    return text

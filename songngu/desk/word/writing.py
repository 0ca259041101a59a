"""Manuscript -> Markdown of the publication's dialect (source/blocks.py): title and standfirst for
the front matter, then the body."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from songngu.desk.word.manuscript import Body, Manuscript, Paragraph, Picture, Remark, Run, Table

SPECIAL = re.compile(r"([\\`*_\[\]])")
# What would begin another block at the start of a line.
OPENING = re.compile(r"^(\s*)(#{1,6}\s|>|[-+](?=\s)|~{3}|-{3,}|\|)", re.M)
NUMBER = re.compile(r"^(\s*\d+)([.)]\s)", re.M)
SPACES = re.compile(r"[ \t\f\v]+")
# Lists as they are typed by hand: dashes, and plus signs one level deeper.
BULLET = re.compile(r"\s*([-–—•+·])[ \t\u00a0]+(?=\S)")
TYPED = re.compile(r"\s*(\d{1,3})[.)][ \t\u00a0]+(?=\S)")
LONGEST_HEADING = 120
ENDS = (".", ":", ";", ",", "?", "!", "…")
DEEPEST = 6

Place = Callable[[str, Picture], str]


@dataclass(frozen=True)
class Written:
    """Title and standfirst are empty where the document has none. `remarks` are what the page
    cannot show."""

    title: str
    standfirst: str
    text: str
    remarks: tuple[Remark, ...] = ()


def write(manuscript: Manuscript, body: Body, place: Place, unseen: str) -> Written:
    """The Markdown of a body. `place` gives the address of a picture by its key; `unseen` stands
    where a picture's author did not say what is seen."""
    flat = list(_flat(body))
    headed = _with_headings(flat)
    title, rest = _title(headed)
    standfirst = " ".join(_words(one) for one in rest if _is(one, "subtitle"))
    rest = [one for one in rest if not _is(one, "subtitle")]
    scribe = _Scribe(manuscript, place, unseen)
    blocks = [block for block in scribe.blocks(rest) if block]
    text = "\n\n".join([*blocks, *scribe.definitions()])
    return Written(title, standfirst, text + "\n" if text else "", tuple(scribe.remarks))


# --- what is what -----------------------------------------------------------------------------


def _flat(body: Body) -> Iterator[Paragraph | Table]:
    """Without empty paragraphs; a table of one cell is a frame around what stands in it."""
    for one in body:
        if isinstance(one, Paragraph):
            if one.text.strip() or any(run.picture or run.note for run in one.runs):
                yield one
        elif [len(row) for row in one.rows] == [1]:
            yield from _flat(one.rows[0][0])
        elif any(cell for row in one.rows for cell in row):
            yield one


def _is(block: Paragraph | Table, role: str) -> bool:
    return isinstance(block, Paragraph) and block.role == role


def _words(block: Paragraph | Table) -> str:
    return " ".join(block.text.split()) if isinstance(block, Paragraph) else ""


def _with_headings(blocks: list[Paragraph | Table]) -> list[Paragraph | Table]:
    """A short paragraph all in bold, before other text, is a heading one level below the last; as
    the first of all it is the title, if nothing is called so."""
    found: list[Paragraph | Table] = []
    level = 1
    untitled = not any(_is(one, "title") for one in blocks)
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.heading:
            level = block.heading
        elif at + 1 < len(blocks) and isinstance(block, Paragraph) and _bold_line(block):
            following = blocks[at + 1]
            if not found and untitled:
                block = replace(block, role="title")  # noqa: PLW2901 - the same, understood
            elif isinstance(following, Table) or not _bold_line(following):
                deeper = level + 1 if any(isinstance(one, Paragraph) and one.heading == level
                                          for one in blocks) else level  # fmt: skip
                block = replace(block, heading=deeper)  # noqa: PLW2901 - the same, understood
        found.append(block)
    return found


def _bold_line(block: Paragraph) -> bool:
    text = block.text.strip()
    said = [run for run in block.runs if run.text.strip()]
    return (
        bool(said)
        and all(run.bold for run in said)
        and not block.role
        and block.depth < 0
        and len(text) <= LONGEST_HEADING
        and not text.endswith(ENDS)
    )


def _title(blocks: list[Paragraph | Table]) -> tuple[str, list[Paragraph | Table]]:
    """What is called the title; else a first heading that no other stands level with. The
    headings of the rest begin at level 2: the title is the page's only first."""
    titles = [one for one in blocks if _is(one, "title")]
    rest = [one for one in blocks if not _is(one, "title")]
    if not titles and rest and isinstance(rest[0], Paragraph) and rest[0].heading:
        top = rest[0].heading
        if all(one.heading > top for one in rest[1:] if isinstance(one, Paragraph) and one.heading):
            titles, rest = [rest[0]], rest[1:]
    levels = [one.heading for one in rest if isinstance(one, Paragraph) and one.heading]
    shift = 2 - min(levels, default=2)
    said = " ".join(_words(one) for one in titles)
    return said, [
        replace(one, heading=min(one.heading + shift, DEEPEST))
        if isinstance(one, Paragraph) and one.heading
        else one
        for one in rest
    ]


# --- Markdown ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Item:
    depth: int
    ordered: bool
    runs: tuple[Run, ...]


class _Scribe:
    """Writes blocks, and keeps the notes in the order in which they are called."""

    def __init__(self, manuscript: Manuscript, place: Place, unseen: str) -> None:
        self.manuscript, self.place, self.unseen = manuscript, place, unseen
        self.called: dict[str, int] = {}
        self.remarks: list[Remark] = []

    def blocks(self, blocks: list[Paragraph | Table]) -> Iterator[str]:
        at = 0
        while at < len(blocks):
            block = blocks[at]
            items = _items(blocks[at:])
            if items:
                yield self._list(items)
                at += len(items)
            elif isinstance(block, Table):
                yield self._table(block)
                at += 1
            else:
                after = blocks[at + 1] if at + 1 < len(blocks) else None
                caption = _words(after) if after and _is(after, "caption") else ""
                pictures = [run.picture for run in block.runs if run.picture]
                yield self._paragraph(block)
                for picture in pictures[:-1]:
                    yield self._picture(picture, "")
                if pictures:
                    yield self._picture(pictures[-1], caption)
                at += 2 if pictures and caption else 1

    def definitions(self) -> Iterator[str]:
        """The notes; one may call another."""
        for mark in self.called:
            said = (self._inline(one.runs) for one in self.manuscript.notes.get(mark, ()))
            text = " ".join(" ".join(said).split())
            yield f"[^{self.called[mark]}]: {text}"

    def _paragraph(self, block: Paragraph) -> str:
        if block.heading:
            plain = tuple(replace(run, bold=False, text=run.text.replace("\n", " ")) for run in
                          block.runs)  # fmt: skip
            text = self._inline(plain).rstrip("#").strip()
            return f"{'#' * block.heading} {text}" if text else ""
        quoted, runs = block.role == "quote", block.runs
        if quoted and all(run.italic for run in runs):
            # That is how Word shows a quotation, nothing that the author stressed.
            runs = tuple(replace(run, italic=False) for run in runs)
        lines = _safe(self._inline(runs)).split("\n")
        return "\n".join(f"> {line}" if quoted else line for line in lines)

    def _list(self, items: list[_Item]) -> str:
        lines = []
        numbers: dict[int, int] = {}
        least, last = min(item.depth for item in items), -1
        for item in items:
            last = min(item.depth - least, last + 1)
            numbers = {depth: count for depth, count in numbers.items() if depth <= last}
            numbers[last] = numbers.get(last, 0) + 1
            mark = f"{numbers[last]}." if item.ordered else "-"
            text = " ".join(self._inline(item.runs).split())
            lines.append(f"{'    ' * last}{mark} {_safe(text)}")
        return "\n".join(lines)

    def _table(self, table: Table) -> str:
        rows = [[self._cell(cell) for cell in row] for row in table.rows]
        head, *rest = [f"| {' | '.join(row)} |" for row in rows]
        rule = f"|{' --- |' * len(rows[0])}"
        return "\n".join([head, rule, *rest])

    def _cell(self, cell: Body) -> str:
        said = []
        for block in cell:
            if isinstance(block, Paragraph):
                said.append(self._inline(block.runs))
                said += [self._picture(run.picture, "") for run in block.runs if run.picture]
            else:
                said += [self._cell(inner) for row in block.rows for inner in row]
                self._tell_nested(block)
        return " ".join(" ".join(said).split()).replace("|", "\\|")

    def _tell_nested(self, table: Table) -> None:
        inside = [one for row in table.rows for cell in row for one in cell]
        first = next((one for one in inside if isinstance(one, Paragraph)), None)
        if first is not None:
            text = " ".join(_words(one) for one in inside)
            words = " ".join(_words(first).split()[:8])
            values = {"kind": "docx-nested-table", "text": " ".join(text.split())}
            self.remarks.append(Remark(first.number, words, "docx.lost", "flat", values))

    def _picture(self, key: str, caption: str) -> str:
        picture = self.manuscript.pictures[key]
        alt = SPECIAL.sub(r"\\\1", picture.alt or self.unseen)
        said = caption.replace('"', "”")
        title = f' "{said}"' if said else ""
        return f"![{alt}]({self.place(key, picture)}{title})"

    def _inline(self, runs: Iterable[Run]) -> str:
        """Runs as Markdown, neighbours of one look together."""
        text = ""
        shown = [run for run in runs if run.text or run.note]
        for (note, *_), group in groupby(shown, key=_look):
            members = list(group)
            if note:
                self.called.setdefault(note, len(self.called) + 1)
                text = f"{text.rstrip()}[^{self.called[note]}]"
                continue
            chunk = _marked("".join(run.text for run in members), members[0])
            if text.endswith("*") and chunk.startswith("*"):
                # Two marks that touch would be read as others.
                plain = replace(members[0], bold=False, italic=False)
                chunk = _marked("".join(run.text for run in members), plain)
            text += chunk
        lines = (SPACES.sub(" ", line).strip() for line in text.split("\n"))
        return "\n".join(line for line in lines if line)


def _look(run: Run) -> tuple[str, bool, bool, str]:
    return (run.note, run.bold, run.italic, run.link)


def _marked(text: str, look: Run) -> str:
    """Words with the marks of their look; spaces stay outside the marks."""
    inside = text.strip()
    said = SPECIAL.sub(r"\\\1", inside)
    if not inside:
        return text
    if any(char.isalnum() for char in inside):
        mark = "**" * look.bold + "*" * look.italic
        # A mark cannot reach over the end of a line.
        said = "\n".join(f"{mark}{line.strip()}{mark}" if line.strip() else "" for line in
                         said.split("\n"))  # fmt: skip
    if look.link:
        address = look.link.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        said = f"[{' '.join(said.split())}]({address})"
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{said}{after}"


def _safe(text: str) -> str:
    """Text whose lines begin no other block."""
    return NUMBER.sub(r"\1\\\2", OPENING.sub(r"\1\\\2", text))


# --- lists ------------------------------------------------------------------------------------


def _items(blocks: list[Paragraph | Table]) -> list[_Item]:
    """The items of the list that begins with the first block; none if it begins none."""
    first = blocks[0]
    if not isinstance(first, Paragraph):
        return []
    if first.depth < 0 and TYPED.match(first.text) and not first.heading:
        return _typed_numbers(blocks)
    items: list[_Item] = []
    for block in blocks:
        item = _item(block, items)
        if item is None or (items and item.depth == items[0].depth
                            and item.ordered != items[0].ordered):  # fmt: skip
            break
        items.append(item)
    return items


def _item(block: Paragraph | Table, before: list[_Item]) -> _Item | None:
    if not isinstance(block, Paragraph) or block.heading or block.role:
        return None
    if any(run.picture for run in block.runs):
        return None
    if block.depth >= 0:
        return _Item(block.depth, block.ordered, block.runs)
    if found := BULLET.match(block.text):
        deeper = found[1] == "+" and bool(before)
        depth = (before[0].depth + 1 if deeper else before[0].depth) if before else 0
        return _Item(depth, False, _without(block.runs, found.end()))
    return None


def _typed_numbers(blocks: list[Paragraph | Table]) -> list[_Item]:
    """Paragraphs numbered by hand from 1 on; a number alone stays a number."""
    items: list[_Item] = []
    for block in blocks:
        found = TYPED.match(block.text) if isinstance(block, Paragraph) else None
        if not isinstance(block, Paragraph) or not found or block.heading or block.depth >= 0:
            break
        if int(found[1]) != len(items) + 1:
            break
        items.append(_Item(0, True, _without(block.runs, found.end())))
    return items if len(items) > 1 else []


def _without(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    """The runs without their first characters."""
    left = []
    for run in runs:
        left.append(replace(run, text=run.text[count:]))
        count = max(0, count - len(run.text))
    return tuple(left)

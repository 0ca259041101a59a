"""The copyfit note: rows of which one side leaves more than a third of a page empty.

Measured from the boxes of the finished setting; for the editor, who may part the longer side into
paragraphs or say the shorter one in full. It goes to no printing house.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from songngu.model import Bilingual, Lang, PressProfile
from songngu.press import templates_
from songngu.press.book import PairView
from songngu.press.paging import BookPage
from songngu.press.weasyprint_ import SetPart

FORMAT = "songngu-copyfit/1"
NAMES = ("copyfit.json", "copyfit.html")
# Of the height of a page's text.
SHARE = 1 / 3


@dataclass(frozen=True)
class Side:
    """One side of a row: its file, the line where it begins (0 when it is missing), its height."""

    path: str
    line: int
    mm: float


@dataclass(frozen=True)
class Uneven:
    """A row with the pages on which it begins; `short` is the language of the lower side."""

    pair: str
    title: Bilingual
    pages: tuple[int, ...]
    vi: Side
    en: Side

    @property
    def apart(self) -> float:
        """The empty height beside the longer side, in mm."""
        return round(abs(self.vi.mm - self.en.mm), 2)

    @property
    def short(self) -> Lang:
        return "vi" if self.vi.mm < self.en.mm else "en"


@dataclass(frozen=True)
class Copyfit:
    """`text` is the height of a page's text and `limit` the emptiness that is still accepted, in
    mm; `measured` counts the rows, `largest` is the widest difference among them."""

    text: float
    limit: float
    measured: int
    largest: float
    rows: tuple[Uneven, ...]


def copyfit(
    profile: PressProfile, pages: Sequence[BookPage], ready: Mapping[str, SetPart]
) -> Copyfit:
    """What the rows of a book's articles measure; those that stand level only."""
    text = profile.trim[1] - profile.head - profile.foot
    own: dict[str, list[BookPage]] = {}
    for page in pages:
        if page.part:
            own.setdefault(page.part.name, []).append(page)
    found = tuple(row for name, part in ready.items() for row in _rows(part, own[name]))
    limit = round(text * SHARE, 2)
    return Copyfit(
        text,
        limit,
        measured=len(found),
        largest=max((row.apart for row in found), default=0.0),
        rows=tuple(row for row in found if row.apart > limit),
    )


def _rows(part: SetPart, own: Sequence[BookPage]) -> list[Uneven]:
    """The rows of a part, with its pages."""
    view = own[0].part.values.get("pair") if own[0].part else None
    if not isinstance(view, PairView):
        return []
    return [
        Uneven(
            pair=view.id,
            title=Bilingual(view.vi.title, view.en.title),
            pages=tuple(page.number for page in own if page.sheet == sheet),
            vi=Side(view.vi.path, view.rows[at].lines[0], vi),
            en=Side(view.en.path, view.rows[at].lines[1], en),
        )
        for at, sheet, vi, en in part.heights
    ]


def write_note(found: Copyfit, root: Path, folder: Path) -> None:
    """Write copyfit.json and copyfit.html into `folder`."""
    data = {
        "format": FORMAT,
        "text_mm": found.text,
        "limit_mm": found.limit,
        "rows_measured": found.measured,
        "largest_mm": found.largest,
        "rows": [{**asdict(row), "apart_mm": row.apart, "short": row.short} for row in found.rows],
    }
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    (folder / NAMES[0]).write_text(text, "utf-8", newline="\n")
    page = templates_.environment(root).get_template("copyfit.html").render(found=found)
    (folder / NAMES[1]).write_text(page, "utf-8", newline="\n")

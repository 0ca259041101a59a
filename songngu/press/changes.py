"""Which pages changed since an earlier round: the shop makes plates again for these alone.

Pages are known by a hash of their content. Both halves of a cut spread change together, and a page
that moved to another folio is told as moved, not as new.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from songngu.press.package_ import read_member

PAGES = "pages.json"
_MEMBER = re.compile(r".*_dau-trang_v[0-9]{2,}\.json")


class NoOldPagesError(ValueError):
    """The file named by --since is no package of ours."""


@dataclass(frozen=True)
class Changes:
    """Page numbers, 1-based: `changed` stood there before with other content, `added` and
    `removed` are beyond the shorter book's end; `moved` pairs an old number with its new one."""

    before: int
    after: int
    changed: tuple[int, ...]
    added: tuple[int, ...]
    removed: tuple[int, ...]
    moved: tuple[tuple[int, int], ...]

    def as_json(self) -> str:
        told = {
            "pages_before": self.before,
            "pages_now": self.after,
            "changed": self.changed,
            "added": self.added,
            "removed": self.removed,
            "moved": [{"from": old, "to": new} for old, new in self.moved],
        }
        return json.dumps(told, indent=2) + "\n"

    def as_text(self) -> str:
        """For people, Vietnamese first."""
        moved = ", ".join(f"{old} → {new}" for old, new in self.moved) or "–"
        return (
            f"Số trang trước / Pages before: {self.before}\n"
            f"Số trang nay / Pages now: {self.after}\n"
            f"Trang đổi / Changed: {runs(self.changed)}\n"
            f"Trang thêm / Added: {runs(self.added)}\n"
            f"Trang bỏ / Removed: {runs(self.removed)}\n"
            f"Trang chuyển chỗ / Moved: {moved}\n"
        )


def old_pages(package: Path) -> list[str]:
    """The content hashes that an earlier package carries. Raises NoOldPagesError."""
    try:
        found = json.loads(read_member(package, _MEMBER) or b"")
    except ValueError:
        found = None
    if not isinstance(found, list):
        raise NoOldPagesError(str(package))
    return [str(one) for one in found]


def compare(before: Sequence[str], after: Sequence[str]) -> Changes:
    """What differs between two books, page by page."""
    both = min(len(before), len(after))
    changed = tuple(at + 1 for at in range(both) if before[at] != after[at])
    often = Counter(before)
    old = {mark: at + 1 for at, mark in enumerate(before) if often[mark] == 1}
    moved = tuple(
        (old[mark], at + 1) for at, mark in enumerate(after) if mark in old and old[mark] != at + 1
    )
    return Changes(
        len(before),
        len(after),
        changed,
        tuple(range(both + 1, len(after) + 1)),
        tuple(range(both + 1, len(before) + 1)),
        moved,
    )


def runs(numbers: Sequence[int]) -> str:
    """Page numbers with neighbours joined: 3–5, 9; a dash for none."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    said = [f"{one[0]}–{one[-1]}" if len(one) > 1 else str(one[0]) for one in parts]
    return ", ".join(said) or "–"

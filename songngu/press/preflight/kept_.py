"""What was found on a page before, kept by all that the page is made of and is judged by."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import PIL

from songngu.cache_ import Cache, digest
from songngu.press.preflight import ghostscript_
from songngu.press.preflight.facts import Area, PlateFacts
from songngu.press.preflight.wanted import Finding, Wanted

# Whoever changes a rule changes what is found: the rules' own text is part of the key.
_RULES = tuple(digest(path) for path in sorted(Path(__file__).parent.rglob("*.py")))


@dataclass(frozen=True)
class Kept:
    """The findings and plates of pages, by `mark` (None: a page that cannot be kept)."""

    cache: Cache | None
    wanted: Wanted

    def findings(self, mark: str | None, page: int) -> tuple[list[Finding], float | None] | None:
        """What the rules found, and the most ink that the page's objects tell."""
        kept = self._read("findings", mark, page)
        return kept and ([_finding(one) for one in kept["found"]], kept["most"])

    def keep_findings(
        self, mark: str | None, page: int, found: list[Finding], most: float | None
    ) -> None:
        value = {"found": [_plain(one) for one in found], "most": most}
        self._write("findings", mark, page, value)

    def plate(self, mark: str | None, page: int) -> PlateFacts | None:
        found = self._read("plate", mark, page)
        return found and PlateFacts(page, found["ink"], _area(found["over"]))

    def keep_plate(self, mark: str | None, found: PlateFacts) -> None:
        over = _values(found.over) if found.over else None
        self._write("plate", mark, found.page, {"ink": found.ink, "over": over})

    def _read(self, kind: str, mark: str | None, page: int) -> Any:
        if mark is None or self.cache is None:
            return None
        return self.cache.get(self._key(kind, mark, page))

    def _write(self, kind: str, mark: str | None, page: int, value: object) -> None:
        if mark is not None and self.cache is not None:
            self.cache.put(self._key(kind, mark, page), value)

    def _key(self, kind: str, mark: str, page: int) -> tuple[object, ...]:
        """A page's number counts: what lies at the fold, and what is told, depend on it."""
        engines = (pikepdf.__version__, PIL.__version__, ghostscript_.version())
        return (kind, mark, page, repr(self.wanted), engines, _RULES)


def _plain(one: Finding) -> dict[str, object]:
    areas = [_values(area) for area in one.areas]
    return {"code": one.code, "detail": one.detail, "areas": areas, "page": one.page,
            "values": one.values}  # fmt: skip


def _finding(told: Any) -> Finding:
    areas = tuple(Area(*values) for values in told["areas"])
    return Finding(told["code"], told["detail"], areas, told["page"], told["values"])


def _values(area: Area) -> tuple[float, float, float, float]:
    return (area.x, area.y, area.width, area.height)


def _area(values: Any) -> Area | None:
    return Area(*values) if values else None

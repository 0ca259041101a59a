"""What a file is judged by, and what a rule answers."""

from dataclasses import dataclass, field

from songngu.model import PressProfile
from songngu.press.preflight.facts import Area


@dataclass(frozen=True)
class Wanted:
    """What the file is judged by: one printing house's profile, for one part of the book.

    Lengths in millimetres, ink in percent. `families` are the fonts that may occur (none: any);
    `multiple` is the signature (1 for a cover); `sheet` says that a page is a whole cover, with
    a trimmed edge all round and a `spine`, and no page of a book with a fold on one side.
    """

    trim: tuple[float, float]
    bleed: float
    identifier: str
    ink_limit: float
    multiple: int = 1
    perfect_bound: bool = False
    variant: str = "x-4"
    families: tuple[str, ...] = ()
    sheet: bool = False
    spine: float = 0

    @property
    def forbids_transparency(self) -> bool:
        return self.variant == "x-1a"

    @classmethod
    def interior(cls, profile: PressProfile, families: tuple[str, ...] = ()) -> "Wanted":
        return cls(
            trim=profile.trim,
            bleed=profile.bleed,
            identifier=profile.identifier,
            ink_limit=profile.ink_limit,
            multiple=profile.multiple,
            perfect_bound=profile.binding == "perfect",
            variant=profile.variant,
            families=families,
        )

    @classmethod
    def cover(cls, profile: PressProfile, spine: float, families: tuple[str, ...] = ()) -> "Wanted":
        """One sheet: back, spine and front side by side. `spine` in millimetres."""
        width, height = profile.trim
        return cls(
            trim=(2 * width + spine, height),
            bleed=profile.bleed,
            identifier=profile.identifier,
            ink_limit=profile.ink_limit,
            variant=profile.variant,
            families=families,
            sheet=True,
            spine=spine,
        )


@dataclass(frozen=True)
class Finding:
    """What a rule found: the sentence `code/detail`, where on the page, and its values."""

    code: str
    detail: str
    areas: tuple[Area, ...] = ()
    page: int | None = None
    values: dict[str, object] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The name of its sentence."""
        return f"{self.code}/{self.detail}" if self.detail else self.code

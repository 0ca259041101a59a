"""print/press.yml -> PressProfile: what the printing house asks for."""

from pathlib import Path
from typing import Any

from songngu.diagnostics import Checked, diagnose
from songngu.model import PressProfile
from songngu.source.records import document

NAME = "print/press.yml"


def read_press(root: Path) -> Checked[PressProfile | None]:
    """The profile that press.yml chooses; None and why when it cannot stand."""
    found = document(root / NAME, root, "press", "config.invalid")
    if found.value is None:
        return Checked(None, found.diagnostics)
    data: Any = found.value.value
    one = data["profiles"].get(data["profile"])
    if one is None:
        line = found.value.line(("profile",))
        known = ", ".join(data["profiles"])
        return Checked(
            None,
            (
                diagnose(
                    "config.invalid",
                    NAME,
                    line,
                    "not-allowed",
                    where="profile",
                    found=data["profile"],
                    meant=known,
                ),
            ),
        )
    icc = one["intent"]["icc"]
    if not (root / icc).is_file():
        line = found.value.line(("profiles", data["profile"], "intent", "icc"))
        return Checked(None, (diagnose("config.invalid", NAME, line, "no-icc", icc=icc),))
    margins = one["margins"]
    width, height = (float(side) for side in one["trim"])
    profile = PressProfile(
        name=data["profile"],
        trim=(width, height),
        bleed=float(one["bleed"]),
        slug=float(one["slug"]),
        inner=float(margins["inner"]),
        outer=float(margins["outer"]),
        head=float(margins["head"]),
        foot=float(margins["foot"]),
        multiple=one["multiple"],
        icc=icc,
        identifier=one["intent"]["identifier"],
        condition=one["intent"]["condition"],
        ink_limit=float(one["ink_limit"]),
    )
    return Checked(profile, found.diagnostics)

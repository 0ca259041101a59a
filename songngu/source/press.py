"""print/press.yml -> PressProfile: what the printing house asks for.

A profile is what stands under its name over what stands under `common`. Page counts follow the
binding: wire stitches hold folded sheets of 4 pages, glue holds signatures of 8 or 16
(trim presets of Vietnamese printing houses).
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from songngu.diagnostics import Checked, Diagnostic, diagnose
from songngu.model import PressProfile, Stock
from songngu.source.files import is_inside
from songngu.source.records import bilingual, document
from songngu.source.yaml_ import Document

NAME = "print/press.yml"
REQUIRED = (
    "trim", "bleed", "slug", "margins", "binding", "multiple", "inside", "cover", "ink_limit",
    "intent",
)  # fmt: skip
GLUED = (8, 16)


def read_press(root: Path, wanted: str | None = None) -> Checked[PressProfile | None]:
    """The profile of that name, or the one that press.yml chooses; None and why when it cannot
    stand."""
    found = document(root / NAME, root, "press", "config.invalid")
    if found.value is None:
        return Checked(None, found.diagnostics)
    data: Any = found.value.value
    name = wanted or data["profile"]
    if name not in data["profiles"]:
        line = found.value.line(("profile",))
        known = ", ".join(data["profiles"])
        problem = diagnose(
            "config.invalid", NAME, line, "not-allowed", where="profile", found=name, meant=known
        )
        return Checked(None, (*found.diagnostics, problem))
    one = {**data.get("common", {}), **data["profiles"][name]}
    stocks = data.get("stocks", {})
    problems = tuple(_problems(root, name, one, stocks, found.value))
    if problems:
        return Checked(None, (*found.diagnostics, *problems))
    return Checked(_profile(name, one, stocks), found.diagnostics)


def _problems(
    root: Path, name: str, one: Mapping[str, Any], stocks: Mapping[str, Any], file: Document
) -> Iterator[Diagnostic]:
    """What the schema cannot know: what the merged profile lacks, and what does not go together."""

    def line(*place: str) -> int:
        own = ("profiles", name, *place)
        return file.line(own if own in file.lines else ("common", *place))

    where = f"profiles.{name}"
    lacking = [key for key in REQUIRED if key not in one]
    for key in lacking:
        at = file.line(("profiles", name))
        yield diagnose("config.invalid", NAME, at, "missing-key", key=key, where=where)
    if lacking:
        return
    for part in ("inside", "cover"):
        if one[part] not in stocks:
            yield diagnose(
                "config.invalid", NAME, line(part), "not-allowed",
                where=f"{where}.{part}", found=one[part], meant=", ".join(stocks) or "stocks",
            )  # fmt: skip
    icc = one["intent"]["icc"]
    if not ((root / icc).is_file() and is_inside(root / icc, root)):
        yield diagnose("config.invalid", NAME, line("intent", "icc"), "no-icc", icc=icc)
    elif not _is_press_profile(root / icc):
        yield diagnose("config.invalid", NAME, line("intent", "icc"), "bad-icc", icc=icc)
    if one["binding"] == "perfect" and one["multiple"] not in GLUED:
        yield diagnose(
            "config.invalid", NAME, line("multiple"), "signature", multiple=one["multiple"]
        )
    if one.get("variant") == "x-1a":
        yield diagnose("config.invalid", NAME, line("variant"), "no-x1a")
    if one["binding"] == "saddle" and one.get("spine_mm"):
        yield diagnose("config.invalid", NAME, line("spine_mm"), "stitched-spine")


def _is_press_profile(path: Path) -> bool:
    """Whether the head of a file is that of a whole profile for CMYK (ICC.1:2022, 7.2: its size in
    the first four bytes, the colour space at 16, its signature at 36)."""
    try:
        with path.open("rb") as file:
            head = file.read(128)
        size = path.stat().st_size
    except OSError:
        return False
    return int.from_bytes(head[:4]) == size and head[16:20] == b"CMYK" and head[36:40] == b"acsp"


def _profile(name: str, one: Mapping[str, Any], stocks: Mapping[str, Any]) -> PressProfile:
    margins, intent = one["margins"], one["intent"]
    colours = one.get("colours", {"inside": "4/4", "cover": "4/4"})
    width, height = (float(side) for side in one["trim"])
    stated = one.get("spine_mm")
    return PressProfile(
        name=name,
        trim=(width, height),
        bleed=float(one["bleed"]),
        slug=float(one["slug"]),
        inner=float(margins["inner"]),
        outer=float(margins["outer"]),
        head=float(margins["head"]),
        foot=float(margins["foot"]),
        multiple=int(one["multiple"]),
        icc=intent["icc"],
        identifier=intent["identifier"],
        condition=intent["condition"],
        ink_limit=float(one["ink_limit"]),
        binding=one["binding"],
        variant=one.get("variant", "x-4"),
        inside=_stock(stocks[one["inside"]]),
        cover=_stock(stocks[one["cover"]]),
        allowance=float(one.get("allowance", 0)),
        spine_mm=None if stated is None else float(stated),
        glue=float(one.get("glue", 6)),
        inside_colours=colours["inside"],
        cover_colours=colours["cover"],
        finishing=bilingual(one.get("finishing", {"vi": "", "en": ""})),
    )


def _stock(data: Mapping[str, Any]) -> Stock:
    return Stock(bilingual(data["name"]), float(data["grammage"]), float(data["caliper"]))

"""The job ticket (phiếu sản xuất): what the printing house is asked for, as paper and as JSON.

It says what is known and names what is missing; it invents nothing, least of all a licence number.
"""

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from songngu.figures.numbers import number
from songngu.geometry import COVER_PAGES, Wrap
from songngu.model import UNSAID, Bilingual, Issue, Lang, PressProfile, Stock
from songngu.press.pages_ import finish_document
from songngu.press.setting import set_sheet, words
from songngu.press.workshop import Workshop

FORMAT = "songngu-job-ticket/1"
Words = Mapping[str, Bilingual]


@dataclass(frozen=True)
class Delivered:
    """A file as it is handed over: its name in the package, what it is, its hash and length."""

    name: str
    part: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Line:
    """A line of the ticket; `stated` is False where the value says that something is missing."""

    label: Bilingual
    value: Bilingual
    stated: bool = True


@dataclass(frozen=True)
class Group:
    title: Bilingual
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Order:
    """What the ticket is about."""

    issue: Issue
    profile: PressProfile
    wrap: Wrap
    pages: int
    round_number: int
    files: tuple[Delivered, ...]
    icc_sha256: str
    licence_scan: bool
    contact: Bilingual = UNSAID


def set_ticket(shop: Workshop, order: Order, folder: Path) -> None:
    """Write job-ticket.pdf and job-ticket.json."""
    said = words(shop.root)
    values = {
        "groups": groups(order, said),
        "order": order,
        "wrap": order.wrap,
        "length": _length,
        "size": _size,
    }
    done = set_sheet(
        shop,
        "ticket.html",
        "ticket.css",
        values,
        screen=True,
        page_css="@page{size:210mm 297mm;margin:14mm 15mm 16mm;bleed:0}",
    )
    stamp = datetime.datetime.combine(order.issue.date, datetime.time(0, 0))
    title = f"{said['ticket'].vi} / {said['ticket'].en} – {order.issue.title.vi}"
    finish_document(done, title, stamp, folder / "job-ticket.pdf")
    text = json.dumps(record(order, said), ensure_ascii=False, indent=2)
    (folder / "job-ticket.json").write_text(text + "\n", "utf-8", newline="\n")


# --- as paper ---------------------------------------------------------------------------------


def groups(order: Order, said: Words) -> tuple[Group, ...]:
    """The ticket's lines in the order in which a shop reads them."""
    return (
        Group(said["g-work"], _work(order, said)),
        Group(said["g-inside"], _inside(order, said)),
        Group(said["g-cover"], _cover(order, said)),
        Group(said["g-finish"], _finish(order, said)),
        Group(said["g-colour"], _colour(order, said)),
    )


def _work(order: Order, said: Words) -> tuple[Line, ...]:

    def across(lang: Lang) -> str:
        return " × ".join(_length(side, lang) for side in order.profile.trim)

    return (
        Line(said["title"], order.issue.title),
        _stated(order, said, "licence_no", "licence", "licence-missing"),
        Line(
            said["licence-scan"],
            said["scan-there" if order.licence_scan else "scan-missing"],
            order.licence_scan,
        ),
        _stated(order, said, "copies", "copies", "to-be-stated"),
        Line(
            said["client"],
            order.contact if order.contact.vi else said["to-be-stated"],
            bool(order.contact.vi),
        ),
        Line(said["trim"], _both(lambda lang: f"{across(lang)} mm")),
        Line(said["bleed"], _both(lambda lang: f"{_length(order.profile.bleed, lang)} mm")),
    )


def _inside(order: Order, said: Words) -> tuple[Line, ...]:
    profile = order.profile
    return (
        Line(said["page-count"], _both(lambda lang: str(order.pages))),
        Line(said["stock"], _stock(profile.inside)),
        Line(said["colours"], _colours(profile.inside_colours, said)),
    )


def _cover(order: Order, said: Words) -> tuple[Line, ...]:
    profile = order.profile
    return (
        Line(said["page-count"], _both(lambda lang: str(COVER_PAGES))),
        Line(said["stock"], _stock(profile.cover)),
        Line(said["colours"], _colours(profile.cover_colours, said)),
        Line(said["finishing"], profile.finishing if profile.finishing.vi else said["none"]),
    )


def _finish(order: Order, said: Words) -> tuple[Line, ...]:
    profile, spine = order.profile, order.wrap.spine
    lines = [
        Line(said["binding"], said[f"binding-{profile.binding}"]),
        Line(said["signature"], _both(lambda lang: str(profile.multiple))),
    ]
    if spine:
        how = said["spine-stated" if profile.spine_mm is not None else "spine-computed"]
        value = _both(lambda lang: f"{_length(spine, lang)} mm, {how[lang]}")
        lines.append(Line(said["spine"], value))
        bare = _both(lambda lang: f"{_length(order.wrap.glue, lang)} mm {said['each-side'][lang]}")
        lines.append(Line(said["bare"], bare))
    lines += [
        _stated(order, said, "delivery", "delivery", "to-be-stated"),
        _stated(order, said, "deposit", "deposit", "to-be-stated"),
    ]
    return tuple(lines)


def _colour(order: Order, said: Words) -> tuple[Line, ...]:
    profile = order.profile
    limit = Decimal(str(profile.ink_limit)).normalize()
    return (
        Line(said["order"], said["single-pages"]),
        Line(said["marks"], said["marks-outside"]),
        Line(said["standard"], _both(lambda lang: f"PDF/{profile.variant.upper()}, CMYK")),
        Line(said["intent"], _both(lambda lang: f"{profile.identifier}: {profile.condition}")),
        Line(said["ink-limit"], _both(lambda lang: f"{limit:f} %")),
        Line(said["black"], said["black-text"]),
        Line(said["fonts"], said["fonts-embedded"]),
    )


def _stated(order: Order, said: Words, key: str, label: str, missing: str) -> Line:
    """An imprint line, or in words that it is missing."""
    for line in order.issue.imprint.lines:
        if line.key == key:
            return Line(said[label], line.value)
    return Line(said[label], said[missing], stated=False)


def _stock(stock: Stock) -> Bilingual:
    def said(lang: Lang) -> str:
        weight = number(Decimal(f"{stock.grammage:g}"), lang)
        return f"{stock.name[lang]}, {weight} g/m², {_length(stock.caliper, lang)} mm"

    return _both(said)


def _colours(colours: str, said: Words) -> Bilingual:
    return _both(lambda lang: f"{colours}: {said['colours-' + colours][lang]}")


def _both(make: Callable[[Lang], str]) -> Bilingual:
    return Bilingual(make("vi"), make("en"))


def _length(mm: float, lang: Lang) -> str:
    return number(Decimal(f"{round(mm, 3):g}"), lang)


def _size(size: int, lang: Lang) -> str:
    """Bytes as megabytes of a million, one decimal; at least 0.1."""
    return number(max(Decimal(size) / 1_000_000, Decimal("0.1")).quantize(Decimal("0.1")), lang)


# --- as JSON ----------------------------------------------------------------------------------


def record(order: Order, said: Words) -> dict[str, object]:
    """The same as data: lengths in millimetres, null with a word where something is missing."""
    profile, wrap = order.profile, order.wrap
    imprint = {line.key: line.value for line in order.issue.imprint.lines}

    def stated(key: str, missing: str) -> dict[str, object]:
        value = imprint.get(key)
        words_ = said[missing] if value is None else value
        return {"stated": value is not None, "vi": words_.vi, "en": words_.en}

    return {
        "format": FORMAT,
        "issue": order.issue.id,
        "status": order.issue.status,
        "round": order.round_number,
        "title": _pair(order.issue.title),
        "licence_no": stated("licence_no", "licence-missing"),
        "licence_scan": order.licence_scan,
        "copies": stated("copies", "to-be-stated"),
        "contact": _pair(order.contact),
        "trim_mm": list(profile.trim),
        "bleed_mm": profile.bleed,
        "inside": {
            "pages": order.pages,
            "colours": profile.inside_colours,
            "stock": _stock_record(profile.inside),
        },
        "cover": {
            "pages": COVER_PAGES,
            "colours": profile.cover_colours,
            "stock": _stock_record(profile.cover),
            "finishing": _pair(profile.finishing),
            "flat_mm": [round(wrap.sheet.width, 3), wrap.sheet.height],
            "spine_mm": wrap.spine,
            "bare_strip_mm": wrap.glue,
        },
        "binding": profile.binding,
        "signature": profile.multiple,
        "colour": {
            "standard": f"PDF/{profile.variant.upper()}",
            "intent": profile.identifier,
            "condition": profile.condition,
            "icc_sha256": order.icc_sha256,
            "ink_limit_percent": profile.ink_limit,
        },
        "delivery": stated("delivery", "to-be-stated"),
        "deposit": stated("deposit", "to-be-stated"),
        "files": [
            {"name": one.name, "part": one.part, "sha256": one.sha256, "bytes": one.size}
            for one in order.files
        ],
    }


def _pair(value: Bilingual) -> dict[str, str]:
    return {"vi": value.vi, "en": value.en}


def _stock_record(stock: Stock) -> dict[str, object]:
    return {
        "name": _pair(stock.name),
        "grammage_g_m2": stock.grammage,
        "caliper_mm": stock.caliper,
    }

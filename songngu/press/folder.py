"""The press folder: what stands in dist/print/<issue>/ beside the interior, and the package of it.

Inside the package every name says in ASCII what the file is (so-1_ruot_205x290_96tr_v01.pdf:
inside pages, trim, page count, round); outside, names are plain. Both have their SHA256SUMS.
"""

import functools
import json
import re
from pathlib import Path

from songngu.cache_ import digest
from songngu.press import copyfit_note
from songngu.press.changes import PAGES, compare, old_pages
from songngu.press.contact import set_contact_sheet
from songngu.press.cover import spine_of, wrap_of
from songngu.press.manuscript import set_manuscript
from songngu.press.package_ import Hashed, pack, sums
from songngu.press.pages_ import page_contents
from songngu.press.ticket import Delivered, Order, set_ticket
from songngu.press.workshop import Workshop
from songngu.source.slugs import slug

SUMS = "SHA256SUMS"
LICENCES = "assets/licences"
# What stays with the editor.
OURS = copyfit_note.NAMES
# What a file is called in the package and which part of the delivery it is; {} are its facts.
_NAMES = {
    "interior.pdf": ("ruot_{trim}_{pages}tr", "inside"),
    "cover.pdf": ("bia_{trim}_{spine}", "cover"),
    "job-ticket.pdf": ("phieu-san-xuat", "ticket"),
    "job-ticket.json": ("phieu-san-xuat", "ticket"),
    "contact-sheet.pdf": ("ma-ket_{pages}tr", "contact"),
    "preflight.json": ("kiem-tra-tep", "preflight"),
    "preflight.html": ("kiem-tra-tep", "preflight"),
    "screen-vi.pdf": ("doc-man-hinh_vi", "screen"),
    "screen-en.pdf": ("doc-man-hinh_en", "screen"),
    "licence.pdf": ("giay-phep", "licence"),
    "changes.txt": ("trang-doi", "changes"),
    "changes.json": ("trang-doi", "changes"),
    PAGES: ("dau-trang", "pages"),
}


def deliver(
    shop: Workshop,
    fresh: Path,
    pages: int,
    *,
    round_number: int = 1,
    since: Path | None = None,
    for_licence: bool = False,
) -> None:
    """Finish the folder `fresh`, which holds interior.pdf of that many pages, its cover.pdf and
    whatever else was made before: contact sheet, ticket, sums, package. `since` is the package of
    an earlier round; `for_licence` adds the manuscript copy, which is filed and not sent to print.
    """
    interior, cover = fresh / "interior.pdf", fresh / "cover.pdf"
    wrap = wrap_of(shop.profile, pages)
    facts = page_contents(interior)
    set_contact_sheet(shop, interior, cover, wrap, facts, fresh / "contact-sheet.pdf")
    marks = [one.content for one in facts]
    _write(fresh / PAGES, json.dumps(marks, indent=0) + "\n")
    if since is not None:
        found = compare(old_pages(since), marks)
        _write(fresh / "changes.json", found.as_json())
        _write(fresh / "changes.txt", found.as_text())
    scan = shop.root / LICENCES / f"{shop.issue.id}.pdf"
    if scan.is_file():
        (fresh / "licence.pdf").write_bytes(scan.read_bytes())
    hashed = functools.cache(digest)
    files = _delivered(shop, fresh, pages, round_number, hashed)
    icc = digest(shop.icc)
    order = Order(
        shop.issue,
        shop.profile,
        wrap,
        pages,
        round_number,
        files,
        icc,
        scan.is_file(),
        shop.publication.contact,
    )
    set_ticket(shop, order, fresh)
    _package(shop, fresh, pages, round_number, hashed)
    if for_licence:
        set_manuscript(shop, interior, fresh / "manuscript.pdf")
    _write(fresh / SUMS, sums({path.name: path for path in _files(fresh)}, hashed))


def package_name(shop: Workshop, path: str, pages: int, round_number: int) -> str:
    """The name in the package of a file of the folder (its path there, with slashes)."""
    if "/" in path:
        return path  # a report's own folder: its pages name each other
    issue, width, height = slug(shop.issue.id), *shop.profile.trim
    spine = spine_of(shop.profile, pages)
    ending = Path(path).suffix.lower()
    what, _ = _NAMES.get(path, (slug(Path(path).stem) or "tep", ""))
    said = what.format(
        trim=f"{width:g}x{height:g}".replace(".", "-"),
        pages=pages,
        spine=f"gay{spine:g}mm".replace(".", "-") if spine else "khong-gay",
    )
    return f"{issue}_{said}_v{round_number:02d}{ending}"


def _delivered(
    shop: Workshop, fresh: Path, pages: int, round_number: int, hashed: Hashed
) -> tuple[Delivered, ...]:
    """What the ticket lists: the files for the press first, then what explains them."""
    order = {name: at for at, name in enumerate(_NAMES)}
    files = [path for path in _files(fresh) if path.name in _NAMES and path.parent == fresh]
    return tuple(
        Delivered(
            package_name(shop, path.name, pages, round_number),
            _NAMES[path.name][1],
            hashed(path),
            path.stat().st_size,
        )
        for path in sorted(files, key=lambda path: order[path.name])
        if _NAMES[path.name][1] != "ticket"
    )


def _package(shop: Workshop, fresh: Path, pages: int, round_number: int, hashed: Hashed) -> None:
    members = {
        package_name(shop, path.relative_to(fresh).as_posix(), pages, round_number): path
        for path in _files(fresh)
        if path.name not in OURS
    }
    target = fresh / f"{re.sub(r'[^A-Za-z0-9._-]', '-', shop.issue.id)}-press.zip"
    pack(members, shop.issue.date, target, hashed)


def _files(folder: Path) -> list[Path]:
    """Every file of the folder, in order, without its own sums and our marker."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.name != SUMS and not path.name.startswith(".")
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")

"""Knows pikepdf for the cover: the set sheet becomes PDF/X-4 with crop marks and fold ticks."""

from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from songngu.geometry import Wrap, points
from songngu.press import pdf_
from songngu.press.pdf_ import Intent
from songngu.press.weasyprint_ import SetPart

# The document information key that carries the SHA-256 of the interior.
BOUND = "/SongnguInterior"


def join_cover(part: SetPart, wrap: Wrap, intent: Intent, interior: str, target: Path) -> None:
    """Write the cover. `interior` is the SHA-256 of the interior that it was made for."""
    sheet = wrap.sheet
    pdf = Pdf.new()
    marks = pdf_.marks_form(pdf, sheet, (*sheet.crop_marks(), *wrap.fold_ticks()))
    left, bottom, right, top = sheet.bleed_box.in_points
    edge = points(sheet.edge)
    for form in pdf_.as_forms(pdf, part.pdf):
        code = (
            f"q {left:g} {bottom:g} {right - left:g} {top - bottom:g} re W n "
            f"1 0 0 1 {edge:.4f} {edge:.4f} cm /P0 Do Q\n/M Do"
        )
        pdf.add_blank_page(page_size=sheet.media.in_points[2:])
        page = pdf.pages[-1].obj
        page.Contents = pdf.make_stream(code.encode())
        page.Resources = Dictionary(XObject=Dictionary(P0=form, M=marks))
        page.MediaBox = Array(sheet.media.in_points)
        page.BleedBox = Array(sheet.bleed_box.in_points)
        page.TrimBox = Array(sheet.trim.in_points)
    pdf_.share(pdf)
    pdf_.describe(pdf, intent)
    pdf.Root.PageLayout = Name.SinglePage
    pdf.docinfo[BOUND] = interior
    pdf.remove_unreferenced_resources()
    pdf.save(
        target,
        deterministic_id=True,
        min_version="1.6",
        compress_streams=True,
        recompress_flate=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )


def bound_to(cover: Path) -> str:
    """The SHA-256 of the interior that a cover was made for; '' when it carries none."""
    with Pdf.open(cover) as pdf:
        return str(pdf.docinfo.get(BOUND, ""))

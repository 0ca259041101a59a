"""The cover: the set sheet becomes PDF/X-4 with crop marks and fold ticks."""

from pathlib import Path

from pikepdf import Pdf

from songngu.geometry import Wrap
from songngu.press.pdf_ import Intent, Leaves, declare, marks_form
from songngu.press.pdf_writer_ import PdfWriter
from songngu.press.weasyprint_ import SetPart

# The document information key that carries the SHA-256 of the interior.
BOUND = "SongnguInterior"


def join_cover(part: SetPart, wrap: Wrap, intent: Intent, interior: str, target: Path) -> None:
    """Write the cover. `interior` is the SHA-256 of the interior that it was made for."""
    sheet = wrap.sheet
    with target.open("wb") as file:
        pdf = PdfWriter(file)
        marks = marks_form(pdf, sheet, (*sheet.crop_marks(), *wrap.fold_ticks()))
        leaves = Leaves(pdf, sheet, marks)
        for form in pdf.forms(part.pdf):
            leaves.add([(form, 0.0)])
        declare(pdf, intent, {"PageLayout": "/SinglePage"}, **{BOUND: interior})


def bound_to(cover: Path) -> str:
    """The SHA-256 of the interior that a cover was made for; '' when it carries none."""
    with Pdf.open(cover) as pdf:
        return str(pdf.docinfo.get(f"/{BOUND}", ""))

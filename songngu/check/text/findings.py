"""Repairs -> what the editor is told."""

import unicodedata
from collections.abc import Iterator

from songngu.check.text.repair import Repair
from songngu.check.text.repairing import compositions, repairs
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import Lang, Orthography


def found_in(
    path: str, text: str, lang: Lang | None, orthography: Orthography
) -> Iterator[Diagnostic]:
    """Every fault of a file. Letters in parts are one fault of the whole file, told once."""
    if not unicodedata.is_normalized("NFC", text):
        parts = compositions(path, text, lang)
        if parts:
            yield _told(parts[0], path, text, count=len(parts))
        text = unicodedata.normalize("NFC", text)
    for one in repairs(path, text, lang, orthography):
        yield _told(one, path, text)


def _told(one: Repair, path: str, text: str, count: int = 1) -> Diagnostic:
    line = text.count("\n", 0, one.start) + 1
    place = (one.code, path, line, one.detail)
    if one.right is None:
        return diagnose(*place, found=one.found)
    if one.detail:
        return diagnose(*place, found=one.found, meant=one.right)
    return diagnose(*place, found=one.found, meant=one.right, count=count)

"""A difference -> what the editor is told, in the file and on the line where it is surest.

A figure that cannot be read is told where it stands; two figures that disagree are told at the
English one (the translation), with the place of the Vietnamese; a figure without a counterpart is
told where it stands.
"""

import re

from songngu.check.numbers.comparing import Difference, converted
from songngu.check.numbers.quantity import DATE, Quantity
from songngu.check.numbers.separators import swapped
from songngu.check.numbers.writing import written
from songngu.check.passages import Level, Passage
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import Lang

_DOUBTFUL = {"vi": re.compile(r"[0-9]{1,3},[0-9]{3}"), "en": re.compile(r"[0-9]{1,3}\.[0-9]{3}")}


def finding(difference: Difference, pair: str | None) -> Diagnostic:
    """The diagnostic of a difference."""
    vi, en, level = difference.vi, difference.en, difference.level
    if vi is None or en is None:
        lang: Lang = "en" if vi is None else "vi"
        one = en or vi
        assert one is not None
        return _at_fault(one, level, lang, pair) if one.fault else _missing(one, level, lang, pair)
    if wrong := _misread(vi, en):
        one = vi if wrong == "vi" else en
        meant = _regrouped(one, en if wrong == "vi" else vi)
        return _told("number.malformed", "separator", one, level, wrong, pair, meant=meant)
    code = "number.unit" if converted(vi, en) else "number.mismatch"
    passage = level.vi
    assert passage is not None
    return _told(
        code,
        "",
        en,
        level,
        "en",
        pair,
        expected=written(vi, "en"),
        other=_shown(vi),
        other_path=passage.path,
        other_line=passage.line_at(vi.start),
    )


def _at_fault(one: Quantity, level: Level, lang: Lang, pair: str | None) -> Diagnostic:
    """A figure that its own language cannot read."""
    details = ("order", "no-day") if one.fault == DATE else ("separator", "unread")
    if not one.meant:
        return _told("number.malformed", details[1], one, level, lang, pair)
    return _told("number.malformed", details[0], one, level, lang, pair, meant=_clean(one.meant))


def _missing(one: Quantity, level: Level, lang: Lang, pair: str | None) -> Diagnostic:
    other: Lang = "en" if lang == "vi" else "vi"
    there = level[other]
    assert there is not None
    return _told(
        "number.mismatch",
        f"no-{other}",
        one,
        level,
        lang,
        pair,
        expected=written(one, other),
        other_path=there.path,
        other_line=there.line,
    )


def _told(
    code: str,
    detail: str,
    one: Quantity,
    level: Level,
    lang: Lang,
    pair: str | None,
    **values: object,
) -> Diagnostic:
    passage: Passage | None = level[lang]
    assert passage is not None
    return diagnose(
        code,
        passage.path,
        passage.line_at(one.start),
        detail,
        lang=lang,
        pair=pair,
        block=passage.block,
        found=_shown(one),
        **values,
    )


def _shown(one: Quantity) -> str:
    return _clean(one.text)


def _clean(text: str) -> str:
    return " ".join(text.replace("*", "").split())


def _misread(vi: Quantity, en: Quantity) -> Lang | None:
    """The side whose separators are the other language's: 1.000 for 1.000, a year with a comma."""
    for lang, one, other in (("en", en, vi), ("vi", vi, en)):
        if one.value is None or other.value is None:
            continue
        digits = _DOUBTFUL[lang].search(one.text)
        if digits and other.value == one.value * 1000:
            return "en" if lang == "en" else "vi"
        if other.key[0] == "year" and one.grouped and other.value == one.value:
            return "en" if lang == "en" else "vi"
    return None


def _regrouped(one: Quantity, other: Quantity) -> str:
    if other.key[0] == "year":
        return str(other.key[1])
    return _clean(re.sub(r"[0-9]{1,3}[.,][0-9]{3}", lambda found: swapped(found[0]), one.text))

"""The rules of the preflight, in the order of their codes: an explicit list, nothing is discovered.

A page rule reads one page's facts, a file rule what the file says of itself.
"""

from collections.abc import Callable, Iterator

from songngu.press.preflight.facts import FileFacts, PageFacts
from songngu.press.preflight.rules import (
    boxes,
    colour,
    cover,
    ink,
    intent,
    lettering,
    lines,
    overprint,
)
from songngu.press.preflight.wanted import Finding, Wanted

PageRule = Callable[[PageFacts, Wanted], Iterator[Finding]]
FileRule = Callable[[FileFacts, Wanted], Iterator[Finding]]

RULES: tuple[PageRule, ...] = (
    boxes.readable,
    boxes.sizes,
    boxes.safe_text,
    boxes.bleeding,
    boxes.marks_inside,
    boxes.annotations,
    colour.spaces,
    colour.black,
    colour.transparency,
    ink.images,
    ink.objects,
    lettering.fonts,
    lettering.small_text,
    ink.resolution,
    lines.hairlines,
    lines.thin_rules,
    overprint.white,
    overprint.knocked_out,
    cover.spine,
)

FILE_RULES: tuple[FileRule, ...] = (
    intent.pages,
    intent.output_intent,
    intent.version,
    intent.information,
)

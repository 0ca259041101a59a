"""A text -> its repairs, and the text with them carried out."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from songngu.check.languages import left_behind
from songngu.check.text.letters import SUSPECT_LETTER, decomposed, invisible, letters
from songngu.check.text.prose import stretches
from songngu.check.text.punctuation import SUSPECT_DASH, SUSPECT_MARK, punctuation
from songngu.check.text.repair import Repair, Rule, Stretch
from songngu.check.text.tones import misplaced, tones
from songngu.model import Lang, Orthography

_SUSPECTS = tuple(map(re.compile, (SUSPECT_LETTER, SUSPECT_MARK)))
RULES: tuple[Rule, ...] = (letters, tones, punctuation)


def suspicious(text: str, lang: Lang | None, orthography: Orthography) -> bool:
    """Whether the rules need to look at a text at all, told from the whole of it in one go: most
    files are as they should be."""
    return bool(
        not unicodedata.is_normalized("NFC", text)
        or any(one.search(text) for one in _SUSPECTS)
        or (lang != "vi" and SUSPECT_DASH.search(text))
        or (lang != "en" and misplaced(text, orthography.tone))
    )


def _spoken(path: str, text: str, lang: Lang | None) -> Iterator[Stretch]:
    """The prose of a file, each stretch in the language that it is in: one that waits for its
    translation is still set by the rules of the other."""
    for one in stretches(path, text, lang):
        other: Lang = "en" if one.lang == "vi" else "vi"
        yield replace(one, lang=other) if left_behind(one.text, one.lang) else one


def compositions(path: str, text: str, lang: Lang | None) -> list[Repair]:
    """What must be composed (NFC) before anything else can be read; places are the text's."""
    return [
        _moved(one, stretch.start)
        for stretch in stretches(path, text, lang)
        for one in decomposed(stretch)
    ]


def repairs(path: str, text: str, lang: Lang | None, orthography: Orthography) -> list[Repair]:
    """What the rules find in a composed text, in its order; places are the text's."""
    found = [
        _moved(one, stretch.start)
        for stretch in _spoken(path, text, lang)
        for rule in RULES
        for one in rule(stretch, orthography)
    ]
    told = {one.start for one in found}
    found += [one for one in invisible(text) if one.start not in told]
    return sorted(found, key=lambda one: (one.start, one.end))


def carried_out(text: str, found: Sequence[Repair]) -> str:
    """The text with every repair that is sure; of two that meet the first, the other next time."""
    done: list[str] = []
    at = 0
    for one in _apart(found):
        done += [text[at : one.start], one.right or ""]
        at = one.end
    return "".join([*done, text[at:]])


def _apart(found: Sequence[Repair]) -> Iterator[Repair]:
    end = 0
    for one in found:
        if one.right is not None and one.start >= end:
            yield one
            end = one.end


def _moved(one: Repair, by: int) -> Repair:
    return replace(one, start=one.start + by, end=one.end + by)

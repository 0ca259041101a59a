"""text.punctuation: spaces, quotation marks and dashes as Vietnamese and English set them.

What only shows in the setting (an unbreakable space between a number and its unit) is the
renderer's work and never asked of an editor (figures/spacing.py). What a reader sees is the
source's: a book that prints another mark than was approved would be nobody's text.
"""

import re
from collections.abc import Callable, Iterator

from songngu.check.text.repair import HIDDEN, Repair, Stretch
from songngu.model import Orthography

CODE = "text.punctuation"
_SPACE = "[ \t\u00a0\u2009\u202f]+"
_LETTER = r"[^\W\d_]"
_BEFORE = re.compile(rf"(?<=[\w)\]”’%\0*]){_SPACE}(?=(?:[,;!?]|[:.](?![\d\w]))(?:[\s”’)*\0]|$))")
_OPENED = re.compile(rf"(?<=[(“‘]){_SPACE}(?=\S)")
_CLOSED = re.compile(rf"(?<=\S){_SPACE}(?=[)”])")
_MISSING = re.compile(rf"(?<={_LETTER})[,;](?={_LETTER})")
_TWICE = re.compile(r"([,;:])\1+(?=\s|$)")
_TWO_DOTS = re.compile(r"(?<=[^\W_])\.\.(?=\s|$)")
_DASH = re.compile(r"(?<=[\w)”’\"',\0*])( -{1,2} )(?=[\w(“‘\"'\0*])")
# Years only: a hyphen between other numbers may be a telephone's or a document's.
_YEARS = re.compile(r"(?<![\w/.\-–])((?:1[5-9]|20)\d\d)-((?:1[5-9]|20)\d\d)(?![\w/\-–])")
_APOSTROPHE = re.compile(rf"(?<={_LETTER})'(?={_LETTER})")
_QUOTE = re.compile(r"(?<!\\)[\"']")
_OPENS_AFTER = re.compile(r"(?:^|[\s(\[“‘*_–—/|>-])$")
_CLOSES_BEFORE = re.compile(r"^(?:[\s)\]”’*_.,;:!?…–—/|<\0-]|$)")

# What any fault of this file has in it, and that of a dash in English. It begins with one of few
# characters, and what stands around each is looked at then: a whole file is searched in no time.
_BLANK = "[ \t\u00a0\u2009\u202f]"
SUSPECT_MARK = (
    r"[\"',;:!?)”(“‘.](?:(?<=[\"'])"
    rf"|(?<={_BLANK}[,;:!?)”])|(?<={_BLANK}\.)(?![./\w])|(?<=[(“‘]){_BLANK}"
    rf"|(?<={_LETTER}[,;])(?={_LETTER})|(?<=[,;:])[,;:]|(?<=\.)\.(?:[\s|]|$))"
)
SUSPECT_DASH = re.compile(r"-(?:(?<= -)-? |(?<=\d{4}-)\d{4})")


def punctuation(stretch: Stretch, orthography: Orthography) -> Iterator[Repair]:
    """Every fault of a stretch, those of a table cell by cell."""
    for offset, text in _parts(stretch):
        for rule in (_simple, _dashes, _quotes):
            for one in rule(text, stretch.lang):
                yield Repair(
                    CODE, one.detail, offset + one.start, offset + one.end, one.found, one.right
                )


def _parts(stretch: Stretch) -> Iterator[tuple[int, str]]:
    if not stretch.cells:
        yield 0, stretch.text
        return
    for found in re.finditer(r"[^|\n]+", stretch.text):
        bare = found[0].strip()
        yield found.start() + found[0].find(bare), bare


# What is wrong at once, with what it is replaced by and how much is shown around it.
_SIMPLE: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    ("space-before", _BEFORE, lambda found: ""),
    ("space-inside", _OPENED, lambda found: ""),
    ("space-inside", _CLOSED, lambda found: ""),
    ("space-after", _MISSING, lambda found: found[0] + " "),
    ("twice", _TWICE, lambda found: found[1]),
)


def _simple(text: str, lang: str) -> Iterator[Repair]:
    for detail, pattern, right in _SIMPLE:
        for found in pattern.finditer(text):
            yield Repair(CODE, detail, *found.span(), _around(text, found), right(found))
    for found in _TWO_DOTS.finditer(text):
        yield Repair(CODE, "two-dots", *found.span(), _around(text, found), None)


def _dashes(text: str, lang: str) -> Iterator[Repair]:
    """English sets an en dash; in Vietnamese official texts the spaced hyphen is the rule."""
    if lang != "en":
        return
    for found in _DASH.finditer(text):
        yield Repair(CODE, "dash", *found.span(), _around(text, found), " – ")
    for found in _YEARS.finditer(text):
        yield Repair(CODE, "dash", *found.span(), found[0], f"{found[1]}–{found[2]}")


def _quotes(text: str, lang: str) -> Iterator[Repair]:
    """Straight marks. A mark is turned when it can only open, or only close, and the marks of its
    kind go in pairs through the whole passage; else the editor has to say."""
    inner = {found.start() for found in _APOSTROPHE.finditer(text)}
    for at in sorted(inner):
        yield Repair(CODE, "quote", at, at + 1, _near(text, at), "’")
    for mark, pair in (('"', "“”"), ("'", "‘’")):
        marks = (found.start() for found in _QUOTE.finditer(text) if found[0] == mark)
        places = [at for at in marks if at not in inner and not _is_measure(text, at)]
        sides = [_side(text, at) for at in places]
        whole = sides == [0, 1] * (len(places) // 2)
        for index, (at, side) in enumerate(zip(places, sides, strict=True)):
            # What can only close is an apostrophe or looks like one (the investors’ needs), and
            # one that opens has its partner behind it.
            single = mark == "'" and (side == 1 or (side == 0 and 1 in sides[index:]))
            sure = whole or single
            right = pair[side] if sure and side is not None else None
            detail = "quote" if right else "quote-unpaired"
            yield Repair(CODE, detail, at, at + 1, _near(text, at), right)


def _is_measure(text: str, at: int) -> bool:
    """5' and 12": feet, inches, minutes and seconds of arc keep their straight marks."""
    return text[at - 1 : at].isdigit() and text.count(text[at], 0, at) % 2 == 0


def _side(text: str, at: int) -> int | None:
    """0 when the mark can only open, 1 when it can only close, None when it may do both."""
    opens = bool(_OPENS_AFTER.search(text[max(0, at - 1) : at]))
    closes = bool(_CLOSES_BEFORE.match(text[at + 1 : at + 2]))
    return None if opens == closes else int(closes)


# Letters on each side of a fault.
NEAR = 12


def _around(text: str, found: re.Match[str]) -> str:
    """The words on both sides of a fault, for its message."""
    return _near(text, found.start(), found.end())


def _near(text: str, start: int, end: int | None = None) -> str:
    end = start + 1 if end is None else end
    left = re.search(r"\S*$", text[max(0, start - NEAR) : start])
    right = re.match(r"\S*", text[end : end + NEAR])
    assert left is not None and right is not None
    return (left[0] + text[start:end] + right[0]).replace(HIDDEN, "").strip("\n")

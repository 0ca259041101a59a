"""A bilingual Word table of two columns -> the sides of a pair, and which language a text is."""

import re
from dataclasses import dataclass

from songngu.desk.word.manuscript import Body, Manuscript, Paragraph, Remark, Table
from songngu.model import LANGS, Lang

WORD = re.compile(r"[^\W\d_]+")
# Letters that English has not: every second Vietnamese syllable bears one.
VIETNAMESE = re.compile("[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1ea0-\u1ef9]", re.IGNORECASE)
ENGLISH = {"the", "of", "and", "in", "to", "a", "an", "is", "are", "for", "on", "with", "by", "at"}
MOSTLY, HARDLY = 0.3, 0.1
# A heading as long as this says its language without small words.
LONG = 4
HEADS = {
    "tiếng việt", "bản tiếng việt", "vietnamese", "vietnamese version", "tiếng anh",
    "bản tiếng anh", "english", "english version", "vietnamese text", "english text",
}  # fmt: skip
COLUMNS = 2


@dataclass(frozen=True)
class Sides:
    """What a document says in each language, and what the division must tell."""

    vi: Body
    en: Body
    remarks: tuple[Remark, ...] = ()


def language(text: str) -> Lang | None:
    """The language of a text; None where it is too short or too mixed to say."""
    words = [word.lower() for word in WORD.findall(text)]
    if not words:
        return None
    share = sum(1 for word in words if VIETNAMESE.search(word)) / len(words)
    if share >= MOSTLY:
        return "vi"
    if share <= HARDLY and (len(words) >= LONG or ENGLISH & set(words)):
        return "en"
    return None


def text_of(body: Body) -> str:
    """All words of a body, in order."""
    said = []
    for one in body:
        if isinstance(one, Paragraph):
            said.append(one.text)
        else:
            said += [text_of(cell) for row in one.rows for cell in row]
    return " ".join(" ".join(said).split())


def sides(manuscript: Manuscript) -> Sides | None:
    """The two sides of a bilingual document; None if it has no table of two languages."""
    firsts = [_first_column(one) for one in manuscript.body]
    if not any(firsts):
        return None
    halves: dict[Lang, list[Paragraph | Table]] = {"vi": [], "en": []}
    remarks: list[Remark] = []
    for one, first in zip(manuscript.body, firsts, strict=True):
        if first is not None and isinstance(one, Table):
            remarks += _divide(one, first, halves)
            continue
        said = language(text_of((one,)))
        for lang in LANGS if said is None else (said,):
            halves[lang].append(one)
        if said is None and text_of((one,)):
            remarks.append(_remark(one, ""))
    return Sides(tuple(halves["vi"]), tuple(halves["en"]), tuple(remarks))


def _first_column(block: Paragraph | Table) -> Lang | None:
    """The language of the left column, if the block is a bilingual table."""
    if isinstance(block, Paragraph) or any(len(row) != COLUMNS for row in block.rows):
        return None
    told = [(language(text_of(left)), language(text_of(right))) for left, right in block.rows]
    for lang, other in (("vi", "en"), ("en", "vi")):
        if 2 * told.count((lang, other)) >= len(told):  # type: ignore[arg-type]
            return lang  # type: ignore[return-value]
    return None


def _divide(table: Table, first: Lang, halves: dict[Lang, list[Paragraph | Table]]) -> list[Remark]:
    """Each row's cells to their sides; a row that only names the languages is no text."""
    remarks = []
    second: Lang = "en" if first == "vi" else "vi"
    for left, right in table.rows:
        if {text_of(left).lower(), text_of(right).lower()} <= HEADS:
            remarks += [_remark(one, "head") for one in (*left, *right)]
            continue
        halves[first] += left
        halves[second] += right
    return remarks


def _remark(block: Paragraph | Table, detail: str) -> Remark:
    text = text_of((block,))
    number = block.number if isinstance(block, Paragraph) else 1
    return Remark(number, " ".join(text.split()[:8]), "docx.sides", detail, {"text": text})

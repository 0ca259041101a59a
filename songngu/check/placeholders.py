"""The words that `new` writes for an editor to replace: no finished article still holds them."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic, diagnose
from songngu.model import LANGS, Article, Lang, Pair
from songngu.source.records import SERIES

WORDS: Mapping[str, Mapping[Lang, str]] = {
    "title": {"vi": "Tiêu đề bài", "en": "Title of the article"},
    "byline": {"vi": "Ban biên tập", "en": "Editorial team"},
    "standfirst": {"vi": "Một hai câu dẫn vào bài.", "en": "One or two sentences that lead in."},
    "alt": {"vi": "Trong ảnh có gì.", "en": "What is seen in the picture."},
    "caption": {"vi": "Chú thích ảnh.", "en": "Caption of the picture."},
    "series": {"vi": "Tên bảng", "en": "Title of the table"},
    "row": {"vi": "Chỉ tiêu thứ nhất", "en": "The first indicator"},
    "unit": {"vi": "đơn vị tính", "en": "unit of measure"},
}
BODIES: Mapping[str, Mapping[Lang, str]] = {
    "article": {
        "vi": "Đoạn mở đầu.\n\n## Đề mục\n\nĐoạn tiếp theo.\n",
        "en": "The opening paragraph.\n\n## Heading\n\nThe next paragraph.\n",
    },
    "interview": {
        "vi": "Đoạn giới thiệu.\n\nHỏi: Câu hỏi?\n\nĐáp: Câu trả lời.\n",
        "en": "The introduction.\n\nQ: A question?\n\nA: An answer.\n",
    },
    "statistics": {
        "vi": "Đoạn mở đầu: bảng cho thấy điều gì.\n",
        "en": "The opening paragraph: what the table shows.\n",
    },
}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """An article that is no draft has its own words everywhere."""
    for pair, article in subject.articles():
        if article.status != "draft":
            yield from _fields(pair, article)
            yield from _blocks(pair, article)
    yield from _tables(subject)


def _fields(pair: Pair, article: Article) -> Iterator[Diagnostic]:
    said = {"title": article.title, "standfirst": article.standfirst}
    lines = {key: article.line_of(key) for key in said}
    if article.picture:
        said |= {"alt": article.picture.alt, "caption": article.picture.caption}
        lines |= dict.fromkeys(("alt", "caption"), article.picture.line)
    for key, text in said.items():
        if text == WORDS[key][article.lang]:
            yield _found("source.front-matter", article, pair, lines[key], text)


def _blocks(pair: Pair, article: Article) -> Iterator[Diagnostic]:
    left = _sentences(article.lang)
    alt = f"![{WORDS['alt'][article.lang]}]("
    for block in article.blocks:
        if block.text in left:
            yield _found("source.markdown", article, pair, block.line, block.text)
        elif alt in block.text:
            line = block.line + block.text[: block.text.index(alt)].count("\n")
            yield _found("source.markdown", article, pair, line, WORDS["alt"][article.lang])


def _tables(subject: Subject) -> Iterator[Diagnostic]:
    """The tables that a finished article prints, told in their own files."""
    finished = [one for _, one in subject.articles() if one.status != "draft"]
    named = (use for one in finished for use in subject.references(one))
    printed = {use.target for use in named if use.kind == "series"}
    for said in subject.sayings():
        if said.path.startswith(SERIES) and PurePosixPath(said.path).stem in printed:
            for lang, line in zip(LANGS, said.lines, strict=True):
                if said.text[lang] in [WORDS[key][lang] for key in ("series", "row", "unit")]:
                    text = said.text[lang]
                    yield diagnose(
                        "series.invalid", said.path, line, "placeholder", lang=lang, text=text
                    )


def _sentences(lang: Lang) -> frozenset[str]:
    """The blocks that a new article begins with."""
    texts = (body[lang] for body in BODIES.values())
    return frozenset(one for text in texts for one in text.strip().split("\n\n"))


def _found(code: str, article: Article, pair: Pair, line: int, text: str) -> Diagnostic:
    return diagnose(
        code, article.path, line, "placeholder", lang=article.lang, pair=pair.id, text=text
    )

"""`new`: both language files of an article, front matter filled in."""

from songngu.model import LANGS, Issue, Lang

_WORDS = {
    "title": {"vi": "Tiêu đề bài", "en": "Title of the article"},
    "byline": {"vi": "Ban biên tập", "en": "Editorial team"},
    "standfirst": {"vi": "Một hai câu dẫn vào bài.", "en": "One or two sentences that lead in."},
    "alt": {"vi": "Trong ảnh có gì.", "en": "What is seen in the picture."},
    "caption": {"vi": "Chú thích ảnh.", "en": "Caption of the picture."},
}
_BODIES = {
    "article": {
        "vi": "Đoạn mở đầu.\n\n## Đề mục\n\nĐoạn tiếp theo.\n",
        "en": "The opening paragraph.\n\n## Heading\n\nThe next paragraph.\n",
    },
    "interview": {
        "vi": "Đoạn giới thiệu.\n\nHỏi: Câu hỏi?\n\nĐáp: Câu trả lời.\n",
        "en": "The introduction.\n\nQ: A question?\n\nA: An answer.\n",
    },
    "statistics": {
        "vi": "Đoạn mở đầu: bảng cho thấy điều gì.\n\n"
        "| Chỉ tiêu | Giá trị |\n| --- | --- |\n| … | … |\n",
        "en": "The opening paragraph: what the table shows.\n\n"
        "| Indicator | Value |\n| --- | --- |\n| … | … |\n",
    },
}


def scaffold(kind: str, slug: str, section: str, issue: Issue) -> dict[str, str]:
    """Path (relative to the root) -> text, for both languages; `status: draft` until it is done."""
    order = 1 + max(
        (pair.lead.order for pair in issue.pairs if pair.lead.section == section), default=0
    )
    return {
        f"content/{lang}/{issue.id}/{slug}.md": _text(kind, section, order, lang) for lang in LANGS
    }


def _text(kind: str, section: str, order: int, lang: Lang) -> str:
    words = {key: said[lang] for key, said in _WORDS.items()}
    return (
        "---\n"
        f"title: {words['title']}\n"
        f"type: {kind}\n"
        f"section: {section}\n"
        f"order: {order}\n"
        f"byline: {words['byline']}\n"
        f"standfirst: {words['standfirst']}\n"
        "status: draft\n"
        "# picture:\n"
        "#   src: ../../../assets/images/….png\n"
        f"#   alt: {words['alt']}\n"
        f"#   caption: {words['caption']}\n"
        "---\n\n"
        f"{_BODIES[kind][lang]}"
    )

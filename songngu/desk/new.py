"""`new`: both language files of an article, front matter filled in."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from songngu.check.placeholders import BODIES, WORDS
from songngu.model import LANGS, Issue, Lang

# What YAML reads as this very text without quotation marks.
PLAIN = re.compile(r"[^\W\d_][\w ,.;()/–-]*[\w.)]")
NO_TEXT = {"true", "false", "null"}


@dataclass(frozen=True)
class Asked:
    """What `new` is to make: the type, the files' name, the section, for which issue. `source` is
    what a new table may rest on: an id of facts.yml, if there is any."""

    kind: str
    slug: str
    section: str
    issue: Issue
    source: str = ""


@dataclass(frozen=True)
class Said:
    """What is known of one side already; what is empty is left to be written."""

    title: str = ""
    standfirst: str = ""
    text: str = ""


def scaffold(asked: Asked, said: Mapping[Lang, Said] | None = None) -> dict[str, str]:
    """Path (relative to the root) -> text, for both languages; `status: draft` until it is done.

    New statistics come with an empty table, unless their text is there already.
    """
    section = asked.section
    order = 1 + max(
        (pair.lead.order for pair in asked.issue.pairs if pair.lead.section == section), default=0
    )
    files = {
        f"content/{lang}/{asked.issue.id}/{asked.slug}.md": _text(
            asked, order, lang, (said or {}).get(lang, Said())
        )
        for lang in LANGS
    }
    if asked.kind == "statistics" and asked.source and not said:
        block = f"\n```table\nseries: {asked.slug}\n```\n"
        files = {path: text + block for path, text in files.items()}
        files[f"content/series/{asked.slug}.yml"] = _table(asked)
    return files


def _table(asked: Asked) -> str:
    title, row, unit = WORDS["series"], WORDS["row"], WORDS["unit"]
    return (
        f"title: {{vi: {title['vi']}, en: {title['en']}}}\n"
        f"unit: {{vi: {unit['vi']}, en: {unit['en']}}}\n"
        f"source: {asked.source}\n"
        f"as_of: {asked.issue.date.isoformat()}\n"
        "key: {vi: Chỉ tiêu, en: Indicator}\n"
        "columns:\n"
        "  - id: gia-tri\n"
        "    label: {vi: Giá trị, en: Value}\n"
        "rows:\n"
        f"  - label: {{vi: {row['vi']}, en: {row['en']}}}\n"
        "    values: [null]\n"
    )


def _text(asked: Asked, order: int, lang: Lang, said: Said) -> str:
    words = {key: word[lang] for key, word in WORDS.items()}
    return (
        "---\n"
        f"title: {_scalar(said.title or words['title'])}\n"
        f"type: {asked.kind}\n"
        f"section: {asked.section}\n"
        f"order: {order}\n"
        f"byline: {words['byline']}\n"
        f"standfirst: {_scalar(said.standfirst or words['standfirst'])}\n"
        "status: draft\n"
        "# picture:\n"
        "#   src: ../../../assets/images/….png\n"
        f"#   alt: {words['alt']}\n"
        f"#   caption: {words['caption']}\n"
        "---\n\n"
        f"{said.text or BODIES[asked.kind][lang]}"
    )


def _scalar(text: str) -> str:
    """The text as a YAML value."""
    plain = PLAIN.fullmatch(text) and text.lower() not in NO_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)

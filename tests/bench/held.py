"""What was made holds the articles: a contestant that sets empty pages is quick, and no measure."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from songngu.model import LANGS
from tests.bench.issue import ID

# So many words in a row without any mark, as they stand in Markdown, HTML and PDF alike.
WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){5}")


def probes(root: Path, lang: str) -> dict[str, str]:
    """Of each article of the made issue some words in a row, by the article's name."""
    found = {}
    for path in sorted((root / f"content/{lang}/{ID}").glob("bai-*.md")):
        body = path.read_text("utf-8").partition("\n---\n")[2]
        words = WORDS.search(body)
        assert words, path
        found[path.stem] = words[0]
    return found


def assert_site(root: Path, site: Path) -> None:
    """Each article has a page with its words in each language."""
    pages = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
    for lang in LANGS:
        for name, words in probes(root, lang).items():
            own = [text for path, text in pages.items() if name in path.parts]
            assert any(words in text for text in own), f"{site}: {lang}/{name} lacks “{words}”"


def assert_pdf(root: Path, path: Path) -> int:
    """Every article's words stand in the PDF, lines and spaces aside; how many pages it has."""
    with pypdfium2.PdfDocument(path) as pdf:
        text = _run("".join(_texts(pdf)))
        for lang in LANGS:
            for name, words in probes(root, lang).items():
                assert _run(words) in text, f"{path}: {lang}/{name} lacks “{words}”"
        return len(pdf)


def _texts(pdf: pypdfium2.PdfDocument) -> Iterator[str]:
    for page in pdf:
        yield page.get_textpage().get_text_bounded()
        page.close()


def _run(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", unicodedata.normalize("NFC", text))

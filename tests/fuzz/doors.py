"""The doors by which others' bytes come in. Behind each the house reads them as it always does.

A door raises nothing, whatever the bytes are; what is wrong with them is a diagnostic with a
sentence in both languages.
"""

import atexit
import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import docx

from songngu.align import align
from songngu.check.numbers.reading import read as read_figures
from songngu.check.text.repairing import carried_out, repairs
from songngu.desk.word.intake import take_in
from songngu.desk.word.reading_ import read_docx
from songngu.diagnostics import Diagnostic
from songngu.figures.pictures_ import pixels
from songngu.messages import hint, message
from songngu.model import LANGS, Orthography
from songngu.source.addresses import read_addresses
from songngu.source.articles import read_article
from songngu.source.blocks import cut
from songngu.source.clearance import read_signings
from songngu.source.engine_settings import check_engine_settings
from songngu.source.names import read_names
from songngu.source.press import read_press
from songngu.source.publication import CONFIG, read
from songngu.source.records import document, read_credits, read_facts, read_series
from songngu.source.series_sheet import read_rows
from songngu.source.termbase import read_termbase
from songngu.source.yaml_ import Document
from tests.support import GOOD, Publication, rendered
from tests.word.support import asked

ARTICLE = "content/vi/so-1/ben.md"
HEAD = b"---\ntitle: B\ntype: article\nsection: dong-song\n---\n\n"
FILES = {
    "yaml": (
        "content/publication.yml", "content/facts.yml", "content/series/mua.yml",
        "content/names.yml", "assets/images/credits.yml", "print/press.yml", "mkdocs.yml",
    ),
    "csv": ("content/series/mua.csv", "content/termbase.csv", "content/addresses.txt",
            "content/clearance/so-1/ben/approver-1.txt"),
}  # fmt: skip


@cache
def publication() -> Publication:
    """One good tiny publication for the whole run; every door puts back what it spoilt."""
    folder = Path(tempfile.mkdtemp(prefix="doors-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Publication(folder)


def told(diagnostics: Iterable[Diagnostic]) -> None:
    """Every finding is a sentence, and stands on a line."""
    for one in diagnostics:
        assert one.place.line >= 1, one
        for lang in LANGS:
            assert message(one, lang) and hint(one, lang), one


@contextmanager
def replaced(path: str, content: bytes) -> Iterator[None]:
    """The good publication with these bytes in the place of that file."""
    file = publication().root / path
    before = file.read_bytes() if file.exists() else None
    publication().write(path, content)
    try:
        yield
    finally:
        file.unlink()
        if before is not None:
            publication().write(path, before)


@cache
def room(name: str) -> Path:
    """A folder for that file alone: what would stand beside it has a door of its own."""
    folder = Path(tempfile.mkdtemp(prefix="doors-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    return folder


def examined(path: str, content: bytes) -> None:
    """The whole check with these bytes in the place of that file."""
    with replaced(path, content):
        told(publication().examine().diagnostics)


def front(data: bytes) -> None:
    """Front matter between its two lines, and whatever follows."""
    path = publication().write("content/vi/so-1/loi.md", b"---\n" + data)
    try:
        told(read_article(path, publication().root, "vi").diagnostics)
    finally:
        path.unlink()


def _of_kind(kind: str) -> Callable[[bytes], None]:
    """Files of a kind: the first byte says which of them holds the others. Each is read by the
    one reader that knows it (the replay has the whole check besides): a run takes less than a
    thousandth of a second."""

    def door(data: bytes) -> None:
        name = whereto(kind, data)
        path = room(name) / name
        path.write_bytes(data[1:])
        try:
            told(READERS[name](room(name)))
        finally:
            path.unlink()  # a new file costs less than an old one that is emptied

    return door


@cache
def _config() -> Document:
    root = publication().root
    config = document(root / CONFIG, root, "publication", "config.invalid").value
    assert config is not None
    return config


def _settings(root: Path) -> Iterable[Diagnostic]:
    return check_engine_settings(root, _config())


READERS: dict[str, Callable[[Path], Iterable[Diagnostic]]] = {
    "content/publication.yml": lambda root: read(root).diagnostics,
    "content/facts.yml": lambda root: read_facts(root).diagnostics,
    "content/series/mua.yml": lambda root: read_series(root, None).diagnostics,
    "content/names.yml": lambda root: read_names(root, None).diagnostics,
    "assets/images/credits.yml": lambda root: read_credits(root).diagnostics,
    "print/press.yml": lambda root: read_press(root).diagnostics,
    "mkdocs.yml": _settings,
    "content/series/mua.csv": lambda root: (
        read_rows(root / "content/series/mua.csv", root, ["do-duoc"]).diagnostics
    ),
    "content/termbase.csv": lambda root: read_termbase(root).diagnostics,
    "content/addresses.txt": lambda root: read_addresses(root).diagnostics,
    "content/clearance/so-1/ben/approver-1.txt": lambda root: (
        read_signings(root, "so-1").diagnostics
    ),
}


def whereto(kind: str, data: bytes) -> str:
    """The file that takes these bytes, but for the first."""
    files = FILES[kind]
    return files[(data[0] if data else 0) % len(files)]


def markdown(data: bytes) -> None:
    """The text of an article: cut, aligned, rendered; its figures read, its letters repaired."""
    text = data.decode("utf-8", "ignore").replace("\0", "")
    path = publication().write("content/vi/so-1/loi.md", HEAD + text.encode())
    try:
        found = read_article(path, publication().root, "vi")
        told(found.diagnostics)
        if found.value is None:
            return
        rendered(found.value)
        align(found.value.blocks, cut(GOOD["content/en/so-1/ben.md"]))
        for lang in LANGS:
            read_figures(text, lang)
            mended = carried_out(text, repairs("a.md", text, lang, Orthography()))
            assert mended or not text
    finally:
        path.unlink()


def picture(data: bytes) -> None:
    """A picture: its header is read, then, for what has one, its pixels."""
    path = publication().write("assets/images/loi.png", data)
    pixels(path)


@cache
def _empty_document() -> dict[str, bytes]:
    made = io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as package:
        return {name: package.read(name) for name in package.namelist()}


WORD_HEAD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml")


def word(data: bytes) -> None:
    """A Word file: the bytes as its text, as one of its parts, or as the whole package."""
    kind, inside = (data[0] if data else 0) % 6, data[1:]
    path = publication().root / "gui.docx"
    if kind == 5:
        path.write_bytes(inside)
    else:
        parts = dict(_empty_document())
        whole = WORD_HEAD + inside + b"</w:body></w:document>"
        parts[PARTS[kind] if kind < 4 else PARTS[0]] = inside if kind < 4 else whole
        with zipfile.ZipFile(path, "w") as package:
            for name, content in parts.items():
                package.writestr(name, content)
    found = read_docx(path)
    told(found.diagnostics)
    if found.value is not None:
        told(take_in([found.value], asked()).diagnostics)


DOORS: dict[str, Callable[[bytes], None]] = {
    "front": front,
    "yaml": _of_kind("yaml"),
    "csv": _of_kind("csv"),
    "markdown": markdown,
    "picture": picture,
    "word": word,
}

"""What a YAML file says in both languages, each with its lines: `{vi: …, en: …}` wherever it
stands."""

from collections.abc import Iterator

from songngu.model import Bilingual, Saying
from songngu.source.yaml_ import Document, Path


def sayings(document: Document, path: str) -> tuple[Saying, ...]:
    """Every place of the document that has both a Vietnamese and an English text."""
    return tuple(_walk(document.value, (), document, path))


def _walk(value: object, place: Path, document: Document, path: str) -> Iterator[Saying]:
    if isinstance(value, list):
        for at, one in enumerate(value):
            yield from _walk(one, (*place, at), document, path)
    elif isinstance(value, dict):
        vi, en = value.get("vi"), value.get("en")
        if isinstance(vi, str) and isinstance(en, str):
            lines = (document.line((*place, "vi")), document.line((*place, "en")))
            yield Saying(path, place, Bilingual(vi.strip(), en.strip()), lines)
        for key, one in value.items():
            yield from _walk(one, (*place, key), document, path)

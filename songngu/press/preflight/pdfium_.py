"""Pictures of pages, as a reader's screen would show them."""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2


def version() -> str:
    return str(pypdfium2.version.PYPDFIUM_INFO)


def pictures(path: Path, width: int = 420) -> Iterator[bytes]:
    """Every page, its whole media box and unturned, as a JPEG of `width` pixels."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            page.set_rotation(0)
            page.set_cropbox(*page.get_mediabox())
            scale = width / max(1.0, page.get_width())
            picture = page.render(scale=scale).to_pil().convert("RGB")
            held = io.BytesIO()
            picture.save(held, "JPEG", quality=70)
            page.close()
            yield held.getvalue()

"""Converts the pictures of an issue to CMYK."""

from dataclasses import dataclass
from pathlib import Path

from songngu.cache_ import Cache
from songngu.figures.pictures_ import press_picture


@dataclass(frozen=True)
class ConvertToCmyk:
    """Makes the CMYK twin of a picture; an object, so that it can travel to another process."""

    icc: Path
    cache: Cache

    def __call__(self, path: Path) -> Path:
        return press_picture(path, self.icc, self.cache)

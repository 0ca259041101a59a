"""QR codes that are made once per address: to choose the best of eight masks takes a while."""

import importlib.metadata
from dataclasses import asdict
from pathlib import Path

from songngu.cache_ import Cache, digest
from songngu.press import qr
from songngu.press.notes import Encode


def encoding(cache: Cache) -> Encode:
    """Encodes with the engine, and keeps what it made."""
    shape = (importlib.metadata.version("segno"), digest(Path(qr.__file__)))

    def encode(address: str) -> qr.Code:
        key = ("code", *shape, address)
        if kept := cache.get(key):
            return qr.Code(**kept)
        made = qr.code(address)
        cache.put(key, asdict(made))
        return made

    return encode

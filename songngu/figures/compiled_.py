"""Templates that are compiled once: what the template engine makes of a file is kept."""

import platform
from importlib.metadata import version

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from songngu.cache_ import Cache, fingerprint

SUFFIX = ".jinja"


class Compiled(BytecodeCache):
    """Kept by the template's name and text, the engine, and this house, which chooses the
    engine's ways."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self.cache.read(_key(bucket), SUFFIX):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.cache.write(_key(bucket), SUFFIX, bucket.bytecode_to_string())


def _key(bucket: Bucket) -> tuple[object, ...]:
    engine = (version("jinja2"), platform.python_version())
    return ("template", fingerprint(), *engine, bucket.key, bucket.checksum)

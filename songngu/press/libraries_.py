"""The libraries below the press engine, asked without loading the engine itself: that takes most of
a second, and whoever finds all pages kept needs no more than the versions."""

import ctypes
import ctypes.util
import functools
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

# As the loader of Linux knows them; the engine tries these names too, after others.
NAMES = {
    "gobject": "libgobject-2.0.so.0",
    "pango": "libpango-1.0.so.0",
    "harfbuzz": "libharfbuzz.so.0",
    "subset": "libharfbuzz-subset.so.0",
    "fontconfig": "libfontconfig.so.1",
    "pangoft2": "libpangoft2-1.0.so.0",
}

# What the engine asks for fonts of kinds that we have none of (with axes, or where HarfBuzz cannot
# cut a subset out), and loads all the same: a quarter of its start.
RARE = ("fontTools.subset", "fontTools.varLib.instancer")


@functools.cache
def _loaded() -> dict[str, ctypes.CDLL] | None:
    """All of them; None on another system, or where one is missing: then only the engine knows."""
    if sys.platform != "linux":
        return None
    try:
        return {key: ctypes.CDLL(name) for key, name in NAMES.items()}
    except OSError:
        return None


def loaded() -> bool:
    """Whether the engine is."""
    return "weasyprint" in sys.modules


def there() -> bool:
    """Whether the engine will surely load."""
    return _loaded() is not None


def versions() -> tuple[str, str] | None:
    """Of Pango and of HarfBuzz, where they can be asked."""
    found = _loaded()
    if found is None:
        return None
    tell = found["harfbuzz"].hb_version_string
    tell.restype = ctypes.c_char_p
    return str(found["pango"].pango_version()), tell().decode()


@contextmanager
def unsearched() -> Iterator[None]:
    """While the engine is loaded: where its libraries are there under their names, nobody looks for
    others. It does so with programs of the system, two dozen times (measured: 0.4 s)."""
    search = ctypes.util.find_library
    if there():
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


class _Later(ModuleType):
    """A module that is loaded when one of its functions is called."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def called(*given: Any, **named: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*given, **named)

        return called


@contextmanager
def put_off() -> Iterator[None]:
    """While the engine is loaded: it is given promises of what it rarely asks for."""
    promises = {name: _Later(name) for name in RARE if name not in sys.modules}
    sys.modules.update(promises)
    try:
        yield
    finally:
        for name in promises:
            del sys.modules[name]

"""Where pages stand: addresses below the site's root, and the way from one to another.

An address is what follows the site's root: `vi/issue/a-story/`, `assets/site.css`, never with a
slash before it. Pages are linked relatively, so that the site can stand in any folder of a host.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from songngu.model import Lang

ASSETS = "assets/"


@dataclass(frozen=True)
class Addresses:
    """`base` is the publication's own address, ending with a slash; `folders` where each
    language stands below it (`vi/`, or nothing for a language at the root)."""

    base: str
    folders: Mapping[Lang, str]

    def page(self, lang: Lang, path: str) -> str:
        """The address of a page that stands at `path` below its language."""
        return self.folders[lang] + path

    def absolute(self, address: str) -> str:
        return self.base + address

    def rooted(self, address: str) -> str:
        """From the host's root: for pages that are served at any depth, like a 404."""
        return urlsplit(self.base).path + address


def relative(here: str, there: str) -> str:
    """The way from the page at address `here` to the address `there`; `there` may end in a
    slash, and keeps it."""
    up, folder = "", here[: here.rfind("/") + 1]
    while not there.startswith(folder):
        up, folder = up + "../", folder[: folder.rfind("/", 0, -1) + 1]
    return up + there[len(folder) :] or "./"

"""content/addresses.txt: the addresses that were published, one a line, as editors commit them."""

from dataclasses import dataclass
from pathlib import Path

from songngu.diagnostics import Checked
from songngu.source.files import read_text

LIST = "content/addresses.txt"


@dataclass(frozen=True)
class Listed:
    """An address below the site's root (`vi/issue/a-story/`) and the line where it stands."""

    address: str
    line: int


def read_addresses(root: Path) -> Checked[tuple[Listed, ...]]:
    """The list; empty for a publication without one. A line that begins with # says nothing."""
    path = root / LIST
    if not path.exists():
        return Checked(())
    text = read_text(path, root)
    lines = enumerate((text.value or "").split("\n"), 1)
    found = [(line.strip(), at) for at, line in lines if line.strip()]
    listed = tuple(Listed(line, at) for line, at in found if not line.startswith("#"))
    return Checked(listed, text.diagnostics)

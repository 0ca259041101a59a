"""Draws the floor plan of ARCHITECTURE.md from what the modules say of themselves.

`python -m tests.house.plan` writes it anew; a test holds that it is as drawn.
"""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "songngu"
PAGE = CHECKOUT / "ARCHITECTURE.md"
BEGIN = "## The floor plan\n"


@functools.cache
def tree(path: Path) -> ast.Module:
    """A file as Python reads it, once for every rule that asks."""
    return ast.parse(path.read_text("utf-8"))


def page() -> str:
    """ARCHITECTURE.md as it should be: its own words, then the floor plan."""
    words, _, _ = PAGE.read_text("utf-8").partition(BEGIN)
    return words + BEGIN + "\n" + "\n".join(_rooms())


def _rooms() -> Iterator[str]:
    yield _room("The front of the house", "", sorted(PACKAGE.glob("*.py")))
    for init in sorted(PACKAGE.rglob("*/__init__.py")):
        room = init.parent
        title = f"{room.relative_to(PACKAGE).as_posix()}/"
        yield _room(title, _said(init), sorted(room.glob("*.py")))


def _room(title: str, said: str, files: list[Path]) -> str:
    rows = [f"| `{path.name}` | {_said(path)} |\n" for path in files if path.name != "__init__.py"]
    table = ("| file | is |\n|---|---|\n" + "".join(rows)) if rows else ""
    return f"### {title}\n\n" + (f"{said}\n\n" if said else "") + table


def _said(path: Path) -> str:
    """The first paragraph of a module's docstring, on one line."""
    text = ast.get_docstring(tree(path)) or ""
    return " ".join(text.partition("\n\n")[0].split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")

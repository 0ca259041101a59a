"""The arrows of the floor plan, read from the imports."""

import ast
import functools
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from tests.house import plan
from tests.support import CHECKOUT

PACKAGE = CHECKOUT / "songngu"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Who may know whom: a room may import the rooms in its row, and its own. What is not a room here
# is a file that stands beside them.
ROOMS: dict[str, set[str]] = {
    "model": set(),
    "geometry": set(),
    "tables": set(),
    "confusables": set(),
    "progress": {"model"},
    "diagnostics": set(),
    "align": {"model", "source.slugs"},
    "source": {"model", "diagnostics", "align", "confusables"},
    "messages": {"model", "diagnostics", "tables", "confusables"},
    "report": {"model", "diagnostics", "messages", "confusables"},
    "cache_": {"ledger_", "output_"},
    "ledger_": set(),
    "output_": set(),
    "timings_": set(),
    "workers_": set(),
    "console_": {"model", "messages", "progress", "source.slugs"},
    "check": {"model", "geometry", "diagnostics", "source", "tables", "confusables"},
    "figures": {"model", "source", "cache_", "workers_", "tables", "output_", "progress"},
    # The names of kinds, roles and states are said in one place.
    "desk": {"model", "diagnostics", "source", "check", "output_", "figures", "messages", "tables"},
    "site": {"model", "diagnostics", "source", "figures", "cache_", "workers_", "messages",
             "tables", "progress"},
    "press": {"model", "geometry", "diagnostics", "source", "figures", "cache_", "output_",
              "workers_", "messages", "report", "tables", "progress"},
    "judging_": {"kept_", "model", "diagnostics", "source", "check", "figures", "cache_"},
    "serve": {"judging_", "model", "diagnostics", "messages", "report", "source", "align", "site",
              "output_", "pipeline"},
    "selftest_": {"output_"},
    "kept_": {"model", "diagnostics", "source", "align", "check", "cache_", "workers_"},
    "pipeline": {"judging_", "kept_", "model", "diagnostics", "source", "check", "figures", "site",
                 "press", "desk", "cache_", "output_", "workers_", "messages", "progress"},
    "options": {"model"},
    "arguments": {"options", "model", "messages"},
    "cli": {"arguments", "timings_", "model", "diagnostics", "messages", "console_", "report",
            "output_", "pipeline", "desk", "source", "serve", "selftest_", "progress"},
    "__main__": {"cli"},
    "version": set(),
}  # fmt: skip

# The engines, and the only files that know them. Their files end in `_`: the rim of the house.
# What merely reads data or fills templates stands in the second half, by name.
ENGINES: dict[str, tuple[str, ...]] = {
    "mkdocs": ("site/mkdocs_.py",),
    "weasyprint": (
        "press/weasyprint_.py",
        "press/shared_fonts_.py",
        "press/shortcuts_.py",
        "press/tag_notes_.py",
    ),
    "tinycss2": ("press/shortcuts_.py",),
    "tinyhtml5": ("press/shortcuts_.py",),
    "pydyf": (
        "press/lean_.py",
        "press/pdf_writer_.py",
        "press/shared_fonts_.py",
        "press/tag_notes_.py",
    ),
    "pikepdf": ("press/*_.py",),
    "pypdfium2": ("press/*_.py",),
    "PIL": ("figures/*_.py", "press/*_.py", "site/cards_.py"),
    "markdown": ("figures/markdown_.py",),
    "vl_convert": ("figures/charts_.py",),
    "segno": ("press/qr.py",),
    "fontTools": ("figures/fonts_.py",),
    "fontpkg_*": ("figures/charts_.py",),
    "jsonschema": ("source/schema.py",),
    "docx": ("desk/word/*_.py",),
    "babel": ("figures/numbers.py",),
    "yaml": ("tables.py", "source/yaml_.py", "source/yaml_faults.py", "source/engine_settings.py"),
    "jinja2": ("figures/compiled_.py", "press/*.py", "site/*_.py", "serve/server_.py"),
    "markupsafe": ("press/*.py", "site/*.py"),
}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "version" if parts == ("__init__",) else parts[0]


@functools.cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(plan.tree(path)))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every module that a file imports, at its top or inside a function."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


@functools.cache
def target(module: str) -> str:
    """ "songngu.source.slugs.fold" -> "source.slugs"; "songngu.__version__" -> "version"."""
    parts = module.split(".")[1:]
    while parts and not (
        (PACKAGE / "/".join(parts)).with_suffix(".py").is_file()
        or (PACKAGE / "/".join(parts)).is_dir()
    ):
        parts.pop()
    return ".".join(parts) or "version"


def strangers(path: Path) -> Iterator[str]:
    """What a file imports from rooms that its own may not know."""
    room = room_of(path)
    assert room in ROOMS, f"{room} is a new room: put it into the floor plan, with whom it may know"
    allowed = ROOMS[room] | {room, "version"}
    for line, module in imports(path):
        if module.startswith("songngu.") and not any(
            target(module) == one or target(module).startswith(one + ".") for one in allowed
        ):
            yield f"{name_of(path)}:{line} imports {module}"


def test_the_arrows() -> None:
    assert [wrong for path in MODULES for wrong in strangers(path)] == []


def test_every_arrow_is_used() -> None:
    """Who may know a room does: a plan that allows more than there is says nothing."""
    used = {
        (room_of(path), target(module))
        for path in MODULES
        for _, module in imports(path)
        if module.startswith("songngu.")
    }
    idle = [
        (room, other)
        for room, others in ROOMS.items()
        for other in others
        if not any(room == one and f"{to}.".startswith(f"{other}.") for one, to in used)
    ]
    assert idle == []


def engines(path: Path) -> Iterator[str]:
    """The libraries that a file knows and should not."""
    for line, module in imports(path):
        top = module.partition(".")[0]
        if top == "songngu" or top in sys.stdlib_module_names:
            continue
        files = [file for name, known in ENGINES.items() if fnmatch(top, name) for file in known]
        if not any(fnmatch(name_of(path), file) for file in files):
            yield f"{name_of(path)}:{line} imports {module}"


def test_the_engines() -> None:
    assert [wrong for path in MODULES for wrong in engines(path)] == []


def test_site_and_press_never_meet() -> None:
    for one, other in (("site", "press"), ("press", "site")):
        assert other not in ROOMS[one]


def test_the_core_stands_on_the_standard_library() -> None:
    rooms = ("geometry", "diagnostics", "align", "output_", "cache_", "ledger_")
    for path in [*(PACKAGE / "model").glob("*.py"), *(PACKAGE / f"{room}.py" for room in rooms)]:
        for _, module in imports(path):
            assert module.startswith("songngu.") or module.partition(".")[0] in (
                sys.stdlib_module_names
            )


def test_the_press_engine_is_imported_inside_functions_only() -> None:
    """Without Pango the import itself fails, and an editor needs no Pango."""
    for file in ENGINES["weasyprint"]:
        for node in plan.tree(PACKAGE / file).body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            assert not any(name.startswith("weasyprint") for name in names)


def test_one_place_prints() -> None:
    allowed = {"console_.py", *(name_of(path) for path in (PACKAGE / "cli").glob("*.py"))}
    for path in MODULES:
        for node in nodes(path):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print":
                assert name_of(path) in allowed, f"{name_of(path)}:{node.lineno} prints"

"""The rules of the house: short files, no place or year in the code, no address of a machine."""

import ast
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from songngu.source import yaml_
from tests.conftest import LONG, LONG_WHEN_BUILT
from tests.house import plan
from tests.support import CHECKOUT

PACKAGE = CHECKOUT / "songngu"
OURS = [CHECKOUT / "build.py", *sorted(PACKAGE.rglob("*.py"))]
TESTS = sorted((CHECKOUT / "tests").rglob("*.py"))
CODE = sorted(
    path
    for folder in ("songngu", "theme", "print")
    for path in (CHECKOUT / folder).rglob("*")
    if path.suffix in {".py", ".yml", ".json", ".html", ".css", ".js", ".svg"}
)
TEXTS = {
    ".py", ".md", ".yml", ".yaml", ".toml", ".txt", ".in", ".html", ".css", ".js", ".json", ".csv",
    ".cmd", ".sh", ".cfg", ".svg", "",
}  # fmt: skip
# Spelt in parts, so that this file does not find itself.
MACHINE = re.compile(
    "|".join(
        [
            r"/work" + r"/(?:main|shared)", r"/home" + r"/(?!me\b|runner\b)\w+/", r"/root" + r"/",
            r"[A-Z]:\\\\?" + r"Users", r"pypi" + r"\.org/simple", r"files\.python" + r"hosted",
            r"--(?:extra-)?index" + r"-url", r"registry\.npm" + r"js", r"/tmp" + r"/\w+",
        ]
    )
)  # fmt: skip


def shown(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def test_no_file_is_long() -> None:
    lines = {shown(path): len(path.read_text("utf-8").splitlines()) for path in [*OURS, *TESTS]}
    assert {name: count for name, count in lines.items() if count > 400} == {}


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(plan.tree(path)):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        if (node.end_lineno or 0) - node.lineno >= 60:
            yield f"{shown(path)}:{node.lineno}: {node.name}"


def test_no_function_is_long() -> None:
    assert [one for path in [*OURS, *TESTS] for one in long_functions(path)] == []


def test_every_module_says_what_it_is_for() -> None:
    """An empty __init__.py alone has nothing to say."""
    silent = [path for path in OURS if not ast.get_docstring(plan.tree(path))]
    assert [shown(one) for one in silent if plan.tree(one).body or one.name != "__init__.py"] == []


def code_of(path: Path) -> str:
    """What runs or is shown: of Python the names and values, without comments and docstrings."""
    text = path.read_text("utf-8")
    if path.suffix == ".yml":
        return re.sub(r"(^|\s)#.*", "", text)
    if path.suffix != ".py":
        return text
    tree = ast.parse(text)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [  # type: ignore[attr-defined]
                one for one in body
                if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
            ] or [ast.Pass()]  # fmt: skip
    return ast.unparse(tree)


def test_no_place_and_no_year_is_in_the_code() -> None:
    """Of any publication, nothing; only a sentence may show how a date is written."""
    of_one = re.compile(r"Trà Vinh|Tra Vinh|tra-vinh|travinh|(?<![\d-])2024(?!\d)")
    named = [path for path in CODE if of_one.search(path.read_text("utf-8"))]
    found = {shown(path): of_one.findall(code_of(path).replace("2024-12-15", "")) for path in named}
    assert {name: words for name, words in found.items() if words} == {}


def test_no_table_says_a_thing_twice() -> None:
    """Of two lines with one key the reader of YAML takes the later, and says nothing. (The table
    of old fonts names control characters, as no editor may.)"""
    for path in (path for path in CODE if path.suffix == ".yml"):
        _, problems = yaml_.load(path.read_text("utf-8"), shown(path), "config.invalid")
        twice = [one for one in problems if one.detail != "yaml-character"]
        assert [(one.place.path, one.place.line, one.values) for one in twice] == []


ASIDE = {"dist", "build", "node_modules", "__pycache__"}


def ours() -> list[Path]:
    """The files of the checkout, without what is made from them."""
    found = []
    for folder, inside, files in os.walk(CHECKOUT):
        inside[:] = [one for one in inside if one not in ASIDE and one not in HIDDEN]
        # In a second checkout of one repository, .git is a file.
        found += [Path(folder) / name for name in files if name not in HIDDEN]
    return found


HIDDEN = {".git", ".venv", ".songngu", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}


def test_no_machine_and_no_registry_is_named() -> None:
    wrong = []
    for path in ours():
        if path.suffix not in TEXTS or path.stat().st_size > 2_000_000:
            continue
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            if found := MACHINE.search(line):
                wrong.append(f"{shown(path)}:{number}: {found[0]}")
    assert wrong == []


def test_the_long_files_are_there() -> None:
    """One that was renamed would be begun last, and all would wait for it."""
    tests = CHECKOUT / "tests"
    gone = [one for one in (*LONG, *LONG_WHEN_BUILT) if not (tests / f"{one}.py").is_file()]
    assert gone == []


def test_the_package_wants_what_the_lock_is_made_of() -> None:
    lines = (CHECKOUT / "requirements/run.in").read_text("utf-8").splitlines()
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["dependencies"] == [line for line in lines if not line.startswith("#")]


def test_the_architecture_names_what_is_there_and_all_of_it() -> None:
    page = CHECKOUT / "ARCHITECTURE.md"
    assert page.is_file(), "ARCHITECTURE.md is missing: the floor plan belongs into the checkout"
    text = page.read_text("utf-8")
    named = set(re.findall(r"[\w/]+(?:\.py|/(?=[`\s]))", text))
    modules = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")}
    for name in sorted(name for name in named if name.endswith(".py")):
        stands = [path for path in (CHECKOUT / name, PACKAGE / name) if path.is_file()] or [
            one for one in modules if one.endswith("/" + name)
        ]
        assert stands, f"ARCHITECTURE.md names {name}, which does not exist"
    assert text == plan.page(), "draw the floor plan anew: python -m tests.house.plan"

"""The forms and runs of the code host: what people type reaches no shell unquoted, every step has
what its script reads, and the scripts ask the tool for what it has."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from songngu.arguments import UsageError, parse
from tests.support import CHECKOUT

FOLDER = CHECKOUT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
SCRIPTS = sorted((FOLDER / "scripts").glob("*.sh"))
# What the code host itself gives every step.
GIVEN = re.compile(r"GITHUB_\w+|RUNNER_\w+|PATH|HOME|CI")
READ = re.compile(r"\$\{?([A-Z][A-Z_]+)\b")
MAY_BE_EMPTY = re.compile(r"\$\{([A-Z_]+):[-+]")
SCRIPT = re.compile(r"\.github/scripts/([\w-]+\.sh)")


def name_of(path: Path) -> str:
    return path.name


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_a_workflow_may_do_no_more_than_it_says(path: Path) -> None:
    flow = read(path)
    assert flow["permissions"] == {}
    for job in flow["jobs"].values():
        assert job["timeout-minutes"] <= 60 and "permissions" in job
    for step in steps(path):
        if action := step.get("uses"):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action
        if str(action).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_nothing_that_people_type_is_run(path: Path) -> None:
    for step in steps(path):
        assert "${{" not in step.get("run", ""), "put it into env and quote it"


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_a_form_asks_in_both_languages_and_uses_what_it_asks(path: Path) -> None:
    form = read(path)[True]  # YAML 1.1 reads `on` as true
    asked = ((form or {}).get("workflow_dispatch") or {}).get("inputs", {})
    text = path.read_text("utf-8")
    for name, one in asked.items():
        assert " · " in one["description"]
        assert re.search(rf": \$\{{\{{ inputs\.{name} \}}\}}$", text, re.M), f"{name} is not used"
        if one["type"] == "choice":
            assert one["default"] in one["options"]
    assert set(re.findall(r"inputs\.(\w+)", text)) <= set(asked)


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_every_step_has_what_its_script_reads(path: Path) -> None:
    for step in steps(path):
        for script in SCRIPT.findall(step.get("run", "")):
            text = (FOLDER / "scripts" / script).read_text("utf-8")
            code = re.sub(r"^\s*#.*", "", text, flags=re.M)
            # A `case` of another form reads other names; these may be missing.
            branches = re.findall(r"\n  (\w+)\)\n(.*?)\n    ;;", code, re.S)
            for branch, body in branches:
                if branch not in step["run"].split():
                    code = code.replace(body, "")
            needed = set(READ.findall(code)) - set(MAY_BE_EMPTY.findall(code))
            made = set(re.findall(r"(?:export |^)([A-Z_]+)=", code, re.M))
            missing = {name for name in needed - made if not GIVEN.fullmatch(name)}
            assert missing <= set(step.get("env", ())), f"{script} is not given {missing}"


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_every_script_is_one_and_is_used(path: Path) -> None:
    assert os.access(path, os.X_OK)
    assert subprocess.run(["bash", "-n", path]).returncode == 0
    others = [one for one in (*WORKFLOWS, *SCRIPTS) if one != path]
    assert any(path.name in one.read_text("utf-8") for one in others)


def asked_of_the_tool(folder: Path, script: str, **given: str) -> list[str]:
    """The arguments with which a script calls build.py, by a Python that only writes them down."""
    stub = folder / "python3"
    stub.write_text('#!/bin/sh\nprintf "%s\\0" "$@" > "$ASKED"\n', "utf-8")
    stub.chmod(0o755)
    asked = folder / "asked"
    environment = {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "ASKED": str(asked),
        "GITHUB_ACTOR": "lan",
        "GITHUB_ACTOR_ID": "7",
        **given,
    }
    code = subprocess.run(
        ["bash", FOLDER / "scripts" / script], cwd=CHECKOUT, env=environment, capture_output=True
    ).returncode
    if not asked.exists():
        return [f"exit {code}"]
    return asked.read_text("utf-8").split("\0")[1:-1]


ODD = '$(touch x) "; --issue'


@pytest.mark.parametrize(
    ("script", "given", "expected"),
    [
        ("clear-pair.sh", {"PAIR": "ben", "ROLE": "approver", "NAME": "Trần Gỗ"},
         ["clear", "--by=Trần Gỗ", "--role", "approver", "--", "ben"]),
        ("clear-pair.sh", {"PAIR": ODD, "ROLE": "approver", "NAME": ODD, "CODE": "--x", "ISSUE":
         "so-1"}, ["clear", f"--by={ODD}", "--role", "approver", "--issue", "so-1",
                   "--as-printed=--x", "--", ODD]),
        ("fix-articles.sh", {}, ["check", "--fix", "--format", "github"]),
        ("fix-articles.sh", {"PAIR": ODD}, ["exit 2"]),
        ("fix-articles.sh", {"PAIR": "khong-co-bai-nay"}, ["exit 2"]),
        ("new-pair.sh", {"KIND": "article", "SLUG": "ben", "SECTION": ODD},
         ["new", "article", "ben", "--section", ODD]),
        ("new-pair.sh", {"KIND": "article", "SLUG": ODD, "SECTION": "a"}, ["exit 2"]),
    ],
)  # fmt: skip
def test_what_people_type_stays_one_word(
    script: str, given: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    assert asked_of_the_tool(tmp_path, script, **given) == expected


def test_one_article_is_fixed_in_both_languages(tmp_path: Path) -> None:
    pair = next((CHECKOUT / "content/vi").rglob("*.md"))
    issue, name = pair.parent.name, pair.stem
    found = asked_of_the_tool(tmp_path, "fix-articles.sh", PAIR=name, ISSUE=issue)
    files = [f"content/{lang}/{issue}/{name}.md" for lang in ("en", "vi")]
    assert found == ["check", "--fix", "--format", "github", "--issue", issue, *files]
    assert asked_of_the_tool(tmp_path, "fix-articles.sh", PAIR=name)[4:] == files


@pytest.mark.parametrize(
    "call",
    [
        ["new", "article", "ben", "--section", "a", "--issue", "so-1"],
        ["check", "--fix", "--format", "github", "--issue", "so-1", "a.md"],
        ["clear", "--by=Trần Gỗ", "--role", "approver", "--as-printed=AB", "--", "ben"],
    ],
    ids=lambda call: call[0],
)
def test_the_tool_has_what_the_forms_ask(call: list[str]) -> None:
    try:
        parse(call, "vi")
    except UsageError as error:
        pytest.fail(str(error))

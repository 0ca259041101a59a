"""The main job on the real publication, as its users run it."""

import json
from pathlib import Path

from songngu.model import Issue
from tests.conftest import run_songngu


def test_the_road_ends_where_the_design_says(built: Path, issue: Issue) -> None:
    wanted = ["site/index.html", "site/vi/index.html", "site/en/index.html"]
    wanted += [f"print/{issue.id}/{name}.pdf" for name in ("interior", "screen-vi", "screen-en")]
    assert [path for path in wanted if not (built / path).is_file()] == []


def test_the_real_issue_has_no_error() -> None:
    done = run_songngu("check", "--format", "json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["summary"]["errors"] == 0
    assert found["diagnostics"] == []


def test_the_issue_is_what_the_plan_asks_for(issue: Issue) -> None:
    """At least 14 pairs over all sections, 2 interviews, 3 statistics pages, of readable length."""
    kinds = [pair.lead.type for pair in issue.pairs]
    assert len(kinds) >= 14
    assert kinds.count("interview") >= 2
    assert kinds.count("statistics") >= 3
    assert all(issue.pairs_of(section) for section in issue.sections)
    for pair in issue.pairs:
        if pair.lead.type != "statistics":
            assert 450 <= sum(len(block.text.split()) for block in pair.lead.blocks) <= 1000, (
                pair.id
            )

"""What a code host shows: annotations, and a summary that holds all of them."""

from pathlib import Path

import pytest

from songngu import cli
from tests.support import Publication

ARTICLE = "content/vi/so-1/ben.md"
# What GitHub shows of one kind in one step; the summary is not cut.
SHOWN = 10


def test_forty_findings_are_all_in_the_summary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    publication = Publication(tmp_path / "root")
    many = "\n".join(["Dòng này , một dòng như mọi dòng."] * 40)
    lines = "\n".join(["This line, a line like any other line."] * 40)
    publication.replace(
        "content/en/so-1/ben.md", "The landing lies", f"{lines}\n\nThe landing lies"
    )
    ignore = "<!-- songngu: ignore text.punctuation because it is a specimen -->"
    publication.replace(ARTICLE, "Bến nằm", f"{many}\n\n{ignore}\nBến ấy , nằm")
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert cli.main(["check", "--root", str(publication.root), "--format", "github"]) == cli.OK
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 40 > SHOWN
    assert told[0].startswith(f"::warning file={ARTICLE},line=8,title=text.punctuation::")
    assert len({line.split("::")[1] for line in told}) == 40, "each on its own line"
    text = summary.read_text("utf-8")
    assert text.count("\n- ! ") == 40
    assert "2 cặp bài: 0 lỗi, 40 cảnh báo" in text
    assert "Được bỏ qua theo yêu cầu, lý do ghi trong bài: 1." in text

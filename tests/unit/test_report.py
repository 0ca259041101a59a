"""Diagnostics for people, machines and code hosts."""

import json

from songngu.diagnostics import Diagnostic, Place, Severity, diagnose, in_order
from songngu.report import as_annotations, as_job_summary, as_json, as_text, summary


def finding(pair: str = "ben", line: int = 3, **values: object) -> Diagnostic:
    place = Place(f"content/vi/so-1/{pair}.md", line)
    said = {"target": "x%.md", "path": "content/vi/so-1/x.md", "anchor": "", **values}
    return Diagnostic("link.broken", place, "file", said, "vi", pair, 2)


def test_the_json_contract() -> None:
    found = (finding(), diagnose("source.markdown", "content/vi/so-1/a.md", 9, "second-title"))
    counts = summary(found, 7, 0.12345)
    data = json.loads(as_json(found, "en", counts))
    assert list(data) == ["diagnostics", "summary"]
    assert data["summary"] == {"errors": 1, "warnings": 1, "pairs": 7, "seconds": 0.12}
    assert list(data["diagnostics"][0]) == [
        "code", "severity", "path", "line", "message", "hint", "lang", "pair", "block",
    ]  # fmt: skip
    assert data["diagnostics"][0] == {
        "code": "link.broken",
        "severity": "error",
        "path": "content/vi/so-1/ben.md",
        "line": 3,
        "message": "The link x%.md leads nowhere.",
        "hint": "Mend the path; the file would have to be content/vi/so-1/x.md.",
        "lang": "vi",
        "pair": "ben",
        "block": 2,
    }
    assert data["diagnostics"][1]["severity"] == "warning"
    assert data["diagnostics"][1]["pair"] is None


def test_json_of_nothing() -> None:
    data = json.loads(as_json((), "vi", summary((), 0, 0)))
    assert data["diagnostics"] == [] and data["summary"]["errors"] == 0


def test_text_is_two_lines_each() -> None:
    assert as_text((finding(),), "vi") == (
        "✗ content/vi/so-1/ben.md:3  link.broken  Liên kết x%.md không dẫn tới đâu.\n"
        "    → Sửa đường dẫn; tệp đích phải ở content/vi/so-1/x.md."
    )


def test_annotations_are_escaped() -> None:
    found = finding(pair="a,b:c", target="50%\nx::y\r")
    line = as_annotations((found,), "en")
    assert line.count("\n") == 0 and "\r" not in line
    place, said = line.split(",title=link.broken::")
    assert place == "::error file=content/vi/so-1/a%2Cb%3Ac.md,line=3"
    assert said.startswith("The link 50%25%0Ax::y[U+000D] leads nowhere.")


def test_severities_of_annotations() -> None:
    kinds = [
        as_annotations((Diagnostic("source.markdown", finding().place, "second-title",
                                   severity=severity),), "vi").split(" ")[0]
        for severity in Severity
    ]  # fmt: skip
    assert kinds == ["::error", "::warning", "::notice"]


def test_a_job_summary_holds_all_forty_grouped_by_article() -> None:
    found = [finding(pair=f"bai-{at % 4}", line=at + 1) for at in range(40)]
    config = diagnose("config.unknown-key", "content/publication.yml", 2, key="a|b", meant="c")
    text = as_job_summary((*found, config), summary((*found, config), 4, 1.5))
    assert text.count("\n- ") == 41
    assert [line for line in text.split("\n") if line.startswith("### ")] == [
        "### Cấu hình và số liệu", "### bai-0", "### bai-1", "### bai-2", "### bai-3",
    ]  # fmt: skip
    assert "4 cặp bài: 41 lỗi, 0 cảnh báo" in text
    assert "`content/vi/so-1/bai-3.md:40` **link.broken** Liên kết" in text
    assert "Không có khóa" in text and "a\\|b" in text


def test_a_job_summary_is_no_html_and_runs_nothing() -> None:
    text = as_job_summary((finding(target="<img src=x>"),), summary((), 0, 0))
    assert "<img" not in text


def test_order_is_by_place_and_nothing_twice() -> None:
    one, two, three = finding("b", 10), finding("b", 9), finding("a", 11)
    assert in_order([one, two, three, one, two]) == (three, two, one)

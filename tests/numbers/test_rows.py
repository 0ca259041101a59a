"""What is compared with what, and where a finding stands."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from songngu.align import align
from songngu.check.numbers import check
from songngu.check.subject import Subject
from songngu.diagnostics import Diagnostic
from songngu.model import (
    Article,
    Bilingual,
    Fact,
    Issue,
    Lang,
    Pair,
    Publication,
)
from songngu.source.articles import read_article
from tests.numbers.support import keys

FACTS = {
    "ban-in": Fact(
        "ban-in",
        Decimal(1000),
        Bilingual("bản", "copies"),
        Bilingual("Bản in", "Copies"),
        date(2023, 1, 1),
        "s",
    ),
    "grdp": Fact(
        "grdp",
        Decimal(148),
        Bilingual("{} triệu đồng", "VND {} million"),
        Bilingual("GRDP", "GRDP"),
        date(2023, 1, 1),
        "s",
    ),
}


class Desk:
    """Writes both sides of one article and tells what the check finds: file:line key."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def found(self, vi: str, en: str, vi_more: str = "", en_more: str = "") -> list[str]:
        return [
            f"{one.place.path.split('/')[1]}:{one.place.line} {one.key}"
            for one in self.diagnostics(vi, en, vi_more, en_more)
        ]

    def diagnostics(
        self, vi: str, en: str, vi_more: str = "", en_more: str = ""
    ) -> list[Diagnostic]:
        left, right = self.article("vi", vi, vi_more), self.article("en", en, en_more)
        pair = Pair("bai", left, right, align(left.blocks, right.blocks))
        issue = Issue("1", Bilingual("", ""), date(2024, 1, 1), "specimen", (), (pair,))
        publication = Publication(Bilingual("", ""), Bilingual("", ""), "", (issue,), facts=FACTS)
        return list(check(Subject(publication, issue, lambda path: True)))

    def article(self, lang: Lang, body: str, more: str) -> Article:
        path = self.root / f"content/{lang}/1/bai.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        title = "" if more.startswith("title") else "title: Bài\n"
        text = f"---\n{title}type: article\nsection: s\n{more}---\n\n{body}"
        path.write_text(text, "utf-8", newline="\n")
        article = read_article(path, self.root, lang).value
        assert article is not None
        return article


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_line_inside_a_block_is_true(desk: Desk) -> None:
    vi = "Một.\n\nDòng đầu,\ndòng sau có 18 mục,\ndòng cuối.\n"
    en = "One.\n\nThe first line,\nthe next has\n19 items.\n"
    assert desk.found(vi, en) == ["en:11 number.mismatch"]
    (one,) = desk.diagnostics(vi, en)
    assert one.values["other_line"] == 10 and one.values["expected"] == "18"


def test_a_number_moved_to_the_row_beside_is_no_error(desk: Desk) -> None:
    vi = "Đoạn đầu có 18 mục và nhiều lời kể dài.\n\nĐoạn sau không có số nào cả.\n"
    en = "The first paragraph has many long words.\n\nThe second one has 18 items in it.\n"
    assert desk.found(vi, en) == []


def test_a_number_two_rows_away_is_an_error(desk: Desk) -> None:
    vi = "Có 18 mục ở đây.\n\nKhông có.\n\nCuối cùng.\n"
    en = "There are items here.\n\nNone.\n\nLast, 18.\n"
    assert desk.found(vi, en) == ["vi:7 number.mismatch/no-en", "en:11 number.mismatch/no-vi"]


def test_rows_of_a_table_keep_their_numbers(desk: Desk) -> None:
    vi = "| Năm | Số |\n| --- | --- |\n| 2021 | 5 |\n| 2022 | 7 |\n"
    en = "| Year | Number |\n| --- | --- |\n| 2021 | 7 |\n| 2022 | 5 |\n"
    assert desk.found(vi, en) == ["en:9 number.mismatch", "en:10 number.mismatch"]
    assert desk.found(vi, vi.replace("Năm | Số", "Year | Number")) == []


def test_tables_of_which_one_has_attributes_are_compared_line_by_line(desk: Desk) -> None:
    vi = "| Năm | Số |\n| --- | --- |\n| 2021 | 5 |\n{.rong}\n"
    en = "| Year | Number |\n| --- | --- |\n| 2021 | 7 |\n"
    assert desk.found(vi, en) == ["en:9 number.mismatch"]


def test_numbers_of_a_numbered_list_are_no_figures(desk: Desk) -> None:
    vi = "1. Một việc\n2. Việc 5 năm\n"
    assert desk.found(vi, "1. A task\n3. A task of 5 years\n") == []
    assert desk.found(vi, "1. A task\n2. A task of 6 years\n") == ["en:8 number.mismatch"]


def test_front_matter_is_compared_at_its_line(desk: Desk) -> None:
    front = "title: {}\nstandfirst: {}\npicture:\n  src: a.png\n  alt: {}\n  caption: {}\n"
    vi = front.format("Năm 2024", "Có 18 mục", "3 ghe", "4 bến")
    en = front.format("In 2025", "19 items", "5 boats", "6 landings")
    found = desk.found("Chữ.\n", "Text.\n", vi, en)
    assert [one.split()[1] for one in found] == ["number.mismatch"] * 4
    assert [one.split()[0] for one in found] == ["en:4", "en:5", "en:7", "en:7"]


def test_footnotes_are_compared_by_their_name(desk: Desk) -> None:
    vi = "Chữ.[^1]\n\n[^1]: Theo số liệu ngày 01/7/2025.\n"
    en = "Text.[^1]\n\n[^1]: As of 1 July 2024.\n"
    assert desk.found(vi, en) == ["en:9 number.mismatch"]


def test_a_fact_is_equal_to_itself_and_to_its_value(desk: Desk) -> None:
    fact = "{{ fact:ban-in }}"
    assert desk.found(f"In {fact} mỗi năm.\n", f"{fact} are printed a year.\n") == []
    assert desk.found(f"In {fact} mỗi năm.\n", "1,000 copies are printed a year.\n") == []
    assert desk.found("Đạt 148 triệu đồng.\n", "It reached {{ fact:grdp }}.\n") == []
    assert desk.found("Đạt 148 tỷ đồng.\n", "It reached {{ fact:grdp }}.\n") == [
        "en:7 number.mismatch"
    ]
    assert desk.found(f"In {fact}.\n", "1,100 copies are printed.\n") == ["en:7 number.mismatch"]


def test_an_unknown_fact_is_left_to_the_check_of_facts(desk: Desk) -> None:
    assert desk.found("In {{ fact:ban-in }}.\n", "Printed: {{ fact:ban-inn }}.\n") == []


def test_code_series_and_links_are_passed_over(desk: Desk) -> None:
    vi = "```chart\nseries: a-2024\n```\n\nXem [bài](bai-12.md) và `x = 5`.\n\n```\n12 34\n```\n"
    en = "```chart\nseries: a-2023\n```\n\nSee [this](bai-13.md) and `x = 6`.\n\n```\n56 78\n```\n"
    assert desk.found(vi, en) == []


def test_a_pair_of_unequal_figures_is_one_finding() -> None:
    assert keys("Vốn 149.338,43 tỷ đồng, gồm 12 dự án.", "VND 149,338 billion in 12 projects.") == [
        "number.mismatch"
    ]
    assert keys("Có 5 xã, 37 ấp.", "5 communes and 73 hamlets.") == ["number.mismatch"]


@pytest.mark.parametrize(
    ("vi", "en", "key"),
    [
        ("Đạt 99.7%.", "99.7% was reached.", "number.malformed/separator"),
        ("Đạt 99,7%.", "99,7% was reached.", "number.malformed/separator"),
        ("In 1.000 bản.", "1.000 copies are printed.", "number.malformed/separator"),
        ("Rộng 2.390,8 km².", "It covers 2.390,8 km².", "number.malformed/separator"),
        ("Rộng 2,390.8 km².", "It covers 2,390.8 km².", "number.malformed/separator"),
        ("Đến năm 2030.", "To 2,030.", "number.malformed/separator"),
        ("Có 12.34.567 người.", "There are 1,234,567 people.", "number.malformed/unread"),
        ("Ngày 15/12/2024.", "On 12/15/2024.", "number.malformed/order"),
        ("Ngày 31/3/2024.", "On 31/2/2024.", "number.malformed/no-day"),
        ("Rộng 39.020 ha.", "It covers 390.2 km².", "number.unit"),
        ("Cách 10 hải lý.", "18.52 km away.", "number.unit"),
        ("Tăng 2 điểm phần trăm.", "It rose 2%.", "number.mismatch"),
        ("Rộng 5 ha.", "It covers 5.", "number.mismatch"),
        ("Có 5 xã.", "There are communes.", "number.mismatch/no-en"),
        ("Có các xã.", "There are 5 communes.", "number.mismatch/no-vi"),
    ],
)
def test_what_kind_of_finding(vi: str, en: str, key: str) -> None:
    assert keys(vi, en) == [key]

"""What is signed is what readers receive: every thing that reaches them, and nothing else."""

import pytest

from songngu.model import LANGS, Lang, Standing
from tests.clearance.conftest import Desk
from tests.support import SHEET

BEN = {lang: f"content/{lang}/so-1/ben.md" for lang in LANGS}
HEAD = "section: dong-song\n"


def stale(standing: Standing) -> list[tuple[str, tuple[Lang, ...]]]:
    return [(one.kind, one.sides) for one in standing.changes]


@pytest.fixture
def signed(desk: Desk) -> Desk:
    assert desk.clear("ben") == 0 and desk.clear("nguoi-lai") == 0
    return desk


BOTH: tuple[Lang, ...] = ("vi", "en")
CHANGES = [
    ("content/facts.yml", "value: 1410.50", "value: 1410.51", [("paragraph", BOTH)]),
    ("content/facts.yml", "en: millimetres", "en: mm", [("paragraph", ("en",))]),
    ("content/facts.yml", "as_of: 2018-12-31", "as_of: 2018-12-30", [("paragraph", BOTH)]),
    ("content/facts.yml", "vi: Trạm đo mưa", "vi: Trạm mưa",
     [("paragraph", ("vi",)), ("chart", ("vi",)), ("sources", ("vi",))]),
    ("content/series/mua.csv", "Dry season,200", "Dry season,201", [("chart", BOTH)]),
    ("content/series/mua.yml", "unit: mm", "unit: cm", [("chart", BOTH)]),
    ("assets/images/credits.yml", "CC BY 4.0", "CC0", [("paragraph", BOTH)]),
    (BEN["vi"], "Bến đò\n", "Bến Đò\n", [("title", ("vi",))]),
    (BEN["en"], HEAD, f"{HEAD}byline: The house\n", [("byline", ("en",))]),
    (BEN["en"], HEAD, f"{HEAD}standfirst: A day.\n", [("standfirst", ("en",))]),
    (BEN["en"], "[the ferryman](nguoi-lai.md#ten)", "[the ferryman](nguoi-lai.md)",
     [("paragraph", ("en",))]),
    (BEN["en"], "![The landing]", "![A landing]", [("paragraph", ("en",))]),
    (BEN["vi"], "- Đò sớm\n- Đò trưa", "- Đò sớm - Đò trưa", [("list", ("vi",))]),
    (BEN["vi"], "## Con đò", "### Con đò", None),
    (BEN["vi"], "một năm", "một nằm", [("paragraph", ("vi",))]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "wanted"), CHANGES, ids=lambda x: str(x)[:24])
def test_one_change_makes_exactly_its_rows_stale(
    signed: Desk, path: str, old: str, new: str, wanted: list[tuple[str, tuple[Lang, ...]]] | None
) -> None:
    signed.publication.replace(path, old, new)
    found = stale(signed.standing("ben"))
    if wanted is None:
        assert {kind for kind, _ in found} == {"heading"}
    else:
        assert found == wanted
    assert stale(signed.standing("nguoi-lai")) == []


def test_other_pixels_are_another_picture(signed: Desk) -> None:
    signed.publication.write("assets/images/ben.png", SHEET + b"\0")
    assert stale(signed.standing("ben")) == [("paragraph", BOTH)]


HARMLESS = [
    (BEN["vi"], "cuối làng, mưa", "cuối\nlàng, mưa"),
    (BEN["vi"], "## Con đò", "##   Con đò  "),
    (BEN["en"], "## The ferry", "## The ferry {#ferry}"),
    (BEN["en"], "village; it", "village;  it"),
    (BEN["vi"], HEAD, f"{HEAD}order: 4\n"),
    (BEN["vi"], HEAD, f"{HEAD}aliases: [ben-cu]\n"),
    ("content/facts.yml", "en: Rain in the year", "en: Rain of the year"),
    ("content/publication.yml", "vi: Con người", "vi: Người"),
]


@pytest.mark.parametrize(("path", "old", "new"), HARMLESS, ids=lambda x: str(x)[:24])
def test_what_no_reader_receives_is_not_signed(signed: Desk, path: str, old: str, new: str) -> None:
    signed.publication.replace(path, old, new)
    assert stale(signed.standing("ben")) == []


def test_footnotes_captions_tables_and_codes_are_rows(desk: Desk) -> None:
    extra = {
        "vi": '\n| A | B |\n|---|---|\n| 1 | 2 |\n\nChữ.[^x]\n\n[^x]: Mưa {{ fact:mua-2018 }}.\n\n'
        '![Bến](../../../assets/images/ben.png "Bến chiều")\n\n> Lời\n> nói.\n{.pull}\n',
        "en": '\n| A | B |\n|---|---|\n| 1 | 2 |\n\nText.[^x]\n\n'
        '[^x]: Rain {{ fact:mua-2018 }}.\n\n'
        '![Landing](../../../assets/images/ben.png "Evening")\n\n> Words\n> said.\n{.pull}\n',
    }  # fmt: skip
    for lang in LANGS:
        text = (desk.root / BEN[lang]).read_text("utf-8")
        desk.publication.write(BEN[lang], text + extra[lang])
    rows = {row.kind: row for row in desk.standing("ben").rows}
    assert rows["table"]["vi"].text == "| A | B |\n| 1 | 2 |"  # type: ignore[union-attr]
    assert rows["note"]["en"].text.startswith("[^x]: Rain 1,410.50 millimetres.\n[Source: The rain")  # type: ignore[union-attr]
    assert rows["pull"]["en"].text == "Words said."  # type: ignore[union-attr]
    figure = rows["figure"]["vi"].text.split("\n")  # type: ignore[union-attr]
    assert figure[:2] == ["Bến chiều", "[Ảnh, mô tả: Bến]"] and figure[-1].startswith("[Ảnh: ben")
    desk.clear("ben")
    desk.publication.replace("content/facts.yml", "value: 1410.50", "value: 1411.50")
    assert stale(desk.standing("ben")) == [("paragraph", BOTH), ("note", BOTH)]

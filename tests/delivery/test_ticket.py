"""The job ticket says what is known, and says in words what is not."""

import json
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from songngu.model import Bilingual, Imprint, ImprintLine
from songngu.press.cover import wrap_of
from songngu.press.folder import _NAMES
from songngu.press.setting import words
from songngu.press.ticket import Delivered, Order, groups, record, set_ticket
from songngu.press.workshop import Workshop

FILES = (
    Delivered("so_ruot_205x290_96tr_v01.pdf", "inside", "ab" * 32, 1_234_567),
    Delivered("so_bia_205x290_gay6-19mm_v01.pdf", "cover", "cd" * 32, 20),
)


def order_of(shop: Workshop, **changes: object) -> Order:
    order = Order(
        shop.issue, shop.profile, wrap_of(shop.profile, 96), 96, 2, FILES, "ef" * 32, False
    )
    return replace(order, **changes)  # type: ignore[arg-type]


def text_of(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(p.get_textpage().get_text_range() for p in pdf).split())


def test_it_invents_no_licence_number(shop: Workshop) -> None:
    said = words(shop.root)
    found = record(order_of(shop), said)
    assert found["licence_no"] == {"stated": False, "vi": "chưa có", "en": "missing"}
    assert found["copies"] == {"stated": False, "vi": "chưa ghi", "en": "to be stated"}
    missing = [line.label.en for g in groups(order_of(shop), said) for line in g.lines
               if not line.stated]  # fmt: skip
    assert missing == [
        "Publishing licence No.", "Scan of the licence", "Print run", "Client, contact",
        "Packing, delivery", "Deposit copies",
    ]  # fmt: skip


def test_it_states_what_the_imprint_states(shop: Workshop) -> None:
    label = Bilingual("Số lượng in", "Print run")
    line = ImprintLine("copies", label, Bilingual("500 bản", "500 copies"))
    order = order_of(shop, issue=replace(shop.issue, imprint=Imprint((line,))))
    found = record(order, words(shop.root))
    assert found["copies"] == {"stated": True, "vi": "500 bản", "en": "500 copies"}


def test_it_says_whom_to_ask_and_what_each_file_is_for(shop: Workshop, tmp_path: Path) -> None:
    contact = Bilingual("Bến đò, số 6", "The ferry stage, No. 6")
    set_ticket(shop, order_of(shop, contact=contact), tmp_path)
    text = text_of(tmp_path / "job-ticket.pdf")
    assert contact.vi in text and contact.en in text
    assert "ruột, để ra kẽm" in text and "cover, for the plates" in text
    said = words(shop.root)
    assert all(f"part-{part}" in said for _, part in _NAMES.values() if part != "ticket")


def test_paper_and_data_agree(shop: Workshop, tmp_path: Path) -> None:
    set_ticket(shop, order_of(shop), tmp_path)
    data = json.loads((tmp_path / "job-ticket.json").read_text("utf-8"))
    text = text_of(tmp_path / "job-ticket.pdf")
    assert data["trim_mm"] == list(shop.profile.trim) and "205 × 290 mm" in text
    assert data["inside"]["pages"] == 96 and data["cover"]["pages"] == 4
    assert data["cover"]["spine_mm"] == 6.19 and "6,19 mm" in text and "6.19 mm" in text
    assert data["inside"]["colours"] == "4/4" and "4/4: 4 process colours on both sides" in text
    for file in data["files"]:
        assert file["name"] in text and file["sha256"] in text
    for words_ in ("Ký duyệt bông", "Proof sign-off", "Nộp lưu chiểu", "Deposit copies",
                   "FOGRA39", "PDF/X-4", "vào bìa keo nhiệt", "cán mờ"):  # fmt: skip
        assert words_ in text, words_
    assert len(pypdfium2.PdfDocument(tmp_path / "job-ticket.pdf")) <= 2


@pytest.mark.parametrize(("colours", "words_"), [("4/0", "bìa 2 và 3 để trắng"), ("4/4", "2 mặt")])
def test_the_covers_colours_are_stated(shop: Workshop, colours: str, words_: str) -> None:
    order = order_of(shop, profile=replace(shop.profile, cover_colours=colours))
    line = next(
        one for one in groups(order, words(shop.root))[2].lines if one.label.en == "Colours"
    )
    assert line.value.vi.startswith(colours) and words_ in line.value.vi


def test_each_language_writes_grammage_its_own_way(shop: Workshop) -> None:
    stock = replace(shop.profile.inside, grammage=157.5)
    order = order_of(shop, profile=replace(shop.profile, inside=stock))
    line = next(one for one in groups(order, words(shop.root))[1].lines if "g/m²" in one.value.vi)
    assert "157,5 g/m²" in line.value.vi and "157.5 g/m²" in line.value.en


def test_every_word_is_said_in_both_languages(shop: Workshop) -> None:
    for key, both in words(shop.root).items():
        assert both.vi.strip() and both.en.strip(), key

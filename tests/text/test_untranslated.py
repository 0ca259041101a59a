"""What is told of a sentence in the wrong language, and of what only looks so."""

import re

import pytest

from songngu.check.untranslated import FEWEST, foreign, pieces
from songngu.model import LANGS, Lang, Publication

ENGLISH = (
    "The plan was approved by the People’s Committee of the province.",
    "It is the first time that a delegation has visited this district.",
    "Investors can learn about incentives, land and labour before they arrive.",
    "Trà Vinh is a coastal province in the Mekong Delta with a long history.",
    "What should be read first, and where can it be found?",
    "Read the law before you sign.",
)
VIETNAMESE = (
    "Kế hoạch đã được Ủy ban nhân dân tỉnh phê duyệt.",
    "Đây là lần đầu tiên một đoàn khách tới thăm huyện.",
    "Nhà đầu tư có thể tìm hiểu về ưu đãi, đất đai và lao động.",
    "Nên đọc gì trước, và tìm ở đâu?",
    "Hãy đọc luật trước khi ký.",
)
# Names, titles, loans and codes that either language keeps.
EITHER: tuple[tuple[Lang, str], ...] = (
    ("en", "The Trà Vinh Department of Information and Communications works with VTV4."),
    ("en", "The Khmer of Trà Cú, Cầu Ngang, Châu Thành, Tiểu Cần and Càng Long keep Ok Om Bok."),
    ("en", "He wrote “Kế hoạch đã được phê duyệt từ năm ngoái” on the door of the office."),
    ("en", "Nguyễn Thị Minh Khai, Trần Hưng Đạo, Lê Lợi, Phạm Ngũ Lão"),
    ("en", "*Tiếng còi tàu qua kinh Tắt khi chiều xuống*, a report of the newspaper."),
    ("vi", "Chương trình “The Voice of Vietnam for all of you and us” phát trên VOV5."),
    ("vi", "Foreign Direct Investment, Foreign Portfolio Investment, World Trade Organization"),
    ("vi", "Vốn FDI (foreign direct investment) và vốn FPI (foreign portfolio investment)."),
    ("vi", "Xem https://a.example/the/plan/of/the/province/is/here và `the plan is in the file`."),
    ("vi", "Internet, email, website, video, podcast, livestream"),
)


@pytest.mark.parametrize("sentence", ENGLISH)
def test_english_in_vietnamese(sentence: str) -> None:
    assert any(foreign(piece, "vi") for _, piece in pieces(sentence))
    assert not any(foreign(piece, "en") for _, piece in pieces(sentence))


@pytest.mark.parametrize("sentence", VIETNAMESE)
def test_vietnamese_in_english(sentence: str) -> None:
    assert any(foreign(piece, "en") for _, piece in pieces(sentence))
    assert not any(foreign(piece, "vi") for _, piece in pieces(sentence))


@pytest.mark.parametrize(("lang", "sentence"), EITHER)
def test_what_only_looks_so(lang: Lang, sentence: str) -> None:
    assert not any(foreign(piece, lang) for _, piece in pieces(sentence))


def test_twins_need_fewer_words() -> None:
    assert not foreign("Ưu đãi đầu tư", "en")
    assert foreign("Ưu đãi đầu tư", "en", twin=True)
    assert not foreign("Songngu VTV4 FDI", "vi", twin=True)
    assert not foreign("Nguyễn Văn Trỗi", "en", twin=True), "a name is the same in both"


def test_precision_and_recall_on_the_real_issue(publication: Publication) -> None:
    """Every sentence of the issue, on its own side and on the other one."""
    told, silent, wrong = 0, 0, []
    for pair in publication.newest.pairs:
        for lang in LANGS:
            article = pair[lang]
            assert article is not None
            for block in article.blocks:
                for _, piece in pieces(block.text):
                    words = len(re.findall(r"[^\W\d_]+", piece))
                    if words < FEWEST or block.kind.value in ("chart", "series", "note"):
                        continue
                    wrong += [piece] if foreign(piece, lang) else []
                    if foreign(piece, "vi" if lang == "en" else "en"):
                        told += 1
                    else:
                        silent += 1
    assert wrong == [], "a sentence in its own language is never told"
    assert told / (told + silent) > 0.95, (told, silent)


def test_the_pieces_of_a_block_know_their_place() -> None:
    text = "- Một câu. Hai câu!\n- Ba câu?\n\n| bốn | năm |"
    assert [text[at : at + len(piece)] for at, piece in pieces(text)] == [
        "Một câu.", "Hai câu!", "Ba câu?", "bốn", "năm",
    ]  # fmt: skip

"""Pages to turn to become true, however the text moves on the way."""

from collections.abc import Mapping, Sequence

import pytest

from songngu.model import Bilingual, Lang
from songngu.press.book import PairView, Part, RowView
from songngu.press.cross_references import WIDEST, known, sends, true_pages, unknown
from songngu.press.grid import Shape
from songngu.press.notes import End
from songngu.press.paper import Said, turned
from songngu.press.weasyprint_ import SetPart
from tests.support import article_of

WORD = Bilingual("trang", "page")
TURN = ' <turn-to part="b" lang="{}"></turn-to>'


@pytest.fixture
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Part]:
    article = article_of(tmp_path_factory.mktemp("turning"), "Một.")

    def part(name: str, text: str) -> Part:
        row = RowView("paragraph", 0, text.format("vi"), text.format("en"))
        view = PairView(name, "article", False, article, article, (row,), None,
                        End((), WORD, {}))  # fmt: skip
        return Part(name, Shape.SPREAD, "article.html", {"pair": view})

    return {"a": part("a", "Xem" + TURN), "b": part("b", "Hết.")}


def shown(part: Part, said: Said) -> str:
    view = part.values["pair"]
    assert isinstance(view, PairView)
    return turned(view.rows[0].vi + view.rows[0].en, said)


def book(
    parts: Mapping[str, Part], length_of: dict[str, int]
) -> tuple[dict[str, SetPart], list[str]]:
    """Two articles, the first of which sends to the second; `length_of` the text that was set
    tells its length (1 when nothing is told). What was set, and every text on the way."""
    told: list[str] = []

    def set_all(some: Sequence[Part], said: Said) -> list[SetPart]:
        texts = [shown(part, said) for part in some]
        told.extend(texts)
        return [SetPart(text.encode(), length_of.get(text, 1)) for text in texts]

    def places(done: Mapping[str, SetPart]) -> dict[str, dict[Lang, int]]:
        second = 2 + 2 * done["a"].pages
        return {"a": {"vi": 2, "en": 3}, "b": {"vi": second, "en": second + 1}}

    names = list(parts)
    first = set_all([parts[name] for name in names], unknown(WORD, WIDEST))
    ready = dict(zip(names, first, strict=True))
    return true_pages(parts, ready, places, WORD, set_all), told


def told(part: SetPart) -> str:
    return part.pdf.decode()


def both(vi: str, en: str) -> str:
    return f'Xem <span class="turn">({vi})</span>Xem <span class="turn">({en})</span>'


def test_only_what_sends_is_set_again(parts: dict[str, Part]) -> None:
    assert sends(parts["a"]) and not sends(parts["b"])
    assert not sends(Part("title", Shape.SINGLE, "title.html", {}))
    done, texts = book(parts, {})
    assert told(done["a"]) == both("trang 4", "page 5")
    assert texts == [both("trang 888", "page 888"), "Hết.Hết.", both("trang 4", "page 5")]


def test_a_number_that_moves_a_page_is_told_anew(parts: dict[str, Part]) -> None:
    """Narrower digits save a spread, so the number itself changes."""
    done, _ = book(parts, {both("trang 888", "page 888"): 2})
    assert (told(done["a"]), done["a"].pages) == (both("trang 4", "page 5"), 1)


def test_what_never_comes_to_rest_is_left_out(parts: dict[str, Part]) -> None:
    done, _ = book(parts, {both("trang 4", "page 5"): 2})
    assert told(done["a"]) == "XemXem"


def test_a_proof_does_not_know() -> None:
    assert unknown(WORD, "…")("b", "en") == "page …"
    opens: dict[str, dict[Lang, int]] = {"b": {"vi": 46, "en": 49}}
    assert known(WORD, opens)("b", "vi") == "trang 46"
    assert known(WORD, opens)("b", "en") == "page 49"

"""Where a finding is told, what is passed over, and what an allowed edit changes: nothing."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songngu.check.passages import Level, Passage
from songngu.check.passages import of_pair as levels_of
from songngu.check.subject import Subject
from songngu.check.terms import check, judged, lexicon, persons
from songngu.check.terms.finder import Finder, longest
from songngu.check.terms.forms import looks
from songngu.check.terms.lexicon import Scanned
from songngu.check.terms.tokens import even, split
from songngu.messages import hint, message
from songngu.model import NO_NAMES, Issue, Publication, Term
from tests.terms.support import DAY, found, keys, known, levels, registered

RIGHT = {
    "Ủy ban nhân dân tỉnh": "Provincial People’s Committee",
    "Sở Tài chính": "Department of Finance",
    "kiều bào": "overseas Vietnamese",
    "khu công nghiệp": "industrial park",
}


def finder(*forms: str) -> Finder[str]:
    return Finder((split(even(form)), form) for form in forms)


def found_in(text: str, *forms: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in longest(finder(*forms).all(even(text)))]


def test_the_longest_form_is_found_and_its_parts_are_not() -> None:
    forms = ("Border Guard", "Provincial Border Guard Command", "Guard")
    assert found_in("the Provincial Border Guard Command", *forms) == [
        "Provincial Border Guard Command"
    ]
    assert found_in("the Provincial Border Guard, a Guard", *forms) == ["Border Guard", "Guard"]


@pytest.mark.parametrize(
    "text",
    [
        "East Sea",
        "East  Sea",
        "East\nSea",
        "**East** Sea",
        "_East Sea_",
        "East\u00a0Sea",
        "East-Sea",
    ],
)
def test_words_are_parted_by_anything_that_is_no_phrase_end(text: str) -> None:
    assert len(found_in(f"on the {text}, far out", "East Sea")) == 1


@pytest.mark.parametrize(
    "text", ["East. Sea", "East, Sea", "East\n\nSea", "East\n- Sea", "Northeast Sea", "East Seas"]
)
def test_no_form_goes_across_the_end_of_a_phrase_or_word(text: str) -> None:
    assert found_in(f"on the {text}, far out", "East Sea") == []


def test_capitals_are_asked_for_where_they_are_registered() -> None:
    assert found_in("a Minister, a minister", "Minister") == ["Minister"]
    assert found_in("Tribes, tribes, TRIBES", "tribes") == ["Tribes", "tribes", "TRIBES"]


def test_forms_know_plurals_spellings_commas_and_tones() -> None:
    assert split("Offices of the Committees") in looks("Office of the Committee", "en")
    assert split("agencies") in looks("agency", "en")
    assert split("National Target Program") in looks("National Target Programme", "en")
    assert split("Culture, Sports, and Tourism") in looks("Culture, Sports and Tourism", "en")
    assert split("Uỷ ban") in looks("Ủy ban", "vi")
    assert split("Ủy ban") in looks("Uỷ ban", "vi")
    assert split("quý") in looks("quý", "vi") and len(looks("quý", "vi")) == 1


def test_a_finding_stands_on_its_own_line_with_the_other_place() -> None:
    vi = Passage("Dòng một.\nSở Tài chính\nthẩm định.", 10, "vi.md", "vi", 3)
    en = Passage("Line one.\nIt is the work\nof the Finance Service.", 20, "en.md", "en", 3)
    (one,) = found([Level(vi, en, movable=True)])
    assert (one.key, one.place.path, one.place.line) == ("term.forbidden", "en.md", 22)
    assert (one.lang, one.pair, one.block) == ("en", "bai", 3)
    assert "Finance Service" in message(one, "en") and "Sở Tài chính" in message(one, "vi")
    assert "Department of Finance" in hint(one, "vi")


def test_a_lone_side_is_judged_too() -> None:
    level = Level(None, Passage("Out on the South China Sea.", 4, "en.md", "en", 1))
    assert [one.key for one in found([level])] == ["term.sovereignty"]


SENTENCES = st.lists(st.sampled_from(sorted(RIGHT)), min_size=1, max_size=5)


@given(SENTENCES, st.integers(0, 2**16))
def test_right_terms_in_any_order_and_number_are_right(terms: list[str], seed: int) -> None:
    """Paragraphs of terms, each with its English somewhere in the row: never a finding."""
    english = [RIGHT[term] for term in terms]
    random.Random(seed).shuffle(english)
    vi = "Hôm nay " + " và ".join(terms) + " được nhắc."
    en = "Today the " + " and the ".join(english) + " came up."
    assert keys(vi, en) == []
    assert keys(f"Mở đầu. ¶ {vi}", f"To begin. ¶ {en}") == []
    assert keys(f"Mở đầu. ¶ {vi}", f"{en} ¶ To end.") == []


@given(st.sampled_from(sorted(RIGHT)))
def test_a_term_that_is_taken_out_is_missed(term: str) -> None:
    assert keys(f"Hôm nay {term} được nhắc.", "Today that came up.") == ["term.missing"]


def test_every_right_form_may_stand_for_every_other() -> None:
    """Swapping synonyms that the termbase allows reports nothing new."""
    terms, _ = registered()
    for term in (term for term in terms if term.period.holds(DAY)):
        for vi in term.vi:
            for en in term.en:
                told = keys(f"Ở đây có {vi} từ lâu.", f"Here is the {en} of old.")
                assert "term.missing" not in told and "term.forbidden" not in told, (vi, en, told)


def test_every_forbidden_form_is_told() -> None:
    terms, _ = registered()
    for term in (term for term in terms if term.period.holds(DAY)):
        for wrong in term.forbidden["en"]:
            told = keys(f"Ở đây có {term.vi[0]} từ lâu.", f"Here is the {wrong} of old.")
            assert "term.forbidden" in told, (term.vi[0], wrong)


def test_nothing_is_said_without_a_termbase_but_sovereignty() -> None:
    empty = lexicon((), NO_NAMES, DAY)
    assert persons(NO_NAMES, DAY) is None
    scanned = empty.scan(levels("Sở Tài chính họp.", "The Finance Service met."))
    assert not any(side.by_role for level in scanned for side in (level.vi, level.en) if side)


# --- the real issue -----------------------------------------------------------------------------


def test_the_real_issue_is_free_of_findings(publication: Publication, issue: Issue) -> None:
    assert list(check(Subject(publication, issue, lambda path: True))) == []


def test_an_error_planted_in_any_row_of_the_real_issue_is_found(
    publication: Publication, issue: Issue
) -> None:
    """In each row that has a term, its English is put wrong: that is told, once."""
    known = lexicon(publication.terms, publication.names, issue.date)
    dated = [name for agency in publication.names.agencies for name in agency.names]
    terms = [term for term in (*publication.terms, *dated) if term.forbidden["en"]]
    planted = 0
    for pair in issue.pairs:
        rows = tuple(levels_of(pair))
        for at, level in enumerate(rows):
            if spoilt := spoil(level, terms):
                new = (*rows[:at], spoilt, *rows[at + 1 :])
                told = list(judged(new, known, None, pair.id))
                assert [one.key for one in told].count("term.forbidden") == 1, (spoilt, told)
                assert {one.key for one in told} <= ALONG, (spoilt, told)
                planted += 1
    assert planted >= LEAST_PLANTED


LEAST_PLANTED = 60
# The same words may break another rule too: "Vietnam" in a wrong name, UNCLOS without its name.
ALONG = {
    "term.forbidden", "term.forbidden/spelling", "term.sovereignty/missing",
    "term.sovereignty/full-name",
}  # fmt: skip


def spoil(level: Level, terms: list[Term]) -> Level | None:
    """The row with one English term put wrong, where it is then right nowhere else."""
    if level.vi is None or level.en is None:
        return None
    for term in terms:
        if not term.required or term.vi[0] not in level.vi.text or term.en[0] not in level.en.text:
            continue
        text = level.en.text.replace(term.en[0], term.forbidden["en"][0], 1)
        if not any(form.lower() in text.lower() for form in term.en):
            return Level(level.vi, level.en._replace(text=text), level.movable)
    return None


# --- anything at all ----------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["Ủy ban nhân dân tỉnh", "Hoang Sa (Paracel)", "People’s Committee", "PEOPLE'S", "No.", "East",
     "Sea", "Hoàng Sa", "kinh tế", "xã hội", "Nguyễn Văn Bến", "Chủ tịch", "Viet", "Nam", "İ", "ß"]
)  # fmt: skip
BETWEEN = st.text(alphabet=" *_-–—\n>.,'’sS()[]{}|`<#:/1\u00a0\u0301", max_size=5)


@given(st.lists(st.tuples(WORDS, BETWEEN), max_size=12))
def test_no_text_is_too_strange(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + between for word, between in parts)
    for one in found(levels(text.replace("¶", ""), text.replace("¶", ""))):
        assert message(one, "vi") and hint(one, "en")
        assert 1 <= one.place.line <= text.count("\n") + 1


@given(st.lists(st.tuples(WORDS, BETWEEN), max_size=12))
def test_what_texts_cannot_hold_is_not_missed(parts: list[tuple[str, str]]) -> None:
    """A lexicon of what the texts can hold finds in them what the whole one finds."""
    text = "".join(part for pair in parts for part in pair).replace("¶", "")
    rows = levels(text, text)
    whole, _ = known()
    assert [hits(one) for one in whole.within(rows).scan(rows)] == [
        hits(one) for one in whole.scan(rows)
    ]


def hits(level: Scanned) -> list[object]:
    return [(side.passage.lang, side.by_role) for side in level.sides]


def test_what_the_real_issue_cannot_hold_is_not_missed(
    publication: Publication, issue: Issue
) -> None:
    whole = lexicon(publication.terms, publication.names, issue.date)
    for pair in issue.pairs[:4]:
        rows = tuple(levels_of(pair))
        less = whole.within(rows)
        assert list(map(hits, less.scan(rows))) == list(map(hits, whole.scan(rows)))

"""What holds of every figure: written by our own hand in both languages it is equal; one changed
digit, sign, magnitude or separator is found."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from songngu.check.numbers.comparing import fact_text
from songngu.check.numbers.english import english
from songngu.check.numbers.separators import swapped
from songngu.check.numbers.vietnamese import vietnamese
from songngu.figures.numbers import day, number, quantity
from songngu.figures.numbers import fact_text as printed
from songngu.model import LANGS, Bilingual, Fact, Lang
from tests.numbers.support import compared

# Examples run beside other work: time is measured in tests/bench, not here.
UNTIMED = settings(deadline=None)

UNITS = st.sampled_from(
    [
        Bilingual("", ""),
        Bilingual("%", "%"),
        Bilingual("người", "people"),
        Bilingual("km²", "km²"),
        Bilingual("ha", "hectares"),
        Bilingual("tấn", "tonnes"),
        Bilingual("MW", "MW"),
        Bilingual("điểm phần trăm", "percentage points"),
        Bilingual("{} triệu đồng", "VND {} million"),
        Bilingual("{} tỷ đồng", "VND {} billion"),
        Bilingual("{} nghìn tỷ đồng", "{} trillion dong"),
        Bilingual("{} triệu USD", "US${} million"),
        Bilingual("{}%/năm", "{}% a year"),
    ]
)
PLACES = st.integers(0, 3)
VALUES = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**9), 10**9), PLACES
)
AMOUNTS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(1, 10**9), PLACES
)
DAYS = st.dates(date(1930, 1, 1), date(2099, 12, 31))
SENTENCES: dict[Lang, str] = {"vi": "Báo cáo nêu {} ở đây.", "en": "The report says {} here."}


def sentences(vi: str, en: str) -> tuple[str, str]:
    return SENTENCES["vi"].format(vi), SENTENCES["en"].format(en)


@given(VALUES, UNITS)
@UNTIMED
def test_our_own_writing_is_equal(value: Decimal, unit: Bilingual) -> None:
    assume(value >= 0 or "{" not in unit.vi)
    vi, en = (quantity(value, unit, lang) for lang in LANGS)
    assert compared(*sentences(vi, en)) == []


@given(VALUES, UNITS)
@UNTIMED
def test_a_fact_is_read_as_it_is_printed(value: Decimal, unit: Bilingual) -> None:
    fact = Fact("f", value, unit, Bilingual("", ""), date(2024, 1, 1), "s")
    for lang in LANGS:
        assert fact_text(fact, lang) == printed(fact, lang).replace("\u00a0", " ")


@given(DAYS)
@UNTIMED
def test_a_day_is_equal(when: date) -> None:
    assert compared(*sentences(day(when, "vi"), day(when, "en"))) == []


@given(st.lists(st.tuples(AMOUNTS, UNITS), min_size=1, max_size=6), st.lists(DAYS, max_size=3))
@UNTIMED
def test_whole_texts_are_equal(amounts: list[tuple[Decimal, Bilingual]], days: list[date]) -> None:
    vi, en = (
        ". ".join(
            SENTENCES[lang].format(text)
            for text in [
                *(quantity(value, unit, lang) for value, unit in amounts),
                *(day(when, lang) for when in days),
            ]
        )
        for lang in LANGS
    )
    assert compared(vi, en) == []


@given(AMOUNTS, UNITS, st.data())
@UNTIMED
def test_a_changed_digit_is_found(value: Decimal, unit: Bilingual, data: st.DataObject) -> None:
    vi, en = (quantity(value, unit, lang) for lang in LANGS)
    at = data.draw(st.sampled_from([i for i, char in enumerate(en) if char in "0123456789"]))
    digit = data.draw(st.sampled_from([char for char in "0123456789" if char != en[at]]))
    assert compared(*sentences(vi, en[:at] + digit + en[at + 1 :])) != []


@given(AMOUNTS, UNITS)
@UNTIMED
def test_a_changed_sign_is_found(value: Decimal, unit: Bilingual) -> None:
    assume("{" not in unit.vi)
    vi, en = quantity(value, unit, "vi"), quantity(-value, unit, "en")
    assert compared(*sentences(vi, en)) != []


@given(AMOUNTS, st.sampled_from(["million", "billion", "trillion", ""]))
@UNTIMED
def test_a_changed_magnitude_is_found(value: Decimal, wrong: str) -> None:
    vi, en = number(value, "vi") + " nghìn đồng", f"VND {number(value, 'en')} {wrong}"
    assert compared(*sentences(vi, en)) != []


@given(AMOUNTS, UNITS, st.sampled_from(LANGS))
@UNTIMED
def test_changed_separators_are_found(value: Decimal, unit: Bilingual, spoilt: Lang) -> None:
    written = {lang: quantity(value, unit, lang) for lang in LANGS}
    wrong = swapped(written[spoilt])
    assume(wrong != written[spoilt])
    assert compared(*sentences(**(written | {spoilt: wrong}))) != []


@given(
    st.sampled_from(
        ["1", "1.", "1,", "(0", "+84 1", "<!--", "<a ", "[^", "{#", "](", "`", "1/", "X."]
    ),
    st.sampled_from([1, 50, 3000]),
)
@UNTIMED
def test_a_hostile_text_is_read_through(part: str, times: int) -> None:
    compared(part * times, "5" + part * times)


@given(st.text(max_size=200), st.text(max_size=200))
@UNTIMED
def test_no_text_breaks_the_reader(vi: str, en: str) -> None:
    compared(vi, en)
    compared(vi, vi)


@given(st.text(alphabet="0123456789.,/-()+ IVX%tháng năm", max_size=120))
@UNTIMED
def test_no_figure_breaks_the_reader(text: str) -> None:
    compared(text, text)


ANYWHERE = re.compile(r"(?s)(?=.)")
# What figures begin with, and what may stand beside it.
SHREDS = st.sampled_from(
    ["1", "12/2024", "3.5", "2030", " ", "\n", "-", "−", "(", "+84", "’", "90s", "$", "US$",
     "VND", "American dollars", "May", "Sept", "Q4", "XIII", "IV.2", "A", "a", "Ấ", "_", "*", "`",
     "]", "[", "[^", "{{ fact:a }}", "{#a}", "<b>", "5 March", "tỷ", "triệu", "tháng 5",
     "năm 2024", "%", "km²"]
)  # fmt: skip


@given(st.lists(SHREDS, max_size=10).map("".join), st.sampled_from(LANGS))
@UNTIMED
def test_no_figure_begins_where_none_is_looked_for(text: str, lang: Lang) -> None:
    reader = vietnamese() if lang == "vi" else english()
    assert reader.figures(text) == replace(reader, starts=ANYWHERE).figures(text)

"""What an imprint line says, read as a number; the table of required lines."""

from dataclasses import replace

import pytest

from songngu.check import imprint
from songngu.check.subject import Subject
from songngu.diagnostics import Severity
from songngu.model import Bilingual, Imprint, ImprintLine, Issue, PressProfile, Publication


def judged(
    publication: Publication, issue: Issue, profile: PressProfile, **lines: tuple[str, str]
) -> list[str]:
    made = tuple(
        ImprintLine(key, Bilingual(key, key), Bilingual(*said)) for key, said in lines.items()
    )
    own = replace(issue, imprint=Imprint(made, frozenset(lines)))
    return [one.key for one in imprint.check(Subject(publication, own, lambda path: True, profile))]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("20,5 × 29 cm", (205, 290)),
        ("20.5 x 29", (205, 290)),
        ("205 × 290 mm", (205, 290)),
        ("khổ A4", None),
    ],
)
def test_trim_sizes(text: str, size: tuple[float, float] | None) -> None:
    assert imprint.trim_mm(text) == (pytest.approx(size) if size else None)


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.000 bản", 1000), ("1,000 copies", 1000), ("500 bản", 500), ("ít", None)],
)
def test_print_runs(text: str, number: int | None) -> None:
    assert imprint.count(text) == number


def test_a_specimen_needs_no_line_but_its_trim_must_fit(
    publication: Publication, issue: Issue, profile: PressProfile
) -> None:
    specimen = replace(issue, status="specimen")
    assert judged(publication, specimen, profile) == []
    assert judged(publication, specimen, profile, trim=("20,5 × 29 cm", "20.5 × 29 cm")) == []
    found = judged(publication, specimen, profile, trim=("20,5 × 29 cm", "21 × 29.7 cm"))
    assert found == ["imprint.conflict/trim"]


def test_every_required_line_is_missed(
    publication: Publication, issue: Issue, profile: PressProfile
) -> None:
    bare = replace(issue, status="official", imprint=Imprint())
    found = list(imprint.check(Subject(publication, bare, lambda path: True, profile)))
    missed = {str(one.values["key"]): one.severity for one in found}
    for key, level in imprint.FIELDS:
        if level == "publisher":
            assert key not in missed
        else:
            wanted = Severity.ERROR if level == "required" else Severity.WARNING
            assert missed[key] is wanted, key


@pytest.mark.parametrize(
    "value", ["…", "...", "xxx/GP-XXX", "số giấy phép", "TBD", "____", "licence number", ""]
)
def test_placeholders_are_found(
    publication: Publication, issue: Issue, profile: PressProfile, value: str
) -> None:
    official = replace(issue, status="official")
    found = judged(publication, official, profile, licence_no=(value, value))
    assert found.count("imprint.missing/placeholder") == 2


def test_one_licence_in_both_languages(
    publication: Publication, issue: Issue, profile: PressProfile
) -> None:
    official = replace(issue, status="official")
    good = judged(publication, official, profile, licence_no=("12/GP-STTTT", "12/GP-STTTT"),
                  licence_date=("1/2/2020", "1 February 2020"))  # fmt: skip
    assert not [key for key in good if "conflict" in key or "placeholder" in key]
    bad = judged(publication, official, profile, licence_no=("12/GP-STTTT", "13/GP-STTTT"),
                 licence_date=("1/2/2020", "2 January 2020"))  # fmt: skip
    assert [key for key in bad if "conflict" in key] == ["imprint.conflict/sides"] * 2


def test_an_isbn_asks_for_its_registration(
    publication: Publication, issue: Issue, profile: PressProfile
) -> None:
    official = replace(issue, status="official")
    own = replace(official, imprint=Imprint((ImprintLine("isbn", Bilingual("", ""),
                  Bilingual("978-604-80-1234-2", "978-604-80-1234-2")),)))  # fmt: skip
    found = imprint.check(Subject(publication, own, lambda path: True, profile))
    assert "registration_no" in {one.values.get("key") for one in found}

"""Figures to take away: each with an address, series as CSV that no spreadsheet runs."""

import csv
import datetime
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from songngu.model import Bilingual, Series, SeriesRow
from songngu.site import statistics
from songngu.site.edition import Edition
from tests.site.conftest import ALONE
from tests.site.test_views import read_article, stand

WORD = Bilingual("Chữ", "Word")


def series(*labels: str, values: tuple[Decimal | None, ...] = (Decimal("-1.50"),)) -> Series:
    return Series(
        id="loat",
        title=WORD,
        unit=Bilingual("%", "%"),
        source="",
        as_of=datetime.date(2031, 1, 2),
        key=WORD,
        columns=(Bilingual("Số", "Number"),),
        rows=tuple(SeriesRow(Bilingual(label, label), values) for label in labels),
    )


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_is_what_spreadsheets_read() -> None:
    data = statistics.series_csv(series("Đò"), None)
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    assert rows(data) == [
        ["Chữ (vi)", "Word (en)", "Số / Number", "Đơn vị / Unit",
         "Số liệu tại ngày / As of", "Nguồn / Source"],
        ["Đò", "Đò", "-1.50", "%", "2031-01-02", ""],
    ]  # fmt: skip


def test_no_cell_can_run() -> None:
    for bad in ("=1+1", "+1", "-x", "@sum", "\t=1", "\r=1", "\n=1"):
        assert rows(statistics.series_csv(series(bad), None))[1][0] == f"'{bad}"


def test_what_is_not_known_is_empty() -> None:
    assert rows(statistics.series_csv(series("Đò", values=(None,)), None))[1][2] == ""


def test_all_figures_of_an_issue(edition: Edition) -> None:
    view = statistics.figures_page(stand(edition, "en", "2031/figures/"))
    facts = {fact.id: fact for group in view.groups for fact in group.facts}
    trips = facts["fact-so-do"]
    # All of this document's figures hold for one day: it is said once, above them.
    assert view.groups[0].as_of == "As of 31 January 2031"
    assert (trips.number, trips.after) == ("1,250", "ferry trips")
    assert {fact.as_of for fact in facts.values()} == {""}
    assert trips.article == "The first ferry & the tide"
    assert trips.href == "../do-dau-ngay/"
    assert [group.id for group in view.groups] == ["source-so-ben"]
    assert len(view.series) == 1
    assert view.series[0].csv.startswith("../../../assets/series/")
    assert view.series[0].weight.endswith("kB")


def test_figures_of_several_days_each_say_theirs(edition: Edition) -> None:
    publication = edition.publication
    known = publication.facts["so-do"]
    later = replace(known, id="so-do-moi", as_of=datetime.date(2031, 4, 1))
    issue = replace(publication.newest, figures=("so-do", "so-do-moi"))
    facts = {**publication.facts, later.id: later}
    edition = replace(edition, publication=replace(publication, issues=(issue,), facts=facts))
    (group,) = statistics.figures_page(stand(edition, "en", "2031/figures/")).groups
    assert group.as_of == ""
    assert [one.as_of for one in group.facts] == ["As of 31 January 2031", "As of 1 April 2031"]


def test_a_figure_has_an_address_where_it_stands_first(edition: Edition) -> None:
    body = read_article(edition, "en", "do-dau-ngay").body_html
    assert body.count('id="fact-') == len(set(body.split('id="fact-'))) - 1
    assert "?" not in "".join(part.split('"')[0] for part in body.split('href="#')[1:])


def test_cite_this(edition: Edition, alone_edition: Edition) -> None:
    vi, en = read_article(edition, "vi", "do-dau-ngay").citations
    assert (vi.lang, en.lang) == ("vi", "en")
    assert "“Chuyến đò đầu ngày & con nước”, Bến Nắng, số 2031, " in vi.text
    assert en.text.endswith(". https://ben-nang.example/so/en/2031/do-dau-ngay/")
    assert [one.lang for one in read_article(alone_edition, "vi", ALONE).citations] == ["vi"]


def test_the_files_are_there(tiny_site: Path) -> None:
    names = [path.name for path in (tiny_site / "assets/series").iterdir()]
    assert len(names) == 1
    text = (tiny_site / "vi/2031/do-dau-ngay/index.html").read_text("utf-8")
    assert f'href="../../../assets/series/{names[0]}" download' in text


def test_sizes_as_people_say_them(edition: Edition) -> None:
    place = stand(edition, "vi", "")
    said = [statistics.weight(size, place) for size in (1, 999, 1001, 1_250_000, 23_400_000)]
    assert said == ["1 kB", "1 kB", "2 kB", "1,3 MB", "24 MB"]

"""A series as a table: golden text."""

from datetime import date
from decimal import Decimal

from songngu.figures.tables import series_legend, series_table
from songngu.model import Bilingual, Series, SeriesRow, Source

SOURCE = Source("tram", Bilingual("Trạm <đo>", "The gauge & Co"), date(2018, 12, 31))
SERIES = Series(
    id="mua",
    title=Bilingual("Mưa", "Rain"),
    unit=Bilingual("mm", "mm"),
    source="tram",
    as_of=date(2018, 12, 31),
    key=Bilingual("Mùa", "Season"),
    columns=(Bilingual("Đo được", "Measured"), Bilingual("Dự báo", "Forecast")),
    rows=(
        SeriesRow(Bilingual("Mưa", "Wet"), (Decimal("1210.5"), Decimal(1200))),
        SeriesRow(Bilingual("Khô", "Dry"), (Decimal(200), None)),
    ),
    note=Bilingual("Số tròn.", "Rounded."),
)

VI = """\
<figure class="series">
<table><caption>Mưa</caption>
<thead><tr><th scope="col">Mùa</th><th scope="col" class="number">Đo được</th><th scope="col" \
class="number">Dự báo</th></tr></thead>
<tbody>
<tr><th scope="row">Mưa</th><td class="number">1.210,5</td><td class="number">1.200</td></tr>
<tr><th scope="row">Khô</th><td class="number">200</td><td class="number">–</td></tr>
</tbody></table>
<figcaption>Đơn vị: mm. Nguồn: Trạm &lt;đo&gt; (số liệu tại ngày\u00a031/12/2018). \
Ghi chú: Số tròn.\
</figcaption>
</figure>"""


def test_the_table_in_vietnamese() -> None:
    assert series_table(SERIES, "vi", SOURCE) == VI


def test_the_table_beneath_a_chart_says_nothing_twice() -> None:
    bare = series_table(SERIES, "en", SOURCE, caption=False, legend=False)
    assert "<caption>" not in bare and "<figcaption>" not in bare
    assert '<td class="number">1,210.5</td>' in bare


def test_the_legend() -> None:
    assert series_legend(SERIES, "en", SOURCE) == (
        "<figcaption>Unit: mm. Source: The gauge &amp; Co (as of 31\u00a0December 2018). "
        "Note: Rounded.</figcaption>"
    )

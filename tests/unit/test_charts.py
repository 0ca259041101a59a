"""What is done to a chart after the engine drew it."""

from songngu.figures.charts_ import apart


def test_each_line_of_a_label_is_a_text_of_its_own() -> None:
    first = '<text text-anchor="end" transform="translate(-10,18)" fill="{ink}">'
    other = '<text transform="translate(1,2)">6</text>'
    drawn = f'{first}<tspan>People of</tspan><tspan x="0" dy="15">the bank</tspan></text>{other}'
    lower = first.replace("18", "33")
    assert apart(drawn) == f"{first}People of</text>{lower}the bank</text>{other}"

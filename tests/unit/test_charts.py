"""What is done to a chart after the engine drew it."""

from songngu.figures.charts_ import centred


def test_a_label_of_two_lines_stands_level_with_its_bars() -> None:
    first = '<text text-anchor="end" transform="translate(-10,25.5)" fill="{ink}">'
    other = '<text transform="translate(1,2)">6</text>'
    drawn = f'{first}<tspan>People of</tspan><tspan x="0" dy="15">the bank</tspan></text>{other}'
    upper, lower = first.replace("25.5", "18"), first.replace("25.5", "33")
    assert centred(drawn) == f"{upper}People of</text>{lower}the bank</text>{other}"

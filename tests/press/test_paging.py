"""Parts to pages: spreads begin on a verso, blanks only where they must be, folios count."""

from hypothesis import given
from hypothesis import strategies as st

from songngu.model import LANGS, PressProfile
from songngu.press.book import Part
from songngu.press.grid import Grid, Shape
from songngu.press.paging import BookPage, first_pages, openings, paginate

PARTS = st.lists(
    st.tuples(st.sampled_from(list(Shape)), st.integers(1, 5)), min_size=1, max_size=12
)
MULTIPLES = st.sampled_from([1, 4, 8, 16])


def paged(
    shapes: list[tuple[Shape, int]], multiple: int
) -> tuple[tuple[Part, ...], dict[str, int], tuple[BookPage, ...]]:
    parts = tuple(
        Part(str(at), shape, "x.html", {}, entry=f"e{at}") for at, (shape, _) in enumerate(shapes)
    )
    lengths = {str(at): length for at, (_, length) in enumerate(shapes)}
    return parts, lengths, paginate(parts, lengths, multiple)


@given(PARTS, MULTIPLES)
def test_every_engine_page_has_its_place_once(
    shapes: list[tuple[Shape, int]], multiple: int
) -> None:
    parts, lengths, pages = paged(shapes, multiple)
    assert [page.number for page in pages] == list(
        range(pages[0].number, pages[0].number + len(pages))
    )
    assert len(pages) % multiple == 0
    for part in parts:
        own = [(page.sheet, page.half) for page in pages if page.part is part]
        halves = (0, 1) if part.shape is Shape.SPREAD else (None,)
        assert own == [(sheet, half) for sheet in range(lengths[part.name]) for half in halves]


@given(PARTS, MULTIPLES)
def test_a_spread_is_open_before_its_reader(shapes: list[tuple[Shape, int]], multiple: int) -> None:
    parts, _, pages = paged(shapes, multiple)
    for page in pages:
        if page.half is not None:
            assert page.verso == (page.half == 0)
            assert page.langs == (LANGS[page.half],)
    first, opens = first_pages(pages), openings(pages)
    for part in parts:
        apart = 1 if part.shape is Shape.SPREAD else 0
        assert opens[part.entry] == {"vi": first[part.name], "en": first[part.name] + apart}


@given(PARTS, MULTIPLES)
def test_no_blank_that_could_be_spared(shapes: list[tuple[Shape, int]], multiple: int) -> None:
    """A blank stands before a spread that would begin on a recto, or fills the last signature:
    before a last single page, else at the end."""
    parts, _, pages = paged(shapes, multiple)
    last = parts[-1]
    end = next(at for at, page in enumerate(pages) if page.part is last)
    filling = end if last.shape is Shape.SINGLE else len(pages)
    run = 0
    for at, page in enumerate(pages):
        if page.part is None:
            run += 1
            continue
        if run and at != filling:
            assert run == 1 and page.half == 0 and page.verso
        assert at != filling or run < multiple
        run = 0
    assert run < multiple


TRIMS = st.tuples(st.floats(100, 300), st.floats(5, 25), st.floats(5, 25))


@given(TRIMS, st.sampled_from([Shape.TEXT, Shape.MEASURE]), st.booleans())
def test_a_leaf_shows_its_text_on_either_side(
    trim: tuple[float, float, float], shape: Shape, verso: bool
) -> None:
    """Through its window the text begins where the grid says, and ends inside the other margin."""
    width, inner, outer = trim
    profile = PressProfile("x", (width, 200), 3, 10, inner, outer, 20, 20, 4, "", "", "", 300)
    grid = Grid(profile)
    leaf, window = grid.leaf(shape), grid.window(shape, verso)
    within = grid.measure if shape is Shape.MEASURE else grid.text
    assert -1e-9 <= window <= leaf.width - width + 1e-9
    assert abs(leaf.left - window - grid.lead(shape, verso)) < 1e-9
    assert abs(leaf.width - leaf.left - leaf.right - within) < 1e-9
    right = width - grid.lead(shape, verso) - within
    band = grid.side if shape is Shape.MEASURE and not verso else 0
    assert abs(right - band - (inner if verso else outer)) < 1e-6

"""Parts to pages: spreads begin on a verso, blanks fill the signature, folios count."""

from hypothesis import given
from hypothesis import strategies as st

from songngu.press.book import Part
from songngu.press.grid import Shape
from songngu.press.paging import first_pages, paginate

PARTS = st.lists(
    st.tuples(st.sampled_from(list(Shape)), st.integers(1, 5)), min_size=1, max_size=12
)


@given(PARTS, st.sampled_from([1, 4, 8, 16]))
def test_every_page_has_its_place(shapes: list[tuple[Shape, int]], multiple: int) -> None:
    parts = tuple(Part(str(at), shape, "x.html", {}) for at, (shape, _) in enumerate(shapes))
    lengths = {str(at): length for at, (_, length) in enumerate(shapes)}
    pages = paginate(parts, lengths, multiple)
    assert [page.number for page in pages] == list(
        range(pages[0].number, pages[0].number + len(pages))
    )
    assert len(pages) % multiple == 0
    for page in pages:
        if page.half is not None:
            assert page.verso == (page.half == 0)
    for part in parts:
        own = [page for page in pages if page.part is part]
        assert len(own) == lengths[part.name] * (2 if part.shape is Shape.SPREAD else 1)
        assert first_pages(pages)[part.name] == own[0].number

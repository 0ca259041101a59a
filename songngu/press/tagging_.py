"""Knows pikepdf for the screen editions: completes the tags of the engine (PDF/UA-1, ISO 14289-1).

The engine tags page by page. Here what a page break cut is one element again, running heads and
ornaments are artifacts, table heads have a scope, lists a numbering, and each language its mark.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf

from songngu.press.tag_notes_ import NODE, ORDERED, ROLE, SAID

ARTIFACT = "/Artifact"
_PRINT = 4  # the flag of an annotation that is there on paper as well (ISO 32000-1, table 165)
_SCALE = 0.75  # the engine counts in CSS pixels


@dataclass
class _Tree:
    """What the walk gathers: which element each marked piece of a page and each link belong to,
    and the links that the engine lays twice over the same words."""

    pdf: Any
    owners: dict[tuple[int, int], Any] = field(default_factory=dict)
    ornaments: set[tuple[int, int]] = field(default_factory=set)
    linked: dict[int, Any] = field(default_factory=dict)
    doubled: set[int] = field(default_factory=set)


def finish(data: bytes) -> bytes:
    """A part of a screen edition from what the engine made: its tags are whole."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        _mend_tags(pdf, str(pdf.Root.Lang))
        done = io.BytesIO()
        pdf.save(done, static_id=True, compress_streams=True)
        return done.getvalue()


def _mend_tags(pdf: Any, language: str) -> None:
    root = pdf.Root.StructTreeRoot
    tree = _Tree(pdf)
    for document in root.K:
        _mend(tree, document, language)
        _gather(tree, document)
        for element in _elements(document):
            for note in (NODE, ROLE, ORDERED):
                _drop(element, note)
    numbers = []
    for at, page in enumerate(pdf.pages):
        marked = _mark_artifacts(tree, page)
        owners = [tree.owners.get((page.obj.objgen[0], one)) for one in range(marked)]
        page.obj.StructParents = at
        if "/Annots" in page.obj:
            kept = [one for one in page.obj.Annots if one.objgen[0] not in tree.doubled]
            page.obj.Annots = Array(kept)
        numbers += [at, Array(owners)]
    for at, (number, element) in enumerate(sorted(tree.linked.items()), len(pdf.pages)):
        annotation = pdf.get_object(number, 0)
        annotation.StructParent = at
        annotation.F = _PRINT
        numbers += [at, element]
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))


# --- the elements -----------------------------------------------------------------------------


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    return list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]


def _drop(thing: Any, key: str) -> None:
    if key in thing:
        del thing[key]


def _is_element(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def _is(kid: Any, kind: str) -> bool:
    return _is_element(kid) and str(kid.S) == kind


def _is_link(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _elements(element: Any) -> Iterator[Any]:
    yield element
    for kid in _kids(element):
        if _is_element(kid):
            yield from _elements(kid)


def _mend(tree: _Tree, element: Any, language: str) -> None:
    """One element and what lies below it; `language` is what it inherits."""
    kids = []
    for kid in _kids(element):
        if _is_element(kid) and SAID in kid:
            _part_link(tree.pdf, kid)
    for kid in _rejoined(tree, _kids(element)):
        if not _is_element(kid):
            kids.append(kid)
            continue
        if _is_inner(kid, element):
            _name_inner(tree, kid)
        elif ROLE in kid:
            kid.S = kid[ROLE]
        if _is(kid, ARTIFACT):
            tree.ornaments.update(_pieces(kid))
            continue
        spoken = str(kid.get("/Lang", language))
        if spoken == language:
            _drop(kid, "/Lang")
        _mend(tree, kid, spoken)
        _dress(tree.pdf, kid, element)
        kid.P = element
        kids.append(kid)
    element.K = Array(_bodied(tree.pdf, element, kids) if _is(element, "/LI") else kids)


def _part_link(pdf: Any, link: Any) -> None:
    """The last piece of a link's line as an element of its own, with the space that ends it."""
    *kids, last = _kids(link)
    if isinstance(last, int):
        said = Dictionary(
            Type=Name.StructElem, S=Name.Span, P=link, Pg=link.Pg, K=last, ActualText=link[SAID]
        )
        link.K = Array([*kids, pdf.make_indirect(said)])
    del link[SAID]


def _rejoined(tree: _Tree, kids: list[Any]) -> list[Any]:
    """The kids with those made one that a page break made two; a table's head that stands again
    on the next page is an ornament."""
    whole: list[Any] = []
    first: dict[tuple[int, str], Any] = {}
    for kid in kids:
        key = (int(kid[NODE]), str(kid.S)) if _is_element(kid) and NODE in kid else None
        if key is not None and key in first:
            if _is(kid, "/THead"):
                tree.ornaments.update(_pieces(kid))
                continue
            if first[key].objgen == whole[-1].objgen:
                first[key].K = Array([*_kids(first[key]), *map(_placed(kid), _kids(kid))])
                continue
        if key is not None:
            first[key] = kid
        whole.append(kid)
    return whole


def _placed(element: Any) -> Any:
    """A function that gives a kid its own page, for an element that will stand on several."""

    def place(kid: Any) -> Any:
        return Dictionary(Type=Name.MCR, Pg=element.Pg, MCID=kid) if isinstance(kid, int) else kid

    return place


def _is_inner(kid: Any, parent: Any) -> bool:
    """Whether both are boxes of one element of the HTML."""
    return NODE in kid and NODE in parent and kid[NODE] == parent[NODE]


def _name_inner(tree: _Tree, kid: Any) -> None:
    """The inner boxes of a link are no second link."""
    if _is(kid, "/Link"):
        kid.S = Name.Span
        references = [one for one in _kids(kid) if _is_link(one)]
        tree.doubled.update(one.Obj.objgen[0] for one in references)
        kid.K = Array([one for one in _kids(kid) if not _is_link(one)])


def _dress(pdf: Any, element: Any, parent: Any) -> None:
    """The attributes that its kind of element needs."""
    if _is(element, "/TH"):
        scope = Name.Column if _within(parent, "/THead") else Name.Row
        element.A.Scope = scope
        _drop(element, "/ID")
    elif _is(element, "/TD"):
        _drop(element.A, "/Headers")
    elif _is(element, "/L"):
        number = Name.Decimal if element.get(ORDERED) else Name.Disc
        element.A = pdf.make_indirect(Dictionary(O=Name.List, ListNumbering=number))
    elif _is(element, "/Figure"):
        height = float(element.Pg.MediaBox[3])
        left, top, right, bottom = (float(side) * _SCALE for side in element.A.BBox)
        box = (left, height - bottom, right, height - top)
        element.A.BBox = Array([round(side, 3) for side in box])


def _within(element: Any, kind: str) -> bool:
    return _is(element, kind) or (_is(element, "/TR") and _is(element.P, kind))


def _bodied(pdf: Any, item: Any, kids: list[Any]) -> list[Any]:
    """A list item has a label and one body, whatever a page break left beside them."""
    labels = [kid for kid in kids if _is(kid, "/Lbl")]
    rest = [kid for kid in kids if not _is(kid, "/Lbl")]
    bodies = [kid for kid in rest if _is(kid, "/LBody")]
    if rest == bodies and len(bodies) == 1:
        return kids
    body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, Pg=item.Pg))
    inside: list[Any] = []
    for kid in rest:
        if _is(kid, "/LBody"):
            inside += map(_placed(kid), _kids(kid))
        else:
            inside.append(kid)
    for kid in inside:
        if _is_element(kid):
            kid.P = body
    body.K = Array(inside)
    return [*labels, body] if inside else labels


# --- what the elements own ----------------------------------------------------------------------


def _pieces(element: Any) -> Iterator[tuple[int, int]]:
    """The marked pieces of pages (the page's object number, MCID) below an element."""
    for one in _elements(element):
        for kid in _kids(one):
            if isinstance(kid, int):
                yield one.Pg.objgen[0], kid
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
                yield kid.Pg.objgen[0], int(kid.MCID)


def _gather(tree: _Tree, document: Any) -> None:
    for element in _elements(document):
        for kid in _kids(element):
            if isinstance(kid, int):
                tree.owners[element.Pg.objgen[0], kid] = element
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
                tree.owners[kid.Pg.objgen[0], int(kid.MCID)] = element
            elif _is_link(kid):
                tree.linked[kid.Obj.objgen[0]] = element


def _mark_artifacts(tree: _Tree, page: Any) -> int:
    """Make an artifact of every marked piece that no element owns: running heads (which the
    engine leaves outside its tree) and ornaments. The number of marks that the page had."""
    number = page.obj.objgen[0]
    marked, changed, code = 0, False, list[Any]()
    said: Any
    for said in pikepdf.parse_content_stream(page):
        if said.operator == Operator("BDC") and "/MCID" in said.operands[1]:
            mark = int(said.operands[1].MCID)
            marked = max(marked, mark + 1)
            if (number, mark) not in tree.owners:
                changed = True
                code.append(_artifact((number, mark) in tree.ornaments))
                continue
        code.append(said)
    if changed:
        page.obj.Contents = tree.pdf.make_stream(pikepdf.unparse_content_stream(code))
    return marked


def _artifact(ornament: bool) -> tuple[Any, Any]:
    if ornament:
        return [Name.Artifact], Operator("BMC")
    return [Name.Artifact, Dictionary(Type=Name.Pagination)], Operator("BDC")

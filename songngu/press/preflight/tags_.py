"""Reads the structure tree of a PDF, and whether every page's content belongs to it (ISO 32000-1,
14.7 and 14.8)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream

from songngu.press.preflight.fonts_ import Face
from songngu.press.preflight.store_ import DAMAGE, Store, UnreadError
from songngu.press.preflight.tags import PageTags, Tag, TagFacts

MOST_DEEP = 200
_TITLE = re.compile(r"<dc:title>.*?<rdf:li[^>]*>([^<]+)</rdf:li>", re.S)
_PART = re.compile(r"pdfuaid:part\s*(?:>|=\s*[\"'])\s*(\d)")
_OURS = re.compile(r"xmp:CreatorTool\s*(?:>|=\s*[\"'])\s*Songngu\b")
_TEXT = frozenset({"Tj", "TJ", "'", '"'})
_PAINTS = _TEXT | frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "INLINE IMAGE"})
Piece = tuple[int, int]  # a page's object number, MCID


@dataclass
class _Page:
    """A page while it is read: what its marks show, and what it paints outside them."""

    texts: dict[int, str] = field(default_factory=dict)
    bare: int = 0
    unmapped: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)


@dataclass
class _Tree:
    """The tree while it is read: which element owns a piece or an annotation."""

    pages: dict[int, int]  # object number -> page number
    shown: dict[Piece, str]
    roles: dict[str, str]
    owners: dict[Piece, int] = field(default_factory=dict)
    linked: dict[int, int] = field(default_factory=dict)


def is_screen_edition(pdf: Any) -> bool:
    """Whether a file is PDF/UA of ours; another tagged PDF may be meant for a press."""
    packet = _packet(pdf)
    return bool(_PART.search(packet) and _OURS.search(packet))


def tag_facts(pdf: Any) -> TagFacts:
    """Everything that a reader who cannot see the pages is told. Raises what a damaged file makes
    the library raise (store_.DAMAGE)."""
    root = pdf.Root
    store = Store(limit=0)
    read = [_read(page.obj, store) for page in pdf.pages]
    numbers = {page.obj.objgen[0]: at for at, page in enumerate(pdf.pages, 1)}
    shown = {
        (page.obj.objgen[0], mark): text
        for page, found in zip(pdf.pages, read, strict=True)
        for mark, text in found[0].texts.items()
    }
    top = root.get("/StructTreeRoot")
    roles = {
        key[1:]: str(value)[1:]
        for key, value in (top.get("/RoleMap") or {}).items()
        if isinstance(value, Name)
    } if top is not None else {}  # fmt: skip
    tree = _Tree(numbers, shown, roles)
    language = str(root.get("/Lang", ""))
    roots = tuple(_tags(tree, top, language, None, 0)) if top is not None else ()
    parents = _parents(top.get("/ParentTree"), 0) if top is not None else {}
    packet = _packet(pdf)
    title = _TITLE.search(packet)
    part = _PART.search(packet)
    views = root.get("/ViewerPreferences") or {}
    return TagFacts(
        marked=top is not None and bool((root.get("/MarkInfo") or {}).get("/Marked", False)),
        language=language,
        title=title.group(1).strip() if title else "",
        shows_title=bool(views.get("/DisplayDocTitle", False)),
        identifier=part.group(1) if part else "",
        bookmarks="/First" in (root.get("/Outlines") or {}),
        roots=roots,
        pages=tuple(
            _page_tags(at, page.obj, found, unread, tree, parents)
            for at, (page, (found, unread)) in enumerate(zip(pdf.pages, read, strict=True), 1)
        ),
        media=tuple((float(page.mediabox[2]), float(page.mediabox[3])) for page in pdf.pages),
        roles=roles,
    )


def _packet(pdf: Any) -> str:
    stream = pdf.Root.get("/Metadata")
    return stream.read_bytes().decode("utf-8", "replace") if isinstance(stream, Stream) else ""


# --- pages ------------------------------------------------------------------------------------


def _read(page: Any, store: Store) -> tuple[_Page, str]:
    """What a page paints, and why that could not be read to the end."""
    found = _Page()
    try:
        _run(page, _resources(page), store, found, (), 0)
    except (UnreadError, RecursionError, *DAMAGE) as error:
        return found, str(error) or "nested too deep"
    return found, ""


def _resources(page: Any) -> Any:
    for _ in range(50):
        if page is None or "/Resources" in page:
            break
        page = page.get("/Parent")
    return page.Resources if page is not None else Dictionary()


def _run(
    content: Any, resources: Any, store: Store, page: _Page, around: tuple[int, ...], deep: int
) -> None:
    """One content stream; `around` are the marks it is drawn in (-1 for an artifact)."""
    if deep > 12:
        raise UnreadError("nested too deep")
    marks: list[int | None] = []
    face: Face | None = None
    for operator, operands in store.steps(content):
        if operator in ("BDC", "BMC"):
            marks.append(_mark(operator, operands, resources))
        elif operator == "EMC" and marks:
            marks.pop()
        elif operator == "Tf":
            font = (resources.get("/Font") or {}).get(str(operands[0]))
            face = None if font is None else store.face(font)
        elif operator == "Do":
            drawn = (resources.get("/XObject") or {}).get(str(operands[0]))
            inside = (*around, *(one for one in marks if one is not None))
            if drawn is not None and drawn.get("/Subtype") == Name.Form:
                _run(drawn, drawn.get("/Resources", resources), store, page, inside, deep + 1)
            else:
                _paint(page, inside, "")
        elif operator in _PAINTS:
            inside = (*around, *(one for one in marks if one is not None))
            _paint(page, inside, _letters(page, face, operands) if operator in _TEXT else "")


def _mark(operator: str, operands: list[Any], resources: Any) -> int | None:
    """The number of a mark; -1 for an artifact, None for one that only gives properties."""
    if str(operands[0]) == "/Artifact":
        return -1
    if operator == "BMC":
        return None
    values = operands[1]
    if isinstance(values, Name):
        values = (resources.get("/Properties") or {}).get(str(values))
    return int(values.MCID) if isinstance(values, Dictionary) and "/MCID" in values else None


def _paint(page: _Page, inside: tuple[int, ...], text: str) -> None:
    if not inside:
        page.bare += 1
    elif inside[-1] >= 0:
        page.texts[inside[-1]] = page.texts.get(inside[-1], "") + text


def _letters(page: _Page, face: Face | None, operands: list[Any]) -> str:
    if face is None or not operands:
        return ""
    runs = operands[-1] if isinstance(operands[-1], list) else [operands[-1]]
    codes = [code for run in runs if isinstance(run, bytes) for code in face.codes(run)]
    if not face.font.embedded:
        page.absent.add(face.font.name)
    if any(not face.letter(code) for code in codes):
        page.unmapped.add(face.font.name)
    return "".join(face.letter(code) for code in codes)


def _page_tags(
    number: int, page: Any, found: _Page, unread: str, tree: _Tree, parents: dict[int, Any]
) -> PageTags:
    own = parents.get(int(page.get("/StructParents", -1)))
    lost = 0
    for mark in found.texts:
        owner = tree.owners.get((page.objgen[0], mark))
        told = own[mark] if isinstance(own, Array) and mark < len(own) else None
        if owner is None or not isinstance(told, Dictionary) or told.objgen[0] != owner:
            lost += 1
    links = [one for one in page.get("/Annots", ()) if one.get("/Subtype") == Name.Link]
    loose = [one for one in links if not _held(one, tree, parents)]
    return PageTags(
        number,
        bare=found.bare,
        lost=lost,
        loose_links=len(loose),
        silent_links=sum(not str(one.get("/Contents", "")).strip() for one in links),
        ordered=not links or page.get("/Tabs") == Name.S,
        unmapped=tuple(sorted(found.unmapped)),
        absent=tuple(sorted(found.absent)),
        unread=unread,
    )


def _held(link: Any, tree: _Tree, parents: dict[int, Any]) -> bool:
    """Whether an element holds a link, and the link leads back to it."""
    owner = tree.linked.get(link.objgen[0])
    told = parents.get(int(link.get("/StructParent", -1)))
    return owner is not None and isinstance(told, Dictionary) and told.objgen[0] == owner


def _parents(node: Any, deep: int) -> dict[int, Any]:
    """A number tree as a dictionary."""
    if not isinstance(node, Dictionary) or deep > 30:
        return {}
    numbers = list(node.get("/Nums", ()))
    found = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=False)}
    for kid in node.get("/Kids", ()):
        found |= _parents(kid, deep + 1)
    return found


# --- the tree ---------------------------------------------------------------------------------


def _tags(tree: _Tree, parent: Any, language: str, page: Any, deep: int) -> Iterator[Tag]:
    for kid in _kids(parent):
        if isinstance(kid, Dictionary) and "/S" in kid and deep < MOST_DEEP:
            yield _tag(tree, kid, language, page, deep)


def _tag(tree: _Tree, element: Any, language: str, page: Any, deep: int) -> Tag:
    own, number = element.get("/Pg", page), element.objgen[0]
    said = str(element.get("/Lang", "")) or language
    attributes = element.get("/A")
    tables = attributes if isinstance(attributes, Array) else [attributes]
    tag = Tag(
        tree.roles.get(str(element.S)[1:], str(element.S)[1:]),
        said,
        tree.pages.get(own.objgen[0]) if own is not None else None,
        said=str(element.get("/Alt", "")) or str(element.get("/ActualText", "")),
        headed=any(
            isinstance(one, Dictionary) and ("/Scope" in one or len(one.get("/Headers", ())) > 0)
            for one in tables
        ),
    )
    texts, links = [], 0
    for kid in _kids(element):
        piece = _piece(kid, own)
        if piece is not None:
            tree.owners.setdefault(piece, number)
            texts.append(tree.shown.get(piece, ""))
        elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
            links += 1
            tree.linked[kid.Obj.objgen[0]] = number
    kids = tuple(_tags(tree, element, said, own, deep + 1))
    return replace(tag, text="".join(texts), links=links, kids=kids)


def _piece(kid: Any, page: Any) -> Piece | None:
    if isinstance(kid, int):
        return (page.objgen[0], kid) if page is not None else None
    if isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
        place = kid.get("/Pg", page)
        return (place.objgen[0], int(kid.MCID)) if place is not None else None
    return None


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    return list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]

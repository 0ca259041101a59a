"""A part of the book as it is written once and joined often: knows pydyf, the engine's own writer.

Black letters overprint, every page names only what it shows, fonts are named by their content,
streams are compressed, and pictures are left out: a mark stands in the place of each.
"""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from songngu.press.overprint import STATES, overprinted

# The mark of a picture that was left out, in its stream's dictionary.
PICTURE = "/SongnguPicture"
# How a content stream asks for what has a name: `/i0 Do`, `/f0 9.6 Tf`.
_NAMED = (b" Do", b" Tf")


def finish(pdf: Any, keep: Callable[[bytes], str]) -> tuple[str, ...]:
    """Do so to a document about to be written. Pictures are given to `keep`, which answers with a
    mark; all marks come back."""
    pages = {one["Contents"]: one for one in _dictionaries(pdf) if one.get("Type") == "/Page"}
    for one in _streams(pdf):
        if hasattr(one, "_resources"):  # a page, a form, or a pattern
            _overprint(one)
            asked = _asked(pdf, one)
            pdf.add_object(asked)
            pages.get(one.reference, one.extra)["Resources"] = asked.reference
        one.compress = "Filter" not in one.extra
    for font in _dictionaries(pdf):
        if font.get("DescendantFonts"):
            _tag(pdf, font)
    return tuple(_left_out(pdf, keep))


def _dictionaries(pdf: Any) -> list[Any]:
    import pydyf

    return [one for one in pdf.objects if isinstance(one, pydyf.Dictionary)]


def _streams(pdf: Any) -> list[Any]:
    import pydyf

    return [one for one in pdf.objects if isinstance(one, pydyf.Stream)]


def _steps(stream: Any) -> Iterator[bytes]:
    import pydyf

    return map(pydyf._to_bytes, stream.stream)


def _overprint(stream: Any) -> None:
    """Black letters overprint; patterns have none."""
    import pydyf

    if stream.extra.get("PatternType"):
        return
    steps = overprinted(stream.stream)
    if steps is not None:
        stream.stream = steps
        for name, state in STATES.items():
            stream._resources["ExtGState"][name] = pydyf.Dictionary(state)


def _asked(pdf: Any, stream: Any) -> Any:
    """Of the resources of a content stream, fonts and forms only that it asks for: the engine
    gives every page those of all."""
    import pydyf

    names = {step[1:].split()[0].decode() for step in stream.stream if step.endswith(_NAMED)}
    given = stream._resources
    fonts = pdf.objects[int(given["Font"].split()[0])]
    some = {"XObject": given["XObject"], "Font": fonts}
    few = {
        kind: pydyf.Dictionary({name: one for name, one in all_.items() if name in names})
        for kind, all_ in some.items()
    }
    return pydyf.Dictionary({**given, **few})


def _tag(pdf: Any, font: Any) -> None:
    """The name of a font's subset begins with a tag of its content. The engine's tags ignore
    content: different subsets of a font can carry the same one, which a printer's system may take
    for the same font."""
    inner = _behind(pdf, font["DescendantFonts"][0])
    told = _behind(pdf, inner["FontDescriptor"])
    program = _behind(pdf, told["FontFile2" if "FontFile2" in told else "FontFile3"])
    seed = int.from_bytes(hashlib.sha256(b"\n".join(_steps(program))).digest()[:8], "big")
    tag = "".join(chr(65 + (seed // 26**place) % 26) for place in range(6))
    plain = font["BaseFont"].rpartition(b"+")[2]
    font["BaseFont"] = inner["BaseFont"] = told["FontName"] = f"/{tag}+".encode() + plain


def _behind(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _left_out(pdf: Any, keep: Callable[[bytes], str]) -> Iterator[str]:
    """The marks of a document's pictures, which from now on stand for them."""
    import pydyf

    for one in _streams(pdf):
        if one.extra.get("Subtype") == "/Image":
            mark = keep(b"\n".join(_steps(one)))
            one.stream, one.extra[PICTURE[1:]] = [], pydyf.String(mark)
            yield mark

"""`check --fix`: what is surely wrong in the letters of a file is put right, and nothing else.

A file is bytes in, bytes out: its line ends, its byte-order mark and every character that no
finding names stay as they are. What only the editor can know is left and told.
"""

import codecs
import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from songngu.check.text import yaml_files
from songngu.check.text.repair import Repair
from songngu.check.text.repairing import carried_out, compositions, repairs
from songngu.diagnostics import Diagnostic
from songngu.model import LANGS, Issue, Lang, Orthography, Publication

# A repair can bring another to light (a space gone, a quotation mark beside it); it ends soon.
ROUNDS = 5
_ENDS = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Prose:
    """A file whose prose may be mended: its path relative to the root, the language of an article
    (None for YAML that speaks both), the house style, and what an editor asked to leave: codes
    with their lines."""

    path: str
    lang: Lang | None
    orthography: Orthography
    left: frozenset[tuple[str, int]] = frozenset()


def proses(
    publication: Publication, issues: Iterable[Issue], left: Iterable[Diagnostic]
) -> Iterator[Prose]:
    """The files of these issues, and those beside them, which follow the newest one's style."""
    spots: dict[str, set[tuple[str, int]]] = {}
    for one in left:
        spots.setdefault(one.place.path, set()).add((one.code, one.place.line))
    for issue in issues:
        for pair in issue.pairs:
            for lang in LANGS:
                article = pair[lang]
                if article is not None:
                    own = frozenset(spots.get(article.path, ()))
                    yield Prose(article.path, lang, issue.orthography, own)
    for path in yaml_files(publication):
        yield Prose(path, None, publication.newest.orthography)


def fixed(prose: Prose, raw: bytes) -> bytes:
    """The file with every sure repair carried out; as it is when it is not UTF-8, or needs none."""
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    try:
        stored = raw[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        return raw
    lines, ends = _ENDS.split(stored), [*_ENDS.findall(stored), ""]
    before = "\n".join(lines)
    after = _carried_out(prose, before, compositions(prose.path, before, prose.lang))
    for _ in range(ROUNDS):
        found = repairs(prose.path, after, prose.lang, prose.orthography)
        after = _carried_out(prose, after, found)
    # No repair begins or ends a line, so each keeps its own end.
    mended = (line + end for line, end in zip(after.split("\n"), ends, strict=True))
    return mark + "".join(mended).encode()


def _carried_out(prose: Prose, text: str, found: list[Repair]) -> str:
    asked = [
        one for one in found if (one.code, text.count("\n", 0, one.start) + 1) not in prose.left
    ]
    return carried_out(text, asked)


def diff(path: str, before: bytes, after: bytes) -> str:
    """What would change, as a unified diff of lines; empty when nothing would."""
    old, new = (_ENDS.split(text.decode("utf-8", "replace")) for text in (before, after))
    return "\n".join(difflib.unified_diff(old, new, path, path, lineterm=""))

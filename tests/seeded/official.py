"""The real issue as if it were official: every pair signed, so that what only an official issue can
have wrong can be planted into it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from songngu.desk.clear import Asked, clear
from songngu.model import BlockKind, Pair
from songngu.pipeline import Job, examine
from songngu.source.clearance import FOLDER, record
from tests.seeded.tree import Spot, Tree, copy_real

CONFIG = "content/publication.yml"
SIGNED = Asked("approver", "Nguyễn Thị Duyệt", date(2024, 12, 1))


def copy_official(target: Path) -> Tree:
    """The real publication below `target`, its newest issue official and signed as it stands."""
    tree = copy_real(target)
    config = target / CONFIG
    text = re.sub(r"(?m)^(    status: )specimen\b", r"\1official", config.read_text("utf-8"))
    config.write_text(text, "utf-8", newline="\n")
    for standing in examine(Job(root=target, out=target / "dist", cache=False)).standings:
        signing = clear(tree.issue.id, standing, SIGNED, ()).signing
        assert signing is not None
        path, said = record(signing)
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(said, "utf-8", newline="\n")
    return tree


def _record(tree: Tree, pair: Pair) -> str:
    (path,) = (tree.root / FOLDER / tree.issue.id / pair.id).glob("*.txt")
    return path.relative_to(tree.root).as_posix()


def unsigned(tree: Tree, pair: Pair) -> set[Spot]:
    tree.write(_record(tree, pair), None)
    return {("clearance.missing", pair.lead.path, 1)}


def spoilt_record(tree: Tree, pair: Pair) -> set[Spot]:
    """A row of a record in other words: the record counts for nothing any more."""
    path = _record(tree, pair)
    rows = tree.text(path).split("\n")
    at = tree.chance.choice([at for at, row in enumerate(rows) if re.match(r"\d{4} ", row)])
    rows[at] += " …"
    tree.write(path, "\n".join(rows))
    return {("clearance.invalid", path, at + 1), ("clearance.missing", pair.lead.path, 1)}


def changed_since(tree: Tree, pair: Pair) -> set[Spot]:
    """A word more in one paragraph of one side."""
    article = tree.chance.choice([one for one in (pair.vi, pair.en) if one])
    paragraphs = [one for one in article.blocks if one.kind is BlockKind.PARAGRAPH]
    block = tree.chance.choice([one for one in paragraphs if one.text[:1].isalpha()])
    rows = tree.text(article.path).split("\n")
    rows[block.line - 1] = re.sub(r"^\w+", r"\g<0> – \g<0>", rows[block.line - 1])
    tree.write(article.path, "\n".join(rows))
    return {("clearance.stale", article.path, block.line)}


def unfinished_imprint(tree: Tree, pair: Pair) -> set[Spot]:
    """A value of the imprint that still waits: told at the line with its key. (A trim size that
    waits is at odds with the press profile besides.)"""
    rows = tree.text(CONFIG).split("\n")
    inside = rows.index("    imprint:")
    lines = [
        at
        for at, row in enumerate(rows)
        if at > inside and "value: {vi: " in row and "20,5" not in row
    ]
    at = tree.chance.choice(lines)
    rows[at] = re.sub(r"value: .*", 'value: {vi: "…", en: "…"}', rows[at])
    tree.write(CONFIG, "\n".join(rows))
    return {("imprint.missing", CONFIG, at - 1)}


OFFICIAL: Mapping[str, Callable[[Tree, Pair], set[Spot]]] = {
    "clearance.invalid": spoilt_record,
    "clearance.missing": unsigned,
    "clearance.stale": changed_since,
    "imprint.missing": unfinished_imprint,
}

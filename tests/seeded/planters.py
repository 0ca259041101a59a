"""One row per code: how to plant one error of it into a pair, or beside the articles.

A planter gives the places (code, path, line) that the check must tell, or None where the pair has
nothing that it could spoil. A new code is a new row in ARTICLES, BESIDE or ALONE.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

from songngu.check.syllables import placed
from songngu.model import BlockKind, Lang, Pair
from tests.seeded.naming import forbidden_name, unnamed
from tests.seeded.tree import Spot, Tree, lines_of
from tests.support import blank_png

InPair = Callable[[Tree, Pair], set[Spot] | None]
Beside = Callable[[Tree], set[Spot]]

FACTS, CREDITS = "content/facts.yml", "assets/images/credits.yml"
CONFIG = "content/publication.yml"


def _path(pair: Pair, lang: Lang) -> str:
    article = pair[lang]
    assert article is not None
    return article.path


def _side(tree: Tree) -> Lang:
    return tree.chance.choice(("vi", "en"))


def _replace_line(tree: Tree, path: str, pattern: str, new: str) -> int | None:
    """Put `new` for one line that begins with the pattern; its number."""
    text = tree.text(path)
    lines = list(lines_of(text, pattern))
    if not lines:
        return None
    number, found = tree.chance.choice(lines)
    rows = text.split("\n")
    rows[number - 1] = found.expand(new)
    tree.write(path, "\n".join(rows))
    return number


# --- in an article ----------------------------------------------------------------------------


def encoding(tree: Tree, pair: Pair) -> set[Spot]:
    path = _path(pair, _side(tree))
    raw = (tree.root / path).read_bytes()
    at = tree.chance.choice([found.end() for found in re.finditer(rb"\n", raw)])
    tree.write(path, raw[:at] + b"\xd2" + raw[at:])
    return {("source.encoding", path, raw.count(b"\n", 0, at) + 1)}


def front_matter(tree: Tree, pair: Pair) -> set[Spot] | None:
    path = _path(pair, _side(tree))
    line = _replace_line(tree, path, r"byline: (.*)", r"bylien: \1")
    return {("source.front-matter", path, line)} if line else None


def idle_ignore(tree: Tree, pair: Pair) -> set[Spot]:
    path = _path(pair, _side(tree))
    article = pair.vi if pair.vi and pair.vi.path == path else pair.en
    assert article is not None
    block = tree.chance.choice(article.blocks)
    rows = tree.text(path).split("\n")
    comment = "<!-- songngu: ignore number.mismatch because the sum is rounded -->"
    rows[block.line - 1 : block.line - 1] = [comment, ""]
    tree.write(path, "\n".join(rows))
    return {("source.markdown", path, block.line)}


def missing_side(tree: Tree, pair: Pair) -> set[Spot] | None:
    name = pair.id.rpartition("/")[2] + ".md"
    others = (tree.root / "content").rglob("*.md")
    if any(name in path.read_text("utf-8", "replace") for path in others):
        return None
    gone, stays = tree.chance.choice((("vi", "en"), ("en", "vi")))
    tree.write(_path(pair, "vi" if gone == "vi" else "en"), None)
    return {("parity.missing", _path(pair, "vi" if stays == "vi" else "en"), 1)}


def lost_paragraph(tree: Tree, pair: Pair) -> set[Spot] | None:
    """Told on the line of what stands before it on that side."""
    lang = _side(tree)
    article = pair[lang]
    assert article is not None
    choice = [
        (before, block)
        for before, block in zip(article.blocks, article.blocks[1:], strict=False)
        if block.kind is BlockKind.PARAGRAPH and len(block.text) > 120 and "[^" not in block.text
    ]
    if not choice:
        return None
    before, block = tree.chance.choice(choice)
    rows = tree.text(article.path).split("\n")
    del rows[block.line - 1 : block.line + block.text.count("\n") + 1]
    tree.write(article.path, "\n".join(rows))
    return {("parity.structure", article.path, before.line)}


def other_order(tree: Tree, pair: Pair) -> set[Spot] | None:
    path = _path(pair, "en")
    line = _replace_line(tree, path, r"order: (\d+)", r"order: \g<1>7")
    return {("parity.front-matter", path, line)} if line else None


def other_number(tree: Tree, pair: Pair) -> set[Spot] | None:
    """A digit of a figure that stands once in the article: told in English, the translation."""
    path = _path(pair, "en")
    text = tree.text(path)
    once = [
        (start, end)
        for start, end in tree.in_prose(path, "en", r"(?<![\w,./–-])\d{3,}(?![\w,./–-]|\.\d)")
        if text.count(text[start:end]) == 1
    ]
    if not once:
        return None
    _, end = tree.chance.choice(once)
    digit = "3" if text[end - 1] != "3" else "4"
    return {("number.mismatch", path, tree.put(path, end - 1, end, digit))}


def _both(tree: Tree, pair: Pair, vi: str, en: str) -> dict[Lang, int] | None:
    """A sentence more at the end of the same paragraph of both sides; their lines."""
    rows = [
        row
        for row in pair.rows
        if row.kind is BlockKind.PARAGRAPH and row.vi and row.en and row.vi.text[-1] in ".!?"
    ]
    if not rows:
        return None
    row = tree.chance.choice(rows)
    lines: dict[Lang, int] = {}
    for lang, sentence in (("vi", vi), ("en", en)):
        side: Lang = "vi" if lang == "vi" else "en"
        block = row[side]
        assert block is not None
        path = _path(pair, side)
        texts = tree.text(path).split("\n")
        lines[side] = block.line + block.text.count("\n")
        texts[lines[side] - 1] += " " + sentence
        tree.write(path, "\n".join(texts))
    return lines


def wrong_separator(tree: Tree, pair: Pair) -> set[Spot] | None:
    lines = _both(tree, pair, "Tỷ lệ ấy là 97.3%.", "The share is 97.3%.")
    return {("number.malformed", _path(pair, "vi"), lines["vi"])} if lines else None


def other_unit(tree: Tree, pair: Pair) -> set[Spot] | None:
    lines = _both(tree, pair, "Con đường dài 37 km.", "The road is 37,000 m long.")
    return {("number.unit", _path(pair, "en"), lines["en"])} if lines else None


def written_out(tree: Tree, pair: Pair) -> set[Spot] | None:
    """A known fact as a literal beside its label, in both languages."""
    vi, en = "Dân số (2019): 1.009.168 người.", "Population (2019): 1,009,168 people."
    facts = tree.text(FACTS)
    found = re.search(
        r"dan-so-2019:\n.*\n.*\n +label: \{vi: \"?([^,\"]+)\"?, en: \"?([^}\"]+)", facts
    )
    if found is None:
        return None
    vi, en = f"{found[1]} là 1.009.168 người.", f"{found[2]} was 1,009,168 people."
    lines = _both(tree, pair, vi, en)
    return (
        {("fact.shadowed", _path(pair, lang), line) for lang, line in lines.items()}
        if lines
        else None
    )


def another_sea(tree: Tree, pair: Pair) -> set[Spot] | None:
    vi, en = "Tàu ra Biển Đông.", "The ship is bound for the South China Sea."
    lines = _both(tree, pair, vi, en)
    return {("term.sovereignty", _path(pair, "en"), lines["en"])} if lines else None


def in_parts(tree: Tree, pair: Pair) -> set[Spot] | None:
    path = _path(pair, "vi")
    place = tree.any_in_prose(path, "vi", r"[^\W\d_]*[ếộữầạ][^\W\d_]*")
    if place is None:
        return None
    word = tree.text(path)[slice(*place)]
    return {("text.nfc", path, tree.put(path, *place, unicodedata.normalize("NFD", word)))}


def other_tone(tree: Tree, pair: Pair) -> set[Spot] | None:
    path = _path(pair, "vi")
    text = tree.text(path)
    words = tree.in_prose(path, "vi", r"[^\W\d_]+")
    styled = [(a, b) for a, b in words if placed(text[a:b], "new") != text[a:b]]
    if not styled:
        return None
    start, end = tree.chance.choice(styled)
    line = tree.put(path, start, end, placed(text[start:end], "new"))
    return {("text.tone", path, line)}


def loose_comma(tree: Tree, pair: Pair) -> set[Spot] | None:
    lang = _side(tree)
    path = _path(pair, lang)
    place = tree.any_in_prose(path, lang, r"(?<=[^\W\d_]{3})(?=[,;] )")
    return {("text.punctuation", path, tree.put(path, *place, " "))} if place else None


def left_in_vietnamese(tree: Tree, pair: Pair) -> set[Spot] | None:
    rows = [
        row
        for row in pair.rows
        if row.kind is BlockKind.PARAGRAPH
        and row.vi
        and row.en
        and len(row.vi.text) > 80
        and not re.search(r"[\[\]{}*“]", row.vi.text)
    ]
    if not rows:
        return None
    row = tree.chance.choice(rows)
    assert row.vi and row.en
    path = _path(pair, "en")
    texts = tree.text(path).split("\n")
    texts[row.en.line - 1 : row.en.line + row.en.text.count("\n")] = row.vi.text.split("\n")
    tree.write(path, "\n".join(texts))
    return {("text.untranslated", path, row.en.line)}


def _reference(code: str, pattern: str, new: str) -> InPair:
    """A planter that spoils what an article points at."""

    def plant(tree: Tree, pair: Pair) -> set[Spot] | None:
        lang = _side(tree)
        path = _path(pair, lang)
        text = tree.text(path)
        places = list(re.finditer(pattern, text))
        if not places:
            return None
        found = tree.chance.choice(places)
        other = "en" if lang == "vi" else "vi"
        spoilt = found.expand(new).replace("OTHER", f"../../{other}/{tree.issue.id}")
        return {(code, path, tree.put(path, *found.span(), spoilt))}

    return plant


def small_picture(tree: Tree, pair: Pair) -> set[Spot] | None:
    article = pair.vi
    if article is None or article.picture is None:
        return None
    tree.write(article.picture.path, blank_png(1600, 700))
    return {("image.resolution", article.path, article.picture.line)}


def uncredited(tree: Tree, pair: Pair) -> set[Spot] | None:
    article = pair.vi
    if article is None or article.picture is None:
        return None
    name = article.picture.path.rpartition("/")[2]
    credits = tree.text(CREDITS)
    tree.write(CREDITS, re.sub(rf"(?m)^{re.escape(name)}:\n(?: .*\n)+", "", credits))
    return {("image.credit", article.path, article.picture.line)}


ARTICLES: Mapping[str, InPair] = {
    "source.encoding": encoding,
    "source.front-matter": front_matter,
    "source.markdown": idle_ignore,
    "parity.missing": missing_side,
    "parity.structure": lost_paragraph,
    "parity.front-matter": other_order,
    "number.mismatch": other_number,
    "number.malformed": wrong_separator,
    "number.unit": other_unit,
    "fact.unknown": _reference("fact.unknown", r"\{\{ fact:([\w-]+) \}\}", r"{{ fact:\1-x }}"),
    "fact.shadowed": written_out,
    "series.invalid": _reference("series.invalid", r"(?m)^series: ([\w-]+)$", r"series: \1-x"),
    "term.forbidden": forbidden_name,
    "term.missing": unnamed,
    "term.sovereignty": another_sea,
    "text.nfc": in_parts,
    "text.tone": other_tone,
    "text.punctuation": loose_comma,
    "text.untranslated": left_in_vietnamese,
    "image.missing": _reference("image.missing", r"(?<=src: )(\S+)\.png", r"\1-x.png"),
    "image.alt": _reference("image.alt", r"(?<=alt: )[^\n]+", '""'),
    "image.resolution": small_picture,
    "image.credit": uncredited,
    "link.broken": _reference("link.broken", r"\]\(([\w-]+)\.md", r"](\1-x.md"),
    "link.cross-language": _reference("link.cross-language", r"\]\(([\w-]+)\.md", r"](OTHER/\1.md"),
}


# --- beside the articles ----------------------------------------------------------------------


def unknown_key(tree: Tree) -> set[Spot]:
    line = _replace_line(tree, CREDITS, r"  (map: false)", r"  \1" + "\n  mapp: false")
    assert line is not None
    return {("config.unknown-key", CREDITS, line + 1)}


def unreviewed_map(tree: Tree) -> set[Spot]:
    """Of a section's picture: those of articles may be out of use by now."""
    line = _replace_line(tree, CREDITS, r"(opener-\S+:)", r"\1" + "\n  map_: true")
    assert line is not None
    text = tree.text(CREDITS).split("\n")
    assert text[line + 3].startswith("  map: false")
    text[line + 3] = "  map: true"
    del text[line]
    tree.write(CREDITS, "\n".join(text))
    return {("image.map-unreviewed", CREDITS, line)}


def device(tree: Tree) -> set[Spot]:
    """A name that Windows keeps for itself, beside an article whose text it has."""
    article = tree.chance.choice(tree.issue.pairs).vi
    assert article is not None
    path = f"{article.path.rpartition('/')[0]}/{tree.chance.choice(('aux', 'CON', 'lpt1'))}.md"
    tree.write(path, tree.text(article.path))
    return {("source.name", path, 1)}


def other_imprint(tree: Tree) -> set[Spot]:
    """Told at the line of the imprint that it stands in, which begins with its key."""
    line = _replace_line(tree, CONFIG, r"(.*20\.5 × )29( cm.*)", r"\g<1>28\2")
    assert line is not None
    return {("imprint.conflict", CONFIG, line - 2)}


def bad_date(tree: Tree) -> set[Spot]:
    line = _replace_line(tree, CONFIG, r"    date: \S+", "    date: 15/12")
    assert line is not None
    return {("config.invalid", CONFIG, line)}


def sourceless(tree: Tree) -> set[Spot]:
    """Told at the fact itself."""
    text = tree.text(FACTS)
    facts = text.index("\nfacts:\n")
    choice = list(re.finditer(r"\n    (?:source|as_of): .*", text[facts:]))
    found = tree.chance.choice(choice)
    start, end = facts + found.start(), facts + found.end()
    id = [one.start() for one in re.finditer(r"(?m)^  [\w-]+:$", text[:start])][-1]
    tree.write(FACTS, text[:start] + text[end:])
    return {("fact.unsourced", FACTS, text.count("\n", 0, id) + 1)}


# Together with others; and those after which other files are not judged any more.
BESIDE: Mapping[str, Beside] = {
    "config.unknown-key": unknown_key,
    "image.map-unreviewed": unreviewed_map,
    "imprint.conflict": other_imprint,
    "source.name": device,
}
ALONE: Mapping[str, Beside] = {
    "config.invalid": bad_date,
    "fact.unsourced": sourceless,
}

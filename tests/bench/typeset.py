"""The made issue set by Typst: the same text and pictures, both languages level."""

from pathlib import Path

from songngu.model import LANGS, BlockKind, Issue
from songngu.source.publication import read

HEAD = """\
#set page(width: 410mm, height: 290mm, margin: (x: 16mm, top: 22mm, bottom: 24mm),
  footer: context grid(columns: (1fr, 1fr), [#(2 * here().page())],
    align(right)[#(2 * here().page() + 1)]))
#set text(font: "Source Serif 4", size: 9.6pt, lang: "vi", hyphenate: false)
#set par(leading: 4.4pt, justify: false)
#let row(a, b) = grid(columns: (1fr, 1fr), column-gutter: 36mm, a, b)
"""
SPECIAL = str.maketrans({one: f"\\{one}" for one in "\\#$*_`<>@[]~"})


def typst(root: Path) -> str:
    """The issue as a Typst document; pictures are named relative to `root`."""
    found = read(root).value
    assert found is not None
    return HEAD + "\n".join(_articles(found.newest))


def _articles(issue: Issue) -> list[str]:
    made = []
    for pair in issue.pairs:
        vi, en = pair.vi, pair.en
        assert vi and en
        made.append("#pagebreak(weak: true)")
        if vi.picture:
            made.append(f'#image("{vi.picture.path}", width: 100%, height: 90mm, fit: "cover")')
        for a, b in ((vi.title, en.title), (vi.standfirst, en.standfirst)):
            made.append(f"#row([*{_said(a)}*], [*{_said(b)}*])")
        for row in pair.rows:
            if row.kind is BlockKind.FIGURE:
                made.append(f'#image("{vi.picture.path if vi.picture else ""}", height: 60mm)')
                continue
            a, b = (_said(block.text) if (block := row[lang]) else "" for lang in LANGS)
            made.append(f"#row([{a}], [{b}])\n#v(7pt)")
    return made


def _said(text: str) -> str:
    return text.translate(SPECIAL)

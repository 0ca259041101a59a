"""Our renderer's HTML -> the few plain elements that any other site takes, and its plain text."""

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import NamedTuple

# What is kept, each with the attributes that are kept.
KEPT: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("p", "h2", "h3", "h4", "h5", "h6", "ul", "li", "blockquote", "figure"), ()),
    **dict.fromkeys(("figcaption", "table", "caption", "thead", "tbody", "tr"), ()),
    **dict.fromkeys(("sup", "sub", "pre", "br", "hr"), ()),
    **dict.fromkeys(("em", "strong", "code"), ("lang",)),
    "a": ("href", "lang"),
    "img": ("src", "width", "height", "alt"),
    "ol": ("start",),
    "td": ("colspan", "rowspan"),
    "th": ("scope", "colspan", "rowspan"),
}
# What goes with everything in it.
DROPPED = frozenset({"script", "style", "svg", "template", "object", "iframe"})
EMPTY = frozenset({"br", "hr", "img"})
# What stands on a line of its own in plain text, and what is parted by a blank one.
LINES = frozenset({"li", "tr", "br", "caption", "figcaption"})
PARAGRAPHS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "table", "hr"})
# The renderer writes every tag whole, its attributes in double quotes, and no bare `<` or `>`.
_TOKEN = re.compile(r"<(/?)(\w+)([^>]*)>|[^<]+|<")
_SAID = re.compile(r'([\w-]+)="([^"]*)"')
_HOLLOW = re.compile(r"<(p|figure|figcaption)>\s*</\1>\n?")


class Clean(NamedTuple):
    html: str
    text: str


def clean(html: str, page: str) -> Clean:
    """`page` is the article's absolute address, to which its inner links lead."""
    reader = _Cleaner(page)
    for found in _TOKEN.finditer(html):
        end, tag, said = found.groups("")
        if not tag:
            reader.say(unescape(found[0]))
        elif end:
            reader.end(tag)
        else:
            reader.begin(tag, {name: unescape(value) for name, value in _SAID.findall(said)})
    whole = "".join(reader.html)
    while (less := _HOLLOW.sub("", whole)) != whole:
        whole = less
    return Clean(whole.strip(), _tidy("".join(reader.text)))


def _tidy(text: str) -> str:
    lines = (" ".join(line.split(" ")).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Cleaner:
    def __init__(self, page: str) -> None:
        self.page = page
        self.html: list[str] = []
        self.text: list[str] = []
        # For every element still open: what closes it, or None for one that is left out.
        self.open: list[tuple[str, str | None]] = []
        self.left_out = 0

    def begin(self, tag: str, said: Mapping[str, str]) -> None:
        back = "footnote-backref" in said.get("class", "")
        if back or self.left_out or tag in DROPPED:
            if tag not in EMPTY:
                self.left_out += 1
                self.open.append((tag, None))
            return
        kept, end = self._kept(tag, said)
        self.html.append(kept)
        if tag in PARAGRAPHS or tag in LINES:
            self.text.append("\n\n" if tag in PARAGRAPHS else "\n")
        if tag == "li":
            self.text.append("- ")
        if tag in ("td", "th"):
            self.text.append("\t")
        if tag not in EMPTY:
            self.open.append((tag, end))

    def _kept(self, tag: str, said: Mapping[str, str]) -> tuple[str, str]:
        if tag == "span" and said.get("class") == "who":
            return "<strong>", ":</strong>"
        if tag == "span" and "lang" in said:
            return f'<span lang="{escape(said["lang"])}">', "</span>"
        if tag not in KEPT:
            return "", ""
        if tag == "a" and said.get("href", "").startswith("#"):
            if "footnote-ref" in said.get("class", ""):
                return "", ""
            said = {**said, "href": self.page + said["href"]}
        kept = "".join(f' {name}="{escape(said[name])}"' for name in KEPT[tag] if name in said)
        return f"<{tag}{kept}>", "" if tag in EMPTY else f"</{tag}>"

    def end(self, tag: str) -> None:
        while self.open:
            name, end = self.open.pop()
            if end is None:
                self.left_out -= 1
            else:
                self.html.append(end)
                if end == ":</strong>":
                    self.text.append(":")
            if name == tag:
                return

    def say(self, text: str) -> None:
        if not self.left_out:
            self.html.append(escape(text, quote=False))
            self.text.append(text)

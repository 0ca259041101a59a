"""Markdown -> HTML, block by block: the one renderer of web and print.

The article is converted once (footnotes and reference links need the whole of it), but each block
of source/blocks.py is parsed into an element of its own, so the renderer cannot see other blocks
than the checks do. What differs between web and print is asked of a Medium.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor

from songngu.figures.languages import BRACKETED, MARK, by_script
from songngu.figures.numbers import fact_text
from songngu.figures.spacing import unbroken
from songngu.model import Article, Block, BlockKind, Fact, Lang, PictureUse, Series
from songngu.source.anchors import anchors
from songngu.source.articles import resolve
from songngu.source.blocks import ATTRIBUTES, TURN
from songngu.source.links import FACT, OUTSIDE, SERIES

FENCE_END = re.compile(r"`{3,}|~{3,}")
# What may be followed by the language of its words.
SPOKEN = frozenset({"em", "strong", "a", "code"})
# Content is untrusted text: an address may open a page or a letter, and run nothing.
SAFE = re.compile(r"^(?:https?:|mailto:|tel:)", re.I)


class Medium(Protocol):
    """What web and print answer differently. Everything returned is HTML or an address."""

    def picture(self, use: PictureUse, lang: Lang) -> str: ...
    def link(self, article: Article, path: str, anchor: str) -> str | None: ...
    def fact(self, fact: Fact, lang: Lang) -> str | None: ...
    def chart(self, series: Series, lang: Lang) -> str: ...
    def table(self, series: Series, lang: Lang) -> str: ...


@dataclass(frozen=True)
class Rendered:
    """The HTML of an article: one fragment per block index, the footnotes apart."""

    blocks: Mapping[int, str]
    notes: str
    anchors: Mapping[int, str]

    @property
    def body(self) -> str:
        return "\n".join(self.blocks[index] for index in sorted(self.blocks))


@dataclass(frozen=True)
class Figures:
    """The facts and series that an article may print."""

    facts: Mapping[str, Fact]
    series: Mapping[str, Series]


def render(article: Article, medium: Medium, figures: Figures, prefix: str = "") -> Rendered:
    """The article's blocks as HTML. `prefix` goes before every id, so that both languages can
    stand in one document."""
    md = _engine(article, medium, figures, prefix)
    marks = anchors(article)
    root = ElementTree.Element("div")
    wrappers: dict[int, ElementTree.Element] = {}
    ready: dict[int, str] = {}
    for block in article.blocks:
        if block.kind in (BlockKind.CHART, BlockKind.SERIES):
            ready[block.index] = _figure_of_series(block, medium, figures, article.lang)
            continue
        if block.kind is BlockKind.CODE:
            ready[block.index] = _code(block)
            continue
        wrapper = ElementTree.SubElement(root, "div")
        md.parser.parseBlocks(wrapper, _chunks(block))
        if block.kind is BlockKind.NOTE:
            root.remove(wrapper)
        else:
            wrappers[block.index] = wrapper
    for processor in md.treeprocessors:
        root = processor.run(root) or root
    for index, wrapper in wrappers.items():
        if index in marks and len(wrapper):
            wrapper[0].set("id", prefix + marks[index])
        block = article.blocks[index]
        # A lone mark (`>`, `{#id}`) is nothing to the engine; it prints as it is written.
        fragment = _html(md, wrapper) or f"<p>{html.escape(block.text)}</p>"
        ready[index] = _dressed(block, by_script(fragment, article.lang))
    notes = "".join(
        by_script(_html(md, child, whole=True), article.lang)
        for child in root
        if child.get("class") == "footnote"
    )
    return Rendered(ready, notes, {index: prefix + mark for index, mark in marks.items()})


def _code(block: Block) -> str:
    """A fenced block as it was written; the engine would read marks in it."""
    lines = block.text.split("\n")[1:]
    if lines and FENCE_END.fullmatch(lines[-1].strip()):
        lines.pop()
    return f"<pre><code>{html.escape(chr(10).join(lines))}</code></pre>"


def _chunks(block: Block) -> list[str]:
    """What Python-Markdown's block parser is given: the text without our own marks."""
    text = block.text
    if block.kind is not BlockKind.CODE:
        text = ATTRIBUTES.sub("", text)
    if block.kind in (BlockKind.QUESTION, BlockKind.ANSWER):
        text = re.sub(
            r"^(\*\*|__)?([^:*_]+):[ \t]*(\*\*|__)?[ \t]*", r"\1" if _opens(text) else "", text
        )
    if block.kind in (BlockKind.QUOTE, BlockKind.PULL):
        text = re.sub(r"^[ ]{0,3}>[ \t]*$", ">", text.rstrip().rstrip(">").rstrip(), flags=re.M)
    return text.split("\n\n") if block.kind in (BlockKind.LIST, BlockKind.NOTE) else [text]


def _opens(text: str) -> bool:
    """Whether the bold that begins before the turn's label ends after it (`**Hỏi: all bold**`)."""
    return bool(re.match(r"^(\*\*|__)[^:*_]+:[ \t]*[^*_\s]", text))


def _figure_of_series(block: Block, medium: Medium, figures: Figures, lang: Lang) -> str:
    found = SERIES.search(block.text)
    series = figures.series.get(found[1]) if found else None
    if series is None:
        return f"<pre>{html.escape(block.text)}</pre>"
    return (medium.chart if block.kind is BlockKind.CHART else medium.table)(series, lang)


def _dressed(block: Block, fragment: str) -> str:
    """The fragment with the classes that tell turns and pull quotes apart."""
    if block.kind in (BlockKind.QUESTION, BlockKind.ANSWER):
        found = TURN.match(block.text)
        label = f'<span class="who">{html.escape(found[1]) if found else ""}</span> '
        return fragment.replace("<p", f'<p class="{block.kind.value}"', 1).replace(
            ">", ">" + label, 1
        )
    if block.kind is BlockKind.PULL:
        return fragment.replace("<blockquote", '<blockquote class="pull"', 1)
    return fragment


def _html(md: Markdown, element: ElementTree.Element, whole: bool = False) -> str:
    text = md.serializer(element)
    if not whole:
        text = re.sub(r"^<div>\n?|\n?</div>$", "", text.strip())
    for processor in md.postprocessors:
        text = processor.run(text)
    return str(text).strip()


class _FactPattern(InlineProcessor):
    """`{{ fact:id }}`: the figure in the reader's language, leading to its source."""

    def __init__(self, md: Markdown, lang: Lang, medium: Medium, figures: Figures) -> None:
        super().__init__(FACT.pattern, md)
        self.lang, self.medium, self.figures = lang, medium, figures

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802 - the engine's
        fact = self.figures.facts.get(m[1])
        if fact is None:
            return m[0], m.start(), m.end()
        href = self.medium.fact(fact, self.lang)
        element = ElementTree.Element("a" if href else "span", {"class": "fact"})
        if href:
            element.set("href", href)
        element.text = fact_text(fact, self.lang)
        return element, m.start(), m.end()


class _Bracketed(InlineProcessor):
    """`[words]{lang=fr}`: words of another language."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802 - the engine's
        element = ElementTree.Element("span", {"lang": m[2]})
        element.text = m[1]
        return element, m.start(), m.end()


class _Languages:
    """`*words*{lang=fr}`: the language of what was emphasised, struck or linked just before."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.tag in SPOKEN and (found := MARK.match(element.tail or "")):
                element.set("lang", found[1])
                element.tail = str(element.tail)[found.end() :]


class _Targets:
    """Points links and pictures where the medium wants them; the last of the tree's processors."""

    def __init__(self, md: Markdown, article: Article, medium: Medium, prefix: str) -> None:
        self.md, self.article, self.medium, self.prefix = md, article, medium, prefix

    def run(self, root: ElementTree.Element) -> None:
        for parent in list(root.iter()):
            if self.prefix and parent.get("id"):
                parent.set("id", self.prefix + str(parent.get("id")))
            for child in list(parent):
                if child.tag == "a" and child.get("href"):
                    self._link(child)
                elif child.tag == "img":
                    self._picture(parent, child)

    def _link(self, element: ElementTree.Element) -> None:
        target = str(element.get("href"))
        if element.get("class") == "fact":
            return
        if OUTSIDE.match(target):
            if not SAFE.match(target):
                element.tag = "span"
                del element.attrib["href"]
            return
        file, _, anchor = target.partition("#")
        if not file:
            element.set("href", f"#{self.prefix}{anchor}")
            return
        href = self.medium.link(self.article, resolve(self.article.path, file), anchor)
        if href is None:
            element.tag = "span"
            del element.attrib["href"]
        else:
            element.set("href", href)

    def _picture(self, parent: ElementTree.Element, image: ElementTree.Element) -> None:
        use = PictureUse(
            path=resolve(self.article.path, str(image.get("src"))),
            alt=str(image.get("alt") or ""),
            caption=str(image.get("title") or ""),
        )
        markup = self.md.htmlStash.store(self.medium.picture(use, self.article.lang))
        image.tag, image.text = "span", markup
        image.attrib.clear()
        alone = (
            len(parent) == 1 and not (parent.text or "").strip() and not (image.tail or "").strip()
        )
        if parent.tag == "p" and alone:
            parent.tag, parent.text = "p", markup
            parent.remove(image)


class _Spaces:
    """Keeps a figure and its word on one line, in every text but code."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = unbroken(element.text)
            if element.tail:
                element.tail = unbroken(element.tail)


class _Heading(HashHeaderProcessor):
    """A heading has a space after its hashes: `#tag` is a word."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>(?:\\.|[^\\])*?)[ \t#]*(?:\n|$)")


def _engine(article: Article, medium: Medium, figures: Figures, prefix: str) -> Markdown:
    """Python-Markdown with our dialect: no raw HTML, no indented code, no underlined headings."""
    md = Markdown(
        extensions=[
            TableExtension(),
            SaneListExtension(),
            FootnoteExtension(BACKLINK_TEXT="↩", BACKLINK_TITLE="↩ {}"),
        ],
        output_format="html",
    )
    for registry, name in (
        (md.preprocessors, "html_block"),
        (md.inlinePatterns, "html"),
        (md.inlinePatterns, "entity"),
        (md.parser.blockprocessors, "code"),
        (md.parser.blockprocessors, "setextheader"),
    ):
        registry.deregister(name)
    md.parser.blockprocessors.register(_Heading(md.parser), "hashheader", 70)
    md.inlinePatterns.register(_FactPattern(md, article.lang, medium, figures), "fact", 185)
    md.inlinePatterns.register(_Bracketed(BRACKETED, md), "language", 175)
    languages: Any = _Languages()
    md.treeprocessors.register(languages, "languages", 6)
    targets: Any = _Targets(md, article, medium, prefix)
    spaces: Any = _Spaces()
    md.treeprocessors.register(targets, "targets", 5)
    md.treeprocessors.register(spaces, "spaces", 4)
    return md

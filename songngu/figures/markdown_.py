"""Markdown -> HTML, block by block: the one renderer of web and print.

The article is converted once (footnotes and reference links need the whole of it), but each block
of source/blocks.py is parsed into an element of its own, so the renderer cannot see other blocks
than the checks do. What differs between web and print stands there as a mark (written.py).
"""

import hashlib
import html
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from songngu.figures.languages import BRACKETED, MARK, by_script
from songngu.figures.numbers import fact_text
from songngu.figures.spacing import unbroken
from songngu.figures.written import (
    Ask,
    Figures,
    Medium,
    Rendered,
    Written,
    block_mark,
    cut,
    element_mark,
    place,
    prefix_mark,
)
from songngu.model import Article, Block, BlockKind, Fact
from songngu.source.anchors import anchors
from songngu.source.articles import resolve
from songngu.source.blocks import ATTRIBUTES, TURN
from songngu.source.links import FACT, OUTSIDE, SAFE, SERIES

FENCE_END = re.compile(r"`{3,}|~{3,}")
# Lines that begin with a letter are a paragraph, unless they are a table's: no need to ask.
PROSE = re.compile(r"[^\W\d_][^|\n]*(?:\n[^\W\d_][^|\n]*)*")
# Every inline pattern begins with one of these; but a line's end, with two spaces before it.
TELLING = re.compile(r"[`\\\[!<*_{\x02]|  \n")
# What may be followed by the language of its words.
SPOKEN = frozenset({"em", "strong", "a", "code"})


def render(article: Article, medium: Medium, figures: Figures, prefix: str = "") -> Rendered:
    """The article's blocks as one medium wants them: written, and placed at once. Who places a
    text more than once has it written by texts_.py."""
    return place(write(article, figures), article, medium, figures, prefix)


def write(article: Article, figures: Figures) -> Written:
    """The article's blocks as HTML, with marks where web and print differ."""
    writer = _Writer(article, figures.facts)
    md = _ENGINES.pop() if _ENGINES else _Engine()
    md.begin(writer)
    marks = anchors(article)
    root = ElementTree.Element("div")
    wrappers: dict[int, ElementTree.Element] = {}
    ready: dict[int, str] = {}
    for block in article.blocks:
        if block.kind in (BlockKind.CHART, BlockKind.SERIES):
            ready[block.index] = _figure_of_series(block, writer, figures)
            continue
        if block.kind is BlockKind.CODE:
            ready[block.index] = _code(block)
            continue
        wrapper = ElementTree.SubElement(root, "div")
        chunks = _chunks(block)
        if block.kind is BlockKind.PARAGRAPH and PROSE.fullmatch(chunks[0]):
            ElementTree.SubElement(wrapper, "p").text = chunks[0]
        else:
            md.parser.parseBlocks(wrapper, chunks)
        if block.kind is BlockKind.NOTE:
            root.remove(wrapper)
        else:
            wrappers[block.index] = wrapper
    for processor in md.treeprocessors:
        root = processor.run(root) or root
    for index, wrapper in wrappers.items():
        if index in marks and len(wrapper):
            wrapper[0].set("id", prefix_mark(writer.mark) + marks[index])
        block = article.blocks[index]
        # A lone mark (`>`, `{#id}`) is nothing to the engine; it prints as it is written.
        fragment = _html(md, wrapper) or f"<p>{html.escape(block.text)}</p>"
        ready[index] = _dressed(block, by_script(fragment, article.lang))
    notes = "".join(
        by_script(_html(md, child, whole=True), article.lang)
        for child in root
        if child.get("class") == "footnote"
    )
    _ENGINES.append(md)
    return Written(
        {index: cut(fragment, writer.mark) for index, fragment in ready.items()},
        cut(notes, writer.mark),
        marks,
        tuple(writer.asks),
    )


class _Writer:
    """What one article asks of its media, in order."""

    def __init__(self, article: Article, facts: Mapping[str, Fact]) -> None:
        text = "\0".join(block.text for block in article.blocks)
        # The text cannot hold a hash of itself.
        self.mark = "x" + hashlib.sha256(text.encode()).hexdigest()[:16]
        self.article, self.facts = article, facts
        self.asks: list[Ask] = []

    def element(self, ask: Ask) -> str:
        self.asks.append(ask)
        return element_mark(self.mark, len(self.asks) - 1)

    def block(self, ask: Ask) -> str:
        self.asks.append(ask)
        return block_mark(self.mark, len(self.asks) - 1)


def _code(block: Block) -> str:
    """A fenced block as it was written; the engine would read marks in it."""
    lines = block.text.split("\n")[1:]
    if lines and FENCE_END.fullmatch(lines[-1].strip()):
        lines.pop()
    return f"<pre><code>{html.escape(chr(10).join(lines))}</code></pre>"


def _chunks(block: Block) -> list[str]:
    """What Python-Markdown's block parser is given: the text without our own marks."""
    text = block.text
    if text.rstrip().endswith("}"):
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


def _figure_of_series(block: Block, writer: _Writer, figures: Figures) -> str:
    found = SERIES.search(block.text)
    if found is None or found[1] not in figures.series:
        return f"<pre>{html.escape(block.text)}</pre>"
    return writer.block(Ask("chart" if block.kind is BlockKind.CHART else "table", found[1]))


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
        text = text.strip().removeprefix("<div>").removeprefix("\n")
        text = text.removesuffix("</div>").removesuffix("\n")
    for processor in md.postprocessors:
        text = processor.run(text)
    return str(text).strip()


class _FactPattern(InlineProcessor):
    """`{{ fact:id }}`: the figure in the reader's language, leading to its source."""

    def __init__(self, md: "_Engine") -> None:
        super().__init__(FACT.pattern, md)
        self.engine = md

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802 - the engine's
        writer = self.engine.writer
        fact = writer.facts.get(m[1])
        if fact is None:
            return m[0], m.start(), m.end()
        element = ElementTree.Element(writer.element(Ask("fact", fact.id)))
        element.text = fact_text(fact, writer.article.lang)
        return element, m.start(), m.end()


class _Bracketed(InlineProcessor):
    """`[words]{lang=fr}`: words of another language."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802 - the engine's
        element = ElementTree.Element("span", {"lang": m[2]})
        element.text = m[1]
        return element, m.start(), m.end()


class _Plain:
    """Text without a letter that begins anything is said to be what it is: the engine would try
    every pattern on it."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.text and not TELLING.search(element.text):
                element.text = AtomicString(element.text)


class _Languages:
    """`*words*{lang=fr}`: the language of what was emphasised, struck or linked just before."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.tag in SPOKEN and (found := MARK.match(element.tail or "")):
                element.set("lang", found[1])
                element.tail = str(element.tail)[found.end() :]


class _Targets:
    """Puts marks where links lead and pictures stand; the last of the tree's processors."""

    def __init__(self, md: "_Engine") -> None:
        self.engine = md

    def run(self, root: ElementTree.Element) -> None:
        before = prefix_mark(self.engine.writer.mark)
        for parent in list(root.iter()):
            if parent.get("id"):
                parent.set("id", before + str(parent.get("id")))
            for child in list(parent):
                if child.tag == "a" and child.get("href"):
                    self._link(child, before)
                elif child.tag == "img":
                    self._picture(parent, child)

    def _link(self, element: ElementTree.Element, before: str) -> None:
        target = str(element.get("href"))
        if OUTSIDE.match(target):
            if not SAFE.match(target):
                element.tag = "span"
                del element.attrib["href"]
            return
        file, _, anchor = target.partition("#")
        if not file:
            element.set("href", f"#{before}{anchor}")
            return
        writer = self.engine.writer
        path = resolve(writer.article.path, file)
        element.tag = writer.element(Ask("link", path, anchor))
        del element.attrib["href"]

    def _picture(self, parent: ElementTree.Element, image: ElementTree.Element) -> None:
        writer = self.engine.writer
        path = resolve(writer.article.path, str(image.get("src")))
        words, caption = str(image.get("alt") or ""), str(image.get("title") or "")
        block = writer.block(Ask("picture", path, words, caption))
        markup = self.engine.htmlStash.store(block)
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


class _Engine(Markdown):
    """Python-Markdown with our dialect: no raw HTML, no indented code, no underlined headings.
    It is made once and used again: its parts ask `writer` which article they are in."""

    writer: _Writer

    def __init__(self) -> None:
        super().__init__(
            extensions=[
                TableExtension(),
                SaneListExtension(),
                FootnoteExtension(BACKLINK_TEXT="↩", BACKLINK_TITLE="↩ {}"),
            ],
            output_format="html",
        )
        for registry, name in (
            (self.preprocessors, "html_block"),
            (self.inlinePatterns, "html"),
            (self.inlinePatterns, "entity"),
            (self.parser.blockprocessors, "code"),
            (self.parser.blockprocessors, "setextheader"),
        ):
            registry.deregister(name)
        self.parser.blockprocessors.register(_Heading(self.parser), "hashheader", 70)
        self.inlinePatterns.register(_FactPattern(self), "fact", 185)
        self.inlinePatterns.register(_Bracketed(BRACKETED, self), "language", 175)
        plain: Any = _Plain()
        languages: Any = _Languages()
        targets: Any = _Targets(self)
        spaces: Any = _Spaces()
        inline: Any = self.treeprocessors["inline"]
        # A registry looks up its sorted list at every step.
        inline.inlinePatterns = tuple(self.inlinePatterns)
        self.treeprocessors.register(plain, "plain", 21)
        self.treeprocessors.register(languages, "languages", 6)
        self.treeprocessors.register(targets, "targets", 5)
        self.treeprocessors.register(spaces, "spaces", 4)

    def begin(self, writer: _Writer) -> None:
        self.reset()
        self.writer = writer


# Engines that nobody uses just now: making one costs as much as a short article. Whoever fails in
# the middle of an article does not give its engine back.
_ENGINES: list[_Engine] = []

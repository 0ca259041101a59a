"""What stands in for a click on paper: marks and notes, short addresses, pages to turn to.

The renderer leaves an `<a>` wherever a screen would lead on. Here a figure's becomes a small
letter, which its source bears again at the end of the article; that of another article becomes the
page on which it begins; that of an address becomes the address. Editors' own footnotes keep their
numbers.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from string import ascii_lowercase
from urllib.parse import unquote, urlsplit

from songngu.model import Article, Fact, Lang
from songngu.press.medium import PressMedium

# An address of up to so many letters stands in brackets in the text; a longer one is a note.
SHORT = 36
# A piece of an address of so many letters may not fit into a line of small type.
LINE = 48
_FACT = "fact:"
_ARTICLE = "article:"
# What is written out whatever its length.
_PLAIN = ("mailto", "tel")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SCHEME = re.compile(r"^(?:https?://(?:www\.)?|mailto:|tel:)", re.IGNORECASE)


@dataclass(frozen=True)
class PaperMedium(PressMedium):
    """Print as a medium: figures name their source, links the file of the article. `sources` are
    known ones only, so what is marked has a note."""

    def link(self, article: Article, path: str, anchor: str) -> str | None:
        return _ARTICLE + path

    def fact(self, fact: Fact, lang: Lang) -> str | None:
        return _FACT + fact.source if fact.source in self.sources else None


@dataclass
class Marks:
    """Letters as they are given out, in reading order: one for each source, one for each long
    address. Both sides of a pair share them, so that a source has one letter in both languages.
    `sources` and `addresses` tell what each letter stands for, `told` on which sides it stands."""

    sources: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    told: set[tuple[str, Lang]] = field(default_factory=set)

    def of_source(self, source: str, lang: Lang) -> str:
        return self._of(self.sources, source, lang)

    def of_address(self, address: str, lang: Lang) -> str:
        return self._of(self.addresses, address, lang)

    def _of(self, given: dict[str, str], key: str, lang: Lang) -> str:
        mark = given.setdefault(key, letter(len(self.sources) + len(self.addresses)))
        self.told.add((mark, lang))
        return mark


@dataclass(frozen=True)
class Target:
    """Where a link to an article leads: the name of its part of this book, or, of another book,
    its address."""

    part: str = ""
    address: str = ""


# From the path of an article's file to where it stands.
Find = Callable[[str], Target | None]


def letter(at: int) -> str:
    """a to z, then aa, ab …"""
    before, own = divmod(at, len(ascii_lowercase))
    return (letter(before - 1) if before else "") + ascii_lowercase[own]


def short(address: str) -> str:
    """An address as one types it: without scheme, `www.` and the slash at its end; of a letter's
    address only whom it goes to."""
    said = _SCHEME.sub("", address)
    parts = urlsplit(address)
    if parts.scheme.lower() in _PLAIN:
        return unquote(said.partition("?")[0])
    return said if parts.query or parts.fragment else said.rstrip("/")


def breakable(address: str) -> str:
    """The short address as HTML that may turn into the next line behind a slash, and not behind a
    hyphen, where a reader cannot tell whose it is; a piece too long for a line breaks anywhere."""
    pieces = re.findall(r"[^/]*/|[^/]+", short(address))
    return "<wbr>".join(
        f'<span class="{"piece" if len(piece) < LINE else "long"}">{html.escape(piece)}</span>'
        for piece in pieces
    )


def on_paper(fragment: str, lang: Lang, marks: Marks, find: Find) -> str:
    """A rendered fragment without links: each says where it leads."""
    if "<a " not in fragment:
        return fragment
    writer = _Writer(lang, marks, find)
    writer.feed(fragment)
    writer.close()
    return "".join(writer.out)


class _Writer(HTMLParser):
    """Writes a fragment as it was, but for its links."""

    def __init__(self, lang: Lang, marks: Marks, find: Find) -> None:
        super().__init__(convert_charrefs=False)
        self.lang, self.marks, self.find = lang, marks, find
        self.out: list[str] = []
        # What follows each open link when it closes, and where its words begin in `out`.
        self.open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "a":
            self.out.append(self.get_starttag_text() or "")
            return
        given = {key: value or "" for key, value in attrs}
        if given.get("class", "").startswith("footnote"):
            self.out.append(f'<span class="{given["class"]}">')
            self.open.append(("</span>", -1))
            return
        self.out.append('<span class="fact">' if given.get("class") == "fact" else "<span>")
        self.open.append((given.get("href", ""), len(self.out)))

    def handle_endtag(self, tag: str) -> None:
        if tag != "a":
            self.out.append(f"</{tag}>")
            return
        href, begins = self.open.pop()
        if begins < 0:
            self.out.append(href)
            return
        words = html.unescape(re.sub(r"<[^>]*>", "", "".join(self.out[begins:])))
        self.out.append("</span>" + self._after(href, words))

    def _after(self, href: str, words: str) -> str:
        """What is set behind the words of a link."""
        if href.startswith(_FACT):
            return _superior(self.marks.of_source(href.removeprefix(_FACT), self.lang), words)
        if href.startswith(_ARTICLE):
            target = self.find(href.removeprefix(_ARTICLE))
            if target is None:
                return ""
            if target.part:
                return _turn(target.part, self.lang)
            return self._address(target.address, words)
        if not _SCHEME.match(href) or short(href) in words:
            return ""
        return self._address(href, words)

    def _address(self, href: str, words: str) -> str:
        if len(short(href)) > SHORT and urlsplit(href).scheme.lower() not in _PLAIN:
            return _superior(self.marks.of_address(href, self.lang), words)
        return f' <span class="address">({breakable(href)})</span>'

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")


def _superior(mark: str, words: str) -> str:
    """The letter behind the words; set apart from what is raised already (km²)."""
    apart = " apart" if words.endswith(tuple(_RAISED)) else ""
    return f'<sup class="cite{apart}">{mark}</sup>'


# --- pages to turn to -------------------------------------------------------------------------

_TURN = re.compile(r' <turn-to part="([^"]*)" lang="(\w+)"></turn-to>')
# (part, language) -> what is said of the page on which it begins: "trang 46". Raises KeyError for
# what this printing leaves out, as a withdrawn article.
Said = Callable[[str, Lang], str]


def _turn(part: str, lang: Lang) -> str:
    """Where the page's number will stand; it is known when all is set."""
    return f' <turn-to part="{html.escape(part)}" lang="{lang}"></turn-to>'


def turns(fragment: str) -> bool:
    """Whether it sends the reader to other pages of the book."""
    return bool(_TURN.search(fragment))


def turned(fragment: str, said: Said) -> str:
    """The fragment with its pages told, in brackets; nothing where nothing can be said."""

    def told(found: re.Match[str]) -> str:
        try:
            text = said(html.unescape(found[1]), "en" if found[2] == "en" else "vi")
        except KeyError:
            text = ""
        return f' <span class="turn">({html.escape(text)})</span>' if text else ""

    return _TURN.sub(told, fragment)

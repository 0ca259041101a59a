"""People of the register: the name as it is spelt, and the title that they hold on the day.

A name is found however its marks are written (Nguyễn, Nguyen, Nguyển), so that a slip of one mark
is seen. A title counts when it stands right before the name or right after it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from songngu.check.terms.finder import Finder, Hit, longest
from songngu.check.terms.findings import tell
from songngu.check.terms.forms import language, looks
from songngu.check.terms.lexicon import Scanned, Side
from songngu.check.terms.register import days
from songngu.check.terms.tokens import Words, even, lowered, split
from songngu.diagnostics import Diagnostic
from songngu.model import LANGS, Lang, Names, Person, Post
from songngu.source.slugs import fold

# How many words may stand between a title and the name after it: a place, a form of address.
LONGEST_GAP = 6
# As many letters beside a title are looked at for a word of the past.
NEAR = 24
# Every letter that is another without its marks, one for one.
_UNMARKED = {
    code: plain
    for code in range(0xC0, 0x1F00)
    if len(plain := fold(chr(code))) == 1 and plain != chr(code)
}


@dataclass(frozen=True, eq=False)
class Called:
    """A form of someone's name; not the right one if it is a known slip."""

    person: Person
    right: bool


@dataclass(frozen=True, eq=False)
class People:
    """Everyone of the register, ready to be found; `day` decides which titles they hold."""

    names: Finder[Called]
    titles: dict[Lang, Finder[Post]]
    day: date

    def judged(self, levels: Sequence[Scanned], pair: str | None) -> Iterator[Diagnostic]:
        for level in levels:
            for lang in LANGS:
                if side := level[lang]:
                    yield from self._of_side(side, lang, pair)

    def _of_side(self, side: Side, lang: Lang, pair: str | None) -> Iterator[Diagnostic]:
        hits = longest(self.names.all(side.text.written.translate(_UNMARKED)))
        titles = longest(self.titles[lang].all(side.text.written)) if hits else []
        for start, end in sorted({(hit.start, hit.end) for hit in hits}):
            meant = [hit.what for hit in hits if (hit.start, hit.end) == (start, end)]
            written = split(side.text.written[start:end])
            spelt = [one for one in meant if one.right and _is(written, one.person.name[lang])]
            people = list(dict.fromkeys(one.person for one in spelt or meant))
            if not spelt:
                yield _misspelt(side, start, end, people[0].name[lang], pair)
            title = _title_of(side, lang, start, end, titles)
            if title and not _past(side, lang, title):
                yield from self._not_held(side, lang, people, title, pair)

    def _not_held(
        self, side: Side, lang: Lang, people: list[Person], title: tuple[int, int], pair: str | None
    ) -> Iterator[Diagnostic]:
        """Nothing, if one of the people that the name may mean holds the title on the day."""
        said = split(side.text.lower[slice(*title)])
        posts = [post for one in people for post in one.posts]
        held = [post for post in posts if post.period.holds(self.day)]
        if any(_says(post, said, lang) for post in held):
            return
        yield tell(
            "term.forbidden",
            "title",
            side.text,
            title[0],
            pair,
            found=side.text.said(*title),
            name=people[0].name[lang],
            day=self.day.isoformat(),
            held="; ".join(post.title[lang][0] for post in held) or "—",
            since="; ".join(days(post.period) for post in posts if _says(post, said, lang)) or "—",
        )


def persons(names: Names, day: date) -> People | None:
    """The people of the register; None when there are none."""
    if not names.people:
        return None
    called = [
        (split(even(fold(form))), Called(one, right))
        for one in names.people
        for right, forms in ((True, (one.name.vi, one.name.en)), (False, one.wrong))
        for form in forms
    ]
    posts = [post for one in names.people for post in one.posts]
    titles: dict[Lang, Finder[Post]] = {
        lang: Finder(
            (form, post)
            for post in posts
            for said in post.title[lang]
            for form in looks(said, lang)
        )
        for lang in LANGS
    }
    return People(Finder(called), titles, day)


def _is(written: Words, name: str) -> bool:
    """Whether the words are the name to the letter, or all in capitals."""
    wanted = split(even(name))
    return written in (wanted, tuple(map(str.upper, wanted)))


def _misspelt(side: Side, start: int, end: int, name: str, pair: str | None) -> Diagnostic:
    found = side.text.said(start, end)
    return tell("term.forbidden", "name", side.text, start, pair, found=found, expected=name)


def _says(post: Post, said: Words, lang: Lang) -> bool:
    return any(said == lowered(form) for title in post.title[lang] for form in looks(title, lang))


# --- the title beside a name ------------------------------------------------------------------


def _title_of(
    side: Side, lang: Lang, start: int, end: int, titles: Sequence[Hit[Post]]
) -> tuple[int, int] | None:
    """Where the title before or after the name stands, with what makes another title of it."""
    text = side.text.written
    for hit in titles:
        before = hit.end <= start and _is_gap(split(text[hit.end : start]), lang)
        after = end <= hit.start and _is_link(split(text[end : hit.start].lower()), lang)
        if before or after:
            return _with_rank(text, lang, hit.start), hit.end
    return None


def _is_gap(words: Words, lang: Lang) -> bool:
    """Names of places (in capitals), forms of address; a comma only before a form of address."""
    polite = {word for form in language()["honorifics"][lang] for word in split(form.lower())}
    marks = {".", ","} if any(word.lower() in polite for word in words) else {"."}
    return len(words) <= LONGEST_GAP and all(
        word[0].isupper() or word.lower() in polite or word in marks for word in words
    )


def _is_link(words: Words, lang: Lang) -> bool:
    known = {*language()["links"][lang], *language()["ranks"][lang]}
    return all(word in known for word in words)


def _with_rank(text: str, lang: Lang, start: int) -> int:
    """Where the title begins with the word before it that makes another of it (vice, phó)."""
    found = re.search(rf"\b(?:{'|'.join(language()['ranks'][lang])})[ -]$", text[:start], re.I)
    return found.start() if found else start


def _past(side: Side, lang: Lang, title: tuple[int, int]) -> bool:
    """Whether the title is told as one of the past: `former` right before or after it."""
    past = "|".join(language()["past"][lang])
    around = side.text.lower[max(0, title[0] - NEAR) : title[0]], side.text.lower[title[1] :][:NEAR]
    return bool(
        re.search(rf"\b(?:{past})[ -]+$", around[0]) or re.match(rf"[ ,]*(?:{past})\b", around[1])
    )

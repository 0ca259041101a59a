"""The theme's templates, and what they print beside the pages of the reading: republish pages,
redirects, notices of withdrawal, and the feeds."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from markupsafe import _escape_inner, escape  # type: ignore[attr-defined]

from songngu.cache_ import Cache
from songngu.figures.compiled_ import Compiled
from songngu.model import Issue, Lang, Pair
from songngu.site.edition import Edition
from songngu.site.feeds import in_feeds, json_feed, rss
from songngu.site.frame import Stand, frame
from songngu.site.offer import offered, republish_path
from songngu.site.permalinks import moves, notes, redirects, withdrawn
from songngu.site.reprint import Two, reprint
from songngu.site.republish import handed_over
from songngu.site.syndication import TEXT
from songngu.site.words import words


class EngineFailed(Exception):  # noqa: N818 - it is told as what happened
    """A template of the theme does not work; the reason, as it was given."""


def _shown(value: object) -> str:
    return _escape_inner(value) if type(value) is str else escape(value)


class _Code(CodeGenerator):
    """What a template prints is joined at once: it is escaped, and not made Markup before that."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        self.write("environment.shown(")


class _Theme(Environment):
    code_generator_class = _Code
    shown = staticmethod(_shown)


def engine(root: Path, cache: Cache | None = None) -> Environment:
    """The theme's templates as they are now: what editors wrote is text, a name that is not given
    is a fault. Those that pages are made of are compiled once and kept."""
    return _Theme(
        loader=FileSystemLoader(root / "theme"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Compiled(cache) if cache else None,
        cache_size=-1,
    )


def republished(
    theme: Environment, edition: Edition, lang: Lang, issue: Issue, pair: Pair, two: Two
) -> dict[str, str]:
    """The page that hands an article over and its plain text, by their addresses; nothing where it
    is not offered."""
    stand = Stand(edition, lang, issue, republish_path(issue, pair))
    if not offered(stand, pair):
        return {}
    view = handed_over(stand, pair, reprint(edition, lang, issue, pair, two))
    html = theme.get_template("republish.html").render(view=view, frame=view.frame)
    here = edition.addresses.page(lang, stand.path)
    return {here + TEXT: view.text, f"{here}index.html": html}


def feed_texts(edition: Edition, lang: Lang, told: Callable[[Issue, Pair], Two]) -> dict[str, str]:
    """The feeds of a language, by their addresses; `told` has the HTML and text of an article."""
    items = tuple(
        (issue, reprint(edition, lang, issue, pair, told(issue, pair)))
        for issue, pair in in_feeds(edition, lang)
    )
    return {
        edition.addresses.page(lang, "feed.xml"): rss(edition, lang, items),
        edition.addresses.page(lang, "feed.json"): json_feed(edition, lang, items),
    }


def lasting_pages(root: Path, edition: Edition) -> dict[str, str]:
    """A page at every older address and in place of every withdrawn text, by address."""
    theme, texts = engine(root), {}
    for move in moves(edition):
        stand = Stand(edition, move.lang, edition.publication.newest, move.old)
        new = edition.addresses.page(move.lang, move.new)
        texts[f"{edition.addresses.page(move.lang, move.old)}index.html"] = theme.get_template(
            "moved.html"
        ).render(
            frame=frame(stand, words(move.lang)["moved"], ""),
            href=stand.to(new),
            absolute=edition.addresses.absolute(new),
            title=move.title,
        )
    for address, pair in withdrawn(edition).items():
        template = theme.get_template("withdrawn.html")
        texts[f"{address}index.html"] = template.render(_notice(edition, address, pair))
    if lines := redirects(edition):
        texts["_redirects"] = lines
    return texts


def _notice(edition: Edition, address: str, pair: Any) -> dict[str, Any]:
    """The language of the address speaks first."""
    langs = sorted(
        edition.pages, key=lambda lang: not address.startswith(edition.addresses.page(lang, ""))
    )
    own = address.removeprefix(edition.addresses.page(langs[0], ""))
    stand = Stand(edition, langs[0], edition.publication.newest, own)
    stands = [Stand(edition, lang, stand.issue, own) for lang in langs]
    back = {lang: stand.page("", lang) for lang in langs}
    return {
        "sides": [frame(one, "", "") for one in stands],
        "notes": notes(edition, pair, back),
    }

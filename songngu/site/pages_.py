"""The pages that no engine makes: republish pages, redirects, notices of withdrawal, and the
feeds beside them. Written straight into the folder of the site."""

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from songngu.figures.texts_ import Write
from songngu.model import Lang, Pair
from songngu.site.edition import Edition, newest_first, pairs_in
from songngu.site.feeds import json_feed, rss, told
from songngu.site.frame import Stand, frame
from songngu.site.lasting import moves, notes, redirects, withdrawn
from songngu.site.made_ import Keeper
from songngu.site.offer import offered, republish_path
from songngu.site.reprint import Reprint, reprint
from songngu.site.republish import handed_over
from songngu.site.spread import TEXT
from songngu.site.words import words


def engine(root: Path) -> Environment:
    """The theme's templates: what editors wrote is text, a name that is not given is a fault."""
    return Environment(
        loader=FileSystemLoader(root / "theme"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def write(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")


def language_pages(
    root: Path, edition: Edition, lang: Lang, writer: Write, keeper: Keeper
) -> dict[str, str]:
    """What one language has for other sites, by its path below the language."""
    if edition.spread is None:
        return {}
    reprints = [
        (issue, pair, reprint(edition, lang, issue, pair, writer, keeper.texts))
        for issue in newest_first(edition.publication)
        for pair in pairs_in(issue, lang)
    ]
    items = told(edition, ((issue, one) for issue, _, one in reprints))
    texts = {"feed.xml": rss(edition, lang, items), "feed.json": json_feed(edition, lang, items)}
    theme = engine(root)
    for issue, pair, one in reprints:
        stand = Stand(edition, lang, issue, republish_path(issue, pair))
        if offered(stand, pair):
            make = functools.partial(_republished, theme, stand, pair, one)
            text, html = keeper.texts(("republish", one.url, one.article.digest), make)
            texts[stand.path + TEXT] = text
            texts[f"{stand.path}index.html"] = html
    return texts


def _republished(theme: Environment, stand: Stand, pair: Pair, one: Reprint) -> tuple[str, str]:
    """The plain text, and the page that hands it over."""
    view = handed_over(stand, pair, one)
    return view.text, theme.get_template("republish.html").render(view=view, frame=view.frame)


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

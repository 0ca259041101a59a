"""Words of another language inside a text: as editors mark them, and as their script shows.

`*bún bò*{lang=vi}` or `[any words]{lang=fr}` says it; a script that writes one language only says
it by itself.
"""

import re

# A language as BCP 47 writes it.
_TAG = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
MARK = re.compile(rf'^\{{:?[ ]*lang="?({_TAG})"?[ ]*\}}')
BRACKETED = rf'\[((?:[^\[\]\\]|\\.)+)\]\{{:?[ ]*lang="?({_TAG})"?[ ]*\}}'

# Scripts that write one language as good as always, by their Unicode blocks.
SCRIPTS = {
    "km": "\u1780-\u17ff\u19e0-\u19ff",
    "lo": "\u0e80-\u0eff",
    "th": "\u0e00-\u0e7f",
    "ko": "\u1100-\u11ff\uac00-\ud7af",
}


def _run(letters: str) -> str:
    """One or several words of a script; a zero-width space parts words in Khmer, Lao and Thai."""
    return rf"[{letters}][{letters}\u200b]*(?:[ \u00a0]+[{letters}][{letters}\u200b]*)*"


_WHOLE = r"<(?P<whole>title|style|script|svg|textarea)\b.*?</(?P=whole)>"
_RUNS = "|".join(f"(?P<{lang}>{_run(letters)})" for lang, letters in SCRIPTS.items())
_HTML = re.compile(rf"{_WHOLE}|<span lang=\"[^\"]*\">[^<]*</span>|<[^>]*>|{_RUNS}", re.S)


def by_script(html: str) -> str:
    """The HTML with the language on every run of a script that tells it; what is marked so
    already stays as it is."""

    def marked(found: re.Match[str]) -> str:
        lang = found.lastgroup
        return f'<span lang="{lang}">{found[0]}</span>' if lang in SCRIPTS else found[0]

    return _HTML.sub(marked, html)


def language_of(text: str) -> str | None:
    """The language that a text's script tells, if one does."""
    found = re.search(_RUNS, text)
    return found.lastgroup if found else None

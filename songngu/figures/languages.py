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


# Letters that Latin script has for Vietnamese alone: in another language's text they tell it too.
VIETNAMESE = "ĂăĐđƠơƯưẠ-ỹ"


def _run(letters: str) -> str:
    """One or several words of a script; a zero-width space parts words in Khmer, Lao and Thai."""
    return rf"[{letters}][{letters}\u200b]*(?:[ \u00a0]+[{letters}][{letters}\u200b]*)*"


_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}*[{VIETNAMESE}]{_LETTER}*"
_SPACE = r"[ \u00a0]"
# Words with such letters, and up to two plain ones between them.
_PHRASE = rf"{_WORD}(?:{_SPACE}(?:{_LETTER}+{_SPACE}){{0,2}}{_WORD})*"

_WHOLE = r"<(?P<whole>title|style|script|svg|textarea)\b.*?</(?P=whole)>"
_MARKED = r"<(?P<tag>\w+)[^>]*\slang=\"[^\"]*\"[^>]*>[^<]*</(?P=tag)>"
_RUNS = "|".join(f"(?P<{lang}>{_run(letters)})" for lang, letters in SCRIPTS.items())
_HTML = re.compile(rf"{_WHOLE}|{_MARKED}|<[^>]*>|{_RUNS}", re.S)
_HTML_OF_OTHERS = re.compile(rf"{_HTML.pattern}|(?P<vi>\b{_PHRASE})", re.S)


def by_script(html: str, lang: str) -> str:
    """HTML in one language with the mark of another on every run of letters that tells it; what
    is marked already stays as it is."""

    def marked(found: re.Match[str]) -> str:
        spoken = found.lastgroup
        if spoken in SCRIPTS or spoken == "vi":
            return f'<span lang="{spoken}">{found[0]}</span>'
        return found[0]

    return (_HTML if lang == "vi" else _HTML_OF_OTHERS).sub(marked, html)


def language_of(text: str, lang: str) -> str | None:
    """Another language than `lang` that a text's letters tell, if they do."""
    found = re.search(_RUNS, text)
    if found and found.lastgroup != lang:
        return found.lastgroup
    return "vi" if lang != "vi" and re.search(f"[{VIETNAMESE}]", text) else None

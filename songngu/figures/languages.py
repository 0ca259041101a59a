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
_SPACE = r"[ \u00a0]"
_ACCENTED = rf"{_LETTER}*[À-ỹ]{_LETTER}*"
_TELLING = rf"{_LETTER}*[{VIETNAMESE}]{_LETTER}*"
_WORDS = rf"(?:{_ACCENTED}{_SPACE})*{_TELLING}(?:{_SPACE}{_ACCENTED})*"
# Words with such letters, their accented neighbours, and up to two plain words between them.
_PHRASE = rf"\b{_WORDS}(?:{_SPACE}(?:{_LETTER}+{_SPACE}){{0,2}}{_WORDS})*"

_RUNS = "|".join(f"(?P<{lang}>{_run(letters)})" for lang, letters in SCRIPTS.items())
_TOLD = re.compile(_RUNS)
_TOLD_TO_OTHERS = re.compile(rf"{_RUNS}|(?P<vi>{_PHRASE})")
# Without one of these letters no run can be told.
_SCRIPTS = re.compile(f"[{''.join(SCRIPTS.values())}]")
_LETTERS = re.compile(f"[{VIETNAMESE}{''.join(SCRIPTS.values())}]")
# What is no text of the page: left as it is, whole.
_WHOLE = r"<(title|style|script|svg|textarea)\b.*?</\1>"
_TOKEN = re.compile(rf"{_WHOLE}|<!.*?>|<(?P<end>/?)(?P<tag>\w+)(?P<rest>[^>]*)>", re.S)
_LANG = re.compile(r"\slang=[\"']([A-Za-z-]+)")
_EMPTY = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


def by_script(html: str, lang: str) -> str:
    """HTML in one language with the mark of another on every run of letters that tells it; what
    is marked already stays as it is."""
    alone = lang.partition("-")[0] == "vi" and "lang=" not in html
    if not (_SCRIPTS if alone else _LETTERS).search(html):
        return html
    parts: list[str] = []
    spoken, at = [lang], 0
    for found in _TOKEN.finditer(html):
        parts += [_marked(html[at : found.start()], spoken[-1]), found[0]]
        at = found.end()
        tag = found["tag"]
        if not tag or tag in _EMPTY or found["rest"].endswith("/"):
            continue
        if found["end"]:
            spoken = spoken[:-1] or [lang]
        else:
            own = _LANG.search(found["rest"])
            spoken.append(own[1] if own else spoken[-1])
    return "".join([*parts, _marked(html[at:], spoken[-1])])


def _marked(text: str, lang: str) -> str:
    own = lang.partition("-")[0]

    def mark(found: re.Match[str]) -> str:
        told = found.lastgroup
        return found[0] if told == own else f'<span lang="{told}">{found[0]}</span>'

    return (_TOLD if own == "vi" else _TOLD_TO_OTHERS).sub(mark, text)


def language_of(text: str, lang: str) -> str | None:
    """Another language than `lang` that a text's letters tell, if they do."""
    found = re.search(_RUNS, text)
    if found and found.lastgroup != lang:
        return found.lastgroup
    return "vi" if lang != "vi" and re.search(f"[{VIETNAMESE}]", text) else None

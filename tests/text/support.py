"""A body of text as an article of its own, for the rules of text.*."""

from songngu.check.text.repair import Repair
from songngu.check.text.repairing import repairs
from songngu.desk.fix import Prose, fixed
from songngu.model import Lang, Orthography

HEAD = "---\ntitle: Bài\ntype: article\nsection: dong-song\n---\n\n"


def found(body: str, lang: Lang = "vi", orthography: Orthography = Orthography()) -> list[Repair]:  # noqa: B008 - frozen
    return repairs("bai.md", HEAD + body, lang, orthography)


def mended(body: str, lang: Lang = "vi", orthography: Orthography = Orthography()) -> str:  # noqa: B008 - frozen
    raw = fixed(Prose("bai.md", lang, orthography), (HEAD + body).encode())
    return raw.decode().removeprefix(HEAD)


def left(body: str, lang: Lang) -> list[str]:
    """What is told and not mended."""
    return [one.detail for one in found(mended(body, lang), lang)]

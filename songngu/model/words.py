"""The two languages, and a thing said in both."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, Lang] = ("vi", "en")


@dataclass(frozen=True)
class Bilingual:
    """The same thing said in both languages."""

    vi: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.vi if lang == "vi" else self.en


UNSAID = Bilingual("", "")

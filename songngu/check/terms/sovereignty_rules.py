"""The rules of sovereignty.yml: national, the same for every publication."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from songngu.model import Lang
from songngu.tables import table

_DATA = "sovereignty.yml"
_PARTS = ("of", "except", "full", "beside", "unless")


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule. `kind` is the family that it stands in (the file says what each one does), `lists`
    its phrases by part and language, `use` what is right in the language that it speaks of, `told`
    the wording whose finding says the same."""

    id: str
    kind: str
    detail: str
    use: str
    told: str
    lists: Mapping[str, Mapping[Lang, tuple[str, ...]]]

    @property
    def key(self) -> str:
        return f"{self.kind}/{self.id}"

    @property
    def lang(self) -> Lang:
        """The language of a rule that speaks of one."""
        return next(iter(self.lists["of"]))


@functools.cache
def rules() -> tuple[Rule, ...]:
    text = resources.files("songngu.check.terms").joinpath(_DATA).read_text("utf-8")
    return tuple(_rule(kind, one) for kind, many in table(text).items() for one in many)


def _rule(kind: str, one: Mapping[str, object]) -> Rule:
    lists: dict[str, dict[Lang, tuple[str, ...]]] = {}
    for part in _PARTS:
        said = one.get(part)
        if isinstance(said, Mapping):
            lists[part] = {lang: tuple(many) for lang, many in said.items()}
        elif isinstance(said, list):
            lists[part] = {_lang(one): tuple(said)}
    detail = str(one.get("tell", ""))
    return Rule(str(one["id"]), kind, detail, str(one["use"]), str(one.get("told", "")), lists)


def _lang(one: Mapping[str, object]) -> Lang:
    return "vi" if one.get("lang") == "vi" else "en"

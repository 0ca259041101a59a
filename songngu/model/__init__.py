"""The nouns of the house: frozen values that stages pass on, with no behaviour but looking up."""

from songngu.model.article import (
    Article,
    Block,
    BlockKind,
    Correction,
    Pair,
    PictureUse,
    Row,
    Withdrawal,
    published,
    withdrawn,
)
from songngu.model.clearance import (
    ROLES,
    Change,
    Received,
    Role,
    RoleStanding,
    Side,
    Signing,
    Standing,
)
from songngu.model.issue import Imprint, ImprintLine, Issue, Notice, Section
from songngu.model.press import UNSTATED, PressOrder, PressProfile, Stock
from songngu.model.publication import Publication
from songngu.model.records import Credit, Fact, Series, SeriesRow, Source
from songngu.model.words import LANGS, Bilingual, Lang

__all__ = [
    "LANGS",
    "ROLES",
    "UNSTATED",
    "Article",
    "Bilingual",
    "Block",
    "BlockKind",
    "Change",
    "Correction",
    "Credit",
    "Fact",
    "Imprint",
    "ImprintLine",
    "Issue",
    "Lang",
    "Notice",
    "Pair",
    "PictureUse",
    "PressOrder",
    "PressProfile",
    "Publication",
    "Received",
    "Role",
    "RoleStanding",
    "Row",
    "Section",
    "Series",
    "SeriesRow",
    "Side",
    "Signing",
    "Source",
    "Standing",
    "Stock",
    "Withdrawal",
    "published",
    "withdrawn",
]

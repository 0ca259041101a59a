"""Plans and makes what other sites take: cards, JPEGs of the reusable pictures, press kits."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from songngu.cache_ import Cache, digest
from songngu.figures.palette import read_palette
from songngu.figures.pictures_ import SCREEN_WIDTH, prepare, screen_missing, screen_picture
from songngu.model import Lang
from songngu.site.addresses import ASSETS
from songngu.site.cards_ import Card, DrawCard, plan_cards
from songngu.site.edition import Edition
from songngu.site.kit_ import kit
from songngu.site.rights import right
from songngu.site.spread import Reuse, Spread, kit_path
from songngu.source.slugs import slug
from songngu.workers_ import workers

Cards = Mapping[tuple[Lang, str], Card]
# Fewer drawings than this are not worth the start of other processes.
FEW = 4


def spread_out(root: Path, edition: Edition) -> tuple[Edition, Cards]:
    """The edition that knows what is made for other sites, and the cards to draw."""
    cards = plan_cards(edition, read_palette(root))
    names = {place: card.name for place, card in cards.items()}
    reuse = {path: found for path in edition.pictures if (found := _reuse(root, edition, path))}
    return replace(edition, spread=Spread(names, reuse)), cards


def _reuse(root: Path, edition: Edition, path: str) -> Reuse | None:
    """None for a picture that others may not use."""
    credit = edition.publication.credits.get(path)
    found = right(credit.licence) if credit else None
    if found is None:
        return None
    plan = edition.pictures[path]
    part = min(1.0, SCREEN_WIDTH / max(plan.width, plan.height))
    size = (round(plan.width * part), round(plan.height * part))
    stem = slug(Path(path).stem) or "picture"
    return Reuse(f"reuse/{stem}.{digest(root / path)[:10]}.jpg", *size, found)


@dataclass(frozen=True)
class _Jpeg:
    cache: Cache

    def __call__(self, path: Path) -> object:
        return screen_picture(path, self.cache)


def write_spread(root: Path, edition: Edition, cards: Cards, cache: Cache, out: Path) -> None:
    """The cards and JPEGs below assets/, and the kits."""
    assert edition.spread is not None
    assets = out / ASSETS
    draw = DrawCard(root, cache)
    once = {card.name: card for card in cards.values()}
    if cache.enabled:
        missing = [card for card in once.values() if draw.missing(card)]
        if len(missing) >= FEW:
            with workers(os.cpu_count() or 1) as pool:
                list(pool.map(draw, missing))
        wanted = [root / path for path in edition.spread.reuse]
        prepare([one for one in wanted if screen_missing(one, cache)], _Jpeg(cache), len(wanted))
    for name, card in once.items():
        _copy(draw(card), assets / name)
    jpegs = {path: screen_picture(root / path, cache) for path in edition.spread.reuse}
    for path, file in jpegs.items():
        _copy(file, assets / edition.spread.reuse[path].name)
    for issue in edition.publication.issues:
        target = out / kit_path(issue)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(kit(edition, issue, jpegs))


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)

"""Plans and makes what other sites take: cards, JPEGs of the reusable pictures, press kits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from songngu.cache_ import Cache, digest
from songngu.figures.palette import read_palette
from songngu.figures.pictures_ import (
    SCREEN_WIDTH,
    prepare,
    screen_key,
    screen_missing,
    screen_picture,
)
from songngu.model import Lang
from songngu.progress import Progress
from songngu.site.addresses import ASSETS
from songngu.site.cards_ import Card, DrawCard, plan_cards
from songngu.site.edition import Edition
from songngu.site.folder_ import Folder
from songngu.site.keys_ import Keeper
from songngu.site.kit_ import kit
from songngu.site.rights import right
from songngu.site.syndication import Reuse, Syndication, kit_path
from songngu.source.slugs import slug
from songngu.workers_ import cores, workers

Cards = Mapping[tuple[Lang, str], Card]
# Fewer drawings than this are not worth the start of other processes.
FEW = 4


def plan_syndication(root: Path, edition: Edition) -> tuple[Edition, Cards]:
    """The edition that knows what is made for other sites, and the cards to draw."""
    cards = plan_cards(edition, read_palette(root))
    names = {place: card.name for place, card in cards.items()}
    reuse = {path: found for path in edition.pictures if (found := _reuse(root, edition, path))}
    return replace(edition, syndication=Syndication(names, reuse)), cards


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


def write_syndication(
    root: Path,
    edition: Edition,
    cards: Cards,
    keeper: Keeper,
    folder: Folder,
    progress: Progress,
) -> None:
    """The cards and JPEGs below assets/, and the kits."""
    assert edition.syndication is not None
    once = {card.name: card for card in cards.values()}
    _write_cards(root, tuple(once.values()), keeper.cache, folder, progress)
    names = {root / path: ASSETS + one.name for path, one in edition.syndication.reuse.items()}
    _write_pictures(names, keeper.cache, folder, progress)
    for issue in edition.publication.issues:
        key = keeper.key("kit", issue.id)
        if not folder.takes(key):
            jpegs = {path: folder.path / names[root / path] for path in edition.syndication.reuse}
            folder.write({kit_path(issue): kit(edition, issue, jpegs)}, key)


def _write_cards(
    root: Path, cards: tuple[Card, ...], cache: Cache, folder: Folder, progress: Progress
) -> None:
    draw = DrawCard(root, cache)
    left = [card for card in cards if not folder.takes(card.name)]
    missing = [card for card in left if draw.missing(card)]
    if cache.enabled and len(missing) >= FEW:
        with workers(cores()) as pool:
            for _ in progress.counted(pool.map(draw, missing), len(missing)):
                pass
    for card in left:
        folder.copy({ASSETS + card.name: draw(card)}, card.name)


def _write_pictures(
    names: Mapping[Path, str], cache: Cache, folder: Folder, progress: Progress
) -> None:
    """`names` are those of the files to be made, by the pictures that they are made of."""
    keys = {path: f"{screen_key(path)} {name}" for path, name in names.items()}
    left = [path for path in names if not folder.takes(keys[path])]
    if cache.enabled:
        missing = [path for path in left if screen_missing(path, cache)]
        prepare(missing, _Jpeg(cache), cores(), progress)
    for path in left:
        folder.copy({names[path]: screen_picture(path, cache)}, keys[path])

"""Where a pair stands: its rows as readers receive them against what each role signed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from songngu.desk.matching import changes
from songngu.figures.received import Digest, received
from songngu.model import (
    ROLES,
    Change,
    Pair,
    Publication,
    Received,
    Role,
    RoleStanding,
    Signing,
    Standing,
)
from songngu.source.clearance import Signings


def standing(
    pair: Pair, publication: Publication, signings: Iterable[Signing], digest: Digest
) -> Standing:
    """`digest` gives the hash of a picture's bytes by its path."""
    rows = received(pair, publication, digest)
    own = tuple(signings)
    roles = tuple(_role(role, publication, rows, own) for role in ROLES)
    return Standing(pair, rows, roles)


def _role(
    role: Role, publication: Publication, rows: Sequence[Received], signings: Sequence[Signing]
) -> RoleStanding:
    """After a merge a role can have two last signings: what one of them signed is signed."""
    found = [(one, changes(one.rows, rows)) for one in last(signings, role)]
    required = role in publication.clearance
    if not found:
        return RoleStanding(role, required)
    nearest, since = min(found, key=_nearness)
    return RoleStanding(role, required, nearest, since)


def _nearness(found: tuple[Signing, tuple[Change, ...]]) -> tuple[int, int, str]:
    """Fewest changes first, then the latest day."""
    signing, since = found
    return len(since), -signing.date.toordinal(), signing.id


def last(signings: Iterable[Signing], role: Role) -> tuple[Signing, ...]:
    """The signings of a role that no later one took the place of."""
    own = [one for one in signings if one.role == role]
    past = {id for one in own for id in one.after}
    return tuple(one for one in own if one.id not in past)


@dataclass(frozen=True)
class Board:
    """Where the pairs of an issue stand; each is looked at when it is first asked for."""

    publication: Publication
    signings: Signings
    digest: Digest
    _known: dict[str, Standing] = field(default_factory=dict)

    def __call__(self, pair: Pair) -> Standing:
        if pair.id not in self._known:
            own = self.signings.get(pair.id, ())
            self._known[pair.id] = standing(pair, self.publication, own, self.digest)
        return self._known[pair.id]

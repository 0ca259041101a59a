"""What the press works with: where things lie, how they look, which pictures there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from songngu import __version__
from songngu.cache_ import Cache
from songngu.figures.fonts_ import FACES
from songngu.figures.pictures_ import press_picture
from songngu.model import LANGS, Issue, PressProfile, Publication
from songngu.press import templates_
from songngu.source.articles import resolve
from songngu.source.links import references


@dataclass(frozen=True)
class Workshop:
    """What every part is made with: where things lie, how they look, how many hands."""

    root: Path
    cache: Cache
    publication: Publication
    issue: Issue
    profile: PressProfile
    workers: int = 1

    @property
    def icc(self) -> Path:
        return self.root / self.profile.icc

    def press_pictures(self) -> dict[str, Path]:
        """Every picture of the issue as CMYK, by its path; a missing one was told by the check."""
        return {
            path: press_picture(self.root / path, self.icc, self.cache)
            for path in sorted(pictures_of(self.issue))
            if (self.root / path).is_file()
        }

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where the typesetter may read files."""
        return (self.cache.folder, self.root / "assets", self.root / "print", *_font_folders())


def _font_folders() -> tuple[Path, ...]:
    from importlib import resources

    return tuple({Path(str(resources.files(face.package))) for face in FACES})


def pictures_of(issue: Issue) -> frozenset[str]:
    """The paths of all pictures that an issue prints."""
    found = {issue.picture, *(section.picture for section in issue.sections)}
    for pair in issue.pairs:
        for lang in LANGS:
            if article := pair[lang]:
                found |= {article.picture.path} if article.picture else set()
                found |= {
                    resolve(article.path, one.target)
                    for one in references(article)
                    if one.kind == "picture"
                }
    return frozenset(found - {""})


def templates(
    shop: Workshop, pictures: Mapping[str, Path], colours: Mapping[str, str], **more: object
) -> Environment:
    """The templates of print/, with what each of them may name."""
    return templates_.environment(
        shop.root,
        shop.cache,
        colour=colours,
        publication=shop.publication,
        issue=shop.issue,
        profile=shop.profile,
        langs=LANGS,
        version=__version__,
        picture={path: file.as_uri() for path, file in pictures.items()},
        **more,
    )

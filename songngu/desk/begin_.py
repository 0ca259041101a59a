"""`new` on the disk: both files of an article, what came with them in Word files, and nothing that
was there before is written over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from songngu.desk.new import Asked, scaffold
from songngu.diagnostics import Diagnostic, has_errors, in_order
from songngu.output_ import replace_file

CREDITS = "assets/images/credits.yml"


@dataclass(frozen=True)
class Begun:
    """The paths that were made, or the one that stood in the way (`taken`), or the errors that
    kept everything back. `credits` are the pictures whose entries in credits.yml are to be
    filled in."""

    made: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    taken: str = ""


def begin(root: Path, asked: Asked, documents: Sequence[Path] = ()) -> Begun:
    """Makes the files of a new pair below `root`."""
    if not documents:
        return _write(root, scaffold(asked), Begun())
    from songngu.desk.word.intake import take_in
    from songngu.desk.word.reading_ import read_docx

    read = [read_docx(path) for path in documents]
    problems = tuple(one for found in read for one in found.diagnostics)
    manuscripts = [found.value for found in read if found.value is not None]
    if problems:
        return Begun(diagnostics=problems)
    intake = take_in(manuscripts, asked)
    told = Begun(credits=intake.credits, diagnostics=in_order(intake.diagnostics))
    return told if has_errors(told.diagnostics) else _write(root, intake.files, told)


def _write(root: Path, files: Mapping[str, str | bytes], told: Begun) -> Begun:
    for path in files:
        if (root / path).exists():
            return Begun(taken=path, diagnostics=told.diagnostics)
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("xb") as handle:
            handle.write(content.encode() if isinstance(content, str) else content)
    if told.credits:
        _add_credits(root / CREDITS, told.credits)
    return Begun(tuple(files), told.credits, told.diagnostics)


def _add_credits(path: Path, names: Sequence[str]) -> None:
    """An empty entry for each picture, at the end: the rest of the file stays to the byte."""
    from songngu.desk.word.intake import credit_stubs

    existing = path.read_bytes() if path.exists() else b""
    end = "\r\n" if b"\r\n" in existing else "\n"
    gap = end if existing and not existing.endswith(b"\n") else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, existing + (gap + credit_stubs(names).replace("\n", end)).encode())

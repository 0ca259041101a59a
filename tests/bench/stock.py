"""The same Markdown for those that a user would pick instead: MkDocs with Material and
static-i18n, and Zensical."""

import re
import shutil
from pathlib import Path

from tests.bench.issue import ID, NAME, SAID, SECTIONS

SHORT = """\
nav:
  - index.md
{sections}"""
SETTINGS = """\
site_name: {name}
site_url: https://measured.example/
docs_dir: docs
theme: {{name: material, language: vi, font: false}}
plugins:
  - search
{i18n}markdown_extensions: [tables, footnotes, attr_list, sane_lists]
{nav}"""
I18N = """\
  - i18n:
      docs_structure: folder
      languages:
        - {locale: vi, name: Tiếng Việt, default: true, build: true}
        - {locale: en, name: English, build: true}
"""


def make(publication: Path, root: Path, *, short: bool, i18n: bool = True) -> None:
    """A plain MkDocs project in `root` with the articles of the made issue, front matter and all.

    `short` lists only the sections' pages in the nav, as ours does.
    """
    for lang in ("vi", "en"):
        target = root / "docs" / lang
        shutil.copytree(publication / "content" / lang / ID, target)
        _write(target / "index.md", f"# {NAME[lang]}\n")
        for number in range(1, SECTIONS + 1):
            _write(target / f"phan-{number}.md", f"# {number}\n\n{_list(target, number)}")
    # Their pictures lie inside docs/, or a stock build would leave them out.
    shutil.copytree(publication / "assets/images", root / "docs/images")
    for path in (root / "docs").rglob("bai-*.md"):
        text = path.read_text("utf-8").replace("../../../assets/images/", "../images/")
        path.write_text(re.sub(r"(?m)^picture:\n(  .*\n)+", "", text), "utf-8", newline="\n")
    sections = "".join(f"  - phan-{number}.md\n" for number in range(1, SECTIONS + 1))
    settings = SETTINGS.format(
        name=NAME["vi"],
        i18n=I18N if i18n else "",
        nav=SHORT.format(sections=sections) if short else "",
    )
    _write(root / "mkdocs.yml", settings)


def _list(folder: Path, number: int) -> str:
    said = SAID["vi" if folder.name == "vi" else "en"][0]
    files = sorted(folder.glob("bai-*.md"))[number - 1 :: SECTIONS]
    return "".join(f"- [{said} {path.stem}]({path.name})\n" for path in files)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")

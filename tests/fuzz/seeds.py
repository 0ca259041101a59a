"""What the fuzzer begins with: good files of the tests, and the marks of each dialect."""

import io
from collections.abc import Iterable
from pathlib import Path

import docx
from PIL import Image

from tests.fuzz.doors import FILES, HEAD
from tests.support import GOOD

CASES = Path(__file__).parent / "cases"
CHECKED = Path(__file__).parent.parent / "check"
MARKS = (
    "## A {#a}", "> q\n{.pull}", "Hỏi: a\n\nĐáp: b", "a|b\n-|-\nc|d", "[^1]\n\n[^1]: n", "{{ fact:mua-2018 }}",  # noqa: E501
    "```chart\nseries: mua\n```", "- a\n    - b\n\n1. c", "[a](b.md#c \"t\") ![x](y.png)", "*a*{lang=fr} **b** `c`",  # noqa: E501
    "<!-- songngu: ignore number.mismatch because a -->", "1.234,5 % từ 3 đến 5/12/2024, mười hai triệu", "[a]: http://b",  # noqa: E501
)  # fmt: skip
NAMES = (
    "so-1:\n  vi: A\n  en: B\nagencies:\n- vi: A\n  en: B\n  from: 2019-01-01\npeople:\n- vi: A\n",
)
SHEETS = (GOOD["content/series/mua.csv"], "vi,en,forbidden_en\nhợp tác xã,cooperative,a; b\n", "vi/so-1/ben\n", "x: 1\n\nvi 1\n| a\n")  # fmt: skip  # noqa: E501


def of(door: str) -> Iterable[bytes]:
    """The seeds of a door, then what was found behind it before."""
    yield from _MADE[door]()
    yield from (path.read_bytes() for path in sorted((CASES / door).glob("*")))


def _fronts() -> Iterable[bytes]:
    for path, text in GOOD.items():
        if path.endswith(".md"):
            yield text.removeprefix("---\n").encode()
    yield HEAD[4:]
    yield (
        b"title: A\ntype: article\nsection: dong-song\norder: 3\ndate: 2019-02-03\nlayout: columns\n"  # noqa: E501
        b"picture: {src: a.png, alt: b, caption: c}\ncorrections:\n- date: 2019-02-03\n  text: x\n"
        b"aliases: [a/b]\nwithdrawn: {date: 2019-02-03, reason: y}\n---\n"
    )


def _configs() -> Iterable[bytes]:
    for at, path in enumerate(FILES["yaml"]):
        yield bytes([at]) + GOOD.get(path, NAMES[0]).encode()


def _sheets() -> Iterable[bytes]:
    for at, text in enumerate(SHEETS):
        yield bytes([at]) + text.encode()


def _texts() -> Iterable[bytes]:
    yield from (mark.encode() for mark in MARKS)
    yield "\n\n".join(MARKS).encode()
    yield from (text.encode() for path, text in GOOD.items() if path.endswith(".md"))


def _pictures() -> Iterable[bytes]:
    for form in ("PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP"):
        made = io.BytesIO()
        Image.new("RGB", (4, 3), "red").save(made, form)
        yield made.getvalue()


def _words() -> Iterable[bytes]:
    yield b"\x04<w:p><w:r><w:t>a</w:t></w:r></w:p>"
    yield b"\x04<w:p><w:ins w:author='a'><w:r><w:t>a</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl>"  # noqa: E501
    yield b"\x04<w:p><w:pPr><w:pStyle w:val='Heading1'/><w:numPr><w:numId w:val='1'/><w:ilvl w:val='0'/></w:numPr></w:pPr></w:p>"  # noqa: E501
    yield b"\x01<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"
    made = io.BytesIO()
    docx.Document().save(made)
    yield b"\x05" + made.getvalue()


_MADE = {
    "front": _fronts, "yaml": _configs, "csv": _sheets,
    "markdown": _texts, "picture": _pictures, "word": _words,
}  # fmt: skip

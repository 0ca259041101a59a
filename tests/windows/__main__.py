"""`python -m tests.windows HERE THERE [VERB ...]`: an editor's day on two roots, the second as on
Windows, with these verbs besides; what was said and what was made goes to stdout as JSON."""

import contextlib
import hashlib
import io
import json
import os
import sys
import threading
import urllib.request
from pathlib import Path
from typing import Any

from tests.windows.played import ORDERS, become_windows

PAIR = "do-dau-ngay"
DAY = (
    ("check", "--no-cache"),
    ("check", "--format", "github"),
    ("check", "--fix"),
    ("new", "article", "bài mới"),
    ("status",),
    ("clear", PAIR, "--by", "Nguyễn Thị Ễ", "--role", "reviewer", "--date", "2031-05-21"),
    ("site",),
    ("site",),
    ("site", "--draft"),
)


def say(root: str, words: tuple[str, ...]) -> tuple[str, int, str, str]:
    """One call of the door, on a console of another encoding."""
    from songngu.cli import main

    said, told = (io.TextIOWrapper(io.BytesIO(), "cp1258") for _ in range(2))
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
        code = main([*words, "--root", root, "--lang", "vi"])
    return " ".join(words), code, _text(said), _text(told)


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def served(root: str) -> str:
    """The front page, as the preview shows it."""
    from songngu.pipeline import Job
    from songngu.serve.preview_ import Preview
    from songngu.serve.server_ import listen

    preview = Preview(Job(Path(root), Path(root, "dist")), "vi", lambda shown: None)
    server = listen(preview.board, 0)
    preview.turn()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/vi/") as answer:
        text: str = answer.read().decode()
    server.shutdown()
    server.server_close()
    return text


def made(root: str) -> dict[str, str]:
    """The hash of every file that was made, and of every one that editors commit, read as text."""
    found = {}
    for path in (one for name in ("dist", "content") for one in Path(root, name).rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            data = data.replace(b"\r\n", b"\n") if path.suffix in (".md", ".yml", ".csv") else data
            found[path.relative_to(root).as_posix()] = hashlib.sha256(data).hexdigest()
    return found


def day(root: str, more: list[str]) -> dict[str, Any]:
    verbs = [(word, PAIR) if word == "proof" else (word,) for word in more]
    told = [say(root, words) for words in (*DAY, *verbs)]
    found = {"told": told, "made": made(root), "served": served(root)}
    return {**found, "cleaned": say(root, ("clean",)), "left": sorted(made(root))}


def main(here: str, there: str, more: list[str]) -> None:
    known = set(sys.modules)
    # One process besides is enough, and quicker begun.
    os.cpu_count = lambda: 1
    os.sched_getaffinity = lambda process: {0}
    before = day(here, more)
    for name in [name for name in sys.modules if name.partition(".")[0] == "songngu"]:
        del sys.modules[name]
    assert "songngu.cli" not in known
    become_windows()
    after = day(there, more)
    print(json.dumps([before, after, ORDERS]))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])

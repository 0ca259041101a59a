"""The preview's own server: pages as they are now, and the word of what has changed since.

It listens on this machine alone and answers to no other name, so that no other site can read a
publication that is not out yet.
"""

import http.server
import json
import socketserver
import sys
import threading
from dataclasses import dataclass
from html import escape
from importlib import resources
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from jinja2 import TemplateError

from songngu.messages import phrase
from songngu.model import Lang
from songngu.output_ import MachineError
from songngu.report import as_object
from songngu.serve.rounds import Round
from songngu.site.live_ import HTML, Answer, Live

HOST = "127.0.0.1"
OWN = "/-/"
KINDS = {"preview.js": "text/javascript", "preview.css": "text/css"}
# A waiting browser is answered after so many seconds at the latest, and asks again.
WAIT = 25.0


@dataclass(frozen=True)
class Shown:
    """What the server shows: `number` grows with every round, `live` is None as long as there was
    no publication to show; `seconds` is how long after the save it was known; `problem` what keeps
    a new look of the theme from being shown."""

    number: int
    round: Round
    live: Live | None
    seconds: float
    problem: str = ""


class Board:
    """Holds what is shown now, and wakes who waits for the next."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._shown: Shown | None = None
        self._turned = threading.Condition()
        self._looked = threading.Event()

    def put(self, round: Round, live: Live | None, seconds: float, problem: str) -> None:
        with self._turned:
            number = self._shown.number + 1 if self._shown else 1
            self._shown = Shown(number, round, live, seconds, problem)
            self._looked.clear()
            self._turned.notify_all()

    def looked(self) -> None:
        """A page of what is shown now was sent."""
        self._looked.set()

    def wait_for_look(self, seconds: float) -> None:
        """Until a page was sent, and no longer than that."""
        self._looked.wait(seconds)

    def after(self, number: int) -> Shown:
        """The first that is newer; the same one again when nothing came for a while."""
        with self._turned:
            self._turned.wait_for(lambda: self._shown and self._shown.number > number, WAIT)
            assert self._shown is not None
            return self._shown

    def now(self) -> Shown:
        return self.after(0)

    def state(self, shown: Shown) -> dict[str, Any]:
        """What a page is told: the findings, each with the address of the page it is about."""
        found = [as_object(one, self.lang) for one in shown.round.diagnostics]
        places = shown.live.places if shown.live else {}
        for one in found:
            one["href"] = places.get(str(one["path"]), "")
        errors = sum(one["severity"] == "error" for one in found)
        warnings = sum(one["severity"] == "warning" for one in found)
        key = "serve.found" if shown.round.whole else "serve.checking"
        return {
            "number": shown.number,
            "content": shown.round.content,
            "whole": shown.round.whole,
            "summary": phrase(key, self.lang, errors=errors, warnings=warnings),
            "title": phrase("serve.title", self.lang),
            "lang": self.lang,
            "problem": shown.problem,
            "findings": found,
        }


class _Server(http.server.ThreadingHTTPServer):
    # On Windows this would let two servers have one port, and neither would be told.
    allow_reuse_address = sys.platform != "win32"
    allow_reuse_port = False

    def server_bind(self) -> None:
        """Without a look for this machine's name, which takes seconds where no server of names
        answers."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.socket.getsockname()[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no news."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def listen(board: Board, port: int) -> http.server.ThreadingHTTPServer:
    """The server, not yet serving. Raises MachineError when the port is taken."""

    class Handler(_Handler):
        shows = board

    try:
        return _Server((HOST, port), Handler)
    except OSError as error:
        raise MachineError("machine.port", port=port) from error


class _Handler(http.server.BaseHTTPRequestHandler):
    shows: Board
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = (self.headers.get("Host") or "").partition(":")[0]
        if name not in (HOST, "localhost"):
            self._send(Answer(b"", "text/plain", found=False))
            return
        asked = urlsplit(self.path)
        path = unquote(asked.path)
        if path.startswith(OWN):
            self._send(self._own(path.removeprefix(OWN), parse_qs(asked.query)))
            return
        shown = self.shows.now()
        self._send(_marked(_answer(shown, path.lstrip("/"), self.shows.lang), shown))
        self.shows.looked()

    def _own(self, name: str, query: dict[str, list[str]]) -> Answer:
        if name == "state":
            after = query.get("after", [""])[0]
            shown = self.shows.after(int(after) if after.isdigit() else 0)
            return Answer(json.dumps(self.shows.state(shown)).encode(), "application/json")
        if name in KINDS:
            data = resources.files("songngu.serve").joinpath(name).read_bytes()
            return Answer(data, KINDS[name])
        return Answer(b"", "text/plain", found=False)

    def _send(self, answer: Answer) -> None:
        try:
            self.send_response(200 if answer.found else 404)
            self.send_header("Content-Type", answer.kind)
            self.send_header("Content-Length", str(len(answer.body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(answer.body)
        except ConnectionError:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are no news."""


def _answer(shown: Shown, address: str, lang: Lang) -> Answer:
    """A theme that is being worked on may break: that is shown, and the next save is awaited."""
    if shown.live is None:
        return _plain(phrase("serve.nothing", lang))
    try:
        return shown.live.answer(address)
    except TemplateError as error:
        where = f"{getattr(error, 'name', '') or ''}:{getattr(error, 'lineno', '') or ''}".strip(
            ":"
        )
        return _plain(phrase("serve.template", lang, where=where, reason=error))


def _plain(text: str) -> Answer:
    page = f"<!doctype html><meta charset=utf-8><title>Songngu</title><body><p>{escape(text)}</p>"
    return Answer(f"{page}</body>".encode(), HTML, found=False)


def _marked(answer: Answer, shown: Shown) -> Answer:
    """The page with what listens for the next save."""
    if answer.kind != HTML:
        return answer
    tags = (
        f'<link rel="stylesheet" href="{OWN}preview.css">'
        f'<script src="{OWN}preview.js" data-content="{shown.round.content}"'
        f' data-pair="{escape(answer.pair)}" defer></script>'
    )
    head, mark, tail = answer.body.rpartition(b"</body>")
    body = head + tags.encode() + mark + tail
    return Answer(body, answer.kind, answer.found, answer.pair)

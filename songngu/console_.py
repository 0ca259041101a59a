"""The console: its encoding, its language, its progress bar. Output never raises."""

import codecs
import errno
import locale
import os
import sys
import time
from collections.abc import Callable, Mapping
from typing import TextIO

from songngu.messages import phrase
from songngu.model import LANGS, Lang
from songngu.progress import Progress
from songngu.source.slugs import fold

_NAMES = {"vi": {"vi": "Việt", "en": "Vietnamese"}, "en": {"vi": "Anh", "en": "English"}}


def forgive_encodings() -> None:
    """What a console cannot show loses its diacritics, not the message."""

    def folded(error: UnicodeError) -> tuple[str | bytes, int]:
        assert isinstance(error, UnicodeEncodeError)
        part = fold(error.object[error.start : error.end])
        return part.encode("ascii", "replace").decode("ascii"), error.end

    codecs.register_error("songngu", folded)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="songngu", newline="\n")


def is_hangup(error: OSError) -> bool:
    """Whether it tells that who reads our answer has gone: Windows says so as of a wrong argument,
    and of no file."""
    if sys.platform == "win32" and error.errno == errno.EINVAL and error.filename is None:
        return True
    return isinstance(error, BrokenPipeError)


def speak_to_machines() -> None:
    """What programs read is UTF-8, whatever people's files are on this machine."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="songngu", newline="\n")


def is_screen(stream: TextIO) -> bool:
    """Whether it is a terminal that obeys orders (colours, a line taken away). The console of
    Windows does once it is asked to."""
    if sys.platform != "win32" or not stream.isatty():
        return stream.isatty()
    import ctypes
    import msvcrt

    mode, orders = ctypes.c_uint32(), 4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
    try:
        console = ctypes.c_void_p(msvcrt.get_osfhandle(stream.fileno()))
    except OSError:
        return False
    kernel = ctypes.windll.kernel32
    found = kernel.GetConsoleMode(console, ctypes.byref(mode))
    return bool(found and kernel.SetConsoleMode(console, mode.value | orders))


def language(asked: str | None) -> Lang:
    """The language of messages: as asked, else the locale's, else Vietnamese."""
    if asked:
        return "en" if asked == "en" else "vi"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "en" if value.lower().startswith("en") else "vi"
    # Windows sets no such names; there Python takes on the locale by itself.
    here = locale.setlocale(locale.LC_CTYPE) if sys.platform == "win32" else ""
    return "en" if here.lower().startswith("en") else "vi"


class ProgressBar(Progress):
    """What is being done: one bar on a terminal, plain lines elsewhere. Goes to stderr.

    `before` says how many seconds each step took the last time: then what is left of the whole is
    told too; without it, what is left of a step that is done in pieces. `took` is the same of this
    time, once `end` was called.
    """

    WIDTH = 24
    # Seconds between two words about one step: a bar is drawn again, lines pile up.
    DRAWN, PRINTED = 0.1, 10.0
    # The part of a step's pieces that must be done before what is left can be judged by them.
    ENOUGH = 0.1

    def __init__(
        self,
        lang: Lang,
        steps: int,
        stream: TextIO | None = None,
        before: Mapping[str, float] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.lang, self.steps, self.done = lang, max(steps, 1), 0
        self.stream = stream or sys.stderr
        self.bar = is_screen(self.stream)
        self.before, self.clock = dict(before or {}), clock
        self.took: dict[str, float] = {}
        self._step, self._began, self._said = "", clock(), 0.0

    def __call__(self, key: str, about: Lang | None = None) -> None:
        name = _NAMES[about][self.lang] if about in LANGS else ""
        self._turn(phrase(key, self.lang, lang=name))
        self.done = min(self.done + 1, self.steps)
        self._show(self._step, self._left(self.before.get(self._step)))

    def piece(self, done: int, whole: int) -> None:
        now = self.clock()
        if now - self._said < (self.DRAWN if self.bar else self.PRINTED) or done == whole:
            return
        self._said = now
        text = f"{self._step} {done}/{whole}"
        own = (now - self._began) / done * (whole - done)
        if done < whole * self.ENOUGH:
            self._show(text, 0)
        elif left := self._left(own):
            self._show(text, left)
        else:
            told = phrase("progress.step-left", self.lang, seconds=round(own))
            self._show(f"{text} · {told}", 0)

    def _show(self, text: str, left: int) -> None:
        """`left`: seconds until all is done; 0 if nobody knows."""
        if left:
            text += " · " + phrase("progress.left", self.lang, seconds=left)
        if not self.bar:
            print(f"· {text}", file=self.stream, flush=True)
            return
        filled = self.WIDTH * self.done // self.steps
        shown = "█" * filled + "░" * (self.WIDTH - filled)
        print(f"\r\033[K{shown} {text}", end="", file=self.stream, flush=True)

    def end(self) -> None:
        self._turn("")
        if self.bar and self.done:
            print("\r\033[K", end="", file=self.stream, flush=True)

    def table(self) -> str:
        """Where the time went, the longest first."""
        whole = sum(self.took.values()) or 1.0
        rows = sorted(self.took.items(), key=lambda one: -one[1])
        return "\n".join(f"{took:8.2f} s {took / whole:4.0%}  {step}" for step, took in rows)

    def _turn(self, step: str) -> None:
        now = self.clock()
        if self._step:
            self.took[self._step] = self.took.get(self._step, 0.0) + now - self._began
        self._step, self._began, self._said = step, now, now

    def _left(self, own: float | None) -> int:
        """Seconds: those of this step, and what the steps to come took the last time; 0 if that is
        not known."""
        steps = list(self.before)
        if own is None or self._step not in steps:
            return 0
        return round(own + sum(self.before[step] for step in steps[steps.index(self._step) + 1 :]))

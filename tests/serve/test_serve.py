"""The preview: what is saved is read, judged and shown; what is broken stops nothing."""

import http.client
import json
import re
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from songngu.cache_ import Cache
from songngu.diagnostics import Diagnostic
from songngu.output_ import MachineError, one_build
from songngu.pipeline import Job
from songngu.serve.memory_ import Memory
from songngu.serve.preview_ import Preview
from songngu.serve.rounds import Round, rounds
from songngu.serve.server_ import Shown, listen
from songngu.serve.watch_ import marks
from songngu.site.live_ import furnished, live
from tests.conftest import ROOT
from tests.site.conftest import read_all
from tests.steady.machine import FAULTS
from tests.tiny import copy_tiny, lend_drawings, lend_pictures

FIRST = "content/{}/2031/do-dau-ngay.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_tiny(tmp_path / "root")


def job(root: Path) -> Job:
    return Job(root, root / "dist")


def save(root: Path, lang: str, old: str, new: str) -> None:
    path = root / FIRST.format(lang)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def own(round: Round) -> list[Diagnostic]:
    """What is found in the articles; the pictures are too small to be printed."""
    return [one for one in round.diagnostics if one.code != "image.resolution"]


def test_only_what_changed_is_read_again(root: Path) -> None:
    memory = Memory()
    first = memory.read(root).value
    save(root, "vi", "## Đông đò", "## Đò đông")
    second = memory.read(root).value
    assert first and second
    before, now = ({one.id: one for one in a.newest.pairs} for a in (first, second))
    assert now["nha-gao/hoi-nguoi-lai"].rows is before["nha-gao/hoi-nguoi-lai"].rows
    assert now["do-dau-ngay"].vi is not before["do-dau-ngay"].vi
    assert now["do-dau-ngay"].en is before["do-dau-ngay"].en


def test_the_changed_pair_is_judged_first_then_everything(root: Path) -> None:
    memory = Memory()
    first = list(rounds(job(root), memory, None))
    assert [one.whole for one in first] == [True] and own(first[0]) == []
    save(root, "en", "{{ fact:so-do }}", "1,300")
    quick, whole = rounds(job(root), memory, first[-1])
    assert (quick.whole, whole.whole) == (False, True)
    assert quick.content == whole.content == 2
    assert own(quick) == own(whole) != []
    save(root, "en", "1,300", "{{ fact:so-do }}")
    assert [own(one) for one in rounds(job(root), memory, whole)] == [[], []]


def test_every_kind_of_save_is_seen(root: Path) -> None:
    before = marks(root)
    save(root, "vi", "## Đông đò", "## Đò đông ")
    (root / "theme/styles/99-new.css").write_text("p {}", "utf-8")
    (root / "content/facts.yml").unlink()
    (root / "content/vi/2031/.do-dau-ngay.md.swp").write_text("", "utf-8")
    changed = {path for path, _ in before.items() ^ marks(root).items()}
    assert changed == {FIRST.format("vi"), "theme/styles/99-new.css", "content/facts.yml"}


def test_its_pages_are_those_of_the_build(tiny_root: Path, tiny_site: Path) -> None:
    cache = Cache(ROOT)
    site = live(tiny_root, cache, read_all(tiny_root), furnished(tiny_root, cache))
    compared = 0
    for address, (_, _, page) in site.pages.items():
        built = (tiny_site / address / "index.html").read_text("utf-8")
        shown = site.answer(address).body.decode()
        assert _main(shown) == _main(built), address
        compared += page.kind == "article"
    assert compared == 4
    for name in ("robots.txt", "vi/nowhere/"):
        assert not site.answer(name).found


def _main(text: str) -> str:
    """What a page says; the way to what is for other sites is the build's alone."""
    said = text.partition("<main")[2].partition("</main>")[0]
    said = re.sub(r'<p[^>]*><a href="[^"]*republish/">[^<]*</a></p>', "\n", said)
    lines = (one.strip() for one in said.splitlines())
    return "\n".join(one for one in lines if one and "press-kit" not in one)


@pytest.fixture
def preview(root: Path) -> Iterator[tuple[Preview, str]]:
    """A preview that turns when the test says so, and its address."""
    lend_drawings(root)
    lend_pictures(root)
    made = Preview(job(root), "en", lambda shown: None)
    server = listen(made.board, 0)
    made.turn()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_a_save_is_shown_with_what_the_check_says(preview: tuple[Preview, str], root: Path) -> None:
    made, address = preview
    page = f"{address}en/2031/do-dau-ngay/"
    assert 'data-pair="do-dau-ngay"' in get(page)[1]
    save(root, "en", "{{ fact:so-do }}", "1,300")
    made.turn()
    assert "1,300" in get(page)[1]
    state = json.loads(get(f"{address}-/state?after=1")[1])
    assert state["content"] == 2 and state["findings"]
    found = [one for one in state["findings"] if one["code"] != "image.resolution"]
    assert {one["pair"] for one in found} == {"do-dau-ngay"}
    assert all(one["href"].endswith("/2031/do-dau-ngay/") for one in found)
    errors = sum(one["severity"] == "error" for one in state["findings"])
    assert f"{errors} error" in state["summary"]


def test_a_broken_text_is_still_seen_as_it_was(preview: tuple[Preview, str], root: Path) -> None:
    made, address = preview
    page = f"{address}vi/2031/do-dau-ngay/"
    before = get(page)[1]
    save(root, "vi", "type: article", "type: [")
    made.turn()
    status, text = get(page)
    assert status == 200 and _main(text) == _main(before)
    findings = json.loads(get(f"{address}-/state")[1])["findings"]
    assert any(one["code"] == "source.front-matter" for one in findings)
    (root / FIRST.format("vi")).unlink()
    made.turn()
    assert get(page)[0] == 404


def test_nothing_that_breaks_stops_it(preview: tuple[Preview, str], root: Path) -> None:
    made, address = preview
    config = root / "content/publication.yml"
    good = config.read_text("utf-8")
    config.write_text("name: [", "utf-8")
    made.turn()
    assert get(f"{address}vi/")[0] == 200
    config.write_text(good, "utf-8")
    template = root / "theme/section.html"
    template.write_text("{% broken", "utf-8")
    made.turn(frozenset(["theme/section.html"]))
    status, text = get(f"{address}en/2031/nguoi/")
    assert status == 404 and "section.html" in text and "preview.js" in text
    assert get(f"{address}en/")[0] == 200
    palette = root / "theme/palette.yml"
    kept = palette.read_text("utf-8")
    palette.write_text("ink: [", "utf-8")
    made.turn(frozenset(["theme/palette.yml"]))
    assert get(f"{address}en/")[0] == 200
    assert "palette" in json.loads(get(f"{address}-/state")[1])["problem"]
    palette.write_text(kept, "utf-8")
    made.turn(frozenset(["theme/palette.yml"]))
    assert json.loads(get(f"{address}-/state")[1])["problem"] == ""


def test_search_and_pictures_are_there(preview: tuple[Preview, str]) -> None:
    _, address = preview
    index = json.loads(get(f"{address}en/search/index.json")[1])
    pages = {page["path"]: page["text"] for page in index["pages"]}
    texts = json.loads(get(f"{address}en/search/parts/{pages['2031/do-dau-ngay/']}")[1])
    assert "".join(texts) and "<" not in "".join(texts)
    assert get(f"{address}en/search/parts/none.json")[0] == 404
    text = get(f"{address}en/2031/gallery/")[1]
    large = text.split('class="zoom" href="')[1].split('"')[0]
    assert get(urljoin(f"{address}en/2031/gallery/", large))[0] == 200
    assert get(f"{address}assets/none.avif")[0] == 404


def test_no_other_name_is_answered(preview: tuple[Preview, str]) -> None:
    host, port = preview[1].removeprefix("http://").rstrip("/").split(":")
    # A browser leaves out the port where it is 80.
    for name, status in (
        (f"elsewhere.example:{port}", 404), ("elsewhere.example", 404), ("localhost", 200)
    ):  # fmt: skip
        link = http.client.HTTPConnection(host, int(port))
        link.request("GET", "/vi/", headers={"Host": name})
        assert link.getresponse().status == status
        link.close()


def test_one_language(root: Path) -> None:
    cache = Cache(ROOT)
    site = live(root, cache, read_all(root), furnished(root, cache), only="en")
    assert site.answer("en/").found and not site.answer("vi/").found


def test_a_port_that_is_taken_is_said(preview: tuple[Preview, str]) -> None:
    with pytest.raises(MachineError) as told:
        listen(preview[0].board, int(preview[1].rstrip("/").rpartition(":")[2]))
    assert told.value.key == FAULTS["port"].key


def test_a_build_beside_it_stops_nothing(preview: tuple[Preview, str], root: Path) -> None:
    """The preview takes no lock: it writes nothing that a build writes ("serve-beside")."""
    made, address = preview
    with one_build(root):
        made.turn()
        assert get(address + "vi/")[0] == 200
    assert not (root / "dist").exists()


def test_a_publication_that_cannot_stand_yet(root: Path) -> None:
    (root / "content/publication.yml").write_text("name: [", "utf-8")
    shown: list[Shown] = []
    made = Preview(job(root), "vi", shown.append)
    made.turn()
    assert shown[0].live is None and isinstance(shown[0].round, Round)
    assert shown[0].round.publication is None and shown[0].round.diagnostics

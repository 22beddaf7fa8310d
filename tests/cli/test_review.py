"""The review: by lines, at the keyboard of a real terminal, and as a picture that lines up."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli.app import app
from factcheck.cli.output import Screen
from factcheck.cli.review_screen import picture
from factcheck.cli.width import display_width
from factcheck.corrections.queue import Filters
from factcheck.workflow.reviewing import Review
from factcheck.workflow.session import Act, Session
from factcheck.workspace import open_workspace

ENGLISH = """# Heron: a family of small models

Heron ranges from 3 billion to 30 billion parameters.

Heron was trained on 900 billion tokens.
"""
JAPANESE = """# ヘロン:小型モデルの系列

ヘロンは30億から30億のパラメータを持つ。

ヘロンは900億トークンで訓練された。
"""


def factcheck(*words: str, code: int = 0, typed: str = "") -> Result:
    left = CliRunner().invoke(app, words, prog_name="factcheck", input=typed)
    assert left.exit_code == code, left.output
    return left


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("fresh")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        factcheck("init", "--name", "desk")
        (root / "heron.md").write_text(ENGLISH, encoding="utf-8")
        (root / "heron.ja.md").write_text(JAPANESE, encoding="utf-8")
        factcheck("sources", "add", "heron.md")
        factcheck("sources", "add", "heron.ja.md", "--slug", "ja", "--translation-of", "heron")
        factcheck("run")
    return root


@pytest.fixture
def desk(fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of its own with two slipped digits, and Ana in it."""
    root = tmp_path / "desk"
    shutil.copytree(fresh, root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("FACTCHECK_ACTOR", "Ana")
    monkeypatch.delenv("FACTCHECK_DATABASE", raising=False)
    return root


def states() -> dict[str, str]:
    shown = factcheck("corrections", "list", "--format", "json").stdout
    return {c["quote"]: c["state"] for c in json.loads(shown)}


def test_a_line_is_a_ruling_and_the_next_item_is_there(desk: Path) -> None:
    said = factcheck("review", typed="a it slipped\nr words_right\nq\n")
    assert states() == {"30億": "accepted", "900億": "rejected"}
    assert "Nothing waits" in said.stdout
    assert "2 rulings recorded; 0 items left" in said.stderr


def test_a_review_goes_on_where_it_stopped_and_undo_goes_back(desk: Path) -> None:
    factcheck("review", typed="a\n")
    said = factcheck("review", typed="u\n")
    assert "taken back" in said.stdout
    assert states() == {"30億": "proposed", "900億": "proposed"}


def test_what_is_refused_is_said_and_the_item_stays(desk: Path) -> None:
    said = factcheck("review", typed="r\nr banana\nd false_positive\nx\nl 2020-01-01\nq\n")
    assert "needs a reason code" in said.stderr
    assert "'banana' is unknown" in said.stderr
    assert "a ruling needs a reason" in said.stderr
    assert "this is no ruling" in said.stderr
    assert "this day is not to come" in said.stderr
    assert states() == {"30億": "proposed", "900億": "proposed"}


def test_a_ruling_on_an_older_state_is_refused_with_the_one_who_was_first(desk: Path) -> None:
    with Session(open_workspace()) as session:
        review = Review(session, Filters(), Act(actor="Bo"))
        assert review.current is not None
        case = review.current.fixes[0]
        factcheck("corrections", "accept", case.id, "--actor", "Ana")
        with pytest.raises(Exception, match="already accepted by Ana"):
            review.reject("words_right")
        assert review.current.place.exact == "900億"


def test_the_version_on_the_command_line(desk: Path) -> None:
    (first, _) = json.loads(factcheck("corrections", "list", "--format", "json").stdout)
    shown = json.loads(factcheck("corrections", "show", first["id"], "--format", "json").stdout)
    factcheck("corrections", "accept", first["id"], "--seen", "0000", code=4)
    factcheck("corrections", "accept", first["id"], "--seen", shown["version"][:10])
    factcheck("corrections", "accept", first["id"], "--seen", shown["version"][:10], code=4)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (100, 30), (60, 15)])
@pytest.mark.parametrize("colour", [False, True])
def test_every_line_fits_and_the_columns_line_up(
    desk: Path, size: tuple[int, int], colour: bool
) -> None:
    with Session(open_workspace()) as session:
        review = Review(session, Filters(), Act())
        for _ in range(2):
            drawn = picture(review, size, Screen(terminal=True, colour=colour, width=size[0]))
            plain = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in drawn]
            assert len(plain) <= size[1]
            assert max(map(display_width, plain)) <= size[0]
            rules = {display_width(line[: line.index("│")]) for line in plain if "│" in line}
            assert len(rules) == 1
            assert any("30億" in line for line in plain) or any("900億" in line for line in plain)
            review.skip()


def test_a_window_that_is_too_small_says_so(desk: Path) -> None:
    with Session(open_workspace()) as session:
        drawn = picture(Review(session, Filters(), Act()), (40, 10), Screen(width=40))
    assert "too small" in drawn[0]
    assert len(drawn) == 10 and max(map(display_width, drawn)) <= 40


def test_while_words_are_typed_the_keys_are_those_of_the_line(desk: Path) -> None:
    with Session(open_workspace()) as session:
        review = Review(session, Filters(), Act())
        drawn = picture(review, (80, 24), Screen(width=80), "why: ", typing=True)
    assert drawn[-1] == "Enter stores, Esc goes back"


@pytest.mark.parametrize("size", [(60, 15), (104, 15)])
def test_reasons_that_are_cut_name_what_shows_them_whole(desk: Path, size: tuple[int, int]) -> None:
    with Session(open_workspace()) as session:
        review = Review(session, Filters(), Act())
        assert review.current is not None
        drawn = picture(review, size, Screen(width=size[0]))
        assert any(review.current.id[:10] in line for line in drawn)


class Keys:
    """The review in a terminal of its own."""

    def __init__(self, folder: Path, columns: int = 80, lines: int = 24) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            env = {**os.environ, "FACTCHECK_ACTOR": "Ana", "TERM": "xterm", "LANG": "C.UTF-8",
                   "PYTHONPATH": str(Path(__file__).parent.parent.parent)}  # fmt: skip
            os.execve(sys.executable, [sys.executable, "-m", "factcheck", "review"], env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def until(self, words: str) -> str:
        """What the terminal shows, once these words are on it."""
        seen, end = "", time.monotonic() + 30
        while words not in seen:
            assert time.monotonic() < end, seen
            if select.select([self.fd], [], [], 0.2)[0]:
                seen += os.read(self.fd, 65536).decode("utf-8", "replace")
        return seen

    def press(self, keys: str) -> None:
        os.write(self.fd, keys.encode())

    def leave(self) -> int:
        while True:
            try:
                if not os.read(self.fd, 65536):
                    break
            except OSError:
                break
        os.close(self.fd)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_one_key_is_one_ruling(desk: Path) -> None:
    keys = Keys(desk)
    keys.until("1 of 2")
    keys.press("a")
    keys.until("1 ruled")
    keys.press("e")
    keys.until("write: ")
    keys.press("\x15" + "約9000億\r")
    keys.until("Done: nothing is left.")
    keys.press("q")
    assert keys.leave() == 0
    assert states() == {"30億": "accepted", "900億": "edited"}


def test_ctrl_c_loses_neither_rulings_nor_what_was_typed(desk: Path) -> None:
    keys = Keys(desk)
    keys.until("1 of 2")
    keys.press("a")
    keys.until("1 ruled")
    keys.press("d")
    keys.until("dismiss")
    keys.press("2")
    keys.until("why:")
    keys.press("著者の意図")
    keys.until("意図")
    keys.press("\x03")
    assert keys.leave() == 130
    assert states() == {"30億": "accepted", "900億": "proposed"}
    again = Keys(desk)
    again.until("1 of 1")
    again.press("d")
    again.until("dismiss")
    again.press("2")
    again.until("why: 著者の意図")
    again.press("\r")
    again.until("nothing is left")
    again.press("q")
    assert again.leave() == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGKILL])
def test_a_closed_terminal_and_a_kill_lose_nothing(desk: Path, number: signal.Signals) -> None:
    keys = Keys(desk)
    keys.until("1 of 2")
    keys.press("a")
    keys.until("1 ruled")
    os.kill(keys.pid, number)
    keys.leave()
    assert states()["30億"] == "accepted"
    assert factcheck("verify").stdout.endswith("everything fits\n")


def test_the_diff_of_a_source_is_what_git_applies(desk: Path) -> None:
    factcheck("review", typed="a\na\n")
    diff = factcheck("corrections", "apply", "ja", "--diff", "--path", "heron.ja.md").stdout
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply", "-"], check=True, input=diff.encode())
    wanted = JAPANESE.replace("から30億", "から300億").replace("900億", "9000億")
    assert (desk / "heron.ja.md").read_text(encoding="utf-8") == wanted


def test_in_place_keeps_a_backup_and_refuses_another_text(desk: Path) -> None:
    factcheck("review", typed="a\n")
    path = desk / "heron.ja.md"
    before = path.read_bytes()
    path.write_bytes(before + b"\n")
    left = factcheck("corrections", "apply", "ja", "--in-place", str(path), code=4)
    assert "it is not the text that was reviewed" in left.stderr
    path.write_bytes(before)
    factcheck("corrections", "apply", "ja", "--in-place", str(path))
    assert "300億" in path.read_text(encoding="utf-8")
    assert (desk / "heron.ja.md.bak").read_bytes() == before
    assert states()["30億"] == "applied"
    again = factcheck("corrections", "apply", "ja", "--in-place", str(path))
    assert again.stdout.startswith("1 correction in ")
    assert "訂正" in factcheck("corrections", "notice", "ja").stdout


def test_nothing_accepted_is_nothing_to_apply(desk: Path) -> None:
    left = factcheck("corrections", "apply", "ja", code=2)
    assert "no correction of it is accepted (2 wait: factcheck review --source ja" in left.stderr
    (name,) = re.findall(r"factcheck corrections accept ([0-9a-f]+)", left.stderr)
    factcheck("corrections", "accept", name)
    factcheck("corrections", "apply", "ja")


def test_the_same_request_under_one_key_is_done_once(desk: Path) -> None:
    (first, second) = (c["id"] for c in json.loads(
        factcheck("corrections", "list", "--format", "json").stdout))  # fmt: skip
    key = ("--idempotency-key", "form-1")
    once = factcheck("corrections", "accept", first, *key).stdout
    assert factcheck("corrections", "accept", first, *key).stdout == once
    for words in (("accept", second), ("edit", first, "-r", "x"), ("accept", first, "-m", "y")):
        left = factcheck("corrections", *words, *key, code=2)
        assert "this key was used for another request" in left.stderr


def test_a_dispute_on_words_that_nobody_read_logs_them_first(desk: Path) -> None:
    factcheck("claims", "dispute", "ja", "-q", "小型モデル", "--because", "how small?",
              "--evidence", "heron:small models")  # fmt: skip
    (claim,) = (c for c in json.loads(factcheck("claims", "list", "--format", "json").stdout)
                if c["status"] == "disputed")  # fmt: skip
    assert claim["quote"] == "小型モデル"
    left = factcheck("claims", "dispute", claim["key"], "--because", "x", "--evidence", "lost.txt",
                     code=2)  # fmt: skip
    assert "this is no address, no file and no SOURCE:WORDS" in left.stderr
    left = factcheck("claims", "dispute", claim["key"], "--because", "x", "--evidence",
                     "heron:large models", code=3)  # fmt: skip
    assert "do not stand in heron" in left.stderr


def test_the_states_of_a_past_moment(desk: Path) -> None:
    factcheck("review", typed="a\n")
    before = factcheck("corrections", "list", "--as-of", "2020-01-01", "--format", "json").stdout
    assert {c["state"] for c in json.loads(before)} == {"proposed"}
    left = factcheck("conflicts", "list", "--as-of", "yesterday", code=2)
    assert "this is no moment" in left.stderr


def test_unknown_and_ambiguous_ids(desk: Path) -> None:
    (first, _) = (c["id"] for c in json.loads(
        factcheck("corrections", "list", "--format", "json").stdout))  # fmt: skip
    wrong = first[:5] + ("0" if first[5] != "0" else "1")
    assert "nearest: " in factcheck("corrections", "accept", wrong, code=2).stderr
    assert "there is no correction" in factcheck("corrections", "accept", "", code=2).stderr

"""On a terminal: colour where it is wanted, lines that fit, progress for long work."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.progress import Progress
from factcheck.cli.width import display_width

ROOT = Path(__file__).parents[2]
ENGLISH = """# Heron: a family of small models that were trained on a wetland of field notes

Abstract: In this report we present Heron, a family of small and open models that ranges in size \
from 3 billion to 30 billion parameters and that was trained on notes from many wetlands.

Abstract(参考訳): 本報告では、多くの湿地の記録から学習した小型で公開のモデル系列である\
ヘロンを紹介し、その規模は30億から30億のパラメータにわたり、どの大きさでも同じ語彙と同じ学習手順を用いる。

## People who left and where they went:

## Papers that we will read next week:
"""


def on_terminal(folder: Path, *words: str, **environment: str) -> str:
    """What a terminal of 80 columns is sent as results. Standard error is elsewhere, since a busy
    machine may show progress there."""
    terminal, inside = pty.openpty()
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "COLUMNS": "80", **environment}
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", *words], cwd=folder, env=env,
        stdin=subprocess.DEVNULL, stdout=inside, stderr=subprocess.DEVNULL,
    ):  # fmt: skip
        os.close(inside)
        sent = b""
        while True:
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # the other end has closed
                break
            if not piece:
                break
            sent += piece
    os.close(terminal)
    return sent.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with long lines in two scripts and a few conflicts."""
    (tmp_path / "heron.md").write_text(ENGLISH, encoding="utf-8")
    return tmp_path


def test_every_line_fits_the_terminal(article: Path) -> None:
    sent = on_terminal(article, "check", "heron.md", TERM="xterm", NO_COLOR="1")
    assert "FC501" in sent and "FC301" in sent
    assert [line for line in sent.splitlines() if display_width(line) > 80] == []


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False),
     ({"TERM": "dumb"}, False)],
)  # fmt: skip
def test_colour_only_where_it_is_wanted(
    article: Path, environment: dict[str, str], coloured: bool
) -> None:
    sent = on_terminal(article, "check", "heron.md", **environment)
    assert ("\x1b[" in sent) is coloured


def test_a_listing_is_a_table_with_a_heading(article: Path) -> None:
    sent = on_terminal(article, "explain", TERM="dumb").splitlines()
    assert sent[0].split() == ["CODE", "KIND", "SEVERITY", "TITLE"]
    titles = {line.index(line.split(None, 3)[3]) for line in sent[1:]}
    assert len(titles) == 1


def test_progress_shows_after_a_while_and_leaves_nothing(tmp_path: Path) -> None:
    program = (
        "import time\n"
        "from factcheck.cli import progress\n"
        "progress.SHOW_AFTER_SECONDS = 0.05\n"
        "with progress.Progress().begin('reading', 3) as bar:\n"
        "    bar.advance(); time.sleep(0.8); bar.advance(); time.sleep(0.3)\n"
    )
    terminal, inside = pty.openpty()
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "80"}
    done = subprocess.run([sys.executable, "-c", program], env=env, stderr=inside)
    os.close(inside)
    sent = os.read(terminal, 65536).decode("utf-8")
    os.close(terminal)
    assert done.returncode == 0
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", sent)
    assert "reading" in plain and "1/3" in plain and "2/3" in plain


def test_progress_is_silent_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress().begin("reading", 2) as bar:
        bar.advance()
        bar.advance()
    assert bar.done == 2
    assert capsys.readouterr().err == ""

"""The console sessions of the README: read from it, run again, and written back by
`python -m tests.workspace.sessions` when the output of the program changed on purpose."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.workspace.planted import ROOT

README = ROOT / "README.md"
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```)", re.MULTILINE | re.DOTALL)
PARTS = ("factcheck.toml", "sources", "claims", "reports")


@dataclass(frozen=True)
class Step:
    """A command with what is shown under it."""

    command: str
    shown: str


def steps(session: str) -> Iterator[Step]:
    """The commands of a session."""
    for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield Step(command, shown)


def again(session: str, folder: Path) -> str:
    """The session as it is printed today, in a folder. `cat` makes the file that it shows."""
    told = []
    for step in steps(session):
        shown = step.shown
        if step.command.startswith("cat "):
            (folder / step.command.removeprefix("cat ")).write_text(shown, encoding="utf-8")
        else:
            shown = printed(step.command, folder)
        told.append(f"$ {step.command}\n{shown}")
    return "".join(told)


def printed(command: str, folder: Path) -> str:
    """What a `factcheck …` command prints in a folder, with no terminal attached."""
    _, *words = shlex.split(command)
    hidden = ("FACTCHECK_", "COLUMNS", "NO_COLOR", "FORCE_COLOR")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *words], cwd=folder, env=environment,
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command}: exit {done.returncode}: {done.stderr}")
    return done.stdout


def copy_workspace(root: Path) -> Path:
    """The workspace as committed, at `root`, without a database."""
    root.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part)
        else:
            shutil.copy2(ROOT / part, root / part)
    return root


def main() -> None:
    """Write the sessions back as they are printed today."""
    with tempfile.TemporaryDirectory() as folder:
        text = README.read_text(encoding="utf-8")
        for number, session in enumerate(CONSOLE.findall(text)):
            text = text.replace(session, again(session, copy_workspace(Path(folder) / str(number))))
        README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Reports into files: the same ledger gives the same bytes, a file that would not change is not
touched, and committed files that are not those of the ledger are named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from factcheck.corrections.ledger import Ledger
from factcheck.errors import UsageError
from factcheck.reports import FORMATS, build, render
from factcheck.workflow.files import write_changed
from factcheck.workflow.state import load_ledger
from factcheck.workspace import CONFIG_NAME, Workspace

REPORT_NAME = "report"
DEFAULT_FORMATS = ("markdown", "html", "json")


@dataclass(frozen=True, kw_only=True)
class Drift:
    """A report file that is not what the ledger gives: its bytes are others (`changed`), it is not
    there (`missing`), or no format of the workspace writes it any more (`left over`)."""

    path: Path
    how: Literal["changed", "missing", "left over"]


def report_texts(workspace: Workspace, ledger: Ledger) -> dict[Path, str]:
    """Every report file of the workspace and what it should hold. Raises UsageError for an unknown
    format in factcheck.toml."""
    names = workspace.config.get("formats", DEFAULT_FORMATS)
    for name in names:
        if name not in FORMATS:
            raise UsageError(CONFIG_NAME, f"formats: {name!r} is no format of a report file",
                             f"known formats: {', '.join(FORMATS)}")  # fmt: skip
    contents = build(ledger)
    return {
        workspace.reports / f"{REPORT_NAME}{FORMATS[name].suffix}": render(contents, name)
        for name in names
    }


def write_reports(workspace: Workspace, ledger: Ledger) -> list[Path]:
    """Write the report in every format of the workspace. Returns the files that changed."""
    texts = report_texts(workspace, ledger)
    return [path for path, text in texts.items() if write_changed(path, text)]


def drifted(workspace: Workspace, ledger: Ledger) -> tuple[Drift, ...]:
    """The report files that are not those of the ledger, by path. Nothing is written."""
    expected = report_texts(workspace, ledger)
    known = {workspace.reports / f"{REPORT_NAME}{form.suffix}" for form in FORMATS.values()}
    found = [Drift(path=path, how="left over") for path in known - set(expected) if path.exists()]
    for path, text in expected.items():
        if not path.is_file():
            found.append(Drift(path=path, how="missing"))
        elif path.read_bytes() != text.encode("utf-8", "surrogatepass"):
            found.append(Drift(path=path, how="changed"))
    return tuple(sorted(found, key=lambda drift: drift.path))


def report(workspace: Workspace, format: str = "markdown", database: str | None = None) -> str:
    """The report of the workspace as it stands. Raises UsageError for an unknown format."""
    return render(build(load_ledger(workspace, database)), format)

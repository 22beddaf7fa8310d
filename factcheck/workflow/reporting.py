"""Reports into files: the same ledger gives the same bytes, and a file that would not change is
not touched."""

from __future__ import annotations

from pathlib import Path

from factcheck.corrections.ledger import Ledger
from factcheck.reports import FORMATS, build, render
from factcheck.workflow.files import write_changed
from factcheck.workflow.state import load_ledger
from factcheck.workspace import Workspace

REPORT_NAME = "report"
DEFAULT_FORMATS = ("markdown", "html", "json")


def write_reports(workspace: Workspace, ledger: Ledger) -> list[Path]:
    """Write the report in every format of the workspace. Returns the files that changed."""
    contents = build(ledger)
    texts = {
        workspace.reports / f"{REPORT_NAME}{FORMATS[name].suffix}": render(contents, name)
        for name in workspace.config.get("formats", DEFAULT_FORMATS)
    }
    return [path for path, text in texts.items() if write_changed(path, text)]


def report(workspace: Workspace, format: str = "markdown", database: str | None = None) -> str:
    """The report of the workspace as it stands. Raises UsageError for an unknown format."""
    return render(build(load_ledger(workspace, database)), format)

"""Earlier states of a workspace, by whatever somebody has of one: the digits of its revision, a
moment, a JSON report as a file, or a commit that holds one."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.reports import build
from factcheck.reports.standpoint import Standpoint, of_contents, of_report
from factcheck.sources.files import bytes_of
from factcheck.workflow.catalogues import load_catalogues
from factcheck.workflow.clock import moment_of
from factcheck.workflow.documents import read_archive
from factcheck.workflow.reporting import REPORT_NAME
from factcheck.workflow.state import (
    fetch,
    load_ledger,
    logged_claims,
    make_ledger,
    revision_of,
    with_logged,
)
from factcheck.workspace import Workspace

NOW = "now"
LOOKED_BACK = 1_000
"""Decisions, and commits, that are looked through for a revision."""
GIT_SECONDS = 60
_DIGITS = re.compile(r"[0-9a-f]{6,32}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d.{0,40}")


def standpoint(workspace: Workspace, named: str, database: str | None = None) -> Standpoint:
    """Where everything stood at a state: `now`, a file with a JSON report, a moment (as the
    decisions up to then left it), a commit whose `reports/report.json` holds it, or the first six
    or more digits of a revision. Raises UsageError for a state that cannot be found."""
    if named == NOW:
        return of_contents(build(load_ledger(workspace, database)))
    if Path(named).is_file():
        return of_report(bytes_of(Path(named), named).decode("utf-8", "replace"), named)
    if is_moment(named):
        return of_contents(build(load_ledger(workspace, database, moment_of(named))))
    if _DIGITS.fullmatch(named):
        found = _in_log(workspace, named, database) or _in_commits(workspace, named)
        if found:
            return found
    text = _committed(workspace.root, named)
    if text is None:
        raise UsageError(named, "no state of this workspace is known by this name",
                         "a revision from before the texts changed cannot be rebuilt: give a JSON "
                         "report or a commit that holds one, or a moment")  # fmt: skip
    return of_report(text, named)


def is_moment(named: str) -> bool:
    """Whether a state is named by a moment and not by a file: then decisions alone are rewound."""
    return bool(_MOMENT.fullmatch(named)) and not Path(named).is_file()


def _in_log(workspace: Workspace, digits: str, database: str | None) -> Standpoint | None:
    """The state of now, or that before one of the last decisions, whose revision begins so."""
    from factcheck.store import open_store

    archived, catalogues = read_archive(workspace), load_catalogues(workspace)
    with open_store(workspace.database(database), create=False) as store, store.read() as reader:
        stored = fetch(reader)
    ledger = make_ledger(workspace, stored, archived, catalogues)
    decisions = sorted(stored.decisions, key=lambda d: (d.at, d.id))
    for count in range(len(decisions), max(-1, len(decisions) - 1 - LOOKED_BACK), -1):
        made = tuple(decisions[:count])
        logged, _ = logged_claims(made, archived.documents, stored.claims)
        # what a revision is made from, without judging everything anew
        earlier = replace(ledger, decisions=made, claims=with_logged(stored.claims, logged))
        if revision_of(earlier, catalogues, archived).startswith(digits):
            then = replace(stored, decisions=made)
            return of_contents(build(make_ledger(workspace, then, archived, catalogues)))
    return None


def _in_commits(workspace: Workspace, digits: str) -> Standpoint | None:
    """The committed report whose revision begins so."""
    commits = _git(workspace.root, "log", f"--max-count={LOOKED_BACK}", "--format=%H",
                   f"-S\"revision\": \"{digits}", "--", _path())  # fmt: skip
    for commit in (commits or "").split():
        text = _committed(workspace.root, commit)
        found = of_report(text, commit) if text else None
        if found and found.revision.startswith(digits):
            return found
    return None


def _committed(root: Path, commit: str) -> str | None:
    """The JSON report as a commit holds it, None where there is none."""
    if commit.startswith("-") or any(c.isspace() or c == ":" for c in commit):
        return None
    return _git(root, "show", "--end-of-options", f"{commit}:{_path()}")


def _path() -> str:
    return f"./reports/{REPORT_NAME}.json"


def _git(root: Path, *words: str) -> str | None:
    """What git answers, None where it knows nothing, or is not there."""
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True,
                              timeout=GIT_SECONDS, check=False)  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None

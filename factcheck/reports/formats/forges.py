"""What a check found, for the two forges that show it beside the changed lines: workflow commands
of GitHub, the code quality report of GitLab."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Json, Severity
from factcheck.reconcile.result import CheckResult
from factcheck.reports.formats.json_text import json_text
from factcheck.reports.formats.spots import Spotted, of_check
from factcheck.reports.visible import visible

COMMANDS: dict[Severity, str] = {
    "info": "notice", "low": "notice", "medium": "warning", "high": "error",
}  # fmt: skip
QUALITY: dict[Severity, str] = {
    "info": "info", "low": "minor", "medium": "major", "high": "critical",
}  # fmt: skip
SETTLED = ("decided", "dismissed")
"""States in which nobody has to be told on a change."""


def github_annotations(result: CheckResult) -> str:
    """A workflow command a line for every conflict that stands, and one for every file that was
    not read. Empty when there is nothing to tell."""
    lines = [_command(one) for one in _standing(result)]
    lines += [
        f"::error title={_property('not read')}::{_data(f'{one.source}: {one.reason}')}"
        for one in result.skipped
    ]
    return "".join(f"{line}\n" for line in lines)


def gitlab_code_quality(result: CheckResult) -> str:
    """The conflicts that stand as a code quality report. A finding without a line of its own is
    told at line 1, since the format wants one."""
    return json_text([_issue(one) for one in _standing(result)])


def _standing(result: CheckResult) -> Iterator[Spotted]:
    return (one for one in of_check(result).found if one.conflict.state not in SETTLED)


def _command(one: Spotted) -> str:
    conflict, spot = one.conflict, one.main
    properties = {"file": spot.artifact}
    if spot.line is not None:
        properties |= {"line": str(spot.line), "endLine": str(spot.end_line)}
        if spot.line == spot.end_line:  # columns are only taken inside one line
            properties |= {"col": str(spot.column), "endColumn": str(spot.end_column)}
    properties["title"] = conflict.code
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = "\n".join((conflict.message, *conflict.explanation))
    return f"::{COMMANDS[conflict.severity]} {told}::{_data(text)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _issue(one: Spotted) -> Json:
    conflict, spot = one.conflict, one.main
    lines = {"begin": spot.line, "end": spot.end_line} if spot.line else {"begin": 1}
    return {
        "description": visible(f"{conflict.code} {conflict.message}"),
        "check_name": conflict.code, "fingerprint": conflict.id,
        "severity": QUALITY[conflict.severity],
        "location": {"path": spot.artifact, "lines": lines},
    }  # fmt: skip

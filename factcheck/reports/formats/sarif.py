"""SARIF 2.1.0: findings for code scanning, editors and dashboards, each under an identity that
stays when the text around it moves."""

from __future__ import annotations

from functools import cache

from factcheck.model import Json, Severity
from factcheck.reconcile.result import CheckResult
from factcheck.reports.contents import Contents
from factcheck.reports.formats.json_text import json_text
from factcheck.reports.formats.spots import Spot, Spots, Spotted, address, of_check, of_report
from factcheck.reports.visible import visible
from factcheck.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "factcheckConflict/v1"
LEVELS: dict[Severity, str] = {"info": "note", "low": "note", "medium": "warning", "high": "error"}
SUPPRESSED = {"dismissed": "accepted", "decided": "accepted", "deferred": "underReview"}
"""State of a conflict → status of its suppression."""


def render_sarif(contents: Contents) -> str:
    """The conflicts of a report as one SARIF log; artifacts are the slugs of the sources."""
    return _log(of_report(contents))


def sarif_of_check(result: CheckResult) -> str:
    """What a check found as one SARIF log; artifacts are the paths as given."""
    return _log(of_check(result))


def _log(spots: Spots) -> str:
    rules = sorted({one.conflict.code for one in spots.found})
    index = {code: place for place, code in enumerate(rules)}
    notifications = [
        {"level": "error", "message": _message(f"{one.source} was not read: {one.reason}")}
        for one in spots.skipped
    ]
    run: Json = {
        "tool": {"driver": {
            "name": "factcheck", "version": __version__, "rules": [_rule(code) for code in rules],
        }},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": address(name)}, "hashes": {"sha-256": sha256}}
            for name, sha256 in spots.digests
        ],
        "results": [_result(one, index) for one in spots.found],
        "invocations": [{
            "executionSuccessful": not notifications,
            "toolExecutionNotifications": notifications,
        }],
    }  # fmt: skip
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> Json:
    known = _pages().get(code)
    if known is None:
        return {"id": code}
    title, what, why, silence, severity = known
    return {
        "id": code, "shortDescription": _message(title), "fullDescription": _message(what),
        "help": _message(f"{why}\n\n{silence}"),
        "defaultConfiguration": {"level": LEVELS[severity]},
    }  # fmt: skip


@cache
def _pages() -> dict[str, tuple[str, str, str, str, Severity]]:
    from factcheck.reconcile.rules import RULES  # every rule, which a report has no other need of

    docs = (rule.doc for rule in RULES)
    return {d.code: (d.title, d.what, d.why, d.silence, d.severity) for d in docs}


def _result(one: Spotted, index: dict[str, int]) -> Json:
    conflict = one.conflict
    text = "\n".join((conflict.message, *conflict.explanation))
    result: Json = {
        "ruleId": conflict.code, "ruleIndex": index[conflict.code],
        "level": LEVELS[conflict.severity], "kind": "fail", "message": _message(text),
        "locations": [_location(one.main)],
        "relatedLocations": [
            {"id": number, "message": _message(side.role or "side"), **_location(spot)}
            for number, (side, spot) in enumerate(zip(conflict.sides, one.sides, strict=True), 1)
        ],
        "partialFingerprints": {FINGERPRINT: conflict.id},
        "rank": float(conflict.confidence_percent),
    }  # fmt: skip
    suppression = _suppression(one)
    if suppression:
        result["suppressions"] = [suppression]
    if one.change is not None and one.change[0].line is not None:
        spot, fix = one.change
        result["fixes"] = [{
            "description": _message(f"{fix.quote.exact} → {fix.replacement}"),
            "artifactChanges": [{
                "artifactLocation": {"uri": address(spot.artifact)},
                "replacements": [{
                    "deletedRegion": _region(spot, snippet=False),
                    "insertedContent": {"text": fix.replacement},
                }],
            }],
        }]  # fmt: skip
    return result


def _suppression(one: Spotted) -> Json | None:
    status = SUPPRESSED.get(one.conflict.state)
    if status is None:
        return None
    ruling = next((r for r in reversed(one.rulings) if not r.taken_back), None)
    told: list[str] = [one.conflict.state]
    if ruling is not None:
        details = [ruling.detail, *(f"{side} {v}" for side, v in ruling.verdicts.items())]
        told += [", ".join(filter(None, details)), f"{ruling.actor}: {ruling.reason}".rstrip(": ")]
    return {"kind": "external", "status": status,
            "justification": visible("; ".join(filter(None, told)))}  # fmt: skip


def _location(spot: Spot) -> Json:
    physical: Json = {"artifactLocation": {"uri": address(spot.artifact)}}
    if spot.line is not None:
        physical["region"] = _region(spot)
    return {"physicalLocation": physical}


def _region(spot: Spot, *, snippet: bool = True) -> Json:
    return {
        "startLine": spot.line, "startColumn": spot.column, "endLine": spot.end_line,
        "endColumn": spot.end_column, "charOffset": spot.start,
        "charLength": spot.end - spot.start,
        **({"snippet": {"text": spot.words}} if snippet else {}),
    }  # fmt: skip


def _message(text: str) -> Json:
    """A plain text message. Braces would be placeholders and brackets may be links, so both are
    escaped as the standard says; hidden characters are made visible."""
    shown = visible(text).replace("{", "{{").replace("}", "}}")
    if "](" in shown:
        shown = shown.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return {"text": shown}

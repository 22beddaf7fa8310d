"""SARIF, GitHub annotations and GitLab code quality: findings at their lines, with identities that
stay, rulings as suppressions, and what was not read said."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, validators

from factcheck import check
from factcheck.model import Skipped
from factcheck.reconcile.result import CheckResult
from factcheck.reports import build, render
from factcheck.reports.formats.forges import github_annotations, gitlab_code_quality
from factcheck.reports.formats.sarif import FINGERPRINT, sarif_of_check
from tests.reports import sample
from tests.reports.hostile import ledger_of
from tests.reports.sarif_schema import SARIF
from tests.reports.test_hostile import HOSTILE

VALIDATOR = Draft202012Validator(SARIF, format_checker=Draft202012Validator.FORMAT_CHECKER)
MARKED = "😀 A 𠮷 story.\n\nThe Tern model has 2\u202e7 billion parameters.\n"


def log_of(text: str) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(text)
    VALIDATOR.validate(tree)
    run: dict[str, Any] = tree["runs"][0]
    return run


def result_of(run: dict[str, Any], code: str) -> dict[str, Any]:
    found: dict[str, Any] = next(r for r in run["results"] if r["ruleId"] == code)
    return found


REPORT = log_of(render(build(sample.ledger()), "sarif"))


@pytest.fixture(scope="module")
def found() -> CheckResult:
    """A check of one text behind an emoji and a rare ideograph, with one hidden character."""
    result = check(MARKED, select=["FC7"])
    assert {c.code for c in result.conflicts} == {"FC704"}, "the example has one hidden character"
    return result


def test_every_conflict_is_a_result_under_its_identity() -> None:
    prints = [r["partialFingerprints"][FINGERPRINT] for r in REPORT["results"]]
    assert sorted(prints) == sorted(c.id for c in sample.conflicts())
    rules = [rule["id"] for rule in REPORT["tool"]["driver"]["rules"]]
    assert [rules[r["ruleIndex"]] for r in REPORT["results"]] == [
        r["ruleId"] for r in REPORT["results"]
    ]


def test_a_region_is_the_words_by_line_and_by_offset() -> None:
    for result in REPORT["results"]:
        for place in (*result["locations"], *result["relatedLocations"]):
            where = place["physicalLocation"]
            text = sample.DOCUMENTS[where["artifactLocation"]["uri"]].text
            region = where["region"]
            start, words = region["charOffset"], region["snippet"]["text"]
            assert text[start : start + region["charLength"]] == words
            lines = text.split("\n")[region["startLine"] - 1 : region["endLine"]]
            lines[-1] = lines[-1][: region["endColumn"] - 1]
            lines[0] = lines[0][region["startColumn"] - 1 :]
            assert "\n".join(lines) == words


def test_a_suggestion_is_a_fix_that_yields_the_new_words() -> None:
    fix = result_of(REPORT, "FC301")["fixes"][0]["artifactChanges"][0]
    text = sample.DOCUMENTS[fix["artifactLocation"]["uri"]].text
    region, new = fix["replacements"][0]["deletedRegion"], fix["replacements"][0]["insertedContent"]
    start = region["charOffset"]
    fixed = text[:start] + new["text"] + text[start + region["charLength"] :]
    assert fixed == text.replace("40億から36億", "40億から360億")


def test_rulings_are_suppressions_with_their_reason() -> None:
    dismissed = result_of(REPORT, "FC102")["suppressions"]
    assert dismissed == [{
        "kind": "external", "status": "accepted",
        "justification": "dismissed; not a mistake; Mara Ilves: The list names examples only.",
    }]  # fmt: skip
    assert "suppressions" not in result_of(REPORT, "FC301")


def test_what_was_not_read_is_a_notification() -> None:
    invocation = REPORT["invocations"][0]
    assert not invocation["executionSuccessful"]
    told = invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert told == "scan.pdf was not read: no text found (scanned?)"


def test_a_derived_text_has_no_region_and_no_fix() -> None:
    ledger = sample.ledger()
    documents = {slug: replace(d, exact_map=False) for slug, d in ledger.documents.items()}
    run = log_of(render(build(replace(ledger, documents=documents)), "sarif"))
    assert '"region"' not in json.dumps(run)
    assert '"fixes"' not in json.dumps(run)


def test_a_check_is_a_log_of_its_own(found: CheckResult) -> None:
    run = log_of(sarif_of_check(found))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 3
    assert MARKED[region["charOffset"] :].startswith(region["snippet"]["text"])
    moved = check("One line more.\n\n" + MARKED, select=["FC7"])
    later = log_of(sarif_of_check(moved))
    assert [r["partialFingerprints"] for r in later["results"]] == [
        r["partialFingerprints"] for r in run["results"]
    ]


def test_a_path_becomes_a_uri(found: CheckResult) -> None:
    document = found.extractions[0].document
    for name, uri in (("a b/稿 1%.md", "a%20b/%E7%A8%BF%201%25.md"), ("/x/y.md", "file:///x/y.md")):
        named = replace(found.extractions[0], document=replace(document, name=name))
        run = log_of(sarif_of_check(replace(found, extractions=(named,))))
        assert run["artifacts"][0]["location"]["uri"] == uri


def test_github_gets_a_command_a_line(found: CheckResult) -> None:
    skipped = (Skipped(source="b,c.md", reason="100% empty\nreally"),)
    lines = github_annotations(replace(found, skipped=skipped)).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::")
    assert "file=text,line=3,endLine=3,col=" in lines[0]
    assert lines[0].count("title=FC704::") == 1
    assert "\u202e" not in lines[0]
    assert lines[1] == "::error title=not read::b,c.md: 100%25 empty%0Areally"


def test_gitlab_gets_issues_with_identities(found: CheckResult) -> None:
    issues = json.loads(gitlab_code_quality(found))
    assert [i["fingerprint"] for i in issues] == [c.id for c in found.conflicts]
    assert issues[0]["location"] == {"path": "text", "lines": {"begin": 3, "end": 3}}
    assert issues[0]["severity"] in ("info", "minor", "major", "critical", "blocker")


def test_forges_are_not_told_of_what_was_ruled_on(found: CheckResult) -> None:
    settled = replace(found, conflicts=tuple(
        replace(c, state="dismissed") for c in found.conflicts))  # fmt: skip
    assert github_annotations(settled) == ""
    assert json.loads(gitlab_code_quality(settled)) == []
    run = log_of(sarif_of_check(settled))
    assert run["results"][0]["suppressions"][0]["justification"] == "dismissed"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_stays_text(text: str, found: CheckResult) -> None:
    run = log_of(render(build(ledger_of(text)), "sarif"))
    assert any(
        r["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == text
        for r in run["results"]
    )
    conflicts = tuple(replace(c, message=text) for c in found.conflicts)
    named = replace(found, conflicts=conflicts, skipped=(Skipped(source=text, reason=text),))
    lines = github_annotations(named).split("\n")
    assert len(lines) == 3 and lines[-1] == ""
    assert all(line.startswith("::") for line in lines[:-1])
    assert json.loads(gitlab_code_quality(named))[0]["description"]


OFFICIAL = os.environ.get("FACTCHECK_SARIF_SCHEMA", "")


@pytest.mark.skipif(not OFFICIAL, reason="FACTCHECK_SARIF_SCHEMA names no copy of the schema")
def test_the_official_schema_holds_for_all_that_we_write() -> None:
    """The schema of OASIS as other people's package carries it (.ci/run fetches it)."""
    schema = json.loads(Path(OFFICIAL).read_text(encoding="utf-8-sig"))
    validator = validators.validator_for(schema)(schema)
    logs = [render(build(sample.ledger()), "sarif"), sarif_of_check(check([MARKED]))]
    logs += [render(build(ledger_of(text)), "sarif") for text in HOSTILE]
    for log in logs:
        tree = json.loads(log)
        validator.validate(tree)
        assert tree["runs"][0]["results"], "an empty log would prove nothing"
        tree["runs"][0]["results"][0]["level"] = "grave"
        assert not validator.is_valid(tree)

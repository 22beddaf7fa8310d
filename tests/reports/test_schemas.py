"""The published JSON Schemas hold for what the program writes, and refuse what it does not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from factcheck import check, extract
from factcheck.reports import build, render
from factcheck.reports.formats.changes import render_changes
from factcheck.reports.standpoint import of_contents
from tests.reports import sample

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
TEXT = "# Tern 2\n\nTern 2 has 7 billion parameters. The Moss Institute released it in 2024.\n"


def outputs() -> dict[str, Any]:
    before = of_contents(build(replace(sample.ledger(), statuses={}, revision="0" * 32)))
    report = build(sample.ledger(), since=before)
    assert report.since is not None
    return {
        "factcheck-check-1": check([TEXT, TEXT.replace("7", "70")]).to_dict(),
        "factcheck-extract-1": extract(TEXT).to_dict(),
        "factcheck-report-1": json.loads(render(report, "json")),
        "factcheck-changes-1": json.loads(render_changes(report.since, "json")),
    }


@pytest.mark.parametrize("name", [
    "factcheck-check-1", "factcheck-extract-1", "factcheck-report-1", "factcheck-changes-1",
])  # fmt: skip
def test_real_output_holds_and_altered_output_does_not(name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    tree = json.loads(json.dumps(outputs()[name]))
    validator.validate(tree)
    assert tree["claims"], "an empty output would prove nothing"
    for altered in ({**tree, "format": "other/1"}, {**tree, "extra": 1}, {**tree, "claims": 1}):
        with pytest.raises(ValidationError):
            validator.validate(altered)

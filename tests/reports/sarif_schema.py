"""The part of the SARIF 2.1.0 object model that we write, as a JSON Schema of our own: names,
required properties and enumerations as the standard has them, and nothing else allowed."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
TEXT = {"type": "string"}
POSITIVE = {"type": "integer", "minimum": 1}
COUNT = {"type": "integer", "minimum": 0}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def record(required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required),
            "additionalProperties": False}  # fmt: skip


def many(items: Schema) -> Schema:
    return {"type": "array", "items": items}


MESSAGE = record(("text",), text=TEXT)
ARTIFACT_LOCATION = record(uri={"type": "string", "format": "uri-reference"})
REGION = record(
    startLine=POSITIVE, startColumn=POSITIVE, endLine=POSITIVE, endColumn=POSITIVE,
    charOffset=COUNT, charLength=COUNT, snippet=record(text=TEXT),
)  # fmt: skip
LOCATION = record(
    id=COUNT, message=MESSAGE,
    physicalLocation=record(artifactLocation=ARTIFACT_LOCATION, region=REGION),
)  # fmt: skip
REPLACEMENT = record(("deletedRegion",), deletedRegion=REGION, insertedContent=record(text=TEXT))
FIX = record(
    ("artifactChanges",), description=MESSAGE,
    artifactChanges={"minItems": 1, **many(record(
        ("artifactLocation", "replacements"), artifactLocation=ARTIFACT_LOCATION,
        replacements={"minItems": 1, **many(REPLACEMENT)}))},
)  # fmt: skip
SUPPRESSION = record(
    ("kind",), kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]}, justification=TEXT,
)  # fmt: skip
RESULT = record(
    ("message",), ruleId=TEXT, ruleIndex=COUNT, level=LEVEL, message=MESSAGE,
    kind={"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
    locations=many(LOCATION), relatedLocations={"uniqueItems": True, **many(LOCATION)},
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    rank={"type": "number", "minimum": 0, "maximum": 100},
    suppressions={"uniqueItems": True, **many(SUPPRESSION)},
    fixes={"uniqueItems": True, **many(FIX)},
)  # fmt: skip
RULE = record(
    ("id",), id=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE,
    defaultConfiguration=record(level=LEVEL),
)  # fmt: skip
RUN = record(
    ("tool",),
    tool=record(("driver",), driver=record(
        ("name",), name=TEXT, version=TEXT, rules={"uniqueItems": True, **many(RULE)})),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts={"uniqueItems": True, **many(record(
        location=ARTIFACT_LOCATION, hashes={"type": "object", "additionalProperties": TEXT}))},
    results=many(RESULT),
    invocations=many(record(
        ("executionSuccessful",), executionSuccessful={"type": "boolean"},
        toolExecutionNotifications=many(record(("message",), level=LEVEL, message=MESSAGE)))),
)  # fmt: skip
SARIF: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **record(("version", "runs"), version={"const": "2.1.0"}, runs=many(RUN),
             **{"$schema": {"type": "string", "format": "uri"}}),
}  # fmt: skip

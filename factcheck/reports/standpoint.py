"""Where everything stood at one revision: the little of a report that two of them are compared by,
taken from contents at hand or from a JSON report of long ago."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from factcheck.errors import InputError
from factcheck.model import Json
from factcheck.reports.contents import Contents
from factcheck.reports.wording import STATES, STATUSES

FORMAT_NAME = "factcheck-report/1"
"""What a JSON report says that it is."""
_STATES: Mapping[str, str] = {str(state): words for state, words in STATES.items()}
_STATUSES: Mapping[str, str] = {str(status): words for status, words in STATUSES.items()}


@dataclass(frozen=True, kw_only=True)
class Position:
    """One conflict at one revision. `ruling` says in words how it was ruled: `A wrong, B right`,
    `not a mistake`; empty where nobody ruled."""

    id: str
    code: str
    severity: str
    state: str
    message: str
    place: str
    ruling: str = ""

    @property
    def told(self) -> str:
        """State and ruling in a few words."""
        state = _STATES.get(self.state, self.state).lower()
        return f"{state}: {self.ruling}" if self.ruling else state


@dataclass(frozen=True, kw_only=True)
class Named:
    """A claim, a correction or a source at one revision: what it is called, and its state."""

    id: str
    name: str
    state: str


_Known = TypeVar("_Known", Position, Named)


@dataclass(frozen=True, kw_only=True)
class Standpoint:
    """One revision, each of its parts by identity: conflicts, claims by key, corrections, and
    sources by slug, whose state is the digest of their bytes."""

    revision: str
    conflicts: Mapping[str, Position]
    claims: Mapping[str, Named]
    corrections: Mapping[str, Named]
    sources: Mapping[str, Named]


def of_contents(contents: Contents) -> Standpoint:
    """Where everything stands in a report that was just built."""
    return Standpoint(
        revision=contents.revision,
        conflicts=_by_id(
            Position(
                id=f.conflict.id, code=f.conflict.code, severity=f.conflict.severity,
                state=f.conflict.state, message=f.conflict.message,
                place=f.sides[0].passage.place,
                ruling=_ruling(
                    f.conflict.state, ((s.label, s.verdict) for s in f.sides),
                    ((r.detail, r.taken_back) for r in f.history),
                ),
            )
            for card in contents.cards for f in card.findings
        ),
        claims=_by_id(
            Named(id=v.claim.key, name=_claim_name(v.claim.subject, v.claim.predicate, v.value),
                  state=STATUSES[v.status or "logged"])
            for table in contents.claims for said in table.subjects for v in said.claims
        ),
        corrections=_by_id(
            Named(id=v.id, name=_change_name(v.change.passage.words, v.change.replacement),
                  state=v.state)
            for one in contents.publications for v in one.corrections
        ),
        sources=_by_id(
            Named(id=v.source.slug, name=v.source.title or v.source.slug, state=v.sha256)
            for v in contents.sources
        ),
    )  # fmt: skip


def of_report(text: str, name: str) -> Standpoint:
    """Where everything stood when a JSON report was written. Raises InputError for a text that is
    no such report."""
    try:
        tree = json.loads(text)
        if tree["format"] != FORMAT_NAME:
            raise ValueError(f"its format is {tree['format']!r}")
        return _of_tree(tree)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise InputError(name, f"it is no JSON report: {error or type(error).__name__}",
                         "write one with factcheck report --format json") from error  # fmt: skip


def _of_tree(tree: Json) -> Standpoint:
    findings = [f for card in tree["cards"] for f in card["findings"]]
    views = [v for table in tree["claims"] for said in table["subjects"] for v in said["claims"]]
    changes = [v for one in tree["publications"] for v in one["corrections"]]
    return Standpoint(
        revision=str(tree["revision"]),
        conflicts=_by_id(map(_position, findings)),
        claims=_by_id(
            Named(id=v["claim"]["key"], state=_STATUSES[v["status"] or "logged"],
                  name=_claim_name(v["claim"]["subject"], v["claim"]["predicate"], v["value"]))
            for v in views
        ),
        corrections=_by_id(
            Named(id=v["id"], state=v["state"], name=_change_name(
                v["change"]["passage"]["words"], v["change"]["replacement"]))
            for v in changes
        ),
        sources=_by_id(
            Named(id=v["source"]["slug"], state=v["sha256"],
                  name=v["source"]["title"] or v["source"]["slug"])
            for v in tree["sources"]
        ),
    )  # fmt: skip


def _position(finding: Mapping[str, Any]) -> Position:
    conflict, passage = finding["conflict"], finding["sides"][0]["passage"]
    place = passage["source"]
    if passage["line"] is not None:
        place = f"{place}:{passage['line']}:{passage['column']}"
    return Position(
        id=conflict["id"], code=conflict["code"], severity=conflict["severity"],
        state=conflict["state"], message=conflict["message"], place=place,
        ruling=_ruling(
            conflict["state"], ((s["label"], s["verdict"]) for s in finding["sides"]),
            ((r["detail"], r["taken_back"]) for r in finding["history"]),
        ),
    )  # fmt: skip


def _ruling(
    state: str, verdicts: Iterable[tuple[str, str]], history: Iterable[tuple[str, bool]]
) -> str:
    """The ruling in force in words: what is said of each side, else which sort of it this was."""
    if state not in ("decided", "dismissed"):
        return ""
    said = ", ".join(f"{label} {verdict}" for label, verdict in verdicts if verdict)
    return said or next((d for d, gone in reversed(list(history)) if d and not gone), "")


def _claim_name(subject: str, predicate: str, value: str) -> str:
    return f"{subject}: {predicate} = {value}"


def _change_name(old: str, new: str) -> str:
    return f"{old} → {new}"


def _by_id(items: Iterable[_Known]) -> dict[str, _Known]:
    return {item.id: item for item in items}

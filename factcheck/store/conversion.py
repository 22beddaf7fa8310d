"""Records to rows and back. A row is a mapping of column to plain value, so that the bulk path
never builds an object per row; what comes back is validated again by the record itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from factcheck.model import (
    Agreement,
    Claim,
    Conflict,
    Coverage,
    Decision,
    Json,
    Notice,
    Quote,
    Side,
    Snapshot,
    Source,
    Suggestion,
    canonical,
    digest,
    qualifiers,
    value_from_dict,
)
from factcheck.store.intake import Intake

Row = dict[str, Any]
"""Column → value, as the driver takes and gives it."""
Intern = Callable[[str, str], int]
"""(kind, text) of a term → its number."""


class Columns(Protocol):
    """A row as it is read: anything that gives a column's value by name."""

    def __getitem__(self, column: str, /) -> Any: ...


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where quotes of one snapshot stand: what a row leaves out because its parent row says it."""

    source: str
    snapshot: str


def text_of(value: object) -> str:
    """A value as canonical JSON text: one spelling, so that equal values are equal texts."""
    return canonical(value).decode("utf-8")


def quote_columns(quote: Quote) -> Row:
    """The words of a quote; its parent row says which snapshot they stand in."""
    return {"start": quote.start, "stop": quote.end, "exact": quote.exact,
            "prefix": quote.prefix, "suffix": quote.suffix}  # fmt: skip


def quote_from(row: Columns, place: Place) -> Quote:
    """The quote whose words a row holds."""
    return Quote(source=place.source, snapshot=place.snapshot, start=row["start"],
                 end=row["stop"], exact=row["exact"], prefix=row["prefix"],
                 suffix=row["suffix"])  # fmt: skip


def source_columns(source: Source) -> Row:
    """A source as its row."""
    return {**source.to_dict(), "relations": text_of(source.to_dict()["relations"])}


def source_from(row: Columns) -> Source:
    """The source of a row."""
    fields = ("slug", "title", "kind", "language", "publisher", "url", "published", "licence",
              "rank")  # fmt: skip
    return Source.from_dict({**{name: row[name] for name in fields},
                             "relations": json.loads(row["relations"])})  # fmt: skip


def snapshot_columns(snapshot: Snapshot, source_id: int) -> Row:
    """A snapshot as its row, below the row of its source."""
    return {"source_id": source_id, "digest": snapshot.id, "sha256": snapshot.sha256,
            "text": snapshot.text, "reader": snapshot.reader,
            "media_type": snapshot.media_type, "retrieved_at": snapshot.retrieved_at}  # fmt: skip


def snapshot_from(row: Columns, slug: str) -> Snapshot:
    """The snapshot of a row."""
    return Snapshot(source=slug, sha256=row["sha256"], text=row["text"], reader=row["reader"],
                    media_type=row["media_type"], retrieved_at=row["retrieved_at"])  # fmt: skip


def claim_terms(claim: Claim) -> dict[str, tuple[str, str]]:
    """Column → (kind, text) of the words that a claim's row only numbers."""
    return {
        "subject_id": ("subject", claim.subject), "predicate_id": ("predicate", claim.predicate),
        "value_id": ("value", claim.value.key()), "extractor_id": ("extractor", claim.extractor),
    }  # fmt: skip


def claim_fields(claim: Claim, reading_id: int) -> Row:
    """The columns of a claim's row that are its own, without the numbered words."""
    return {
        "reading_id": reading_id, "digest": claim.id, "key": claim.key,
        "value": text_of(claim.value_identity),
        "qualifiers": text_of(claim.qualifiers) if claim.qualifiers else "[]",
        "language": claim.language, "modality": claim.modality, "ordinal": claim.ordinal,
        **quote_columns(claim.quote),
    }  # fmt: skip


def claim_columns(
    claim: Claim, reading_id: int, intern: Intern, group: int | None = None, section: str = ""
) -> Row:
    """A claim as its row, with the words it shares as numbers, and where it is compared."""
    numbers = {column: intern(*term) for column, term in claim_terms(claim).items()}
    return {**claim_fields(claim, reading_id), **numbers, "group_id": group, "section": section}


def claim_from(row: Columns, place: Place, term: Callable[[int], str]) -> Claim:
    """The claim of a row; `term` gives the words of a number."""
    return Claim(
        subject=term(row["subject_id"]), predicate=term(row["predicate_id"]),
        value=value_from_dict(json.loads(row["value"])), quote=quote_from(row, place),
        extractor=term(row["extractor_id"]), language=row["language"],
        qualifiers=qualifiers(dict(json.loads(row["qualifiers"]))), modality=row["modality"],
        ordinal=row["ordinal"],
    )  # fmt: skip


def reading_columns(intake: Intake, snapshot_id: int) -> Row:
    """What was read, as the row above its claims and notices."""
    return {
        "snapshot_id": snapshot_id, "digest": intake.digest, "current": True,
        "coverage": coverage_text(intake.coverage), **made_columns(intake),
    }  # fmt: skip


def made_columns(intake: Intake) -> Row:
    """The columns of a reading that can be made again."""
    return {"made_with": intake.made_with, "is_record": intake.is_record}


def notice_columns(notice: Notice, reading_id: int) -> Row:
    """A notice as its row."""
    return {
        "reading_id": reading_id, "digest": notice.id, "kind": notice.kind,
        "target": notice.target, "target_source": notice.target_source, "wrong": notice.wrong,
        "right": notice.right, "date": notice.date, "extractor": notice.extractor,
        **quote_columns(notice.quote),
    }  # fmt: skip


def notice_from(row: Columns, place: Place) -> Notice:
    """The notice of a row."""
    return Notice(
        kind=row["kind"], quote=quote_from(row, place), target=row["target"],
        target_source=row["target_source"], wrong=row["wrong"], right=row["right"],
        date=row["date"], extractor=row["extractor"],
    )  # fmt: skip


def conflict_digest(conflict: Conflict) -> str:
    """Digest of what a conflict says and where, its computed state left out."""
    return digest("conflict-row", {**conflict.to_dict(), "state": None})


def conflict_columns(conflict: Conflict) -> Row:
    """The conflict's own row; its sides have rows of their own. The state is not kept."""
    suggestion = text_of(conflict.suggestion.to_dict()) if conflict.suggestion else None
    return {
        "fingerprint": conflict.fingerprint, "digest": conflict_digest(conflict),
        "code": conflict.code, "kind": conflict.kind, "severity": conflict.severity,
        "message": conflict.message, "explanation": text_of(conflict.explanation),
        "suggestion": suggestion, "confidence_percent": conflict.confidence_percent,
        "rule": conflict.rule, "section": conflict.section, "ordinal": conflict.ordinal,
    }  # fmt: skip


def side_columns(side: Side, position: int, conflict_id: int, snapshot_id: int) -> Row:
    """One side of a conflict as its row."""
    return {"conflict_id": conflict_id, "position": position, "snapshot_id": snapshot_id,
            "claim": side.claim, "role": side.role, "reading": side.reading,
            **quote_columns(side.quote)}  # fmt: skip


def side_from(row: Columns, place: Place) -> Side:
    """The side of a row."""
    return Side(quote=quote_from(row, place), claim=row["claim"], role=row["role"],
                reading=row["reading"])  # fmt: skip


def conflict_from(row: Columns, sides: tuple[Side, ...]) -> Conflict:
    """The conflict of a row and of the rows of its sides, open."""
    suggestion = row["suggestion"]
    return Conflict(
        code=row["code"], kind=row["kind"], severity=row["severity"], sides=sides,
        message=row["message"], explanation=tuple(json.loads(row["explanation"])),
        suggestion=Suggestion.from_dict(json.loads(suggestion)) if suggestion else None,
        confidence_percent=row["confidence_percent"], rule=row["rule"], section=row["section"],
        ordinal=row["ordinal"],
    )  # fmt: skip


def agreement_columns(agreement: Agreement) -> Row:
    """An agreement as its row."""
    return {"digest": digest("agreement", agreement.to_dict()), "relation": agreement.relation,
            "claims": text_of(agreement.claims)}  # fmt: skip


def agreement_from(row: Columns) -> Agreement:
    """The agreement of a row."""
    return Agreement(claims=tuple(json.loads(row["claims"])), relation=row["relation"])


def decision_columns(decision: Decision, seq: int) -> Row:
    """A decision as its row, beside the event that recorded it."""
    return {
        "seq": seq, "digest": decision.id, "at": decision.at, "actor": decision.actor,
        "actor_kind": decision.actor_kind, "kind": decision.kind, "object": decision.object,
        "body": text_of(dict(decision.body)), "reason": decision.reason,
    }  # fmt: skip


def decision_from(row: Columns) -> Decision:
    """The decision of a row."""
    return Decision(
        at=row["at"], actor=row["actor"], actor_kind=row["actor_kind"], kind=row["kind"],
        object=row["object"], body=json.loads(row["body"]), reason=row["reason"],
    )  # fmt: skip


def coverage_text(coverage: Coverage) -> str:
    """Coverage as the text that a row holds."""
    return text_of(coverage.to_dict())


def coverage_from(text: str) -> Coverage:
    """The coverage of such a text."""
    data: Json = json.loads(text)
    return Coverage.from_dict(data)

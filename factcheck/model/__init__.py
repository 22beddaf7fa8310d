"""The vocabulary: frozen, validated records that every room takes and returns. No SQL, no I/O.

Every record has `to_dict()` (plain JSON types, the published field names) and `from_dict()`;
`from_dict(r.to_dict()) == r` holds for every record, also through JSON text. Identities are digests
over canonical JSON without floats, the same on every machine and in every run.
"""

from factcheck.model.claims import (
    Claim,
    Modality,
    Notice,
    NoticeKind,
    Qualifiers,
    number_claims,
    qualifiers,
)
from factcheck.model.conflicts import (
    SEVERITIES,
    Agreement,
    Conflict,
    ConflictKind,
    ConflictState,
    Relation,
    Severity,
    Side,
    Suggestion,
)
from factcheck.model.coverage import Coverage, Skipped, Tally
from factcheck.model.decisions import (
    ActorKind,
    ClaimStatus,
    Correction,
    CorrectionState,
    Decision,
    Dismissal,
    Verdict,
    revision,
)
from factcheck.model.evidence import (
    CONTEXT_CHARACTERS,
    Language,
    Quote,
    Snapshot,
    Source,
    SourceKind,
)
from factcheck.model.identity import Json, canonical, digest, fold, sha256
from factcheck.model.values import (
    Date,
    Entity,
    EntityList,
    FoundValue,
    Identifier,
    Quantity,
    QuantityList,
    Range,
    Text,
    Value,
    Year,
    exact_number,
    plain_number,
    value_from_dict,
    value_identity,
)

__all__ = [
    "CONTEXT_CHARACTERS", "SEVERITIES", "ActorKind", "Agreement", "Claim", "ClaimStatus",
    "Conflict", "ConflictKind", "ConflictState", "Correction", "CorrectionState", "Coverage",
    "Date", "Decision", "Dismissal", "Entity", "EntityList", "FoundValue", "Identifier", "Json",
    "Language", "Modality", "Notice", "NoticeKind", "Qualifiers", "Quantity", "QuantityList",
    "Quote", "Range", "Relation", "Severity", "Side", "Skipped", "Snapshot", "Source",
    "SourceKind", "Suggestion", "Tally", "Text", "Value", "Verdict", "Year", "canonical",
    "digest", "exact_number", "fold", "number_claims", "plain_number", "qualifiers", "revision",
    "sha256", "value_from_dict", "value_identity",
]  # fmt: skip

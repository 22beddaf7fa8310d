"""A correction and how far it has come, as plain data."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import CorrectionState, Decision, Json, Quote, Severity


@dataclass(frozen=True, kw_only=True)
class Case:
    """Words that could be replaced, where they stand now, and what was decided on that. `id` stays
    when the text around the words moves. `conflict` is the fingerprint of what it would settle,
    empty for one that a person proposed. `replacement` is that of the last edit; `proposed` the
    one before any. `decisions` are those in force on it, oldest first; `why` says what is wrong
    with it, if anything is."""

    id: str
    target: Quote
    replacement: str
    proposed: str
    state: CorrectionState = "proposed"
    conflict: str = ""
    code: str = ""
    message: str = ""
    severity: Severity = "medium"
    confidence_percent: int = 50
    decisions: tuple[Decision, ...] = ()
    why: str = ""

    @property
    def source(self) -> str:
        return self.target.source

    @property
    def last(self) -> Decision | None:
        """The last decision in force on it."""
        return self.decisions[-1] if self.decisions else None

    def to_dict(self) -> Json:
        """The shape that listings print."""
        return {
            "id": self.id, "state": self.state, "source": self.source,
            "start": self.target.start, "end": self.target.end, "quote": self.target.exact,
            "replacement": self.replacement, "proposed": self.proposed,
            "conflict": self.conflict or None, "code": self.code, "message": self.message,
            "severity": self.severity, "confidence": self.confidence_percent / 100,
            "why": self.why, "decisions": [d.id for d in self.decisions],
        }  # fmt: skip

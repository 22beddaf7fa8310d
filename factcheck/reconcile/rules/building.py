"""How rules put a conflict together, so that each rule says only what it found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Conflict, Severity, Side, Suggestion
from factcheck.reconcile.rules.interface import RuleDoc
from factcheck.sources.document import Document


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a rule found, before it is a conflict. `confidence` is in per cent; `severity` only
    where it differs from the rule's own."""

    sides: tuple[Side, ...]
    message: str
    explanation: tuple[str, ...] = ()
    suggestion: Suggestion | None = None
    confidence: int = 80
    severity: Severity | None = None


def side(
    document: Document, start: int, end: int, role: str = "", reading: str = "",
    claim: str | None = None,
) -> Side:  # fmt: skip
    """The side that quotes `document.text[start:end]`."""
    return Side(quote=document.quote(start, end), claim=claim, role=role, reading=reading)


def suggest(document: Document, start: int, end: int, replacement: str) -> Suggestion:
    """The suggestion to write `replacement` for `document.text[start:end]`."""
    return Suggestion(quote=document.quote(start, end), replacement=replacement)


def conflict(doc: RuleDoc, finding: Finding) -> Conflict:
    """The finding under the rule's code, version and kind. The engine adds section and ordinal."""
    return Conflict(
        code=doc.code, kind=doc.kind, severity=finding.severity or doc.severity,
        sides=finding.sides, message=finding.message, explanation=finding.explanation,
        suggestion=finding.suggestion, confidence_percent=finding.confidence,
        rule=f"{doc.code}@{doc.version}",
    )  # fmt: skip


def shorten(text: str, limit: int = 40) -> str:
    """Words for a message: one line, cut in the middle when long."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit // 2]} … {line[-limit // 3 :]}"


def listed(words: Sequence[str]) -> str:
    """Words as an English list: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"

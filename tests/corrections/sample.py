"""A small standing for tests of corrections: articles that quarrel, with fixes, and no store."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from factcheck.corrections import Signed, Standing, fixing, judge, rulings
from factcheck.corrections.case import Case
from factcheck.corrections.cases import cases, versions
from factcheck.corrections.ledger import Ledger
from factcheck.corrections.status import Judged
from factcheck.model import Conflict, ConflictKind, Decision, Severity, Side, Suggestion
from factcheck.sources import read_text
from factcheck.sources.document import Document

TEXT = """# Ossia

Ossia has 7 billion parameters.

Ossia came out in 2019.

Ossia was trained on 3 trillion tokens.
"""
FIXES = {"7 billion": "70 billion", "2019": "2020", "3 trillion": "300 billion"}


def document(text: str = TEXT, slug: str = "weekly") -> Document:
    return read_text(text, slug)


def finding(
    doc: Document, words: str, new: str = "", *, code: str = "FC201",
    kind: ConflictKind = "cross_source", severity: Severity = "high", sure: int = 90,
) -> Conflict:  # fmt: skip
    """A conflict about these words, with a fix if there is one."""
    start = doc.text.index(words)
    quote = doc.quote(start, start + len(words))
    return Conflict(
        code=code, kind=kind, severity=severity, sides=(Side(quote=quote),), rule=f"{code}@1",
        message=f"“{words}” cannot be", confidence_percent=sure,
        suggestion=Suggestion(quote=quote, replacement=new) if new else None, section="Ossia",
    )  # fmt: skip


def by(actor: str, second: int = 0, code: str = "", reason: str = "seen") -> Signed:
    return Signed(actor=actor, at=f"2026-01-05T{8 + second // 3600:02d}:{second // 60 % 60:02d}:"
                  f"{second % 60:02d}.000000Z", code=code, reason=reason)  # fmt: skip


@dataclass
class Desk:
    """Conflicts, what was decided, and what follows: what a store would hold, in memory."""

    documents: dict[str, Document] = field(default_factory=lambda: {"weekly": document()})
    conflicts: tuple[Conflict, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def __post_init__(self) -> None:
        if not self.conflicts:
            doc = self.documents["weekly"]
            self.conflicts = tuple(finding(doc, old, new) for old, new in FIXES.items())

    @property
    def standing(self) -> Standing:
        return Standing(conflicts=self.conflicts, decisions=self.decisions)

    @property
    def judged(self) -> Judged:
        return judge(self.standing)

    @property
    def cases(self) -> tuple[Case, ...]:
        return cases(self.decisions, self.judged, self.documents)

    def case(self, words: str) -> Case:
        return next(case for case in self.cases if case.target.exact == words)

    def conflict(self, words: str) -> Conflict:
        return next(c for c in self.judged.conflicts if c.sides[0].quote.exact == words)

    @property
    def ledger(self) -> Ledger:
        judged, found = self.judged, self.cases
        return Ledger(
            workspace="desk", revision="", sources=(), documents=self.documents, claims=(),
            notices=(), conflicts=judged.conflicts, agreements=(), decisions=self.decisions,
            corrections=found, assignees=judged.assignees, versions=versions(judged, found),
            deferred={name: d.body["until"] for name, d in judged.deferred.items()},
        )  # fmt: skip

    def add(self, decision: Decision) -> Decision:
        self.decisions = (*self.decisions, decision)
        return decision

    def accept(self, words: str, signed: Signed) -> Decision:
        return self.add(fixing.accept(self.case(words), signed, self.standing, self.judged))

    def edit(self, words: str, new: str, signed: Signed) -> Decision:
        return self.add(fixing.edit(self.case(words), new, signed, self.standing, self.judged))

    def reject(self, words: str, code: str, signed: Signed) -> Decision:
        coded = replace(signed, code=code)
        return self.add(fixing.reject(self.case(words), coded, self.standing, self.judged))

    def dismiss(self, words: str, as_: str, signed: Signed) -> Decision:
        return self.add(rulings.dismiss(self.conflict(words), as_, signed, self.standing))

    def decide(self, words: str, verdict: str, signed: Signed) -> Decision:
        coded = replace(signed, code="source")
        return self.add(rulings.decide(self.conflict(words), [verdict], coded, self.standing))

    def defer(self, words: str, until: str, signed: Signed) -> Decision:
        return self.add(rulings.defer(self.conflict(words), until, signed, self.standing))

    def assign(self, words: str, to: str, signed: Signed) -> Decision:
        return self.add(rulings.assign(self.conflict(words), to, signed, self.standing))

    def undo(self, decision: Decision, signed: Signed) -> Decision:
        return self.add(rulings.undo(decision, signed, self.standing))

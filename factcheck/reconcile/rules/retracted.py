"""FC407: an article rests on a work that was retracted, or doubted, and does not say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.model import Claim, Conflict, Severity, Text
from factcheck.reconcile.rules.building import Finding, conflict, listed, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.works.works import Answer, Work, answers

DOC = RuleDoc(
    code="FC407", version=1, kind="record", severity="high",
    title="a work named here was retracted, or a notice stands against it",
    what="A record says that the work was retracted (high), that concern was expressed (medium) or "
    "that it was corrected (low), and the article does not mention it. Notices are read from the "
    "record of the work and from the record of the notice, whoever reports them.",
    why="Readers rely on results that their own journal has taken back.",
    example="a paper cited by its DOI; its record holds a retraction of March 2021",
)  # fmt: skip

_GRAVE: Mapping[str, Severity] = {
    "retraction": "high", "partial_retraction": "high", "removal": "high", "withdrawal": "high",
    "expression_of_concern": "medium", "correction": "low", "corrigendum": "low", "erratum": "low",
}  # fmt: skip
"""What a notice does to a work; kinds that are not listed (addendum, new version) say nothing."""
_TAKEN_BACK = "reinstatement"
_SAID = re.compile(
    r"retract|withdr[ae]w|expression of concern|撤稿|撤回|撤销|取り下げ|懸念表明|"
    r"(?<![A-Za-z])(?:corrigend|errat|correct(?:ed|ion))|更正|勘误|訂正|正誤",
    re.IGNORECASE,
)
_REACH = 400
"""Letters around the work's name in which the article may say that it was retracted."""


class RetractedWorks:
    """Notices on the works that articles name; each kind is told once, with all who report it."""

    doc = DOC

    def find(self, case: Case) -> Iterator[Conflict]:
        for answer in answers(case.extractions):
            if answer.record is not None and answer.status == "match":
                yield from _notices(answer, answer.record)


def _notices(answer: Answer, record: Work) -> Iterator[Conflict]:
    place = _place(answer)
    if place is None or _said(answer.work, place):
        return
    told: dict[str, list[tuple[Work, Claim]]] = {}
    for one, claim in record.told_statuses():
        if isinstance(claim.value, Text):
            told.setdefault(claim.value.value, []).append((one, claim))
    if _TAKEN_BACK in told:
        return
    for kind in sorted(told.keys() & _GRAVE.keys()):
        yield _conflict(answer, place, kind, told[kind])


def _conflict(
    answer: Answer, place: Claim, kind: str, told: list[tuple[Work, Claim]]
) -> Conflict:  # fmt: skip
    source, claim = told[0]
    dates = sorted({c.qualifier("as_of") or "" for _, c in told} - {""})
    reporters = sorted({c.qualifier("reported_by") or one.document.name for one, c in told})
    notices = sorted({c.qualifier("notice") or "" for _, c in told} - {""})
    words = kind.replace("_", " ")
    return conflict(DOC, Finding(
        sides=(side(answer.work.document, place.quote.start, place.quote.end, role="article",
                    claim=place.id),
               side(source.document, claim.quote.start, claim.quote.end, role="record",
                    claim=claim.id)),
        message=f"A notice stands against this work: {words}"
        f"{f' of {dates[0]}' if dates else ''}; the article does not say so",
        explanation=(f"reported by {listed(reporters)}", f"matched by {answer.by}",
                     *(f"notice: {notice}" for notice in notices)),
        confidence=90, severity=_GRAVE[kind],
    ))  # fmt: skip


def _place(answer: Answer) -> Claim | None:
    """The words by which the article names the work."""
    work = answer.work
    return next(iter((*work.titles, *work.identifiers)), None)


def _said(work: Work, place: Claim) -> bool:
    text, quote = work.document.text, place.quote
    return bool(_SAID.search(text, max(0, quote.start - _REACH), quote.end + _REACH))

"""FC801 and FC802: values that were changed, and statements that were taken out, between two
versions of one source without a word about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.model import Claim, Conflict, Quote, Severity, Value, fold
from factcheck.reconcile.changes import Change, History, Trace, Versions, follow
from factcheck.reconcile.rules.building import Finding, conflict, shorten, side
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.sources.fields import field_name
from factcheck.values import compare

CHANGED = RuleDoc(
    code="FC801", version=2, kind="changed_text", severity="high",
    title="a value was changed without a notice",
    what="An earlier version of this source states another value in the same place, and no "
    "notice in a later version tells of the change.",
    why="Whoever read, quoted or translated the earlier version has the old value and cannot know.",
    example="`the lake holds 280 herons` became `the lake holds 28 herons`, and nothing says so",
)  # fmt: skip
REMOVED = RuleDoc(
    code="FC802", version=1, kind="changed_text", severity="low",
    title="statements were taken out without a notice",
    what="An earlier version of this source states something here that the latest one no longer "
    "states anywhere, and no notice tells of it.",
    why="A statement that is withdrawn in silence lives on where it was quoted.",
    example="the paragraph on the accident of 2021 is gone, and nothing says so",
)  # fmt: skip

_LISTED = 8
"""Statements that one finding names."""
_GRAVITY: dict[str, Severity] = {"contradicts": "high", "incomparable": "medium"}
"""How two values relate → how grave the change is; the others only say the same more or less
exactly."""


class SilentChanges:
    """The value of a claim, followed over all versions, against the one it had first."""

    doc = CHANGED

    def find(self, case: Case) -> Iterator[Conflict]:
        for history in _histories(case):
            for trace in history.traces:
                if not trace.alive or _counts_versions(history, trace.last.claim):
                    continue
                silent = _silent(history, trace)
                if silent is not None:
                    yield _changed(history, trace, silent)


class SilentRemovals:
    """Claims of earlier versions whose words are gone from the latest."""

    doc = REMOVED

    def find(self, case: Case) -> Iterator[Conflict]:
        for history in _histories(case):
            stated = {_said(claim) for claim in history.versions[-1].claims}
            passages: dict[Quote, list[Trace]] = {}
            for trace in history.traces:
                change, claim = trace.last.change, trace.last.claim
                if change is None or change.outcome != "removed" or change.notice:
                    continue
                if _said(claim) in stated:
                    continue
                place = _place(history, trace)
                if place is not None and not _told_later(history, trace.last.version, change):
                    passages.setdefault(place, []).append(trace)
            for place, traces in passages.items():
                yield _removed(history, place, traces)


def _histories(case: Case) -> Iterator[History]:
    for extraction in case.extractions:
        earlier = case.earlier.get(extraction.document.name, ())
        if earlier:
            yield follow((*earlier, extraction))


def _counts_versions(history: History, claim: Claim) -> bool:
    """Whether a claim is the article's own version or date, which every version changes."""
    block = history.versions[-1].document.block_at(claim.quote.start)
    return block is not None and block.kind == "field" and (
        field_name(block.label) in ("date", "updated")
        or fold(block.label) in ("version", "版本", "版本号", "バージョン", "版"))  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class _Silent:
    """The value a claim had before anybody changed it, and the changes since, each with the number
    of its version."""

    value: Value
    quote: Quote
    changes: tuple[tuple[int, Change], ...] = field(default=())


def _silent(history: History, trace: Trace) -> _Silent | None:
    """The changes of a claim that nothing tells of: none left when it has its first value again,
    or when a later notice names one of the two."""
    held: _Silent | None = None
    for step in trace.steps:
        change = step.change
        if change is None or change.outcome != "value_changed":
            continue
        if change.notice is not None:
            held = None
            continue
        origin = held or _Silent(value=change.before.value, quote=change.before.quote)
        if change.value is not None and change.value.key() == origin.value.key():
            held = None
            continue
        held = _Silent(value=origin.value, quote=origin.quote,
                       changes=(*origin.changes, (step.version, change)))  # fmt: skip
    if held and history.stood_before(trace.first.version, trace.last.claim.quote):
        return None
    if held and any(_told_later(history, number, change) for number, change in held.changes):
        return None
    return held


def _told_later(history: History, version: int, change: Change) -> bool:
    return any(pair.notice_of(change) for pair in history.pairs[version:])


def _changed(history: History, trace: Trace, silent: _Silent) -> Conflict:
    document, claim = history.versions[-1].document, trace.last.claim
    quote = claim.quote
    severity = _GRAVITY.get(compare(silent.value, claim.value), "low")
    was, now = shorten(silent.quote.exact), shorten(quote.exact)
    lines = [f"{_version(history, silent.changes[0][0] - 1)}: {was}"]
    lines += [f"{_version(history, number)}: {shorten(change.quote.exact)}"
              for number, change in silent.changes if change.quote]  # fmt: skip
    return conflict(CHANGED, Finding(
        sides=(side(document, quote.start, quote.end, role="now", reading=f"was {was}"),),
        message=f"An earlier version says “{was}” here, this one “{now}”; no notice tells of the "
        "change",
        explanation=(*lines, "no notice in a later version names either value"),
        severity=severity, confidence=90 if claim.quote.exact != silent.quote.exact else 60,
    ))  # fmt: skip


def _removed(history: History, place: Quote, traces: Sequence[Trace]) -> Conflict:
    document = history.versions[-1].document
    claims = [trace.last.claim for trace in traces]
    many = "a statement is" if len(claims) == 1 else f"{len(claims)} statements are"
    lines = [f"{claim.subject}, {claim.predicate}: {shorten(claim.quote.exact)}"
             for claim in claims[:_LISTED]]  # fmt: skip
    if len(claims) > _LISTED:
        lines.append(f"and {len(claims) - _LISTED} more")
    before = _version(history, traces[0].last.version - 1)
    return conflict(REMOVED, Finding(
        sides=(side(document, place.start, place.end, role="what stands there now"),),
        message=f"{many[:1].upper()}{many[1:]} gone from here; no notice tells of it",
        explanation=(f"stated in {before}:", *lines), confidence=70,
    ))  # fmt: skip


def _version(history: History, number: int) -> str:
    """A version as people count them, with its day where it is known."""
    day = history.versions[number].document.snapshot.retrieved_at[:10]
    return f"version {number + 1}" + (f" ({day})" if day else "")


def _place(history: History, trace: Trace) -> Quote | None:
    """The words of the latest version behind which a claim stood: those before the gap, followed
    to the latest version; its first words where those are gone as well."""
    number = trace.last.version
    pair: Versions = history.pairs[number - 1]
    anchor: Quote | None = _before(pair, trace.last.claim)
    for later in history.pairs[number:]:
        anchor = later.carrying.place(anchor).quote if anchor else None
    return anchor or _opening(history)


def _before(pair: Versions, claim: Claim) -> Quote | None:
    edits = pair.carrying.diff.inside(claim.quote.start, claim.quote.end)
    document = pair.new.document
    gap = edits[0].new_start if edits else claim.quote.start
    blocks = [block for block in document.blocks if block.start < gap]
    if not blocks:
        return None
    return document.quote(blocks[-1].start, blocks[-1].end)


def _opening(history: History) -> Quote | None:
    document = history.versions[-1].document
    first = next(iter(document.blocks), None)
    return document.quote(first.start, first.end) if first else None


def _said(claim: Claim) -> tuple[str, str, str]:
    return fold(claim.subject), claim.predicate, claim.value.key()

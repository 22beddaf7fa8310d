"""Which of two contradicting values is likelier right, told with its evidence: how many sources
that do not copy each other, their rank, recency, precision, and sums that work out. Where nothing
tips the scale it says that the text cannot tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Quantity, fold
from factcheck.reconcile.groups.grouping import Witness
from factcheck.reconcile.sums import adds_up
from factcheck.reconcile.truth import Statement, judge
from factcheck.sources.document import Document
from factcheck.values import compare, format_value

_TELLING = 0.6
"""Probability from which a side is called likelier right: one hint more than the other has."""
_LEAST_COPIED = 12
"""Letters of a sentence beyond which word-for-word equality is copying and no coincidence."""
_END = "。！？!?\n"
_REACH = 200


@dataclass(frozen=True, kw_only=True)
class Told:
    """One telling of one of the values. `words` is the sentence, folded, by which copies are
    known; `rank`, `date`, `precision` and `adds_up` are those of `truth.Statement`."""

    value: str
    source: str
    words: str = ""
    rank: int = 0
    date: str | None = None
    precision: int = 0
    adds_up: bool | None = None


def likelier(witnesses: Sequence[Witness], one: Witness, other: Witness) -> tuple[str, ...]:
    """Which of the values of `one` and `other` is likelier right, given all who speak of the same
    thing; lines for an explanation. Inside one document each telling counts by itself."""
    readings = [format_value(w.claim.value, "en") for w in (one, other)]
    inside = one.document.name == other.document.name
    told = []
    for number, witness in enumerate(sorted(witnesses, key=_place)):
        if inside and witness.document.name != one.document.name:
            continue
        agree = [compare(witness.claim.value, w.claim.value) != "contradicts"
                 for w in (one, other)]  # fmt: skip
        if agree[0] == agree[1]:
            continue
        name = witness.document.name
        told.append(Told(
            value=readings[0] if agree[0] else readings[1],
            source=f"{name}#{number}" if inside else name, words=_sentence(witness),
            date=None if inside else _day(witness.document),
            precision=significant(witness.claim),
            adds_up=adds_up(witness.document, witness.claim.quote),
        ))  # fmt: skip
    return which_side(told, tellings=inside)


def which_side(told: Sequence[Told], *, tellings: bool = False) -> tuple[str, ...]:
    """Lines for an explanation. With `tellings` the sources are sentences of one document."""
    own, copies = _independent(told)
    values = sorted({one.value for one in own})
    if len(values) != 2:
        return ()
    statements = [
        Statement(item="", source=one.source, parts=frozenset({one.value}), rank=one.rank,
                  date=one.date, precision=one.precision, adds_up=one.adds_up)
        for one in own
    ]  # fmt: skip
    odds = judge(statements, one_value=True)[""].odds
    right = max(values, key=lambda value: (odds[value], value))
    sides = [[one for one in own if one.value == value] for value in (right, *values)]
    for_it = sides[0]
    against = [one for one in own if one.value != right]
    if odds[right] < _TELLING:
        what = "sentence" if tellings else "source"
        return (f"the text cannot tell which is right: {_counted(for_it, what)} against "
                f"{_counted(against, what)}, and nothing else tips the scale",)  # fmt: skip
    return (f"likelier right: {right} ({odds[right]:.0%})",
            *_evidence(for_it, against, copies, tellings=tellings))  # fmt: skip


def _independent(told: Sequence[Told]) -> tuple[list[Told], int]:
    """One telling of each source and sentence, and how many word-for-word copies were left out."""
    kept: dict[tuple[str, str], Told] = {}
    sentences: dict[tuple[str, str], Told] = {}
    copies = 0
    for one in sorted(told, key=lambda t: (t.source, t.value)):
        if (one.source, one.value) in kept:
            continue
        first = sentences.get((one.words, one.value)) if len(one.words) >= _LEAST_COPIED else None
        if first is not None:
            copies += 1
            continue
        sentences[one.words, one.value] = one
        kept[one.source, one.value] = one
    return list(kept.values()), copies


def _evidence(
    for_it: Sequence[Told], against: Sequence[Told], copies: int, *, tellings: bool
) -> Iterator[str]:  # fmt: skip
    """What speaks for the likelier side, a line each."""
    what = "sentence" if tellings else "independent source"
    if len(for_it) != len(against):
        counted = f"{_counted(for_it, what)} against {_counted(against, what)}"
        yield counted + (f"; {copies} more repeat one of them word for word" if copies else "")
    if max(t.rank for t in for_it) > max(t.rank for t in against):
        yield "a reference record says so; an article tells, a record is kept"
    dates = [max((t.date for t in side if t.date), default="") for side in (for_it, against)]
    if all(dates) and dates[0] > dates[1]:
        yield f"the newer source says so ({dates[0]} against {dates[1]})"
    if max(t.precision for t in for_it) > max(t.precision for t in against):
        yield "it is given with more digits"
    if any(t.adds_up for t in for_it):
        yield "the parts named beside it add up to it"
    if any(t.adds_up is False for t in against):
        yield "the parts named beside the other do not add up to that one"


def _counted(told: Sequence[Told], what: str) -> str:
    return f"{len(told)} {what}{'s' if len(told) != 1 else ''}"


def significant(claim: Claim) -> int:
    """The significant digits of a number, 0 for any other value."""
    if not isinstance(claim.value, Quantity):
        return 0
    return len(claim.value.value.normalize().as_tuple().digits)


def _day(document: Document) -> str | None:
    return document.metadata.get("updated") or document.metadata.get("date")


def _sentence(witness: Witness) -> str:
    """The sentence of a claim, folded to letters and digits."""
    text, quote = witness.document.text, witness.claim.quote
    start = max(text.rfind(mark, max(0, quote.start - _REACH), quote.start) for mark in _END)
    ends = [text.find(mark, quote.end, quote.end + _REACH) for mark in _END]
    end = min((at for at in ends if at >= 0), default=min(len(text), quote.end + _REACH))
    start = start + 1 if start >= 0 else max(0, quote.start - _REACH)
    return "".join(c for c in fold(text[start:end]) if c.isalnum())


def _place(witness: Witness) -> tuple[str, int, int]:
    quote = witness.claim.quote
    return quote.source, quote.start, quote.end

"""What became of things from one revision to another: what opened, what closed, what flipped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.reports.contents import Comparison, Turn
from factcheck.reports.standpoint import Named, Position, Standpoint
from factcheck.reports.wording import SEVERITIES, STANDING, counted, listed, sentence

_SHOWN = 12
"""Digits of a revision in a sentence."""
_SEVERITY: Mapping[str, int] = {severity: place for place, severity in enumerate(SEVERITIES)}
_ById = Mapping[str, Named]


def compare(before: Standpoint, after: Standpoint) -> Comparison:
    """What changed between two revisions, worst first. Equal ones give no turns."""
    kinds: dict[str, list[Turn]] = {"opened": [], "closed": [], "flipped": [], "moved": []}
    for identity in before.conflicts.keys() | after.conflicts.keys():
        was, now = before.conflicts.get(identity), after.conflicts.get(identity)
        kind = _kind(was, now)
        shown = now or was
        if kind and shown:
            kinds[kind].append(_turn(shown, was, now))
    found = {kind: tuple(sorted(turns, key=_worst_first)) for kind, turns in kinds.items()}
    others = {
        # claims come and go with every edit of a text: what counts is another status
        "claims": _turns(before.claims.keys() & after.claims.keys(), before.claims, after.claims),
        "corrections": _turns(before.corrections.keys() | after.corrections.keys(),
                              before.corrections, after.corrections),
        "sources": tuple(map(_source_words, _turns(before.sources.keys() | after.sources.keys(),
                                                   before.sources, after.sources))),
    }  # fmt: skip
    return Comparison(
        before=before.revision, after=after.revision, **found, **others,
        sentences=_sentences(before.revision, found | others),
    )  # fmt: skip


def _kind(was: Position | None, now: Position | None) -> str:
    """Which list a conflict belongs to, empty for none."""
    stood = was is not None and was.state in STANDING
    stands = now is not None and now.state in STANDING
    if stood != stands:
        return "opened" if stands else "closed"
    if was is None or now is None or was.told == now.told:
        return ""
    return "moved" if stands else "flipped"


def _turn(shown: Position, was: Position | None, now: Position | None) -> Turn:
    return Turn(
        id=shown.id, name=shown.message, before=was.told if was else "",
        after=now.told if now else "", place=shown.place, code=shown.code,
        severity=shown.severity,
    )  # fmt: skip


def _worst_first(turn: Turn) -> tuple[object, ...]:
    return (_SEVERITY.get(turn.severity, len(_SEVERITY)), turn.place, turn.code, turn.id)


def _turns(identities: Iterable[str], before: _ById, after: _ById) -> tuple[Turn, ...]:
    """Those of the identities whose state is another, or that were or are not there."""
    turns = []
    for identity in sorted(identities):
        nobody = Named(id=identity, name="", state="")
        was, now = before.get(identity, nobody), after.get(identity, nobody)
        if was.state != now.state:
            turns.append(Turn(id=identity, name=now.name or was.name, before=was.state,
                              after=now.state))  # fmt: skip
    return tuple(turns)


def _source_words(turn: Turn) -> Turn:
    """Digests say nothing to a reader: whether a source is new, gone or another text."""
    known = {(False, True): ("", "added"), (True, False): ("read", "gone")}
    before, after = known.get((bool(turn.before), bool(turn.after)), ("read", "changed"))
    return Turn(id=turn.id, name=turn.name, before=before, after=after)


_TOLD = (
    ("opened", "conflict", "opened"), ("closed", "conflict", "closed"),
    ("flipped", "ruling", "flipped"), ("moved", "conflict", "changed its state"),
    ("corrections", "correction", "moved on"), ("claims", "claim", "changed its status"),
    ("sources", "source", "came, went or changed"),
)  # fmt: skip
"""Which list, what is counted in it, and what happened to it, in the order of the prose."""


def _sentences(revision: str, found: Mapping[str, tuple[Turn, ...]]) -> tuple[str, ...]:
    parts = [
        f"{counted(len(found[name]), noun)} {_plural(deed, len(found[name]))}"
        for name, noun, deed in _TOLD
        if found[name]
    ]
    # whatever an old file calls its revision, it is digits here: sentences are not escaped
    digits = revision[:_SHOWN] if revision.isascii() and revision.isalnum() else "unknown"
    since = f"since revision {digits}"
    if not parts:
        return (sentence(f"nothing changed {since}"),)
    return (sentence(f"{since}, {listed(parts)}"),)


def _plural(deed: str, count: int) -> str:
    return deed if count == 1 else deed.replace("its", "their")

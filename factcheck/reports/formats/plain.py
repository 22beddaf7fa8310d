"""Plain text: the report for a letter, a terminal or a diff, a fact a line and no markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import ConflictState
from factcheck.reports.contents import Card, Contents, Finding, Passage, Ruling
from factcheck.reports.formats.changes import text_changes
from factcheck.reports.formats.sections import cards_in
from factcheck.reports.visible import ink, visible
from factcheck.reports.wording import (
    CORRECTION_STATES,
    KINDS,
    NOTICE_KINDS,
    SEVERITIES,
    STANDING,
    STATES,
    STATUSES,
    capital,
    counted,
    left_out,
    moment,
    spelt_out,
)

Lines = Iterator[str]
PLACE_LIMIT = 20
"""Further places told of one card; the rest is counted."""


def render_text(contents: Contents) -> str:
    """The report as lines of plain text. Hidden characters are made visible, so that none of them
    steers a terminal; words stand between ⟦ and ⟧."""
    return "".join(stream_text(contents))


def stream_text(contents: Contents) -> Iterator[str]:
    """The same, a line at a time."""
    return (f"{line}\n" for line in _lines(contents))


def _lines(contents: Contents) -> Lines:
    yield f"{_one(contents.workspace)}: correction report"
    yield f"revision {_one(contents.revision)}"
    yield ""
    yield from map(_one, contents.summary.sentences)
    if contents.since is not None:
        yield from _heading(f"What changed since revision {_one(contents.since.before)}")
        yield from text_changes(contents.since)
    yield from _cards(contents, "Conflicts that stand", STANDING)
    yield from _stale(contents)
    yield from _spoken(contents)
    yield from _cards(contents, "Decided", {"decided"})
    yield from _cards(contents, "Dismissed", {"dismissed"})
    yield from _corrections(contents)
    yield from _notices(contents)
    yield from _heading("What could not be checked, and why")
    missed = [_one(line) for line in left_out(contents)]
    yield from (f"  {line}" for line in missed or ["Nothing was left out."])


def _heading(title: str) -> Lines:
    yield from ("", "", title, "=" * len(title))


def _cards(contents: Contents, title: str, states: Iterable[ConflictState]) -> Lines:
    wanted = frozenset(states)
    cards = cards_in(contents, *wanted)
    if not cards and wanted != STANDING:
        return
    yield from _heading(title)
    if not cards:
        yield "  Nothing waits for a decision."
    for card in cards:
        yield from _card(card)


def _card(card: Card) -> Lines:
    lead = card.lead
    label = f"{SEVERITIES[card.severity]}, {STATES[card.state].lower()}, {KINDS[card.kind].lower()}"
    yield ""
    name = f"#{lead.conflict.fingerprint[:8]}"
    yield f"{_one(card.code)} {_one(card.headline)} [{label}] {name}"
    for side in lead.sides:
        letter = side.label if len(lead.sides) > 1 else ""
        told = [letter, _one(side.role), _place(side.passage)]
        told += [f"ruled {_one(side.verdict)}"] if side.verdict else []
        yield f"  {', '.join(filter(None, told))}: {_words(side.passage)}"
        if side.reading and side.reading != side.passage.words:
            yield f"    meaning: {_one(side.reading)}"
    for line in lead.why:
        yield f"  - {_one(line)}"
    if lead.change:
        passage = lead.change.passage
        new = _one(ink(lead.change.replacement))
        yield f"  change ({_place(passage)}): {_one(ink(passage.words))} → {new}"
    for ruling in reversed(lead.history):
        yield f"  {_ruling(ruling)}"
    for finding in card.more[:PLACE_LIMIT]:
        yield f"  also {_places(finding)}"
    if len(card.more) > PLACE_LIMIT:
        yield f"  and {counted(len(card.more) - PLACE_LIMIT, 'more place')}"


def _places(finding: Finding) -> str:
    places = " / ".join(f"{_place(side.passage)}: {_words(side.passage)}" for side in finding.sides)
    return places + (f" ({_one(finding.note)})" if finding.note else "")


def _ruling(ruling: Ruling) -> str:
    told = f"{_one(moment(ruling.at))}, {_one(ruling.actor)} {_one(ruling.did)}"
    told += f" ({_one(ruling.detail)})" if ruling.detail else ""
    told += " (taken back later)" if ruling.taken_back else ""
    told += f": {_one(ruling.reason)}" if ruling.reason else ""
    evidence = "; ".join(_one(exhibit.words) for exhibit in ruling.evidence)
    return told + (f" [evidence: {evidence}]" if evidence else "")


def _stale(contents: Contents) -> Lines:
    if contents.stale:
        yield from _heading("Rulings to look at again")
    for view in contents.stale:
        words = " / ".join(map(_one, view.words)) or "a conflict that is gone"
        yield f"  {words}: {_one(view.why)} ({_ruling(view.ruling)})"


def _corrections(contents: Contents) -> Lines:
    if contents.publications:
        yield from _heading("Corrections")
    for publication in contents.publications:
        for one in publication.corrections:
            change = one.change
            new = _one(ink(change.replacement))
            yield (
                f"  {CORRECTION_STATES[one.state]}: {_place(change.passage)}:"
                f" {_one(ink(change.passage.words))} → {new}"
                + (f" ({_one(one.why)})" if one.why else "")
            )


def _spoken(contents: Contents) -> Lines:
    if contents.spoken:
        yield from _heading("Claims that people spoke on")
    for view in contents.spoken:
        status = f"{capital(STATUSES[view.status])}: " if view.status else ""
        matter = f"{_one(view.claim.subject)}, {_one(spelt_out(view.claim.predicate))}"
        yield f"  {status}{matter}: {_one(view.value)} ({_place(view.passage)})"
        yield from (f"    {_ruling(ruling)}" for ruling in reversed(view.history))


def _notices(contents: Contents) -> Lines:
    if contents.notices:
        yield from _heading("Notices in the articles")
    for note in contents.notices:
        where = f"{_place(note.passage)}: {_words(note.passage)}"
        yield f"  {NOTICE_KINDS[note.notice.kind]}: {where}"


def _place(passage: Passage) -> str:
    return _one(passage.place)


def _words(passage: Passage) -> str:
    """The words in their sentence, between ⟦ and ⟧."""
    before = ("… " if passage.clipped_before else "") + passage.before
    after = passage.after + (" …" if passage.clipped_after else "")
    return _one(f"{before}⟦{ink(passage.words)}⟧{after}")


def _one(text: str) -> str:
    """A text as one line."""
    return visible(text).replace("\t", " ").replace("\n", " ↵ ").strip()

"""The contents of a report as a sequence of plain blocks, for a page: what is said in which style,
in which language, with which words marked. No word of it can become markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.reports.contents import Card, Change, Contents, Passage, Ruling
from factcheck.reports.visible import ink, visible
from factcheck.reports.wording import (
    KINDS,
    NOTICE_KINDS,
    SEVERITIES,
    STANCES,
    STATES,
    STATUSES,
    capital,
    counted,
    mentions,
    moment,
    spelt_out,
)

Style = Literal["title", "h2", "h3", "text", "facts", "quote", "item"]
Look = Literal["plain", "marked", "gone", "new"]
PLACE_LIMIT = 20


@dataclass(frozen=True, kw_only=True)
class Run:
    """Words in one look and language."""

    text: str
    look: Look = "plain"
    language: str = "en"


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph of the page."""

    style: Style
    runs: tuple[Run, ...]


def blocks_of(contents: Contents) -> Iterator[Block]:
    """The whole report, from its title to what could not be checked."""
    yield _block("title", f"Correction report: {contents.workspace}")
    yield from (_block("text", line) for line in contents.summary.sentences)
    groups = (("Conflicts that stand", ("open", "stale", "deferred")), ("Decided", ("decided",)),
              ("Dismissed", ("dismissed",)))  # fmt: skip
    for heading, states in groups:
        cards = [card for card in contents.cards if card.state in states]
        if cards:
            yield _block("h2", heading)
        for card in cards:
            yield from _card(card)
    yield from _corrections(contents)
    yield from _said(contents)
    yield from _left_out(contents)
    yield _block("facts", f"Made from revision {contents.revision} and from nothing else.")


def _card(card: Card) -> Iterator[Block]:
    lead = card.lead
    yield _block("h3", card.headline)
    facts = [SEVERITIES[card.severity], card.code, KINDS[card.kind], STATES[card.state]]
    yield _block("facts", " · ".join(facts))
    for side in lead.sides:
        label = " · ".join(filter(None, (
            side.label if len(lead.sides) > 1 else "", spelt_out(side.role), side.passage.place,
            f"ruled {side.verdict}" if side.verdict else "")))  # fmt: skip
        yield _block("facts", label)
        yield Block(style="quote", runs=_sentence(side.passage))
    for line in lead.why or (STANCES[card.kind],):
        yield _block("item", line)
    if lead.change:
        yield Block(style="quote", runs=_change(lead.change))
    for finding in card.more[:PLACE_LIMIT]:
        yield _block("item", "also " + " / ".join(s.passage.place for s in finding.sides))
    if len(card.more) > PLACE_LIMIT:
        yield _block("item", f"and {counted(len(card.more) - PLACE_LIMIT, 'more place')}")
    yield from (_block("item", _ruling(ruling)) for ruling in reversed(lead.history))


def _corrections(contents: Contents) -> Iterator[Block]:
    if contents.publications:
        yield _block("h2", "Corrections")
    for one in contents.publications:
        yield _block("h3", one.title, one.language)
        for view in one.corrections:
            yield _block("facts", f"{view.state} · {view.change.passage.place}")
            yield Block(style="quote", runs=_change(view.change))


def _said(contents: Contents) -> Iterator[Block]:
    if contents.spoken:
        yield _block("h2", "Claims that people spoke on")
    for spoken in contents.spoken:
        status = f"{capital(STATUSES[spoken.status])}: " if spoken.status else ""
        matter = f"{spoken.claim.subject}, {spelt_out(spoken.claim.predicate)}"
        yield _block("facts", f"{status}{matter}: {spoken.value} · {spoken.passage.place}")
        yield Block(style="quote", runs=_sentence(spoken.passage))
        yield from (_block("item", _ruling(ruling)) for ruling in reversed(spoken.history))
    if contents.notices:
        yield _block("h2", "Notices in the articles")
    for note in contents.notices:
        yield _block("facts", f"{NOTICE_KINDS[note.notice.kind]} · {note.passage.place}")
        yield Block(style="quote", runs=_sentence(note.passage))


def _left_out(contents: Contents) -> Iterator[Block]:
    yield _block("h2", "What could not be checked, and why")
    for one in contents.skipped:
        yield _block("item", f"{one.source} was not read: {one.reason}")
    for row in contents.unchecked:
        why = f"set aside ({row.reason})" if row.set_aside else row.reason
        yield _block("item", f"{row.title}: {mentions(row.counts)}: {why}")
    for view in contents.sources:
        yield from (_block("item", f"{view.source.title or view.source.slug}: {note}")
                    for note in view.notes)  # fmt: skip


def _ruling(ruling: Ruling) -> str:
    told = f"{moment(ruling.at)}, {ruling.actor} {ruling.did}"
    told += f" ({ruling.detail})" if ruling.detail else ""
    told += " (taken back later)" if ruling.taken_back else ""
    told += f": {ruling.reason}" if ruling.reason else ""
    shown = "; ".join(exhibit.words for exhibit in ruling.evidence)
    return told + (f" [evidence: {shown}]" if shown else "")


def _sentence(passage: Passage) -> tuple[Run, ...]:
    return _around(passage, [Run(text=ink(passage.words), look="marked")])


def _change(change: Change) -> tuple[Run, ...]:
    runs = []
    for step in change.segments:
        if step.op == "equal":
            runs.append(Run(text=step.old))
            continue
        runs += [Run(text=ink(step.old), look="gone")] if step.old else []
        runs += [Run(text=ink(step.new), look="new")] if step.new else []
    return _around(change.passage, runs)


def _around(passage: Passage, inner: Sequence[Run]) -> tuple[Run, ...]:
    """The rest of the sentence on both sides, all in the language of the passage."""
    before = ("… " if passage.clipped_before else "") + passage.before
    after = passage.after + (" …" if passage.clipped_after else "")
    runs = (Run(text=before), *inner, Run(text=after))
    return tuple(replace(r, text=_line(r.text), language=passage.language)
                 for r in runs if r.text)  # fmt: skip


def _block(style: Style, text: str, language: str = "en") -> Block:
    return Block(style=style, runs=(Run(text=_line(text), language=language),))


def _line(text: str) -> str:
    """Hidden characters made visible, line breaks as blanks or, on purpose, as a sign."""
    return visible(text).replace("\t", " ").replace("\n", " ")

"""Whether a store tells one story: the chain of its events is whole, and replaying the events
gives exactly what the tables hold. Reads only, and names every place that does not fit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import text

from factcheck.model import Json
from factcheck.store.audit import state_problems
from factcheck.store.events import EVENT_FORMAT, GENESIS, Event, event_hash
from factcheck.store.reader import Head, Reader
from factcheck.store.story import Problem, Story


@dataclass(frozen=True, kw_only=True)
class Verification:
    """What was found: how many events, the hash of the last one, and what does not fit."""

    events: int
    head: str
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything fits."""
        return not self.problems

    def to_dict(self) -> Json:
        """The shape that `factcheck verify --format json` prints."""
        return {"events": self.events, "head": self.head, "ok": self.ok,
                "problems": [problem.to_dict() for problem in self.problems]}  # fmt: skip


def verify(reader: Reader, *, deep: bool = True, head: str | None = None) -> Verification:
    """Walk the chain; with `deep`, replay the events against the tables as well. `head` is the
    hash of a last event noted earlier: the log must still hold it, which shows a cut tail."""
    walk = _Walk(reader.head(), head)
    problems = [*_file_problems(reader), *walk.problems(reader.events())]
    if deep:
        problems += state_problems(reader, walk.story)
    return Verification(events=walk.last.seq, head=walk.last.hash.hex(), problems=tuple(problems))


@dataclass
class _Walk:
    """One walk along the chain, which also gathers the story that the events tell."""

    remembered: Head
    noted: str | None
    last: Head = field(default_factory=lambda: Head(seq=0, hash=GENESIS))
    story: Story = field(default_factory=Story)

    def problems(self, events: Iterator[Event]) -> Iterator[Problem]:
        seen = False
        for event in events:
            yield from self._event(event)
            self.last = Head(seq=event.seq, hash=event.hash)
            seen = seen or event.hash.hex() == self.noted
        if self.last != self.remembered:
            yield Problem(f"event {self.last.seq}", "it is not the head that the store remembers: "
                          "the log was cut or extended")  # fmt: skip
        if self.noted and not seen:
            yield Problem("log", f"it does not hold the noted head {self.noted[:12]}")

    def _event(self, event: Event) -> Iterator[Problem]:
        place = f"event {event.seq}"
        if event.seq != self.last.seq + 1:
            yield Problem(place, f"it does not follow event {self.last.seq}")
        if event.schema != EVENT_FORMAT:
            yield Problem(place, f"its format {event.schema} is unknown")
        elif event.prev != self.last.hash:
            yield Problem(place, "it is not bound to the event before it")
        elif event_hash(event.seq, event.entry, event.prev, event.schema) != event.hash:
            yield Problem(place, "it does not match its hash")
        else:
            yield from self._tell(event, place)

    def _tell(self, event: Event, place: str) -> Iterator[Problem]:
        try:
            self.story.tell(event.entry.kind, event.entry.object, event.seq,
                            json.loads(event.entry.body))  # fmt: skip
        except (KeyError, TypeError, ValueError) as error:
            yield Problem(place, f"its body cannot be read: {error}")


def _file_problems(reader: Reader) -> Iterator[Problem]:
    """What the database itself finds wrong with its file."""
    if reader.connection.dialect.name != "sqlite":
        return
    for said in reader.connection.execute(text("PRAGMA integrity_check")).scalars():
        if said != "ok":
            yield Problem("file", str(said))
    for row in reader.connection.execute(text("PRAGMA foreign_key_check")):
        yield Problem(f"table {row[0]}", f"row {row[1]} refers to nothing in {row[2]}")

"""From sentence to sentence: which subject a stretch of text has when its own words leave it out or
only refer to it."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass, replace

from factcheck.claims.antecedents import Antecedents, Spoken, sort_of
from factcheck.claims.introduced import Introductions
from factcheck.claims.naming import is_proper
from factcheck.claims.referring import Kind, Stretch, Subject

_NAMING = ("name", "organisation", "phrase", "attribute")


@dataclass(frozen=True, slots=True)
class Carried:
    """What the text from `start` on is about: `subject` as the sentence names it, or as what it
    refers to is named; `last` what the place named before it, `nearest` the
    last thing with a name among that. `part` is set where the subject's
    own words name only a part of it."""

    start: int
    subject: Subject | None
    last: Spoken | None
    part: str = ""
    nearest: str | None = None


class Discourse:
    """The subjects of a document's stretches, in text order."""

    def __init__(self, introduced: Introductions) -> None:
        """`introduced` are the short names that the text itself gives."""
        self._introduced = introduced
        self._carried: list[Carried] = []
        self._starts: list[int] = []
        self._spoken = Antecedents()

    def at(self, offset: int) -> Carried | None:
        """What is carried at an offset."""
        index = bisect.bisect_right(self._starts, offset) - 1
        return self._carried[index] if index >= 0 else None

    def _in_full(self, stretch: Stretch) -> Subject | None:
        """The stretch's subject, by its full name where the text has introduced a short one."""
        subject = stretch.subject
        if subject is None or not subject.words:
            return subject
        name = self._introduced.name(subject.noun or subject.words, stretch.start)
        if name is None and subject.noun:
            name = self._introduced.name(subject.words, stretch.start)
        if name is None:
            return subject
        kind: Kind = subject.kind if subject.kind in ("attribute", "speaker") else "name"
        return replace(subject, words=name, kind=kind)

    @staticmethod
    def _goes_on(current: Subject | None, found: Subject | None) -> Subject | None:
        """What the next clause is about when it names nothing: not what is only measured."""
        if found is None or (found.kind == "speaker" and not found.words):
            return None
        return current or found if found.kind == "attribute" and not found.words else found

    def named(self, words: str) -> None:
        """Take in what the document is about before its first sentence."""
        self._spoken.add(words, "thing", -1)

    def sentence(self, stretches: Iterable[Stretch], place: int, *, refers: bool) -> None:
        """Take in the stretches of one sentence. `place` is what pronouns do not reach out of;
        `refers` tells whether they are to be followed: in a paper's section they mean it."""
        current: Subject | None = None
        waiting: list[int] = []
        for stretch in stretches:
            last = self._spoken.last(place, "person", "organisation", "thing", "phrase")
            found, part = self._resolved(
                self._in_full(stretch) if refers else stretch.subject, place, refers=refers
            )
            if found is None and stretch.waits:
                waiting.append(len(self._carried))
            elif found is None:
                found = current
            elif waiting:
                for index in waiting:
                    self._carried[index] = replace(self._carried[index], subject=found)
                waiting.clear()
            self._starts.append(stretch.start)
            nearest = self._spoken.last(place, "organisation", "thing")
            self._carried.append(
                Carried(stretch.start, found, last, part, nearest.words if nearest else None)
            )
            if stretch.subject is not None:
                current = self._goes_on(current, found)
                if stretch.heard:
                    self._remember(found, place)

    def person(self, name: str) -> None:
        """Take in a person whom a sentence names beside its subject."""
        self._spoken.meet(name)

    def mention(self, words: str, place: int) -> None:
        """Take in that a sentence spoke of something beside its subject."""
        self._spoken.add(words, "thing", place)

    def _remember(self, found: Subject | None, place: int) -> None:
        if found is None or not found.words:
            return
        if found.kind in _NAMING or found.kind == "speaker":
            proper = found.kind in ("name", "organisation") or is_proper(found.words)
            sort = "person" if found.person else sort_of(found.words, proper=proper)
            if found.kind == "speaker" and sort == "person":
                sort = "speaker"
            self._spoken.add(found.words, sort, place)

    def _resolved(self, subject: Subject | None, place: int, *,
                  refers: bool) -> tuple[Subject | None, str]:  # fmt: skip
        if subject is None:
            return None, ""
        if subject.kind in ("described", "phrase"):
            name = self._spoken.ending_in(subject.words)
            if name is not None:
                return replace(subject, words=name, kind="name"), ""
            return replace(subject, words=subject.noun or subject.words, kind="phrase"), ""
        if subject.kind == "person":
            name = self._spoken.person(subject.words)
            return (replace(subject, words=name, kind="name") if name else subject), ""
        if subject.kind == "name" and len(subject.words) <= 3 and not subject.words.isascii():
            name = self._spoken.beginning_with(subject.words)
            return (replace(subject, words=name) if name else subject), ""
        if not refers:
            return subject, ""
        if subject.kind == "company":
            name = self._spoken.anywhere("organisation") or self._spoken.anywhere("thing")
            return (replace(subject, words=name, kind="name") if name else subject), ""
        if subject.kind in ("system", "owned"):
            spoken = self._spoken.last(place, "organisation", "thing", "phrase")
            part = subject.words if subject.kind == "owned" else ""
            if spoken is not None:
                kind: Kind = "phrase" if spoken.sort == "phrase" else "name"
                return replace(subject, words=spoken.words, kind=kind), part
            if subject.kind == "owned":
                return replace(subject, kind="phrase"), ""
        return subject, ""

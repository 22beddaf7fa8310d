"""What waits for a ruling, and where a reviewer is in it. No screen and no store: the terminal and
the web page show the same state, which follows from the ledger and is therefore never lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.corrections.case import Case
from factcheck.corrections.grouping import anchor, group
from factcheck.corrections.ledger import Ledger
from factcheck.model import SEVERITIES, Conflict, Quote, Severity, fold

WAITING = ("open", "stale")


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Which items to look at; an empty filter lets all pass. `codes` may be beginnings (FC3);
    `subjects` are words of a section's or claim's subject; `assignee` `-` means nobody's."""

    sources: frozenset[str] = frozenset()
    codes: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    assignee: str = ""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing to rule on: conflicts of one cause, or a correction by itself, which a person
    proposed or which a verdict on its conflict left to be taken. `fixes` are the corrections
    proposed for the conflicts, in the same order, none where nothing is suggested."""

    conflicts: tuple[Conflict, ...] = ()
    fixes: tuple[Case, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    assignee: str = ""
    until: str = ""
    second_look: bool = False

    @property
    def id(self) -> str:
        return self.conflicts[0].fingerprint if self.conflicts else self.fixes[0].id

    @property
    def ids(self) -> tuple[str, ...]:
        """What a ruling on the whole item is made on."""
        return tuple(c.fingerprint for c in self.conflicts) or tuple(f.id for f in self.fixes)

    @property
    def severity(self) -> Severity:
        return self.conflicts[0].severity if self.conflicts else self.fixes[0].severity

    @property
    def confidence_percent(self) -> int:
        """How sure the rule is, at least."""
        members = self.conflicts or self.fixes
        return min(member.confidence_percent for member in members)

    @property
    def place(self) -> Quote:
        """The words to show."""
        return anchor(self.conflicts[0]) if self.conflicts else self.fixes[0].target

    @property
    def state(self) -> str:
        return self.conflicts[0].state if self.conflicts else self.fixes[0].state

    @property
    def actions(self) -> frozenset[str]:
        """What may be done with it."""
        possible = {"defer", "skip", "undo"}
        if self.fixes:
            possible |= {"accept", "edit", "reject"}
        if self.conflicts:
            possible |= {"dismiss", "decide", "assign", "comment"}
            if not self.second_look and len(self.conflicts) == 1:
                possible.add("edit")
        return frozenset(possible)


def items(ledger: Ledger, filters: Filters, today: str) -> list[Item]:
    """What waits, gravest and surest first. What was deferred waits again from its day on (`today`
    as `2026-01-05`); where only the fix was rejected, the conflict comes again after the rest;
    where the words were judged wrong, the fix that is still proposed waits by itself."""
    fixes = {c.conflict: c for c in ledger.corrections if c.conflict}
    subjects = {c.id: c.subject for c in ledger.claims} if filters.subjects else {}
    found = []
    for finding in group(c for c in ledger.conflicts if _waits(c, ledger, today)):
        members = [c for c in finding.conflicts if _passes(c, ledger, filters, subjects)]
        rejected = [c for c in members if _is(fixes.get(c.fingerprint), "rejected")]
        fresh = [c for c in members if c not in rejected]
        found += [_item(fresh, fixes, ledger)] if fresh else []
        found += [_item([c], {}, ledger, second_look=True) for c in rejected]
    decided = {c.fingerprint for c in ledger.conflicts if c.state == "decided"}
    for case in ledger.corrections:
        alone = not case.conflict or case.conflict in decided
        if alone and case.state == "proposed" and _passes_case(case, filters):
            found.append(Item(fixes=(case,), versions={case.id: ledger.versions.get(case.id, "")}))
    return sorted(found, key=lambda i: (
        i.second_look, -SEVERITIES.index(i.severity), -i.confidence_percent, i.place.source,
        i.place.start, i.id))  # fmt: skip


def _item(
    members: list[Conflict], fixes: Mapping[str, Case], ledger: Ledger, *,
    second_look: bool = False,
) -> Item:  # fmt: skip
    own = [fixes[c.fingerprint] for c in members if _is(fixes.get(c.fingerprint), "proposed")]
    first = members[0].fingerprint
    return Item(
        conflicts=tuple(members), fixes=tuple(own) if len(own) == len(members) else (),
        versions={c.fingerprint: ledger.versions.get(c.fingerprint, "") for c in members},
        assignee=ledger.assignees.get(first, ""), until=ledger.deferred.get(first, ""),
        second_look=second_look,
    )  # fmt: skip


def _is(case: Case | None, state: str) -> bool:
    return case is not None and case.state == state


def _waits(conflict: Conflict, ledger: Ledger, today: str) -> bool:
    if conflict.state == "deferred":
        until = ledger.deferred.get(conflict.fingerprint, "")
        return bool(until) and until <= today
    return conflict.state in WAITING


def _passes(
    conflict: Conflict, ledger: Ledger, filters: Filters, subjects: Mapping[str, str]
) -> bool:
    if filters.sources and not filters.sources & set(conflict.sources):
        return False
    if filters.codes and not conflict.code.startswith(filters.codes):
        return False
    if filters.assignee:
        name = ledger.assignees.get(conflict.fingerprint, "")
        if name != ("" if filters.assignee == "-" else filters.assignee):
            return False
    if filters.subjects:
        about = [conflict.section, *(subjects.get(s.claim or "", "") for s in conflict.sides)]
        return any(fold(word) in fold(text) for word in filters.subjects for text in about)
    return True


def _passes_case(case: Case, filters: Filters) -> bool:
    return (
        (not filters.sources or case.source in filters.sources)
        and (not filters.codes or case.code.startswith(filters.codes))
        and (not filters.subjects or any(fold(w) in fold(case.message) for w in filters.subjects))
        and filters.assignee in ("", "-")
    )


class Queue:
    """Where a reviewer is. After every ruling it is given the new ledger; the item in hand stays
    while it waits, else the next one takes its place. Skipped items come last."""

    def __init__(self, filters: Filters, today: str) -> None:
        self.filters, self.today = filters, today
        self.items: list[Item] = []
        self.total = 0
        self._skipped: list[str] = []
        self._in_hand = ""

    def refresh(self, ledger: Ledger, show: str = "") -> None:
        """Take in the ledger as it is now. `show` names the item to go to, by any of its ids."""
        before = [item.id for item in self.items]
        found = items(ledger, self.filters, self.today)
        order = {name: number for number, name in enumerate(self._skipped, 1)}
        self.items = sorted(found, key=lambda item: order.get(item.id, 0))
        self.total = max(self.total, len(self.items))
        waiting = {item.id for item in self.items}
        wanted = next(
            (
                item.id
                for item in self.items
                if show and show in (*item.ids, *(f.conflict for f in item.fixes))
            ),
            "",
        )
        if wanted:
            self._in_hand = wanted
        elif self._in_hand not in waiting:
            place = before.index(self._in_hand) if self._in_hand in before else 0
            after = [name for name in before[place:] if name in waiting]
            self._in_hand = after[0] if after else (self.items[0].id if self.items else "")

    @property
    def current(self) -> Item | None:
        """The item in hand, None when nothing waits."""
        return next((item for item in self.items if item.id == self._in_hand), None)

    def skip(self) -> None:
        """Put the item in hand behind the others; it still waits."""
        item = self.current
        if item is None:
            return
        place = self.items.index(item)
        self._skipped = [*(n for n in self._skipped if n != item.id), item.id]
        self.items = [*self.items[:place], *self.items[place + 1 :], item]
        self._in_hand = self.items[min(place, len(self.items) - 1)].id

    def move(self, steps: int) -> None:
        """Take another item in hand, so many further on, without putting this one behind."""
        if self.items:
            place = (self.position - 1 + steps) % len(self.items)
            self._in_hand = self.items[place].id

    @property
    def position(self) -> int:
        """Number of the item in hand among those that wait, from 1; 0 when nothing waits."""
        names = [item.id for item in self.items]
        return names.index(self._in_hand) + 1 if self._in_hand in names else 0

    def left(self) -> dict[Severity, int]:
        """How many items wait, by severity, gravest first."""
        counts: dict[Severity, int] = dict.fromkeys(reversed(SEVERITIES), 0)
        for item in self.items:
            counts[item.severity] += 1
        return counts

"""Comparing group by group, for who keeps more claims than fit into one case: every claim gets
the name of its group when its document is read, and a group is judged alone, with the very
comparison that the rules use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from factcheck.claims import Catalogue
from factcheck.model import Conflict, canonical
from factcheck.reconcile.engine import chosen_rules
from factcheck.reconcile.grouping import Group, Witness, groups, scope
from factcheck.reconcile.numbering import section_subject
from factcheck.reconcile.rules.interface import Case, RuleDoc

GroupOrder = tuple[str, str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Placement:
    """Where a claim is compared: the name of its group, and the subject of its section."""

    group: str
    section: str = ""


@runtime_checkable
class GroupRule(Protocol):
    """A rule that needs nothing but the claims of one group."""

    @property
    def doc(self) -> RuleDoc: ...

    def judge(self, group: Group) -> Iterator[Conflict]: ...


def place(case: Case) -> dict[str, Placement]:
    """Claim id → where it is compared, for the claims that are. A document alone gives the same
    as the document among others."""
    placed = {}
    for group in groups(case):
        for witness in group.witnesses:
            name = group_name(group.subject, group.predicate.name, scope(witness.claim))
            section = section_subject(witness.document, witness.claim.quote.start)
            placed[witness.claim.id] = Placement(name, section)
    return placed


def group_name(subject: str, predicate: str, limits: Sequence[tuple[str, str]] = ()) -> str:
    """One text for a linked subject, a predicate and the scope it holds in."""
    return canonical([subject, predicate, list(map(list, limits))]).decode("utf-8", "surrogatepass")


def group_order(name: str) -> GroupOrder:
    """What groups are ordered by: subject, predicate, scope."""
    subject, predicate, limits = json.loads(name)
    return subject, predicate, tuple((kind, words) for kind, words in limits)


class Judge:
    """The rules that look at one group at a time, and the predicates they know."""

    def __init__(
        self, catalogue: Catalogue, select: Sequence[str] = (), ignore: Sequence[str] = ()
    ) -> None:
        chosen = chosen_rules(select, ignore)
        self._rules = [rule for rule in chosen if isinstance(rule, GroupRule)]
        self._catalogue = catalogue

    @property
    def rules(self) -> str:
        """Codes and versions: with others, every group must be judged again."""
        return " ".join(f"{rule.doc.code}@{rule.doc.version}" for rule in self._rules)

    def judge(self, name: str, witnesses: Sequence[Witness]) -> list[Conflict]:
        """What cannot all hold in the group of that name."""
        subject, predicate, _ = group_order(name)
        group = Group(subject=subject, predicate=self._catalogue.get(predicate),
                      witnesses=tuple(witnesses))  # fmt: skip
        return [conflict for rule in self._rules for conflict in rule.judge(group)]

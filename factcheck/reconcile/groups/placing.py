"""Comparing group by group, for who keeps more claims than fit into one case: every claim gets
the name of its group when its document is read, and a group is judged alone, with the very
comparison that the rules use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from factcheck.claims import Catalogue, EntityTable, load_entities
from factcheck.model import Conflict, canonical
from factcheck.reconcile.engine import chosen_rules
from factcheck.reconcile.groups.grouping import Group, Witness, groups
from factcheck.reconcile.groups.told import predicate_of
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

    def judge(self, group: Group, originals: Mapping[str, str]) -> Iterator[Conflict]: ...


def place(case: Case) -> dict[str, Placement]:
    """Claim id → where it is compared, for the claims that are. A document alone gives the same
    as the document among others."""
    placed = {}
    for group in groups(case):
        for witness in group.witnesses:
            name = group_name(group.subject, group.predicate.name)
            section = section_subject(witness.document, witness.claim.quote.start)
            placed[witness.claim.id] = Placement(name, section)
    return placed


def group_name(subject: str, predicate: str, limits: Sequence[tuple[str, str]] = ()) -> str:
    """One text for the name that claims are about, for what they tell of it (a predicate or a topic
    of `told`) and, where somebody keeps scopes apart beforehand, for the scope."""
    return canonical([subject, predicate, list(map(list, limits))]).decode("utf-8", "surrogatepass")


def group_order(name: str) -> GroupOrder:
    """What groups are ordered by: subject, predicate, scope."""
    subject, predicate, limits = json.loads(name)
    return subject, predicate, tuple((kind, words) for kind, words in limits)


class Judge:
    """The rules that look at one group at a time, the predicates they know, and which document
    translates which. `program` is whatever else a judgement depends on, in a word."""

    def __init__(
        self, catalogue: Catalogue, *, select: Sequence[str] = (), ignore: Sequence[str] = (),
        originals: Mapping[str, str] = MappingProxyType({}), program: str = "",
        entities: EntityTable | None = None,
    ) -> None:  # fmt: skip
        chosen = chosen_rules(select, ignore)
        self._rules = [rule for rule in chosen if isinstance(rule, GroupRule)]
        self._catalogue, self._originals, self._program = catalogue, originals, program
        self._entities = entities or load_entities()

    @cached_property
    def rules(self) -> str:
        """Codes, versions, catalogue and known names: with others, every group must be judged
        again. The originals are left out: a group of whose documents one is described anew is
        marked."""
        versions = [f"{rule.doc.code}@{rule.doc.version}" for rule in self._rules]
        words = [*versions, self._catalogue.id, self._entities.id, self._program]
        return " ".join(words).strip()

    def judge(self, name: str, witnesses: Sequence[Witness]) -> list[Conflict]:
        """What cannot all hold in the group of that name."""
        subject, predicate, _ = group_order(name)
        group = Group(subject=subject, predicate=predicate_of(self._catalogue, predicate),
                      witnesses=tuple(witnesses), catalogue=self._catalogue,
                      entities=self._entities)  # fmt: skip
        return [conflict for rule in self._rules
                for conflict in rule.judge(group, self._originals)]  # fmt: skip

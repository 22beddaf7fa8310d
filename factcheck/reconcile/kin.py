"""A case taken apart: what one document and its kin show can be found without the others, so that
who keeps many documents looks again only at those that changed.

A document's kin are its original, its translations, and the other translations of an original.
Rules of most kinds look no further, and say so by their kind. Rules that look at one group of
claims are `placing.GroupRule`, those that look at two documents at a time `PairRule`; all others
see the whole case.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Protocol, TypeVar, runtime_checkable

from factcheck.model import Conflict, ConflictKind
from factcheck.reconcile.engine import chosen_rules
from factcheck.reconcile.groups.placing import GroupRule
from factcheck.reconcile.rules.interface import Case, Rule, RuleDoc

Studied = TypeVar("Studied")

KIN_KINDS: frozenset[ConflictKind] = frozenset({
    "internal", "translation", "missing_content", "correction_notice", "markup_damage",
    "changed_text", "duplicate", "boilerplate",
})  # fmt: skip
"""Kinds whose rules hold a document against itself, its earlier versions and its kin alone."""


def kin_rules(ignore: Sequence[str] = ()) -> list[Rule]:
    """The rules that look at one document and its kin."""
    return [rule for rule in chosen_rules(ignore=ignore)
            if rule.doc.kind in KIN_KINDS and not isinstance(rule, GroupRule)]  # fmt: skip


@runtime_checkable
class PairRule(Protocol[Studied]):
    """A rule that holds two documents against each other which have a rare trait in common. What
    two documents show follows from the two, and from which traits are too common in all."""

    @property
    def doc(self) -> RuleDoc: ...

    def find(self, case: Case) -> Iterable[Conflict]: ...

    def study(self, case: Case) -> Studied: ...

    def traits(self, studied: Studied) -> Mapping[str, int]: ...

    def common(self, counts: Mapping[str, int]) -> Set[str]: ...

    def between(self, case: Case, studied: Studied, common: Set[str]) -> Iterable[Conflict]: ...


def pair_rules(ignore: Sequence[str] = ()) -> list[PairRule[list[object]]]:
    """The rules that look at pairs of documents. What they study is a list, a document's behind
    another's."""
    return [rule for rule in chosen_rules(ignore=ignore) if isinstance(rule, PairRule)]


def whole_rules(ignore: Sequence[str] = ()) -> list[Rule]:
    """The rules that see all documents, though not what of them is aligned, which is of kin: a
    work may be compared with any record."""
    return [rule for rule in chosen_rules(ignore=ignore) if rule.doc.kind not in KIN_KINDS
            and not isinstance(rule, GroupRule | PairRule)]  # fmt: skip


def pairs(traits: Mapping[str, Mapping[str, int]], common: Set[str]) -> list[tuple[str, str]]:
    """The documents that have a trait in common which is not too common; `traits` are those of
    each document by its name."""
    holders: dict[str, list[str]] = {}
    for name in sorted(traits):
        for trait in traits[name]:
            if trait not in common:
                holders.setdefault(trait, []).append(name)
    return sorted({pair for held in holders.values() for pair in itertools.combinations(held, 2)})


def families(names: Iterable[str], originals: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The documents of these names, each with its kin. `originals` maps a translation to its
    original, which need not be among the names. Every name is in one family."""
    head: dict[str, str] = {}

    def headed(name: str) -> str:
        while head.get(name, name) != name:
            name = head[name]
        return name

    listed = sorted(set(names))
    for name in listed:
        if name in originals:
            head[headed(name)] = headed(originals[name])
    found: dict[str, list[str]] = {}
    for name in listed:
        found.setdefault(headed(name), []).append(name)
    return sorted(tuple(family) for family in found.values())

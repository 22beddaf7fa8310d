"""A case taken apart: what one document and its kin show can be found without the others, so that
who keeps many documents looks again only at those that changed.

A document's kin are its original, its translations, and the other translations of an original.
Rules of most kinds look no further, and say so by their kind. Rules that look at one group of
claims are `placing.GroupRule`; all others see the whole case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.model import ConflictKind
from factcheck.reconcile.engine import chosen_rules
from factcheck.reconcile.placing import GroupRule
from factcheck.reconcile.rules.interface import Rule

KIN_KINDS: frozenset[ConflictKind] = frozenset({
    "internal", "translation", "missing_content", "correction_notice", "markup_damage",
    "changed_text", "duplicate", "boilerplate",
})  # fmt: skip
"""Kinds whose rules hold a document against itself, its earlier versions and its kin alone."""


def kin_rules(ignore: Sequence[str] = ()) -> list[Rule]:
    """The rules that look at one document and its kin."""
    return [rule for rule in chosen_rules(ignore=ignore)
            if rule.doc.kind in KIN_KINDS and not isinstance(rule, GroupRule)]  # fmt: skip


def whole_rules(ignore: Sequence[str] = ()) -> list[Rule]:
    """The rules that see all documents: a work may be compared with any record."""
    return [rule for rule in chosen_rules(ignore=ignore)
            if rule.doc.kind not in KIN_KINDS and not isinstance(rule, GroupRule)]  # fmt: skip


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

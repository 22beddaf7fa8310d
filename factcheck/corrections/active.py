"""Which decisions are in force: those that nobody took back and no later ruling replaced."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Decision


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """By time, then id: the same order in every database and after every merge."""
    return sorted(decisions, key=lambda d: (d.at, d.id))


def undone(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Id of a decision that was taken back → the undo that did it."""
    return {d.object: d for d in in_order(decisions) if d.kind == "undo"}


def active_decisions(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions in force, oldest first, the undos themselves left out."""
    ordered = in_order(decisions)
    gone = set(undone(ordered))
    standing = [d for d in ordered if d.kind != "undo" and d.id not in gone]
    replaced = {old for d in standing for old in d.body.get("replaces", ())}
    return [d for d in standing if d.id not in replaced]

"""Runs the rules over what was read, in an order that does not depend on the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.claims import Catalogue, EntityTable, Extraction, load_catalogue, load_entities
from factcheck.errors import UsageError
from factcheck.model import Conflict
from factcheck.reconcile.agreements import find_agreements
from factcheck.reconcile.numbering import number_conflicts
from factcheck.reconcile.rules import all_rules
from factcheck.reconcile.rules.interface import Case, Reconciliation, Rule, RuleDoc
from factcheck.reconcile.suppression import without_suppressed
from factcheck.reconcile.translation.passages import find_alignments
from factcheck.reconcile.translation.termbase import Termbase, built_in_terms

_SUPERSEDED: Mapping[str, tuple[str, ...]] = {"FC306": ("FC302",), "FC202": ("FC201",)}
"""Rules whose finding says nothing new where another rule has found the same words."""


_MISREAD = str.maketrans("OIL", "011")
"""Letters that stand for digits in a code read off a screen."""
_FAMILY = 3
"""Characters of a code that name its family: FC3."""
_NEAR = 0.6


def reconcile(  # noqa: PLR0913 - what is compared, and against what
    extractions: Iterable[Extraction],
    *,
    originals: Mapping[str, str] | None = None,
    catalogue: Catalogue | None = None,
    entities: EntityTable | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    terms: Termbase | None = None,
    earlier: Mapping[str, tuple[Extraction, ...]] | None = None,
) -> Reconciliation:  # fmt: skip
    """What cannot all hold in these documents, and what asserts the same thing.

    `originals` maps a translation's name to its original's. `select` and `ignore` are rule codes
    or their beginnings (`FC3`); an unknown one raises UsageError. `earlier` holds the earlier
    versions of a document by its name, oldest first. The same documents in another order give the
    same result.
    """
    rules = chosen_rules(select, ignore)
    ordered = tuple(sorted(extractions, key=lambda e: (e.document.name, e.document.snapshot.id)))
    documents = [extraction.document for extraction in ordered]
    case = Case(
        extractions=ordered, originals=dict(originals or {}),
        alignments=find_alignments(documents, originals or {}),
        catalogue=catalogue or load_catalogue(), entities=entities or load_entities(),
        terms=terms or built_in_terms(), earlier=earlier or {},
    )  # fmt: skip
    return Reconciliation(conflicts=conflicts_in(case, rules), agreements=find_agreements(case))


def conflicts_in(case: Case, rules: Sequence[Rule]) -> tuple[Conflict, ...]:
    """What these rules find in a case."""
    return settled(case, (conflict for rule in rules for conflict in rule.find(case)))


def settled(case: Case, found: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Findings as they are told: each once, in order, numbered, without those that a comment in
    the text silences."""
    by_source = {e.document.snapshot.source: e.document for e in case.extractions}
    return without_suppressed(number_conflicts(_without_repeats(found), by_source), by_source)


def chosen_rules(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[Rule]:
    """The rules whose code begins with a selected code (all without a selection) and with no
    ignored one. Raises UsageError for a code that no rule begins with."""
    rules = all_rules()
    for code in (*select, *ignore):
        if not code or not any(rule.doc.code.startswith(code.upper()) for rule in rules):
            raise _unknown(code, rules)
    chosen = [r for r in rules if not select or _begins(r, select)]
    return [r for r in chosen if not _begins(r, ignore)]


def explain(code: str) -> RuleDoc:
    """The page of a rule. Raises UsageError for an unknown code, naming the nearest."""
    rules = all_rules()
    for rule in rules:
        if rule.doc.code == code.strip().upper():
            return rule.doc
    raise _unknown(code, rules)


def _begins(rule: Rule, codes: Sequence[str]) -> bool:
    return any(rule.doc.code.startswith(code.upper()) for code in codes)


def _unknown(code: str, rules: Sequence[Rule]) -> UsageError:
    from difflib import get_close_matches

    codes = [rule.doc.code for rule in rules]
    read = code.strip().upper().translate(_MISREAD)
    family = [c for c in codes if c.startswith(read[:_FAMILY])] if len(read) >= _FAMILY else []
    near = [read] if read in codes else get_close_matches(read, codes, n=1, cutoff=_NEAR)
    advice = (f"did you mean {read}?" if read in codes
              else f"did you mean {', '.join(family)}?" if family
              else f"did you mean {near[0]}?" if near
              else "`factcheck explain` lists all rules")  # fmt: skip
    return UsageError(f"rule {code!r}", "no rule has this code", advice)


def _without_repeats(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """One of each: the same rule may meet the same words by two ways (field and whole text)."""
    seen: dict[tuple[object, ...], Conflict] = {}
    for conflict in conflicts:
        places = frozenset((s.quote.source, s.quote.start, s.quote.end) for s in conflict.sides)
        seen.setdefault((conflict.code, places), conflict)
    kept = list(seen.values())
    told = {(c.code, *_first_place(c)) for c in kept}
    return [
        c for c in kept
        if not any((better, *_first_place(c)) in told for better in _SUPERSEDED.get(c.code, ()))
    ]  # fmt: skip


def _first_place(conflict: Conflict) -> tuple[str, int, int]:
    quote = conflict.sides[0].quote
    return quote.source, quote.start, quote.end

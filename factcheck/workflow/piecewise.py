"""Reconciling a workspace piece by piece: what a document and its kin show is found again only when
something that goes into it changed; groups of claims are the store's; and what sees all documents
is found again when any of them changed. The result is that of one reconcile of everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims import Extraction
from factcheck.model import Conflict, digest
from factcheck.reconcile.agreements import agreements_across, agreements_within
from factcheck.reconcile.engine import conflicts_in, settled
from factcheck.reconcile.groups.placing import Judge
from factcheck.reconcile.kin import (
    PairRule,
    families,
    kin_rules,
    pair_rules,
    pairs,
    whole_rules,
)
from factcheck.reconcile.rules.interface import Case
from factcheck.reconcile.translation.passages import find_alignments
from factcheck.workflow.catalogues import Catalogues
from factcheck.workflow.documents import originals
from factcheck.workflow.program import program
from factcheck.workflow.refreshing import earlier_versions
from factcheck.workflow.taking_in import Taken
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.store import Acting, Change, Piece, Store, Traits

WHOLE = "whole"
"""The piece that holds what is found in all documents together."""


def reconcile_changed(
    store: Store, workspace: Workspace, taken: Taken, catalogues: Catalogues, acting: Acting
) -> Change:
    """Make what the documents show what stands, in one transaction: a killed reconcile leaves what
    was there before."""
    from factcheck.store import held_pieces, held_traits, put_pieces, reconcile_groups

    pieces = _Pieces(workspace, taken, catalogues)
    with store.read() as reader:
        held, traits = held_pieces(reader), held_traits(reader)
    found = {name: pieces.find(name) for name, inputs in pieces.inputs.items()
             if held.get(name) != inputs}  # fmt: skip
    traits = {**traits, **{name: piece.traits for name, piece in found.items()}}
    paired = pieces.pairs([traits[name] for name in pieces.inputs if name in traits])
    found |= {name: pieces.find(name) for name, inputs in paired.items()
              if held.get(name) != inputs}  # fmt: skip
    across = agreements_across(pieces.case([taken.named(slug) for slug in taken.read]))
    judge = Judge(catalogues.predicates, ignore=catalogues.ignored, originals=pieces.originals,
                  entities=catalogues.entities, program=program())  # fmt: skip
    with store.write(acting) as writer:
        writer.put_catalogue(catalogues.digests)
        change = reconcile_groups(writer, judge, by_hand=taken.by_hand)
        return change | put_pieces(writer, found, pieces.inputs.keys(), across)


@dataclass(frozen=True)
class _Pair:
    """Two documents that a rule holds against each other, and the traits that do not count."""

    rule: PairRule[list[object]]
    slugs: tuple[str, str]
    common: frozenset[str]


class _Pieces:
    """The pieces of a workspace, each with a digest of all that goes into it: a document and its
    kin, all documents, and, once the traits of all are known, pairs of documents."""

    def __init__(self, workspace: Workspace, taken: Taken, catalogues: Catalogues) -> None:
        self._workspace, self._taken, self._catalogues = workspace, taken, catalogues
        self.originals = originals(taken.archived.sources.values())
        self._families = {f"kin of {family[0]}": family
                          for family in families(taken.read, self.originals)}  # fmt: skip
        self._pairs: dict[str, _Pair] = {}
        self._studied: dict[tuple[str, str], list[object]] = {}
        self.inputs = {name: self._digest(family) for name, family in self._families.items()}
        self.inputs[WHOLE] = self._digest(sorted(taken.read))

    def find(self, name: str) -> Piece:
        """What a piece shows."""
        from factcheck.store import Piece

        inputs = self.inputs[name]
        if name == WHOLE:
            return Piece(inputs=inputs, conflicts=self._in_all())
        if name in self._pairs:
            return Piece(inputs=inputs, conflicts=self._in_pair(self._pairs[name]))
        slugs = self._families[name]
        case = self._compared(slugs)
        return Piece(
            inputs=inputs, conflicts=conflicts_in(case, kin_rules(self._catalogues.ignored)),
            agreements=frozenset(agreements_within(case)),
            traits={
                rule.doc.code: {slug: dict(rule.traits(self._study(rule, slug))) for slug in slugs}
                for rule in pair_rules(self._catalogues.ignored)
            },
        )  # fmt: skip

    def pairs(self, traits: Iterable[Traits]) -> Mapping[str, str]:
        """Name → digest of the pieces of pairs, which from now on are there like the others."""
        known, found = list(traits), {}
        for rule in pair_rules(self._catalogues.ignored):
            code = rule.doc.code
            of_slug = {slug: held for each in known for slug, held in each.get(code, {}).items()}
            counts: Counter[str] = Counter()
            for held in of_slug.values():
                counts.update(held)
            common = frozenset(rule.common(counts))
            for one, other in pairs(of_slug, common):
                silent = common & of_slug[one].keys() & of_slug[other].keys()
                name = f"{code} of {one} and {other}"
                self._pairs[name] = _Pair(rule, (one, other), silent)
                found[name] = digest(self._digest((one, other)), sorted(silent))
        self.inputs |= found
        return found

    def _in_pair(self, pair: _Pair) -> tuple[Conflict, ...]:
        studied = [each for slug in pair.slugs for each in self._study(pair.rule, slug)]
        case = self.case([self._taken.extraction(slug) for slug in pair.slugs])
        return settled(case, pair.rule.between(case, studied, pair.common))

    def _study(self, rule: PairRule[list[object]], slug: str) -> list[object]:
        """What a rule looks at in a document, worked out once for all its pairs."""
        key = (rule.doc.code, slug)
        if key not in self._studied:
            self._studied[key] = rule.study(self.case([self._taken.extraction(slug)]))
        return self._studied[key]

    def case(self, extractions: Sequence[Extraction]) -> Case:
        """These documents, and what is known of their words."""
        catalogues = self._catalogues
        return Case(extractions=tuple(extractions), originals=self.originals,
                    catalogue=catalogues.predicates, entities=catalogues.entities,
                    terms=catalogues.terms)  # fmt: skip

    def _in_all(self) -> tuple[Conflict, ...]:
        """What the rules find that see all documents. Those that hold a work against a record find
        nothing where there is none."""
        records = any(read.is_record for read in self._taken.read.values())
        rules = [rule for rule in whole_rules(self._catalogues.ignored)
                 if records or rule.doc.kind != "record"]  # fmt: skip
        if not rules:
            return ()
        return conflicts_in(
            self.case([self._taken.extraction(slug) for slug in self._taken.read]), rules
        )

    def _compared(self, slugs: Sequence[str]) -> Case:
        """These documents, their passages aligned, with their earlier versions."""
        archived = self._taken.archived
        older = {slug: archived.earlier[slug] for slug in slugs if slug in archived.earlier}
        case = self.case([self._taken.extraction(slug) for slug in slugs])
        documents = [extraction.document for extraction in case.extractions]
        return replace(
            case, alignments=find_alignments(documents, self.originals),
            earlier=earlier_versions(self._workspace, replace(archived, earlier=older),
                                     self._catalogues),
        )  # fmt: skip

    def _digest(self, slugs: Sequence[str]) -> str:
        archived, read = self._taken.archived, self._taken.read
        return digest("piece", self._catalogues.compared_with, [
            [archived.sources[slug].to_dict(), list(archived.earlier.get(slug, ())),
             read[slug].digest, [claim.id for claim in read[slug].logged],
             self.originals.get(slug, "")]
            for slug in slugs
        ])  # fmt: skip

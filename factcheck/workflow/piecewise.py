"""Reconciling a workspace piece by piece: what a document and its kin show is found again only when
something that goes into it changed; groups of claims are the store's; and what sees all documents
is found again when any of them changed. The result is that of one reconcile of everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims import Extraction
from factcheck.model import Conflict, digest
from factcheck.reconcile.agreements import agreements_across, agreements_within
from factcheck.reconcile.engine import conflicts_in
from factcheck.reconcile.kin import families, kin_rules, whole_rules
from factcheck.reconcile.passages import find_alignments
from factcheck.reconcile.placing import Judge
from factcheck.reconcile.rules.interface import Case
from factcheck.workflow.catalogues import Catalogues
from factcheck.workflow.documents import originals
from factcheck.workflow.program import program
from factcheck.workflow.refreshing import earlier_versions
from factcheck.workflow.taking_in import Taken
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.store import Acting, Change, Piece, Store

WHOLE = "whole"
"""The piece that holds what is found in all documents together."""


def reconcile_changed(
    store: Store, workspace: Workspace, taken: Taken, catalogues: Catalogues, acting: Acting
) -> Change:
    """Make what the documents show what stands, in one transaction: a killed reconcile leaves what
    was there before."""
    from factcheck.store import held_pieces, put_pieces, reconcile_groups

    pieces = _Pieces(workspace, taken, catalogues)
    with store.read() as reader:
        held = held_pieces(reader)
    found = {name: pieces.find(name) for name in pieces.inputs
             if held.get(name) != pieces.inputs[name]}  # fmt: skip
    across = agreements_across(pieces.case([taken.named(slug) for slug in taken.read]))
    judge = Judge(catalogues.predicates, ignore=catalogues.ignored, originals=pieces.originals,
                  program=program())  # fmt: skip
    with store.write(acting) as writer:
        writer.put_catalogue(catalogues.digests)
        change = reconcile_groups(writer, judge, by_hand=taken.by_hand)
        return change | put_pieces(writer, found, pieces.inputs.keys(), across)


class _Pieces:
    """The pieces of a workspace, each with a digest of all that goes into it."""

    def __init__(self, workspace: Workspace, taken: Taken, catalogues: Catalogues) -> None:
        self._workspace, self._taken, self._catalogues = workspace, taken, catalogues
        self.originals = originals(taken.archived.sources.values())
        self._families = {f"kin of {family[0]}": family
                          for family in families(taken.read, self.originals)}  # fmt: skip
        self.inputs = {name: self._digest(family) for name, family in self._families.items()}
        self.inputs[WHOLE] = self._digest(sorted(taken.read))

    def find(self, name: str) -> Piece:
        """What a piece shows."""
        from factcheck.store import Piece

        if name == WHOLE:
            return Piece(inputs=self.inputs[WHOLE], conflicts=self._in_all())
        case = self._compared(self._families[name])
        return Piece(
            inputs=self.inputs[name],
            conflicts=conflicts_in(case, kin_rules(self._catalogues.ignored)),
            agreements=frozenset(agreements_within(case)),
        )

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
        return conflicts_in(self._compared(sorted(self._taken.read)), rules) if rules else ()

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

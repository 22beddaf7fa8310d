"""What a workspace brings of its own: predicates, entities and terms, laid over ours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from factcheck.claims import Catalogue, EntityTable, load_catalogue, load_entities
from factcheck.model import digest
from factcheck.reconcile.rules import all_rules
from factcheck.reconcile.translation.termbase import Termbase, load_termbase
from factcheck.workflow.program import made_with, program
from factcheck.workspace import Workspace

TERMS_NAME = "terms.toml"


@dataclass(frozen=True, kw_only=True)
class Catalogues:
    """The catalogues in force, the versions of the rules, and the codes that the workspace leaves
    out."""

    predicates: Catalogue
    entities: EntityTable
    terms: Termbase
    rules: tuple[str, ...]
    ignored: tuple[str, ...] = ()

    @cached_property
    def digests(self) -> dict[str, str]:
        """Name → digest of each, as the store and the revision note them."""
        return {
            "predicates": self.predicates.id, "entities": self.entities.id,
            "terms": self._terms, "rules": digest("rules", self.rules, self.ignored),
        }  # fmt: skip

    @cached_property
    def made_with(self) -> str:
        """What claims are read with: with another program or catalogue, they are read again."""
        return made_with(self.predicates.id, self.entities.id)

    @cached_property
    def compared_with(self) -> str:
        """What documents are compared with, all catalogues and rules together."""
        return digest("compared with", program(), self.digests)

    @property
    def _terms(self) -> str:
        return digest("terms", {
            name: [dict(term.renderings), dict(term.wrong), dict(term.insert)]
            for name, term in self.terms.terms.items()
        })  # fmt: skip


def load_catalogues(workspace: Workspace) -> Catalogues:
    """The workspace's catalogues. Raises InputError for a file that makes no sense."""
    rules = sorted(f"{rule.doc.code}@{rule.doc.version}" for rule in all_rules())
    return Catalogues(
        predicates=load_catalogue(workspace.predicates),
        entities=load_entities(workspace.entities),
        terms=load_termbase(workspace.claims / TERMS_NAME), rules=tuple(rules),
        ignored=workspace.ignore,
    )  # fmt: skip

"""`factcheck check` inside a workspace: its catalogues and its people's rulings hold for a file as
they hold for the source that the file is. Needs no store and writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.claims import extract
from factcheck.corrections import Standing, judge
from factcheck.model import Claim, Conflict, Quote, Skipped
from factcheck.reconcile import reconcile
from factcheck.reconcile.result import CheckResult
from factcheck.sources import archive
from factcheck.sources.document import Document
from factcheck.sources.slugs import slug_of
from factcheck.workflow.catalogues import load_catalogues
from factcheck.workflow.documents import nothing
from factcheck.workflow.texts import read_decisions
from factcheck.workspace import Workspace


def check_in_workspace(
    workspace: Workspace, documents: Iterable[Document], *,
    originals: Mapping[str, str] | None = None,
    codes: tuple[Sequence[str], Sequence[str]] = ((), ()),
    skipped: Iterable[Skipped] = (), done: Callable[[], None] = nothing,
) -> CheckResult:  # fmt: skip
    """Check documents with the workspace's catalogues, ignored codes and rulings. `originals` maps
    a document's name to its original's; `codes` are those selected and ignored."""
    catalogues = load_catalogues(workspace)
    ordered = sorted(documents, key=lambda document: document.name)
    extractions = []
    for document in ordered:
        extractions.append(extract(document, catalogues.predicates, catalogues.entities))
        done()
    select, ignore = codes
    found = reconcile(
        extractions, originals=originals, catalogue=catalogues.predicates,
        entities=catalogues.entities, terms=catalogues.terms, select=select,
        ignore=(*ignore, *catalogues.ignored),
    )  # fmt: skip
    known = known_as(workspace, ordered)
    claims = {claim.id: _as_source(claim, known) for e in extractions for claim in e.claims}
    standing = Standing(
        claims=tuple(claims.values()),
        conflicts=tuple(renamed(c, known, claims) for c in found.conflicts),
        decisions=tuple(read_decisions(workspace)),
    )  # fmt: skip
    states = [conflict.state for conflict in judge(standing).conflicts]
    return CheckResult(
        extractions=tuple(extractions), agreements=found.agreements, skipped=tuple(skipped),
        conflicts=tuple(replace(c, state=state)
                        for c, state in zip(found.conflicts, states, strict=True)),
    )  # fmt: skip


def known_as(workspace: Workspace, documents: Iterable[Document]) -> dict[str, str]:
    """Name of a file → slug of the source that it is: the same bytes, or the same name."""
    slugs, bytes_in = set(), {}
    for entry in archive.list_sources(workspace):
        slugs.add(entry.source.slug)
        bytes_in.update({held.sha256: entry.source.slug for held in entry.snapshots})
    known = {}
    for document in documents:
        slug = bytes_in.get(document.snapshot.sha256) or slug_of(document.name)
        if slug in slugs:
            known[document.snapshot.source] = slug
    return known


def renamed(
    conflict: Conflict, known: Mapping[str, str], claims: Mapping[str, Claim]
) -> Conflict:  # fmt: skip
    """The conflict as the ledger would name it; `claims` maps the ids of claims to the claims as
    the ledger would have them."""
    sides = tuple(
        replace(
            side, quote=_rename(side.quote, known),
            claim=claims[side.claim].id if side.claim and side.claim in claims else side.claim,
        )
        for side in conflict.sides
    )  # fmt: skip
    return replace(conflict, sides=sides)


def _as_source(claim: Claim, known: Mapping[str, str]) -> Claim:
    """The claim as the ledger would have it: rulings bind to keys that hold the source's name."""
    return replace(claim, quote=_rename(claim.quote, known))


def _rename(quote: Quote, known: Mapping[str, str]) -> Quote:
    return replace(quote, source=known.get(quote.source, quote.source))

"""From the archive into the store: a document is read for claims when its bytes, the program or the
catalogues are others than last time, and taken as the store holds it when they are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.claims import Extraction, extract
from factcheck.corrections.active import active_decisions
from factcheck.model import Claim, Coverage, Decision, Notice, Snapshot
from factcheck.reconcile.groups.grouping import Witness
from factcheck.reconcile.groups.placing import place
from factcheck.reconcile.rules.interface import Case
from factcheck.sources.document import Document
from factcheck.workflow.catalogues import Catalogues
from factcheck.workflow.documents import Archived, Readings, made_for
from factcheck.workflow.state import Stored, logged_claims, with_logged

if TYPE_CHECKING:
    from factcheck.store import Acting, ByHand, Intake, Reader, Store

NOTHING_READ = Snapshot(source="", sha256="0" * 64, text="", reader="none@0")
"""The snapshot of a document of which only the name is wanted."""


@dataclass(frozen=True, kw_only=True)
class Read:
    """What was read from one document, now or at an earlier run: claims as the extractors found
    them, those logged by hand, and the digest of all but the latter."""

    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...]
    coverage: Coverage
    digest: str
    is_record: bool
    logged: tuple[Claim, ...] = ()

    @property
    def completed(self) -> tuple[Claim, ...]:
        """The claims that count: a person's reading of words takes the machine's place."""
        return with_logged(self.claims, self.logged) if self.logged else self.claims


@dataclass(kw_only=True)
class Taken:
    """Every document of the archive as it was read, by slug; which of them brought something new;
    and the claims logged by hand as they are compared."""

    archived: Archived
    read: dict[str, Read] = field(default_factory=dict)
    stored: list[str] = field(default_factory=list)
    by_hand: list[ByHand] = field(default_factory=list)

    def extraction(self, slug: str) -> Extraction:
        """A document with all that counts in it."""
        return self._extraction(slug, self.archived.documents[slug])

    def named(self, slug: str) -> Extraction:
        """The claims of a document that is known by name and kind alone: nothing is parsed."""
        document = Document(name=slug, snapshot=NOTHING_READ, blocks=(),
                            kind="record" if self.read[slug].is_record else "article")  # fmt: skip
        return self._extraction(slug, document)

    def _extraction(self, slug: str, document: Document) -> Extraction:
        read = self.read[slug]
        return Extraction(document=document, claims=read.completed, notices=read.notices,
                          coverage=read.coverage)  # fmt: skip

    def as_stored(self, reader: Reader) -> Stored:
        """What `state.fetch` would read, without reading the claims again."""
        found = [self.read[slug] for slug in sorted(self.read)]
        return Stored(
            sources=tuple(reader.sources()), snapshots=dict(self.archived.documents.snapshots),
            claims=tuple(claim for read in found for claim in read.claims),
            notices=tuple(notice for read in found for notice in read.notices),
            conflicts=tuple(reader.conflicts()), agreements=tuple(reader.agreements()),
            decisions=tuple(reader.decisions()),
            coverage={slug: self.read[slug].coverage for slug in sorted(self.read)},
        )  # fmt: skip


def intake_of(archived: Archived, extraction: Extraction) -> Intake:
    """A document as the store takes it."""
    from factcheck.store import Intake

    snapshot = extraction.document.snapshot
    return Intake(source=archived.sources[snapshot.source], snapshot=snapshot,
                  claims=extraction.claims, notices=extraction.notices,
                  coverage=extraction.coverage,
                  is_record=extraction.document.kind == "record")  # fmt: skip


def take_in(
    store: Store, archived: Archived, catalogues: Catalogues, acting: Acting,
    done: Callable[[], None],
) -> Taken:  # fmt: skip
    """Bring the store up to the archive, one transaction for each document, so that what was
    counted as done is done."""
    taken = Taken(archived=archived)
    with store.read() as reader:
        current, described = reader.current(), {s.slug: s for s in reader.sources()}
        logs = _logs(reader.decisions())
        unchanged = _unchanged(archived, catalogues, current) - logs.keys()
        known = _known(reader, current, unchanged) if unchanged else {}
    for slug in archived.documents:
        source = archived.sources[slug]
        if slug in known:
            taken.read[slug] = known[slug]
            if described.get(slug) != source:
                with store.write(acting) as writer:
                    writer.put_source(source)
                taken.stored.append(slug)
        else:
            intake = _read(taken, slug, catalogues, logs.get(slug, ()))
            with store.write(acting) as writer:
                if writer.put(intake):
                    taken.stored.append(slug)
        done()
    return taken


def _unchanged(archived: Archived, catalogues: Catalogues, current: Readings) -> set[str]:
    """Documents that would be read to the same end: same snapshot, program and catalogues."""
    return {
        slug for slug, snapshot in archived.documents.snapshots.items()
        if slug in current and current[slug].snapshot == snapshot
        and current[slug].made_with == made_for(catalogues.made_with, archived.sources[slug])
    }  # fmt: skip


def _known(reader: Reader, current: Readings, slugs: Iterable[str]) -> dict[str, Read]:
    """These documents as the store holds them."""
    claims: dict[str, list[Claim]] = {slug: [] for slug in slugs}
    notices: dict[str, list[Notice]] = {slug: [] for slug in claims}
    for claim in reader.claims():
        if claim.source in claims:
            claims[claim.source].append(claim)
    for notice in reader.notices():
        if notice.quote.source in notices:
            notices[notice.quote.source].append(notice)
    coverage = reader.coverage()
    return {
        slug: Read(claims=tuple(claims[slug]), notices=tuple(notices[slug]),
                   coverage=coverage[slug], digest=current[slug].digest,
                   is_record=current[slug].is_record)
        for slug in claims
    }  # fmt: skip


def _read(
    taken: Taken, slug: str, catalogues: Catalogues, logs: Sequence[Decision]
) -> Intake:  # fmt: skip
    """Read a document for claims, note it as taken, and say how the store takes it. One in which a
    person has logged a claim is read at every run: what is compared hangs on both."""
    from factcheck.store import ByHand

    document, source = taken.archived.documents[slug], taken.archived.sources[slug]
    extraction = extract(document, catalogues.predicates, catalogues.entities)
    logged = logged_claims(logs, {slug: document}, extraction.claims)[0] if logs else []
    intake = intake_of(taken.archived, extraction)
    read = Read(claims=extraction.claims, notices=extraction.notices, digest=intake.digest,
                coverage=extraction.coverage, is_record=intake.is_record,
                logged=tuple(logged))  # fmt: skip
    taken.read[slug] = read
    completed = replace(extraction, claims=read.completed)
    placed = place(Case(extractions=(completed,), catalogue=catalogues.predicates,
                        entities=catalogues.entities, terms=catalogues.terms))  # fmt: skip
    taken.by_hand += [
        ByHand(at=placed[claim.id], witness=Witness(claim=claim, document=document))
        for claim in logged if claim.id in placed
    ]  # fmt: skip
    made_with = "" if logs else made_for(catalogues.made_with, source)
    return replace(intake, placements=placed, made_with=made_with)


def _logs(decisions: Iterable[Decision]) -> Mapping[str, list[Decision]]:
    """Slug → the claims logged by hand that are in force there."""
    found: dict[str, list[Decision]] = {}
    for decision in active_decisions(decisions):
        if decision.kind == "log":
            slug = Claim.from_dict(decision.body["claim"]).source
            found.setdefault(slug, []).append(decision)
    return found

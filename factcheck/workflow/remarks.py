"""Remarks of others taken in: every entry of a file is checked against the articles before the
first is recorded, and every mistake is told with the entry's number and field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.claims import Catalogue, load_catalogue
from factcheck.corrections import Signed, fixing, rulings
from factcheck.corrections.cases import Draft
from factcheck.corrections.exhibits import exhibit
from factcheck.corrections.foreign import Mistake, Remark, Said, read_remarks
from factcheck.corrections.foreign.remark import OWN
from factcheck.corrections.ledger import Ledger
from factcheck.errors import FactcheckError
from factcheck.model import Claim, Decision, Json, Quote, qualifiers
from factcheck.reports.formats.links import copy_of, name_of
from factcheck.sources.document import Document
from factcheck.sources.files import bytes_of
from factcheck.sources.quotes import find, reanchor
from factcheck.workflow.byhand import LoggedClaim, claim_for, pointed_at
from factcheck.workflow.session import Act, Request, Session
from factcheck.workflow.state import View
from factcheck.workflow.tabular import RowProblem, TableRefused
from factcheck.workspace import Workspace

ENTRY = "entry"


@dataclass(frozen=True, kw_only=True)
class ImportedRemarks:
    """What a file came to: claims logged, claims disputed (or supported), corrections proposed,
    what the ledger had already, and entries that say nothing of an article's words."""

    logged: int
    disputed: int
    proposed: int
    known: int
    passed: int


@dataclass(kw_only=True)
class _Taken:
    """What the remarks become, and what of them is there already."""

    decisions: list[Decision] = field(default_factory=list)
    known: int = 0


def import_remarks(workspace: Workspace, path: Path | str, act: Act) -> ImportedRemarks:
    """Take in a file of ClaimReviews or Web Annotations: a description is logged as a claim, a
    doubt disputes the claim at its words (logged first where nobody read one), a wish for other
    words is proposed as a correction. What the ledger has is passed over, so that doing it again
    changes nothing. Raises TableRefused with every mistake; then nothing is recorded."""
    name = str(path)
    try:
        text = bytes_of(Path(path), name).decode("utf-8-sig")
        remarks, mistakes, passed = read_remarks(text)
    except UnicodeDecodeError as error:
        raise _refused(name, [(1, Mistake("-", "this is no UTF-8"))]) from error
    except Mistake as mistake:
        raise _refused(name, [(1, mistake)]) from mistake
    catalogue = load_catalogue(workspace.predicates)
    taken = _Taken()

    def make(view: View, signed: Signed) -> list[Decision]:
        taken.decisions, taken.known = [], 0
        wrong = [*mistakes, *_take(view, signed, remarks, catalogue, taken)]
        if wrong:
            raise _refused(name, wrong)
        return taken.decisions

    # no key of a request: what is there already is passed over, so doing it twice is doing it once
    with Session(workspace, act.database) as session:
        session.perform(replace(act, idem=""), Request(kind="import", target="", make=make))
    kinds = [decision.kind for decision in taken.decisions]
    return ImportedRemarks(
        logged=kinds.count("log"), disputed=kinds.count("dispute"),
        proposed=kinds.count("propose"), known=taken.known, passed=passed,
    )  # fmt: skip


def _refused(name: str, mistakes: Iterable[tuple[int, Mistake]]) -> TableRefused:
    ordered = sorted(mistakes, key=lambda pair: pair[0])
    return TableRefused(name, tuple(
        RowProblem(line=number, column=mistake.column, message=mistake.message)
        for number, mistake in ordered), rows=ENTRY)  # fmt: skip


def _take(
    view: View, signed: Signed, remarks: list[Remark], catalogue: Catalogue, taken: _Taken
) -> list[tuple[int, Mistake]]:
    """Make the decisions for all remarks. Returns what is wrong with them."""
    mistakes: list[tuple[int, Mistake]] = []
    desk = _Desk(view, signed, catalogue)
    for remark in remarks:
        try:
            made = desk.decisions(remark)
        except Mistake as mistake:
            mistakes.append((remark.number, mistake))
        except (FactcheckError, ValueError) as error:
            mistakes.append((remark.number, Mistake(remark.kind, " ".join(str(error).split()))))
        else:
            taken.known += not made
            taken.decisions += made
    return mistakes


class _Desk:
    """The ledger with what was taken in so far."""

    def __init__(self, view: View, signed: Signed, catalogue: Catalogue) -> None:
        self._view, self._signed, self._catalogue = view, signed, catalogue
        self._claims: dict[str, list[Claim]] = {}
        for claim in view.ledger.claims:
            self._claims.setdefault(claim.source, []).append(claim)
        self._ids = set(_known_ids(view.ledger))
        self._said = {(d.object, d.body.get("stance"), d.reason)
                      for d in view.ledger.decisions if d.kind == "dispute"}  # fmt: skip
        self._proposed = {case.id for case in view.ledger.corrections}

    def decisions(self, remark: Remark) -> list[Decision]:
        """What the remark becomes; nothing where the ledger has it. Raises Mistake, or what the
        rules of the act raise."""
        if _without_side(remark.id) in self._ids:
            return []
        document = self._document(remark)
        quote = _place(remark, document)
        made = self._proposal(remark, quote) if remark.kind == "propose" else self._on_claim(
            remark, document, quote)  # fmt: skip
        self._ids |= {remark.id} - {""}
        return [_with_origin(decision, remark.origin) for decision in made]

    def _document(self, remark: Remark) -> Document:
        ledger = self._view.ledger
        wanted = {_plain(name) for name in remark.sources}
        names = {s.slug: {_plain(s.url), name_of("source", s.slug), s.slug} - {""}
                 for s in ledger.sources}  # fmt: skip
        found = [slug for slug, known in names.items() if known & wanted]
        if len(found) != 1 or found[0] not in ledger.documents:
            shown = ", ".join(remark.sources[:3]) or "nothing"
            why = "several sources of" if len(found) > 1 else "no source of"
            raise Mistake("source", f"{why} this workspace is known as {shown}")
        return ledger.documents[found[0]]

    def _proposal(self, remark: Remark, quote: Quote) -> list[Decision]:
        signed = replace(self._signed, reason=remark.reason)
        case = Draft(target=quote, replacement=remark.replacement, message=remark.reason).case()
        same = any(
            c.target == quote and remark.replacement in (c.replacement, c.proposed)
            for c in self._view.ledger.corrections
        )
        if same or case.id in self._proposed:
            return []
        made = fixing.propose(case, signed)
        self._proposed.add(case.id)
        return [made]

    def _on_claim(self, remark: Remark, document: Document, quote: Quote) -> list[Decision]:
        own = self._claims.setdefault(quote.source, [])
        claim = _standing(own, remark.said, quote)
        made: list[Decision] = []
        if claim is None:
            asked = _asked(remark, quote)
            claim = self._made(remark, document, quote, asked)
            own.append(claim)
            made.append(rulings.log(claim, self._signed, asked.to_dict()))
        said = (claim.key, remark.stance, remark.reason)
        if remark.kind == "dispute" and remark.stance and said not in self._said:
            self._said.add(said)
            made.append(self._dispute(claim, remark))
        return made

    def _made(self, remark: Remark, document: Document, quote: Quote, asked: LoggedClaim) -> Claim:
        ledger: Ledger = replace(self._view.ledger, claims=tuple(self._claims[quote.source]))
        claim = claim_for(ledger, self._catalogue, asked, quote, self._signed.actor)
        if remark.said is None or remark.said.value is None:
            return claim
        return replace(claim, value=remark.said.value,
                       qualifiers=qualifiers(remark.said.qualifiers))  # fmt: skip

    def _dispute(self, claim: Claim, remark: Remark) -> Decision:
        documents, at = self._view.ledger.documents, self._signed.at
        shown: list[Json] = []
        for text in remark.evidence:
            try:
                shown.append(exhibit(text.strip(), documents, at))
            except FactcheckError:
                continue  # a file of somebody else's: kept as it was named
        return rulings.dispute(claim, replace(self._signed, reason=remark.reason),
                               self._view.standing, stance=remark.stance,
                               evidence=remark.evidence, exhibits=shown)  # fmt: skip


def _known_ids(ledger: Ledger) -> Iterator[str]:
    """Names under which others may give us back what the ledger has."""
    for decision in ledger.decisions:
        yield from (name_of(kind, decision.id) for kind in ("dispute", "review"))
        origin = decision.body.get("from")
        if isinstance(origin, Mapping) and origin.get("id"):
            yield str(origin["id"])
    yield from (name_of("correction", case.id) for case in ledger.corrections)
    yield from (name_of("claim", claim.id) for claim in ledger.claims)


def _without_side(name: str) -> str:
    """The name of a review of ours without the letter of the side that it is on."""
    return ":".join(name.split(":")[:4]) if name.startswith(f"{OWN}review:") else name


def _standing(claims: Iterable[Claim], said: Said | None, quote: Quote) -> Claim | None:
    """The claim that the words are about: of the matter that is named, at just these words; else
    the only one with these words, around them, or inside of them. Raises Mistake where several
    have just these words."""
    near = [c for c in claims if c.quote.overlaps(quote)]
    here = [c for c in near if (c.quote.start, c.quote.end) == (quote.start, quote.end)]
    if said is not None:
        same = [c for c in here if (c.subject, c.predicate) == (said.subject, said.predicate)]
        return same[0] if same else None
    if len(here) > 1:
        raise Mistake("quote", f"{len(here)} claims stand at these words: "
                      + "; ".join(f"{c.subject}: {c.predicate}" for c in here[:5]))  # fmt: skip
    around = [c for c in near if c.quote.start <= quote.start and quote.end <= c.quote.end]
    inside = [c for c in near if quote.start <= c.quote.start and c.quote.end <= quote.end]
    for found in (here, around, inside):
        if len(found) == 1:
            return found[0]
    return None


def _asked(remark: Remark, quote: Quote) -> LoggedClaim:
    said = remark.said
    if said is None:
        return pointed_at(quote.source, quote.exact)
    return LoggedClaim(source=quote.source, quote=quote.exact, subject=said.subject,
                       predicate=said.predicate, value=said.words or quote.exact)  # fmt: skip


def _place(remark: Remark, document: Document) -> Quote:
    """The words in the article as it is now. Raises Mistake where they stand nowhere, or in more
    places than one without saying in which."""
    slug, text = document.snapshot.source, document.text
    start, end = remark.start, remark.end
    if start is not None and end is not None and start < end <= len(text):
        same_copy = remark.copy == copy_of(document.snapshot.sha256)
        if text[start:end] == remark.exact or (not remark.exact and same_copy):
            return document.quote(start, end)
    if not remark.exact:
        raise Mistake("target.selector", f"a position alone holds only in the copy of {slug} that "
                      "was read; give the words")  # fmt: skip
    places = list(_inside(remark, document)) if remark.within else find(document, remark.exact)
    if len(places) == 1:
        return places[0]
    if not places:
        raise Mistake("quote", f"these words do not stand in {slug}: “{remark.exact[:80]}”")
    if remark.prefix or remark.suffix:
        first = replace(places[0], prefix=remark.prefix, suffix=remark.suffix, snapshot="elsewhere")
        found = reanchor(first, document)
        if found is not None:
            return found
    lines = ", ".join(str(document.position(q.start)[0]) for q in places[:5])
    raise Mistake("quote", f"these words stand {len(places)} times in {slug}, on lines {lines}")


def _inside(remark: Remark, document: Document) -> Iterable[Quote]:
    """The places of the words inside the sentence that holds them."""
    around = find(document, remark.within)
    for quote in find(document, remark.exact):
        if any(a.start <= quote.start and quote.end <= a.end for a in around):
            yield quote


def _with_origin(decision: Decision, origin: Json) -> Decision:
    return replace(decision, body={**decision.body, "from": origin}) if origin else decision


def _plain(address: str) -> str:
    """An address without what does not tell articles apart: its fragment, a slash at its end."""
    return address.partition("#")[0].rstrip("/")

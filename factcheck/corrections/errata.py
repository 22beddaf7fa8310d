"""What an entry of an errata list is in the ledger: a claim that is disputed, a correction, and the
rulings of those who verified it; and the other way, what the ledger says of an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from factcheck.corrections.active import active_decisions
from factcheck.corrections.cases import Draft
from factcheck.corrections.fixing import seen_correction
from factcheck.corrections.rulings import claim_body
from factcheck.model import Claim, Decision, Json, Quote, Text
from factcheck.sources.document import Block, Document
from factcheck.sources.errata import CORRECTED, ORIGINAL, PLACE

RULINGS: Mapping[str, str] = {
    "Verified": "accept", "Rejected": "reject", "Held for Document Update": "hold", "Reported": "",
}  # fmt: skip
"""Status of an entry → what was done to its correction. To hold one is to leave it for the next
version of the document."""
CODES = {"accept": "author", "reject": "words_right"}
STATUSES = {
    "accept": "Verified", "edit": "Verified", "apply": "Verified", "publish": "Verified",
    "reject": "Rejected", "hold": "Held for Document Update",
}  # fmt: skip
"""What was done last to a correction → status of the entry."""
NOBODY = "not named"
"""Who acted, where the list does not say it."""
STATEMENT = "statement"
EPOCH = "1970-01-01"
"""Day of what has none."""
LONGEST_REASON = 2_000


@dataclass(frozen=True, kw_only=True)
class Erratum:
    """One entry with the published fields, as they are; `record` holds every field."""

    record: Mapping[str, object]

    @property
    def id(self) -> str:
        return str(self.record["errata_id"])

    @property
    def slug(self) -> str:
        """Name of the source that it becomes."""
        kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in self.text("doc-id"))
        return f"{kept.strip('-').lower() or 'document'}-erratum-{self.id.lower()}"

    def text(self, field: str) -> str:
        """A field as text, empty for one that is null or absent."""
        value = self.record.get(field)
        return "" if value is None else str(value)

    @property
    def status(self) -> str:
        return self.text("errata_status_code")

    @property
    def submitted(self) -> str:
        return moment(self.text("submit_date"))

    @property
    def updated(self) -> str:
        """When it got its status; never before it was submitted."""
        return max(moment(self.text("update_date")), self.submitted)


def moment(written: str) -> str:
    """A date of the list (`2007-05-06`, `2019-09-10 16:09:03`) as the ledger writes time; the epoch
    where there is none. Raises ValueError for anything else."""
    if not written.strip() or written.startswith("0000"):
        written = EPOCH
    return datetime.fromisoformat(written.strip()).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def decisions_of(erratum: Erratum, document: Document) -> list[Decision]:
    """What was done: the words logged, doubted and a correction proposed by whoever reported them,
    and the ruling on it. An entry that changes nothing has no correction, only the ruling."""
    quote, replacement = _change(erratum, document)
    reporter = erratum.text("submitter_name").strip() or NOBODY
    claim = Claim(
        subject=document.sections[0].subject, predicate=STATEMENT, value=Text(value=quote.exact),
        quote=quote, extractor=f"person:{reporter}", language=document.language,
    )  # fmt: skip
    first = Decision(
        at=erratum.submitted, actor=reporter, actor_kind="import", kind="log", object=claim.key,
        body={"claim": claim_body(claim), "asked": {"erratum": erratum.id}},
    )  # fmt: skip
    reason = shortened(erratum.text("notes")) or erratum.text("errata_type_code")
    doubt = replace(first, at=_after(first.at, 1), kind="dispute", reason=reason, body={
        "stance": "refutes", "evidence": [], "exhibits": [], "erratum": erratum.id,
        "seen": {"claim": claim.id, "value": claim.value.key(), "source": claim.source,
                 "exact": quote.exact},
    })  # fmt: skip
    case = Draft(target=quote, replacement=replacement, message=reason).case()
    seen = seen_correction(case)
    made = [first, doubt]
    if replacement != quote.exact:
        body: Json = {"code": "author", "correction": seen}
        made.append(replace(first, at=_after(first.at, 2), kind="propose", object=case.id,
                            reason=reason, body=body))  # fmt: skip
    kind = RULINGS[erratum.status]
    if kind:
        body = {"code": CODES.get(kind, "other"), "correction": seen, "replaces": []}
        if replacement == quote.exact:  # no correction that could carry it
            kind, body = "hold", {**body, "status": erratum.status}
        made.append(Decision(
            at=max(erratum.updated, _after(first.at, 3)), actor=_ruler(erratum),
            actor_kind="import", kind=kind, object=case.id, body=body, reason=erratum.status,
        ))  # fmt: skip
    return made


def as_it_stands(erratum: Erratum, decisions: Sequence[Decision]) -> Json:
    """The entry's fields with the status that the ledger gives it today: as published, unless
    somebody ruled otherwise since; then with their name and time. `decisions` are all those on the
    entry."""
    ruled = [d for d in active_decisions(decisions) if d.kind in STATUSES]
    status = "Reported"
    if ruled:
        status = str(ruled[-1].body.get("status") or STATUSES[ruled[-1].kind])
    if status == erratum.status or not decisions:
        return dict(erratum.record)
    last = max(decisions, key=lambda d: (d.at, d.id))
    at = last.at[:19].replace("T", " ")
    return {**erratum.record, "errata_status_code": status, "update_date": at,
            "verifier_name": last.actor}  # fmt: skip


def shortened(words: str) -> str:
    """Words as a reason, which has a limit; the source holds them whole."""
    plain = "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in words)
    plain = plain.strip()
    return plain if len(plain) <= LONGEST_REASON else plain[: LONGEST_REASON - 1] + "…"


def _ruler(erratum: Erratum) -> str:
    return erratum.text("verifier_name").strip() or NOBODY


def _change(erratum: Erratum, document: Document) -> tuple[Quote, str]:
    """The words that are called wrong and those that should stand there. Where the entry quotes
    none, it is the place that something is missing from: the words are added behind it."""
    parts = {block.label: block for block in document.blocks}
    corrected = _words(document, parts.get(CORRECTED))
    original = parts.get(ORIGINAL)
    if original is not None:
        return document.quote(original.start, original.end), corrected
    place = parts[PLACE]
    quote = document.quote(place.start, place.end)
    return quote, f"{quote.exact}\n\n{corrected}" if corrected else quote.exact


def _words(document: Document, block: Block | None) -> str:
    return document.text[block.start : block.end] if block else ""


def _after(at: str, microseconds: int) -> str:
    then = datetime.strptime(at, "%Y-%m-%dT%H:%M:%S.%fZ") + timedelta(microseconds=microseconds)
    return then.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

"""FC401 to FC406: what an article says of a work against a reference record of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import (
    Claim,
    Conflict,
    Entity,
    EntityList,
    Identifier,
    Side,
    Text,
    Year,
)  # fmt: skip
from factcheck.reconcile.likelier import Told, which_side
from factcheck.reconcile.rules.building import Finding, conflict, listed, shorten, side, suggest
from factcheck.reconcile.rules.interface import Case, RuleDoc
from factcheck.reconcile.works.bylines import ListDifference, compare_lists
from factcheck.reconcile.works.same_work import title_key
from factcheck.reconcile.works.works import Answer, Work, answers, bare_identifier

YEAR = RuleDoc(
    code="FC401", version=3, kind="record", severity="medium",
    title="a work's year differs from its record",
    what="The article dates a work to a year that no record of it gives: neither the preprint's, "
    "nor the venue's.",
    why="Readers place the work before or after others, and citations break.",
    example="`A Paper (2023)`; the record says 2022",
)  # fmt: skip
AUTHORS = RuleDoc(
    code="FC402", version=3, kind="record", severity="medium",
    title="a work's authors differ from its record",
    what="The article names an author whom the record's complete list does not hold, or gives as "
    "complete a list that leaves some out.",
    why="Credit goes to the wrong people.",
    example="`by A, B and C`; the record has A and B",
)  # fmt: skip
TITLE = RuleDoc(
    code="FC403", version=1, kind="record", severity="low",
    title="a work's title is written otherwise in its record",
    what="The words are those of the record, a name in them is not written as the work writes it.",
    why="Names such as RoBERTa are found by their spelling.",
    example="`Roberta: …`; the record has `RoBERTa: …`",
)  # fmt: skip
IDENTIFIER = RuleDoc(
    code="FC404", version=2, kind="record", severity="high",
    title="a work's identifier differs from its record",
    what="Title and another field agree with a record, the identifier or address does not.",
    why="The link leads to another work.",
    example="arXiv 2201.11904 where the record has 2201.11903",
)  # fmt: skip

ORDER = RuleDoc(
    code="FC405", version=2, kind="record", severity="low",
    title="a work's authors stand in another order in its record",
    what="The same people, all of them, in another order.",
    why="In many fields the order says who did what.",
    example="`by B and A`; the record has A and B",
)  # fmt: skip
SPELLING = RuleDoc(
    code="FC406", version=2, kind="record", severity="low",
    title="an author's name is spelt otherwise in the record",
    what="A name of the article is that of an author of the record but for a letter or two. "
    "Initials, case, accents and left-out middle names are no difference.",
    why="People are found by the spelling of their names.",
    example="`Amapreet Singh`; the record has `Amanpreet Singh`",
)  # fmt: skip

_INNER_CAPITAL = re.compile(r"[A-Za-z]{1,20}[A-Z][A-Za-z]{0,20}")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,40}")
_DIGITS = re.compile(r"\d{4}")


class _Field:
    """One field compared over all matched works."""

    def __init__(self, doc: RuleDoc) -> None:
        self.doc = doc

    def find(self, case: Case) -> Iterator[Conflict]:
        compare = _COMPARISONS[self.doc.code]
        for answer in answers(case.extractions):
            if answer.record is not None and answer.status == "match":
                yield from compare(answer.work, answer.record)
            elif answer.record is not None and self.doc is IDENTIFIER:
                yield from _elsewhere(answer)


def record_rules() -> tuple[_Field, ...]:
    """The rules, one per field and kind of difference."""
    return tuple(_Field(doc) for doc in (YEAR, AUTHORS, TITLE, IDENTIFIER, ORDER, SPELLING))


def _years(work: Work, record: Work) -> Iterator[Conflict]:
    known = record.all_years()
    for claim in work.years:
        if not known or not isinstance(claim.value, Year) or claim.value.value in known:
            continue
        stated = claim.value.value
        source = (record.years or record.dates or record.identifiers)[0]
        own = {c.value.value for c in record.years if isinstance(c.value, Year)} or known
        right = min((abs(year - stated), year) for year in own)[1]
        digits = _DIGITS.search(claim.quote.exact)
        place = claim.quote.start + digits.start() if digits else claim.quote.start
        yield conflict(YEAR, Finding(
            sides=(side(work.document, claim.quote.start, claim.quote.end, role="article",
                        claim=claim.id), _record_side(record, source)),
            message=f"The article dates it {stated}; the record says "
            f"{listed([str(year) for year in sorted(known)])}",
            explanation=("years of the record: " + ", ".join(map(str, sorted(known))),
                         f"matched by {_how(work, record)}",
                         *_likelier(work, record, str(stated), str(right))),
            suggestion=suggest(work.document, place, place + 4, str(right)) if digits else None,
            confidence=85,
        ))  # fmt: skip


def _authors(work: Work, record: Work) -> Iterator[Conflict]:
    for claim, names, found in _author_lists(work, record):
        complete = isinstance(claim.value, EntityList) and claim.value.complete
        strangers, missing = found.extra, found.missing if complete else ()
        if not strangers and not missing:
            continue
        told = []
        if strangers:
            told.append(f"the record does not list {listed(strangers[:4])}")
        if missing:
            told.append(f"the article leaves out {listed(missing[:4])}")
        yield _author_conflict(
            AUTHORS, work, record, claim,
            message=f"The authors differ: {'; '.join(told)}",
            evidence=f"{len(names)} named in the article, {len(record.names())} in the record",
        )  # fmt: skip


def _order(work: Work, record: Work) -> Iterator[Conflict]:
    for claim, names, found in _author_lists(work, record):
        complete = isinstance(claim.value, EntityList) and claim.value.complete
        if complete and found.relation == "order" and len(names) == len(record.names()):
            yield _author_conflict(
                ORDER, work, record, claim,
                message="The article names the authors in another order than the record",
                evidence=f"record: {listed(record.names()[:6])}",
            )  # fmt: skip


def _spelling(work: Work, record: Work) -> Iterator[Conflict]:
    for claim, _, found in _author_lists(work, record):
        for right, ours in found.respelt:
            yield _author_conflict(
                SPELLING, work, record, claim,
                message=f"The article writes {ours}, the record {right}",
                evidence="the two spellings are close enough to be one person",
            )  # fmt: skip


def _author_lists(
    work: Work, record: Work
) -> Iterator[tuple[Claim, Sequence[str], ListDifference]]:
    """The article's author lists against the record's complete one."""
    theirs = record.names()
    if not theirs or not record.complete():
        return
    for claim in work.authors:
        value = claim.value
        names = value.values if isinstance(value, EntityList) else (
            (value.value,) if isinstance(value, Entity) else ())  # fmt: skip
        if any(name.isascii() for name in names):
            yield claim, names, compare_lists(theirs, names)


def _author_conflict(
    doc: RuleDoc, work: Work, record: Work, claim: Claim, *, message: str, evidence: str
) -> Conflict:
    quote = claim.quote
    return conflict(doc, Finding(
        sides=(side(work.document, quote.start, quote.end, role="article", claim=claim.id),
               _record_side(record, record.authors[0])),
        message=message, explanation=(evidence, f"matched by {_how(work, record)}",
                                      *_likelier(work, record, "the article", "the record")),
        confidence=70,
    ))  # fmt: skip


def _titles(work: Work, record: Work) -> Iterator[Conflict]:
    official = next((c for c in record.titles if isinstance(c.value, Text)), None)
    if official is None or not isinstance(official.value, Text):
        return
    names = {word.casefold(): word for word in _WORD.findall(official.value.value)
             if _INNER_CAPITAL.fullmatch(word)}  # fmt: skip
    for claim in work.titles:
        if not isinstance(claim.value, Text) or claim.value.value.isupper():
            continue
        if title_key(claim.value.value) != title_key(official.value.value):
            continue
        wrong = [word for word in _WORD.findall(claim.value.value)
                 if names.get(word.casefold(), word) != word and not word.isupper()]  # fmt: skip
        if not wrong:
            continue
        right = [names[word.casefold()] for word in wrong]
        yield conflict(TITLE, Finding(
            sides=(side(work.document, claim.quote.start, claim.quote.end, role="article",
                        claim=claim.id), _record_side(record, official)),
            message=f"The record writes {listed(right)} where the article has {listed(wrong)}",
            explanation=(f"record: {shorten(official.value.value, 80)}",),
            suggestion=suggest(work.document, claim.quote.start, claim.quote.end,
                               official.value.value), confidence=85,
        ))  # fmt: skip


def _elsewhere(answer: Answer) -> Iterator[Conflict]:
    """An identifier that leads to a record of another title, by other people."""
    work, record = answer.work, answer.record
    if record is None or answer.status != "mismatch" or not record.titles:
        return
    claim = next((
        c for c in work.identifiers if isinstance(c.value, Identifier)
        and f"{c.value.scheme} {bare_identifier(c.value)}" == answer.by
    ), None)  # fmt: skip
    if claim is None:
        return
    theirs, ours = record.words_of_titles()[0], work.words_of_titles()[0]
    yield conflict(IDENTIFIER, Finding(
        sides=(side(work.document, claim.quote.start, claim.quote.end, role="article",
                    claim=claim.id), _record_side(record, record.titles[0])),
        message=f"{answer.by} is “{shorten(theirs, 60)}” in the record; the article gives it for "
        f"“{shorten(ours, 60)}”",
        explanation=("the identifiers are equal, the titles are not", *_people_apart(work, record)),
        confidence=80,
    ))  # fmt: skip


def _people_apart(work: Work, record: Work) -> Iterator[str]:
    if work.names() and record.names():
        yield f"article: {listed(work.names()[:3])}; record: {listed(record.names()[:3])}"


def _identifiers(work: Work, record: Work) -> Iterator[Conflict]:
    theirs = record.ids()
    if record.all_ids() & set(work.ids().items()):
        return
    for claim in work.identifiers:
        if not isinstance(claim.value, Identifier) or claim.value.scheme not in theirs:
            continue
        right = theirs[claim.value.scheme]
        if bare_identifier(claim.value) == right:
            continue
        source = next(c for c in record.identifiers if isinstance(c.value, Identifier)
                      and c.value.scheme == claim.value.scheme)  # fmt: skip
        yield conflict(IDENTIFIER, Finding(
            sides=(side(work.document, claim.quote.start, claim.quote.end, role="article",
                        claim=claim.id), _record_side(record, source)),
            message=f"The article gives {claim.value.scheme} {claim.value.value}; "
            f"the record of this title has {right}",
            explanation=("the titles agree, the identifiers do not",
                         *_likelier(work, record, claim.value.value, right)), confidence=80,
        ))  # fmt: skip


def _addresses(work: Work, record: Work) -> Iterator[Conflict]:
    """An address that is the record's with a few letters more or less: a slip and no other page."""
    for theirs in record.addresses:
        right = theirs.quote.exact.rstrip("/")
        for claim in work.addresses:
            ours = claim.quote.exact.rstrip("/")
            if not _slip(_bare_address(ours), _bare_address(right)):
                continue
            yield conflict(IDENTIFIER, Finding(
                sides=(side(work.document, claim.quote.start, claim.quote.end, role="article",
                            claim=claim.id), _record_side(record, theirs)),
                message=f"The article gives {shorten(ours, 60)}; the record has "
                f"{shorten(right, 60)}",
                explanation=("the addresses are equal up to a few letters",),
                suggestion=suggest(work.document, claim.quote.start, claim.quote.end, right),
                confidence=75, severity="medium",
            ))  # fmt: skip


def _bare_address(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address.casefold())


def _slip(one: str, other: str) -> bool:
    """Whether two addresses on one host differ by a lost or added ending, or by one letter."""
    if one == other or one.split("/")[0] != other.split("/")[0] or "/" not in other:
        return False
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter):
        return re.fullmatch(r"\.[a-z]{2,4}", longer[len(shorter) :]) is not None
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _likelier(work: Work, record: Work, ours: str, theirs: str) -> tuple[str, ...]:
    """Which side is likelier right: every record of the work speaks by itself, with the rank of
    what is kept; the article with that of what is told. The record may still be the wrong one."""
    told = [Told(value=ours, source=work.document.name)]
    told += [Told(value=theirs, source=f"{one.document.name}#{number}", rank=1)
             for number, one in enumerate((record, *record.also))]  # fmt: skip
    return which_side(told)


def _how(work: Work, record: Work) -> str:
    shared = set(work.ids().items()) & set(record.ids().items())
    return " and ".join(f"{scheme} {value}" for scheme, value in sorted(shared)) or "title"


def _record_side(record: Work, claim: Claim) -> Side:
    return side(record.document, claim.quote.start, claim.quote.end, role="record", claim=claim.id)


def _identity(work: Work, record: Work) -> Iterator[Conflict]:
    yield from _identifiers(work, record)
    yield from _addresses(work, record)


_COMPARISONS = {"FC401": _years, "FC402": _authors, "FC403": _titles, "FC404": _identity,
                "FC405": _order, "FC406": _spelling}  # fmt: skip

"""A small store with everything in it: two sources, a re-read one, a conflict, rulings."""

from __future__ import annotations

from factcheck.model import (
    Agreement,
    Claim,
    Conflict,
    Decision,
    Notice,
    Quote,
    Side,
    Snapshot,
    Source,
    Suggestion,
    Year,
    number_claims,
    sha256,
)
from factcheck.reconcile.groups.placing import Placement, group_name
from factcheck.store import Acting, Intake, Piece, Store, put_pieces

AT = "2026-01-05T08:00:00.000000Z"
ACTING = Acting(at=AT)


def article(slug: str, words: str) -> Intake:
    """An article in which every word of four digits is the year of Ossia."""
    snapshot = Snapshot(source=slug, sha256=sha256(words.encode()), text=words, reader="text@1")
    claims, at = [], 0
    for word in words.split():
        at = words.index(word, at)
        if word.isdigit():
            quote = Quote.of(snapshot, at, at + len(word))
            claims.append(Claim(subject="Ossia", predicate="publication_year", quote=quote,
                                value=Year(value=int(word)), extractor="years@1"))  # fmt: skip
        at += len(word)
    notice = Notice(kind="correction", quote=Quote.of(snapshot, 0, 3), wrong="2019", right="2020",
                    extractor="notices@1")  # fmt: skip
    numbered = tuple(number_claims(claims))
    place = Placement(group_name("ossia", "publication_year"), "Years")
    return Intake(source=Source(slug=slug, title=slug.title(), rank=1), snapshot=snapshot,
                  claims=numbered, notices=(notice,),
                  placements={claim.id: place for claim in numbered})  # fmt: skip


def quarrel(left: Claim, right: Claim) -> Conflict:
    """Two claims that cannot both hold."""
    return Conflict(
        code="FC201", kind="cross_source", severity="high", message="The years differ.",
        sides=tuple(Side(quote=c.quote, claim=c.id) for c in (left, right)), rule="FC201@1",
        suggestion=Suggestion(quote=left.quote, replacement="2020"), explanation=("2019 ≠ 2020",),
    )  # fmt: skip


def fill(store: Store) -> Conflict:
    """Put everything in. Returns the conflict."""
    left, right = article("weekly", "Ossia 2019 and 2018"), article("monthly", "Ossia 2020")
    conflict = quarrel(left.claims[0], right.claims[0])
    with store.write(ACTING) as writer:
        writer.put(article("weekly", "Ossia 2017"))
        writer.put(left)
        writer.put(right)
        writer.put_catalogue({"predicates": "p1", "entities": "e1"})
        both = tuple(sorted((left.claims[1].id, right.claims[0].id)))
        agreed = frozenset({Agreement(claims=both, relation="refines")})
        put_pieces(writer, {"all": Piece(inputs="1", conflicts=(conflict,), agreements=agreed)},
                   {"all"})  # fmt: skip
        writer.put_decision(Decision(
            at=AT, actor="Ana", kind="dismiss", reason="known", object=conflict.fingerprint,
            body={"as": "wont_fix"},
        ))  # fmt: skip
        writer.put_decision(Decision(at=AT, actor="Bo", kind="comment", object="x", reason="hm"))
    return conflict

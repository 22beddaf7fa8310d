"""What every store does, whatever database it lies in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import text

from factcheck.errors import FactcheckError, InputError, IntegrityError, UsageError
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
    Text,
    number_claims,
    sha256,
)
from factcheck.store import (
    Acting,
    Intake,
    Piece,
    Store,
    held_pieces,
    open_store,
    put_pieces,
    verify,
)

ACTING = Acting(at="2026-01-05T08:00:00.000000Z")


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with open_store(database) as opened:
        yield opened


def article(slug: str, words: str, *, subject: str = "Ossia") -> Intake:
    """An article in which every word is a claim about one subject, and the last one a notice."""
    snapshot = Snapshot(source=slug, sha256=sha256(words.encode()), text=words, reader="text@1")
    claims, place = [], 0
    for word in words.split():
        place = words.index(word, place)
        quote = Quote.of(snapshot, place, place + len(word))
        claims.append(Claim(subject=subject, predicate="says", value=Text(value=word),
                            quote=quote, extractor="words@1"))  # fmt: skip
        place += len(word)
    notice = Notice(kind="correction", quote=claims[-1].quote, wrong="a", extractor="notices@1")
    return Intake(source=Source(slug=slug, title=slug.title()), snapshot=snapshot,
                  claims=tuple(number_claims(claims)), notices=(notice,))  # fmt: skip


def quarrel(left: Claim, right: Claim) -> Conflict:
    return Conflict(
        code="FC201", kind="cross_source", severity="high", message="They differ.",
        sides=tuple(Side(quote=c.quote, claim=c.id) for c in (left, right)), rule="FC201@1",
    )  # fmt: skip


def kinds(store: Store) -> list[str]:
    with store.read() as reader:
        return [event.entry.kind for event in reader.events()]


def test_what_is_put_comes_back(store: Store) -> None:
    intake = article("weekly", "Ossia hat 27億 Parameter 👩‍🔬")
    with store.write(ACTING) as writer:
        assert writer.put(intake)
    with store.read() as reader:
        assert reader.sources() == [intake.source]
        assert tuple(reader.claims()) == intake.claims
        assert tuple(reader.notices("weekly")) == intake.notices
        assert reader.snapshots("weekly") == [intake.snapshot]
        assert reader.coverage() == {"weekly": intake.coverage}
        assert reader.claims("monthly") == []


def test_the_same_document_again_is_no_event(store: Store) -> None:
    for again in (True, False):
        with store.write(ACTING) as writer:
            assert writer.put(article("weekly", "one two")) is again
    assert kinds(store) == ["source_described", "document_ingested"]


def test_a_changed_page_is_a_new_snapshot_and_the_old_one_stays(store: Store) -> None:
    first, second = article("weekly", "one two"), article("weekly", "one three")
    for intake in (first, second):
        with store.write(ACTING) as writer:
            writer.put(intake)
    with store.read() as reader:
        assert tuple(reader.claims()) == second.claims
        assert reader.snapshots("weekly") == [first.snapshot, second.snapshot]
        assert verify(reader).ok


def test_going_back_to_an_old_page_makes_the_old_reading_current(store: Store) -> None:
    first, second = article("weekly", "one two"), article("weekly", "one three")
    for intake in (first, second, first, second, first):
        with store.write(ACTING) as writer:
            assert writer.put(intake)
    with store.read() as reader:
        assert tuple(reader.claims()) == first.claims
        assert len(reader.snapshots("weekly")) == 2
        assert verify(reader).ok


def test_a_better_extractor_gives_a_new_reading_of_the_same_snapshot(store: Store) -> None:
    first = article("weekly", "one two")
    better = replace(first, claims=tuple(replace(c, extractor="words@2") for c in first.claims))
    for intake in (first, better):
        with store.write(ACTING) as writer:
            assert writer.put(intake)
    with store.read() as reader:
        assert {c.extractor for c in reader.claims()} == {"words@2"}
        assert len(reader.snapshots("weekly")) == 1
        assert verify(reader).ok


def test_two_sources_may_hold_the_same_bytes(store: Store) -> None:
    with store.write(ACTING) as writer:
        writer.put(article("weekly", "one two"))
        writer.put(article("mirror", "one two"))
    with store.read() as reader:
        assert [claim.source for claim in reader.claims()] == ["mirror"] * 2 + ["weekly"] * 2


def test_a_withdrawn_source_no_longer_counts_and_can_come_back(store: Store) -> None:
    intake = article("weekly", "one two")
    with store.write(ACTING) as writer:
        writer.put(intake)
        assert writer.withdraw("weekly")
        assert not writer.withdraw("weekly")
    with store.read() as reader:
        assert reader.sources() == []
        assert reader.claims() == []
        assert verify(reader).ok
    with store.write(ACTING) as writer:
        assert writer.put(intake)
    with store.read() as reader:
        assert tuple(reader.claims()) == intake.claims
        assert verify(reader).ok


def test_a_quote_of_other_words_is_refused_and_nothing_is_kept(store: Store) -> None:
    intake = article("weekly", "one two")
    strange = replace(intake.claims[0].quote, exact="uno")
    bad = replace(intake, claims=(replace(intake.claims[0], quote=strange),))
    with (
        pytest.raises(InputError, match="weekly: words@1 quotes 0:3"),
        store.write(ACTING) as writer,
    ):
        writer.put(bad)
    assert kinds(store) == []


def test_a_reconcile_logs_what_opened_changed_and_closed(store: Store) -> None:
    left, right = article("weekly", "one two"), article("monthly", "uno due")
    conflict = quarrel(left.claims[0], right.claims[0])
    agreement = Agreement(claims=(left.claims[0].id, right.claims[1].id), relation="refines")
    louder = replace(conflict, severity="low")
    first = Piece(inputs="1", conflicts=(conflict,), agreements=frozenset({agreement}))
    second = Piece(inputs="2", conflicts=(louder,))
    with store.write(ACTING) as writer:
        writer.put(left)
        writer.put(right)
        assert put_pieces(writer, {"all": first}, {"all"}).opened == (conflict.fingerprint,)
        assert not put_pieces(writer, {"all": first}, {"all"})
        assert not put_pieces(writer, {}, {"all"})
        assert put_pieces(writer, {"all": second}, {"all"}).changed == (conflict.fingerprint,)
    with store.read() as reader:
        assert reader.conflicts() == [louder]
        assert reader.agreements() == []
        assert verify(reader).ok
    with store.write(ACTING) as writer:
        assert held_pieces(writer) == {"all": "2"}
        assert put_pieces(writer, {}, ()).closed == (conflict.fingerprint,)
    with store.read() as reader:
        assert held_pieces(reader) == {}
        assert reader.conflicts() == []
        assert verify(reader).ok


def test_only_the_pieces_that_are_found_anew_are_written(store: Store) -> None:
    left, right = article("weekly", "one two"), article("monthly", "uno due")
    one = quarrel(left.claims[0], right.claims[0])
    other = quarrel(left.claims[1], right.claims[1])
    shared = Agreement(claims=("a", "b"), relation="refines")
    with store.write(ACTING) as writer:
        writer.put(left)
        writer.put(right)
        put_pieces(writer, {
            "one": Piece(inputs="1", conflicts=(one,), agreements=frozenset({shared})),
            "other": Piece(inputs="1", conflicts=(other,), agreements=frozenset({shared})),
        }, {"one", "other"})  # fmt: skip
    with store.write(ACTING) as writer:
        change = put_pieces(writer, {"other": Piece(inputs="2")}, {"one", "other"})
        assert (change.closed, change.agreements) == ((other.fingerprint,), False)
    with store.write(ACTING) as writer:  # the conflict goes over to another piece
        moved = Piece(inputs="3", conflicts=(one,))
        change = put_pieces(writer, {"other": moved}, {"other"})
        assert (change.opened, change.closed, change.agreements) == ((), (), True)
    with store.read() as reader:
        assert reader.conflicts() == [one]
        assert held_pieces(reader) == {"other": "3"}
        assert verify(reader).ok
    with store.write(ACTING) as writer:
        assert put_pieces(writer, {}, ()).closed == (one.fingerprint,)


def test_two_conflicts_of_one_fingerprint_are_refused(store: Store) -> None:
    left, right = article("weekly", "one two"), article("monthly", "uno due")
    piece = Piece(inputs="1", conflicts=(quarrel(left.claims[0], right.claims[0]),))
    with (
        pytest.raises(InputError, match="two conflicts have one fingerprint"),
        store.write(ACTING) as writer,
    ):
        writer.put(left)
        writer.put(right)
        put_pieces(writer, {"one": piece, "other": piece}, {"one", "other"})


def test_a_decision_is_kept_once(store: Store) -> None:
    decision = Decision(at="2026-02-01T00:00:00.000000Z", actor="Ana", kind="decide", object="f",
                        reason="checked the paper")  # fmt: skip
    with store.write(ACTING) as writer:
        assert writer.put_decision(decision, idem="form-7")
        assert not writer.put_decision(decision)
    with store.read() as reader:
        assert reader.decisions() == [decision]
        assert reader.decision_of("form-7") == decision
        assert reader.decision_of("form-8") is None
        (event,) = reader.events()
        assert (event.entry.actor, event.entry.at) == ("Ana", decision.at)


def test_an_imported_decision_keeps_its_author_and_the_event_names_the_importer(
    store: Store,
) -> None:
    decision = Decision(at="2026-02-01T00:00:00.000000Z", actor="Ana", kind="decide", object="f")
    with store.write(replace(ACTING, actor_kind="import")) as writer:
        writer.put_decision(decision, imported=True)
    with store.read() as reader:
        assert reader.decisions() == [decision]
        (event,) = reader.events()
        assert (event.entry.actor, event.entry.actor_kind) == ("factcheck", "import")
        assert verify(reader).ok


def test_a_changed_catalogue_is_an_event_per_name(store: Store) -> None:
    with store.write(ACTING) as writer:
        assert writer.put_catalogue({"predicates": "a", "entities": "b"}) == [
            "entities", "predicates"]  # fmt: skip
        assert writer.put_catalogue({"predicates": "c"}) == ["entities", "predicates"]
        assert writer.put_catalogue({"predicates": "c"}) == []
    with store.read() as reader:
        assert reader.catalogue() == {"predicates": "c"}
        assert verify(reader).ok


def test_what_raises_inside_a_transaction_undoes_it(store: Store) -> None:
    with pytest.raises(UsageError), store.write(ACTING) as writer:
        writer.put(article("weekly", "one"))
        raise UsageError("x", "y")
    assert kinds(store) == []


@pytest.mark.parametrize("statement", [
    "UPDATE events SET actor = 'Eve'",
    "DELETE FROM events",
    "INSERT INTO events SELECT seq + 5, at, actor, actor_kind, kind, object, body, 'x', schema,"
    " prev, hash FROM events WHERE seq = 1",
])  # fmt: skip
def test_the_log_refuses_changes_deletions_and_gaps(store: Store, statement: str) -> None:
    with store.write(ACTING) as writer:
        writer.put_catalogue({"predicates": "a"})
    with pytest.raises(IntegrityError, match="events"), store.write(ACTING) as writer:
        writer.connection.execute(text(statement))
    with store.read() as reader:
        assert verify(reader).ok


def test_a_kind_that_no_record_knows_is_refused_by_the_table(store: Store) -> None:
    with store.write(ACTING) as writer:
        writer.put(article("weekly", "one"))
    with pytest.raises(FactcheckError), store.write(ACTING) as writer:
        writer.connection.execute(text("UPDATE sources SET kind = 'banana'"))


def test_a_row_that_others_need_cannot_go(store: Store) -> None:
    with store.write(ACTING) as writer:
        writer.put(article("weekly", "one"))
    with pytest.raises(IntegrityError), store.write(ACTING) as writer:
        writer.connection.execute(text("DELETE FROM snapshots"))


def test_more_claims_than_one_batch(store: Store) -> None:
    intake = article("long", " ".join(f"w{n}" for n in range(1200)))
    with store.write(ACTING) as writer:
        writer.put(intake)
    with store.read() as reader:
        assert tuple(reader.claims()) == intake.claims
        assert verify(reader).ok


def test_a_store_opens_again_with_what_it_held(database: str) -> None:
    intake = article("weekly", "one two")
    with open_store(database) as store, store.write(ACTING) as writer:
        writer.put(intake)
    with open_store(database, create=False) as store, store.read() as reader:
        assert tuple(reader.claims()) == intake.claims


def test_an_absent_store_is_not_made_unless_asked(database: str) -> None:
    with pytest.raises(UsageError, match="there is no store yet"):
        open_store(database, create=False)

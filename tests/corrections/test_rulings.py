"""Rulings and what follows from them, on records made here: no article, no store."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.corrections import (
    Signed,
    Standing,
    claim_statuses,
    decide,
    dismiss,
    dispute,
    histories,
    judge,
    log,
    retract,
    undo,
)
from factcheck.errors import FactcheckError, StaleError, UsageError
from factcheck.model import (
    Agreement,
    Claim,
    Conflict,
    Decision,
    Quote,
    Side,
    Snapshot,
    Source,
    Year,
    sha256,
)


def year(source: str, words: str, value: int | None = None, start: int = 0) -> Claim:
    text = " " * start + words
    snapshot = Snapshot(source=source, sha256=sha256(text.encode()), text=text, reader="text@1")
    return Claim(subject="Ossia", predicate="publication_year", extractor="years@1",
                 value=Year(value=value or int(words)),
                 quote=Quote.of(snapshot, start, start + len(words)))  # fmt: skip


def quarrel(*claims: Claim, section: str = "", ordinal: int = 0) -> Conflict:
    return Conflict(code="FC201", kind="cross_source", severity="high", message="They differ.",
                    sides=tuple(Side(quote=c.quote, claim=c.id) for c in claims),
                    rule="FC201@1", section=section, ordinal=ordinal)  # fmt: skip


def at(actor: str, second: int, reason: str = "seen") -> Signed:
    return Signed(actor=actor, at=f"2026-01-05T08:{second // 60:02d}:{second % 60:02d}.000000Z",
                  reason=reason, code="source")  # fmt: skip


LEFT, RIGHT = year("weekly", "2019"), year("monthly", "2020")
CONFLICT = quarrel(LEFT, RIGHT)
OPEN = Standing(claims=(LEFT, RIGHT), conflicts=(CONFLICT,))


def after(standing: Standing, *decisions: Decision) -> Standing:
    """The standing once these were made; conflicts have their new states."""
    now = replace(standing, decisions=(*standing.decisions, *decisions))
    return replace(now, conflicts=judge(now).conflicts)


def states(standing: Standing) -> list[str]:
    return [conflict.state for conflict in judge(standing).conflicts]


def statuses(
    standing: Standing, *agreements: Agreement, sources: tuple[Source, ...] = ()
) -> dict[str, str]:
    found, _ = claim_statuses(standing, judge(standing), agreements, sources)
    return {claim.quote.exact: found[claim.key] for claim in standing.claims}


def test_nothing_decided_is_open_and_logged() -> None:
    assert states(OPEN) == ["open"]
    assert statuses(OPEN) == {"2019": "logged", "2020": "logged"}


@pytest.mark.parametrize(("verdict", "status"), [
    ("right", "upheld"), ("less_precise", "upheld"), ("different_scope", "upheld"),
    ("wrong", "corrected"), ("outdated", "corrected"), ("unknown", "unverifiable"),
])  # fmt: skip
def test_a_verdict_becomes_the_status_of_its_claim(verdict: str, status: str) -> None:
    ruled = after(OPEN, decide(CONFLICT, [verdict, "right"], at("Ana", 1), OPEN))
    assert states(ruled) == ["decided"]
    assert statuses(ruled)["2019"] == status


def test_a_verdict_reaches_the_claim_whose_value_is_written_in_the_words() -> None:
    """A side that names no claim, as those of a translation often do not."""
    text = "Ossia came out in 2019, say two."
    snapshot = Snapshot(source="weekly", sha256=sha256(text.encode()), text=text, reader="text@1")
    claim = replace(
        LEFT, quote=Quote.of(snapshot, 0, 22), value=Year(value=2019, as_written="2019")
    )
    other = replace(LEFT, quote=Quote.of(snapshot, 0, 31), value=Year(value=2, as_written="two"))
    conflict = replace(CONFLICT, sides=(Side(quote=Quote.of(snapshot, 18, 22)),))
    standing = Standing(claims=(claim, other), conflicts=(conflict,))
    ruled = after(standing, decide(conflict, ["wrong"], at("Ana", 1), standing))
    found, _ = claim_statuses(ruled, judge(ruled), (), ())
    assert (found[claim.key], found[other.key]) == ("corrected", "logged")
    twice = Standing(claims=(claim, replace(claim, predicate="year")), conflicts=(conflict,))
    unsure = decide(conflict, ["wrong"], at("Ana", 1), twice)
    assert unsure.body["seen"]["sides"][0]["key"] is None


def test_a_decision_holds_what_was_seen() -> None:
    body = decide(CONFLICT, ["wrong", "right"], at("Ana", 1), OPEN).body
    assert body["verdicts"] == ["wrong", "right"]
    assert [(s["exact"], s["value"]) for s in body["seen"]["sides"]] == [
        ("2019", "date:2019"), ("2020", "date:2020")]  # fmt: skip


def test_only_an_open_conflict_is_ruled_on() -> None:
    ruled = after(OPEN, dismiss(CONFLICT, "wont_fix", at("Ana", 1, "too old"), OPEN))
    told = r"already dismissed by Ana .* as wont_fix: too old"
    with pytest.raises(StaleError, match=told):
        decide(ruled.conflicts[0], ["right", "wrong"], at("Bo", 2), ruled)
    with pytest.raises(StaleError, match=told):
        dismiss(ruled.conflicts[0], "false_positive", at("Bo", 2), ruled)


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2001])
def test_a_reason_is_needed_and_has_a_limit(reason: str) -> None:
    with pytest.raises(UsageError, match="reason"):
        decide(CONFLICT, ["right", "wrong"], at("Ana", 1, reason), OPEN)
    with pytest.raises(UsageError, match="reason"):
        dispute(LEFT, at("Ana", 1, reason), OPEN)


@pytest.mark.parametrize("words", ["bad \udcff byte", "nul \0"])
def test_characters_that_are_none_are_refused(words: str) -> None:
    """What a shell passes on from undecodable bytes could not be stored."""
    with pytest.raises(UsageError, match="reason: it holds characters that are none"):
        decide(CONFLICT, ["right", "wrong"], at("Ana", 1, words), OPEN)
    with pytest.raises(UsageError, match="request"):
        dispute(LEFT, at("Ana", 1), OPEN, evidence=["\udcff"])


def test_a_value_read_otherwise_makes_a_ruling_stale_and_a_new_one_possible() -> None:
    decision = decide(CONFLICT, ["wrong", "right"], at("Ana", 1), OPEN)
    reread = year("weekly", "2019", value=2018)
    now = Standing(claims=(reread, RIGHT), conflicts=(quarrel(reread, RIGHT),),
                   decisions=(decision,))  # fmt: skip
    judged = judge(now)
    assert [c.state for c in judged.conflicts] == ["stale"]
    assert [(s.decision, s.why) for s in judged.stale] == [
        (decision, "a value has changed since: date:2018")]  # fmt: skip
    assert statuses(now)["2019"] == "logged"
    now = replace(now, conflicts=judged.conflicts)
    again = after(now, decide(judged.conflicts[0], ["right", "wrong"], at("Bo", 2), now))
    assert states(again) == ["decided"]
    assert judge(again).stale == ()
    undone = after(again, undo(again.decisions[-1], at("Bo", 3), again))
    assert states(undone) == ["stale"]


def test_a_ruling_follows_its_words_into_another_section() -> None:
    decision = decide(CONFLICT, ["wrong", "right"], at("Ana", 1), OPEN)
    moved = quarrel(LEFT, RIGHT, section="History")
    now = Standing(claims=OPEN.claims, conflicts=(moved,), decisions=(decision,))
    assert states(now) == ["decided"]
    assert histories(now.decisions, judge(now))[moved.fingerprint] == (decision,)


def test_a_conflict_whose_ruling_followed_it_is_not_open_for_another() -> None:
    decision = decide(CONFLICT, ["wrong", "right"], at("Ana", 1), OPEN)
    moved = quarrel(LEFT, RIGHT, section="History")
    now = Standing(claims=OPEN.claims, conflicts=(moved,), decisions=(decision,))
    with pytest.raises(StaleError, match="already decided by Ana"):
        dismiss(moved, "wont_fix", at("Bo", 2), now)


def test_a_ruling_that_could_mean_two_conflicts_means_none() -> None:
    decision = decide(CONFLICT, ["wrong", "right"], at("Ana", 1), OPEN)
    now = Standing(
        claims=OPEN.claims, decisions=(decision,),
        conflicts=(quarrel(LEFT, RIGHT, section="A"), quarrel(LEFT, RIGHT, section="B")),
    )  # fmt: skip
    judged = judge(now)
    assert [c.state for c in judged.conflicts] == ["open", "open"]
    assert judged.stale[0].why == "2 conflicts look like the one it was made on"


def test_one_of_several_alike_keeps_its_ruling_only_while_their_number_stays() -> None:
    first, second = quarrel(LEFT, RIGHT), quarrel(LEFT, RIGHT, ordinal=1)
    both = Standing(claims=OPEN.claims, conflicts=(first, second))
    decision = dismiss(first, "wont_fix", at("Ana", 1), both)
    assert states(after(both, decision)) == ["dismissed", "open"]
    alone = Standing(claims=OPEN.claims, conflicts=(first,), decisions=(decision,))
    assert states(alone) == ["stale"]
    assert judge(alone).stale[0].why == "it was one of 2 alike, now there are 1"


def test_rulings_that_contradict_each_other_after_a_merge_are_reported() -> None:
    ana = decide(CONFLICT, ["wrong", "right"], at("Ana", 1), OPEN)
    bo = decide(CONFLICT, ["right", "wrong"], at("Bo", 2), OPEN)
    merged = after(OPEN, ana, bo)
    assert states(merged) == ["stale"]
    assert [s.decision.actor for s in judge(merged).stale] == ["Ana", "Bo"]
    assert "Ana (decide" in judge(merged).stale[0].why
    settled = after(merged, decide(merged.conflicts[0], ["wrong", "right"], at("Cy", 3), merged))
    assert states(settled) == ["decided"] and judge(settled).stale == ()


def test_the_same_ruling_twice_after_a_merge_is_one() -> None:
    ana = decide(CONFLICT, ["wrong", "right"], at("Ana", 1), OPEN)
    bo = decide(CONFLICT, ["wrong", "right"], at("Bo", 2), OPEN)
    assert states(after(OPEN, bo, ana)) == ["decided"]


def test_the_latest_word_on_a_claim_counts_and_a_retraction_is_the_last() -> None:
    ruled = after(OPEN, decide(CONFLICT, ["right", "wrong"], at("Ana", 1), OPEN))
    disputed = after(ruled, dispute(LEFT, at("Bo", 2), ruled))
    assert statuses(disputed)["2019"] == "disputed"
    supported = after(ruled, dispute(LEFT, at("Bo", 2), ruled, stance="supports"))
    assert statuses(supported)["2019"] == "upheld"
    retracted = after(disputed, retract(LEFT, at("Cy", 3), disputed))
    assert statuses(retracted)["2019"] == "retracted"


def test_a_logged_claim_can_be_read_back_from_its_decision() -> None:
    decision = log(LEFT, at("Ana", 1, ""))
    assert Claim.from_dict(decision.body["claim"]) == LEFT
    assert Decision.from_dict(decision.to_dict()).id == decision.id


def test_a_second_independent_source_corroborates_a_copy_does_not() -> None:
    same, copy = year("daily", "2019"), year("mirror", "2019")
    standing = Standing(claims=(LEFT, same))
    shared = Agreement(claims=tuple(sorted((LEFT.id, same.id))), relation="same_value")
    assert statuses(standing, shared)["2019"] == "corroborated"
    mirrored = Agreement(claims=tuple(sorted((LEFT.id, copy.id))), relation="same_value")
    sources = (Source(slug="mirror", relations=(("republishes", "weekly"),)), Source(slug="weekly"))
    found = statuses(Standing(claims=(LEFT, copy)), mirrored, sources=sources)
    assert found["2019"] == "logged"


def test_copies_of_copies_in_a_circle_end() -> None:
    sources = (Source(slug="weekly", relations=(("republishes", "monthly"),)),
               Source(slug="monthly", relations=(("republishes", "weekly"),)))  # fmt: skip
    shared = Agreement(claims=tuple(sorted((LEFT.id, RIGHT.id))), relation="rounding")
    assert statuses(OPEN, shared, sources=sources)["2019"] in ("logged", "corroborated")


kinds = st.sampled_from(["decide", "dismiss", "dispute", "retract", "undo"])
acts = st.lists(
    st.tuples(kinds, st.sampled_from(["Ana", "Bo"]), st.integers(0, 9)), max_size=12
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(acts, st.integers())
def test_any_sequence_is_legal_or_refused_and_order_of_reading_does_not_matter(
    wanted: list[tuple[str, str, int]], seed: int
) -> None:
    """Refused acts change nothing; undoing all that is in force restores the beginning; decisions
    read in any order give the same states."""
    standing = OPEN
    for second, (kind, actor, pick) in enumerate(wanted):
        signed = at(actor, second)
        conflict, claim = standing.conflicts[0], standing.claims[pick % 2]
        try:
            if kind == "decide":
                made = decide(conflict, ["right", "wrong"], signed, standing)
            elif kind == "dismiss":
                made = dismiss(conflict, "wont_fix", signed, standing)
            elif kind == "dispute":
                made = dispute(claim, signed, standing)
            elif kind == "retract":
                made = retract(claim, signed, standing)
            elif standing.decisions:
                made = undo(standing.decisions[pick % len(standing.decisions)], signed, standing)
            else:
                continue
        except FactcheckError as error:
            assert isinstance(error, StaleError | UsageError)
            continue
        standing = after(standing, made)
    shuffled = list(standing.decisions)
    random.Random(seed).shuffle(shuffled)
    other = replace(standing, decisions=tuple(shuffled))
    assert judge(other) == judge(standing)
    assert statuses(other) == statuses(standing)
    for second, decision in enumerate(list(standing.decisions), 600):
        if decision.kind == "undo":
            continue
        try:
            standing = after(standing, undo(decision, at("Cy", second), standing))
        except StaleError:
            continue
    assert states(standing) == ["open"]
    assert statuses(standing) == {"2019": "logged", "2020": "logged"}

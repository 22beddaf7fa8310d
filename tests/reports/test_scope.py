"""A report of a part: by source, subject, period, status and person; and rulings that a correction
made."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.model import Decision
from factcheck.reports import FORMATS, build, render
from factcheck.reports.contents import Contents
from factcheck.reports.scope import WHOLE, Period, Scope, narrowed, parse_period
from tests.reports import sample

LEDGER = sample.ledger()
BY_CODE = {c.code: c for c in LEDGER.conflicts}


def codes(scope: Scope) -> list[str]:
    contents = build(LEDGER, scope=scope)
    return sorted(f.conflict.code for card in contents.cards for f in card.findings)


def test_without_limits_the_ledger_is_whole() -> None:
    assert narrowed(LEDGER, WHOLE) is LEDGER
    assert build(LEDGER, scope=WHOLE) == build(LEDGER)
    assert build(LEDGER).scope == ""


def test_a_source_and_what_it_is_held_against() -> None:
    contents = build(LEDGER, scope=Scope(sources=("lanternfish-ja",)))
    assert codes(Scope(sources=("lanternfish-ja",))) == ["FC301"]
    assert {v.source.slug for v in contents.sources} == {"lanternfish-ja", "lanternfish-en"}
    assert {t.source for t in contents.claims} == {"lanternfish-ja", "lanternfish-en"}
    assert [p.source for p in contents.publications] == ["lanternfish-ja"]
    assert contents.revision == LEDGER.revision
    assert contents.summary.sentences[0] == (
        "Only what is asked for is told here: source lanternfish-ja."
    )
    assert contents.summary.conflicts == 1 and contents.notices == ()


def test_a_subject_by_its_words() -> None:
    assert codes(Scope(subject="LANTERNFISH")) == ["FC301", "FC401"]
    assert codes(Scope(subject="harbour herring")) == []


def test_a_period_in_which_people_spoke() -> None:
    february = Scope(period=parse_period("2026-02"))
    assert codes(february) == ["FC102", "FC401"]
    day = build(LEDGER, scope=Scope(period=parse_period("2026-02-04")))
    assert [v.claim.language for v in day.spoken] == ["ja"] and not day.cards
    assert codes(Scope(period=parse_period("..2026-01"))) == []


def test_states_of_conflicts_claims_and_corrections() -> None:
    assert codes(Scope(statuses=("decided",))) == ["FC401"]
    disputed = build(LEDGER, scope=Scope(statuses=("disputed",)))
    assert [v.claim.quote.exact for t in disputed.claims for s in t.subjects for v in s.claims] == [
        "36億"
    ]
    applied = build(LEDGER, scope=Scope(statuses=("applied",)))
    assert [v.state for p in applied.publications for v in p.corrections] == ["applied"]


def test_what_a_person_looks_at() -> None:
    ledger = replace(LEDGER, assignees={BY_CODE["FC301"].fingerprint: "Jun"})
    contents = build(ledger, scope=Scope(assignee="Jun"))
    assert [card.code for card in contents.cards] == ["FC301"]
    assert contents.summary.claims == 2
    assert not build(ledger, scope=Scope(assignee="Mara")).cards


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_a_part(format: str) -> None:
    scope = Scope(sources=("weekly-zh",), statuses=("open", "applied"))
    text = render(build(LEDGER, scope=scope), format)
    assert text == render(build(LEDGER, scope=scope), format)
    assert BY_CODE["FC102"].id not in text


SCOPES = st.builds(
    Scope, sources=st.sets(st.sampled_from([s.slug for s in LEDGER.sources])).map(tuple),
    subject=st.sampled_from(["", "Lanternfish", "港湾", "nothing"]),
    period=st.sampled_from([None, Period(first="2026-02"), Period(last="2026-02-03")]),
    statuses=st.sets(st.sampled_from(["open", "decided", "applied", "disputed"])).map(tuple),
    assignee=st.sampled_from(["", "Jun"]),
)  # fmt: skip


@given(SCOPES)
def test_a_part_is_part_of_the_whole_and_narrowing_again_changes_nothing(scope: Scope) -> None:
    part = narrowed(LEDGER, scope)
    assert set(part.conflicts) <= set(LEDGER.conflicts)
    assert set(part.claims) <= set(LEDGER.claims)
    known = {s.slug for s in part.sources}
    assert all(known >= set(c.sources) for c in part.conflicts)
    assert narrowed(part, scope).conflicts == part.conflicts
    assert isinstance(build(LEDGER, scope=scope), Contents)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2026", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z"),
        ("2026-02", "2026-02-28", "2026-03-01T00:00:00Z"),
        ("2026-02-03", "2026-02-03T23:00:00Z", "2026-02-04T00:00:00Z"),
        ("2026-02..2026-03-01", "2026-03-01T12:00:00Z", "2026-03-02"),
        ("2026-02..", "2031-01-01", "2026-01-31T23:00:00Z"),
        ("..2025", "2025-12-31T23:00:00Z", "2026-01-01"),
    ],
)
def test_periods(text: str, inside: str, outside: str) -> None:
    period = parse_period(text)
    assert period.holds(inside) and not period.holds(outside) and not period.holds("")


@pytest.mark.parametrize("text", ["", "..", "January", "2026-1", "2026..x", "2026-01-01-01"])
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(UsageError, match="is no period"):
        parse_period(text)


@pytest.mark.parametrize("kind", ["accept", "edit", "reject"])
def test_a_ruling_on_a_correction_says_which_side_is_right(kind: str) -> None:
    conflict = replace(BY_CODE["FC301"], state="decided")
    ruling = Decision(
        at="2026-02-05T10:00:00.000000Z", actor="Mara", kind=kind, object="x" * 32,
        body={"conflict": conflict.fingerprint, "verdicts": ["right", "wrong"]},
    )  # fmt: skip
    ledger = replace(LEDGER, conflicts=(conflict,), history={conflict.fingerprint: (ruling,)})
    (card,) = build(ledger).cards
    assert [side.verdict for side in card.lead.sides] == ["right", "wrong"]


def test_a_comment_after_a_dismissal_brings_no_verdict_back() -> None:
    conflict = replace(BY_CODE["FC401"], state="dismissed")
    (card,) = build(replace(LEDGER, conflicts=(conflict,))).cards
    assert [side.verdict for side in card.lead.sides] == ["", ""]

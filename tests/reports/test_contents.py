"""What a report says, without any format: order, groups, words in context, witnesses, coverage."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Decision, Year
from factcheck.reports import Contents, build
from factcheck.reports.contents import Card, Exhibit
from factcheck.reports.passages import Places
from factcheck.reports.wording import NOT_TIED
from factcheck.sources.document import Block, Span
from tests.reports import sample


@pytest.fixture
def contents() -> Contents:
    return build(sample.ledger())


def card(contents: Contents, code: str) -> Card:
    return next(card for card in contents.cards if card.code == code)


def test_worst_comes_first_then_the_decided_then_the_dismissed(contents: Contents) -> None:
    order = [(c.state, c.severity, c.code) for c in contents.cards]
    assert order == [
        ("open", "high", "FC301"),
        ("open", "medium", "FC501"),
        ("open", "medium", "FC601"),
        ("decided", "medium", "FC401"),
        ("dismissed", "low", "FC102"),
    ]


def test_the_words_stand_in_their_sentence_with_line_and_column(contents: Contents) -> None:
    original, translation = card(contents, "FC301").lead.sides
    assert translation.passage.before == "規模は40億から"
    assert translation.passage.words == "36億"
    assert translation.passage.after == "パラメータまで。"
    assert (translation.label, translation.passage.language) == ("B", "ja")
    assert (translation.passage.line, translation.passage.column) == (4, 9)
    assert original.passage.words == "36 billion"
    assert original.passage.after == " parameters."
    assert "All checkpoints" not in original.passage.after


def test_the_change_replaces_a_number_as_a_whole(contents: Contents) -> None:
    change = card(contents, "FC301").lead.change
    assert change is not None
    assert "".join(step.old for step in change.segments) == "40億から36億"
    assert "".join(step.new for step in change.segments) == "40億から360億"
    assert [(s.old, s.new) for s in change.segments if s.op != "equal"] == [("36億", "360億")]


def test_findings_of_one_cause_share_a_card_with_their_places(contents: Contents) -> None:
    lists = card(contents, "FC501")
    assert lists.headline.endswith("here and in one other place")
    assert [f.sides[0].passage.line for f in lists.findings] == [3, 9]
    assert [f.note for f in lists.more] == [""]


def test_a_further_place_says_what_the_headline_does_not() -> None:
    first, second = (c for c in sample.conflicts() if c.code == "FC501")
    told = replace(second, message="“港湾研究所离职人员：” announces 7; 3 are there")
    also = replace(first, message="“港湾研究所新成员：” announces 5; 4 are there")
    built = build(replace(sample.ledger(), conflicts=(also, told)))
    assert [f.note for f in built.cards[0].more] == [told.message]


def test_a_ruled_conflict_stands_alone_and_tells_who_when_and_why(contents: Contents) -> None:
    ruled = card(contents, "FC401")
    assert [(r.actor, r.did) for r in ruled.lead.history] == [
        ("Jun Okabe", "deferred it"),
        ("Mara Ilves", "ruled"),
    ]
    assert ruled.lead.history[1].verdicts == {"A": "wrong", "B": "right"}
    assert [side.verdict for side in ruled.lead.sides] == ["wrong", "right"]
    dismissed = card(contents, "FC102").lead.history[0]
    assert (dismissed.did, dismissed.detail) == ("dismissed it", "not a mistake")


def test_an_undone_ruling_says_so_and_gives_no_verdict() -> None:
    ledger = sample.ledger()
    conflict = next(c for c in ledger.conflicts if c.code == "FC401")
    _, ruled = ledger.history[conflict.fingerprint]
    undo = Decision(at="2026-02-05T08:00:00.000000Z", actor="Mara Ilves", kind="undo",
                    object=ruled.id)  # fmt: skip
    ledger = replace(ledger, conflicts=(replace(conflict, state="open"),),
                     history={conflict.fingerprint: (ruled, undo)})  # fmt: skip
    finding = build(ledger).cards[0].lead
    assert [(r.did, r.taken_back) for r in finding.history] == [
        ("ruled", True),
        ("took the ruling back", False),
    ]
    assert [side.verdict for side in finding.sides] == ["", ""]


def test_verdicts_follow_their_words_when_the_sides_turn_round() -> None:
    ledger = sample.ledger()
    conflict = next(c for c in ledger.conflicts if c.code == "FC401")
    _, ruled = ledger.history[conflict.fingerprint]
    seen = [{"source": s.quote.source, "exact": s.quote.exact} for s in conflict.sides]
    ruled = replace(ruled, body={**ruled.body, "seen": {"sides": seen}})
    turned = replace(conflict, sides=conflict.sides[::-1])
    ledger = replace(ledger, conflicts=(turned,), history={turned.fingerprint: (ruled,)})
    sides = build(ledger).cards[0].lead.sides
    assert {s.passage.source: s.verdict for s in sides} == {"weekly-zh": "wrong", "papers": "right"}


def test_rulings_that_no_longer_fit_and_disputed_claims_are_shown(contents: Contents) -> None:
    (again,) = contents.stale
    assert (again.why, again.anchor) == ("the conflict it was made on is gone", "")
    assert (again.ruling.actor, again.ruling.detail) == ("Mara Ilves", "left as it is")
    (spoken,) = contents.spoken
    assert (spoken.passage.words, spoken.status) == ("36億", "disputed")
    assert spoken.history[0].reason == "The original says 36 billion."
    assert spoken.history[0].evidence == (
        Exhibit(
            words="https://example.org/paper (seen 2026-02-03)", url="https://example.org/paper"
        ),
    )


def test_witnesses_say_with_which_side_they_agree(contents: Contents) -> None:
    (witness,) = card(contents, "FC301").lead.witnesses
    assert witness.passage.words == "360 亿"
    assert (witness.agrees_with, witness.relation) == ("A", "the same value")


def test_the_summary_counts_what_stands_and_says_it(contents: Contents) -> None:
    summary = contents.summary
    assert (summary.conflicts, summary.standing, summary.ready) == (6, 4, 1)
    assert summary.by_severity == {"high": 1, "medium": 3}
    assert summary.by_kind["missing_content"] == {"medium": 2}
    assert (summary.found, summary.claimed, summary.set_aside, summary.left) == (19, 13, 2, 4)
    assert summary.sentences[1].startswith("Four conflicts stand; one of them changes")


def test_what_could_not_be_checked_is_listed_with_its_reason(contents: Contents) -> None:
    rows = [(row.source, row.set_aside, row.reason, row.counts) for row in contents.unchecked]
    assert rows == [
        ("lanternfish-en", True, "part of a name", {"numbers": 2}),
        ("lanternfish-en", False, NOT_TIED, {"numbers": 1, "names": 1}),
        ("lanternfish-ja", False, NOT_TIED, {"numbers": 2}),
    ]
    assert [s.source for s in contents.skipped] == ["scan.pdf"]


def test_matters_show_sources_side_by_side_where_they_differ(contents: Contents) -> None:
    years = next(m for m in contents.matters if m.predicate == "published_in")
    assert years.accord == "differ"
    assert {voice.source: voice.value for voice in years.voices} == {
        "lanternfish-en": "2025",
        "papers": "2025",
        "weekly-zh": "2024",
    }


def test_sources_that_share_a_value_and_state_others_agree_in_part() -> None:
    ledger = sample.ledger()
    sizes = [c for c in ledger.claims if c.predicate == "parameter_count" and c.language != "ja"]
    assert [m.accord for m in build(replace(ledger, claims=tuple(sizes))).matters] == ["agree"]
    third = replace(sizes[0], value=Year(value=2001))
    more = build(replace(ledger, claims=(*sizes, third)))
    assert [m.accord for m in more.matters] == ["partly"]


def test_the_order_of_the_records_changes_nothing(contents: Contents) -> None:
    ledger = sample.ledger()
    turned = replace(
        ledger, sources=ledger.sources[::-1], claims=ledger.claims[::-1],
        conflicts=ledger.conflicts[::-1], notices=ledger.notices[::-1],
        agreements=ledger.agreements[::-1], decisions=ledger.decisions[::-1],
        rules=ledger.rules[::-1], documents=dict(reversed(list(ledger.documents.items()))),
        coverage=dict(reversed(list(ledger.coverage.items()))),
    )  # fmt: skip
    assert build(turned) == contents


def test_a_quote_of_another_snapshot_shows_its_own_context_and_no_line() -> None:
    conflict = sample.conflicts()[0]
    side = conflict.sides[0]
    old = replace(side, quote=replace(side.quote, snapshot="another"))
    built = build(replace(sample.ledger(), conflicts=(replace(conflict, sides=(old,)),)))
    passage = built.cards[0].lead.sides[0].passage
    assert passage.line is None
    assert passage.before.endswith("tokens. Three of the ") and passage.clipped_before
    assert passage.words == "five evaluations"


def test_a_blank_between_two_blocks_is_read_with_both() -> None:
    document = sample.read("one", "the first line\nthe second line", "en")
    blocks = (
        Block(kind="paragraph", start=0, end=14, content=Span(start=0, end=14), language="en"),
        Block(kind="list_item", start=15, end=30, content=Span(start=15, end=30), language="en"),
    )
    places = Places(documents={"one": replace(document, blocks=blocks)}, sources={})
    passage = places.passage(document.quote(14, 15))
    assert (passage.before, passage.words) == ("the first line", "\n")
    assert passage.line == 1


def test_the_context_begins_behind_a_list_marker_and_at_a_fields_key() -> None:
    document = sample.read("one", "- Size: 36 billion", "en")
    field = Block(kind="field", start=0, end=18, content=Span(start=8, end=18), language="en",
                  label="Size")  # fmt: skip
    item = Block(kind="list_item", start=0, end=18, content=Span(start=2, end=18), language="en",
                 label="- ")  # fmt: skip
    for block in (field, item):
        places = Places(documents={"one": replace(document, blocks=(block,))}, sources={})
        assert places.passage(document.quote(8, 18)).before == "Size: "


def test_a_long_sentence_is_cut_on_both_sides() -> None:
    document = sample.read("one", "many words " * 50 + "here" + " and more" * 50, "en")
    places = Places(documents={"one": document}, sources={})
    passage = places.passage(document.quote(550, 554))
    assert passage.words == "here"
    assert passage.clipped_before and passage.clipped_after
    assert len(passage.before) <= 180 and len(passage.after) <= 180


def test_an_empty_ledger_gives_an_empty_report() -> None:
    ledger = replace(
        sample.ledger(), sources=(), documents={}, claims=(), notices=(), conflicts=(),
        agreements=(), decisions=(), statuses={}, history={}, coverage={}, skipped=(), rules=(),
    )  # fmt: skip
    contents = build(ledger)
    assert contents.cards == ()
    assert "No conflict was found." in contents.summary.sentences

"""Two revisions compared: what opened, closed, flipped; from contents and from old JSON reports."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from factcheck.corrections.ledger import Ledger
from factcheck.errors import InputError, UsageError
from factcheck.model import Decision
from factcheck.reports import build, render
from factcheck.reports.comparing import compare
from factcheck.reports.contents import Comparison
from factcheck.reports.formats.changes import TURN_LIMIT, render_changes
from factcheck.reports.standpoint import Standpoint, of_contents, of_report
from factcheck.reports.visible import visible
from tests.reports import sample
from tests.reports.hostile import ledger_of
from tests.reports.test_hostile import HOSTILE, OUR_ELEMENTS, READER, leaves

BEFORE = sample.ledger()


def at(ledger: Ledger) -> Standpoint:
    return of_contents(build(ledger))


def later() -> Ledger:
    """The sample, a week on: one conflict settled and one gone, one taken up again, one new, one
    ruled the other way, one deferred."""
    slip, year, count, *rest = (
        next(c for c in BEFORE.conflicts if c.code == code)
        for code in ("FC301", "FC401", "FC102", "FC601")
    )
    first = next(c for c in BEFORE.conflicts if c.code == "FC501")
    new = replace(first, code="FC502", message="a table is referred to and absent")
    ruled = Decision(
        at="2026-02-10T09:00:00.000000Z", actor="Jun Okabe", kind="decide",
        object=year.fingerprint, body={"verdicts": ["right", "wrong"]}, reason="The journal erred.",
    )  # fmt: skip
    settled = replace(ruled, object=slip.fingerprint, body={"verdicts": ["right", "wrong"]})
    return replace(
        BEFORE, revision="a1b2c3d4e5f60718293a4b5c6d7e8f90",
        conflicts=(replace(slip, state="decided"), year, replace(count, state="open"),
                   replace(first, state="deferred"), new, *rest),
        history={**BEFORE.history, year.fingerprint: (ruled,), slip.fingerprint: (settled,)},
        statuses=dict.fromkeys(BEFORE.statuses, "corrected"),
        corrections=tuple(replace(c, state="published") if c.state == "applied" else c
                          for c in BEFORE.corrections),
        sources=tuple(s for s in BEFORE.sources if s.slug != "papers"),
    )  # fmt: skip


def codes(changes: Comparison, name: str) -> list[tuple[str, str, str]]:
    return [(turn.code, turn.before, turn.after) for turn in getattr(changes, name)]


def test_every_turn_is_in_its_list() -> None:
    changes = compare(at(BEFORE), at(later()))
    assert codes(changes, "opened") == [
        ("FC502", "", "open"), ("FC102", "dismissed: not a mistake", "open"),
    ]  # fmt: skip
    assert codes(changes, "closed") == [
        ("FC301", "open", "decided: A right, B wrong"), ("FC501", "open", ""),
    ]  # fmt: skip
    assert codes(changes, "flipped") == [
        ("FC401", "decided: A wrong, B right", "decided: A right, B wrong"),
    ]  # fmt: skip
    assert codes(changes, "moved") == [("FC501", "open", "deferred")]
    assert [(t.before, t.after) for t in changes.claims] == [("disputed", "corrected")]
    assert [(t.name, t.after) for t in changes.corrections] == [("2024 年 → 2025 年", "published")]
    assert [(t.id, t.after) for t in changes.sources] == [("papers", "gone")]
    assert changes.sentences == (
        "Since revision 5f0c9a1b7e3d, two conflicts opened, two conflicts closed, one ruling "
        "flipped, one conflict changed its state, one correction moved on, one claim changed its "
        "status and one source came, went or changed.",
    )


def test_the_way_back_is_the_way_there_reversed() -> None:
    there, back = compare(at(BEFORE), at(later())), compare(at(later()), at(BEFORE))
    assert {t.id for t in there.opened} == {t.id for t in back.closed}
    assert {t.id for t in there.closed} == {t.id for t in back.opened}
    assert {(t.id, t.before, t.after) for t in there.flipped} == {
        (t.id, t.after, t.before) for t in back.flipped
    }


def test_nothing_changed_between_a_revision_and_itself() -> None:
    changes = compare(at(BEFORE), at(BEFORE))
    assert not any((changes.opened, changes.closed, changes.flipped, changes.moved,
                    changes.claims, changes.corrections, changes.sources))  # fmt: skip
    assert changes.sentences == ("Nothing changed since revision 5f0c9a1b7e3d.",)


@pytest.mark.parametrize("ledger", [BEFORE, later()], ids=["before", "later"])
def test_a_json_report_tells_the_same_as_the_contents(ledger: Ledger) -> None:
    contents = build(ledger)
    assert of_report(render(contents, "json"), "report.json") == of_contents(contents)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_come_back_equal_and_stay_text(text: str) -> None:
    contents = build(ledger_of(text))
    standpoint = of_contents(contents)
    assert of_report(render(contents, "json"), "report.json") == standpoint
    changes = compare(at(BEFORE), standpoint)
    assert any(turn.name == text for turn in (*changes.opened, *changes.flipped))
    for told in (
        render_changes(changes, "markdown"), render(build(BEFORE, since=standpoint), "markdown"),
    ):  # fmt: skip
        tokens = leaves(READER.parse(told))
        assert not {"link_open", "image", "html_block", "fence"} & {t.type for t in tokens}
        assert {t.content for t in tokens if t.type == "html_inline"} <= OUR_ELEMENTS
    plain = render_changes(changes, "text")
    assert visible(plain) == plain and "\t" not in plain


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "[" * 100_000, '{"format": "factcheck-check/1"}', "no json",
             '{"format": "factcheck-report/1", "cards": 1}'],
)  # fmt: skip
def test_what_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"old\.json: it is no JSON report"):
        of_report(text, "old.json")


def test_a_report_tells_what_changed_where_it_is_asked_to() -> None:
    asked, plain = build(later(), since=at(BEFORE)), build(later())
    assert plain.since is None
    assert asked.since is not None and asked.summary.sentences[-1] == asked.since.sentences[0]
    told = render(asked, "markdown")
    assert "## What changed since revision 5f0c9a1b7e3d4c2f8a6b0d9e1c3f5a7b" in told
    assert "decided: A wrong, B right → decided: A right, B wrong" in told
    assert "What changed since" not in render(plain, "markdown")
    assert "\nRuled otherwise\n" in render(asked, "text")
    assert json.loads(render(asked, "json"))["since"]["flipped"][0]["code"] == "FC401"


def test_long_lists_are_counted() -> None:
    first = next(c for c in BEFORE.conflicts if c.code == "FC501")
    many = tuple(replace(first, ordinal=n) for n in range(TURN_LIMIT + 7))
    changes = compare(at(replace(BEFORE, conflicts=())), at(replace(BEFORE, conflicts=many)))
    assert len(changes.opened) == TURN_LIMIT + 7
    assert "- and 7 more opened" in render_changes(changes, "markdown")
    assert len(json.loads(render_changes(changes, "json"))["opened"]) == TURN_LIMIT + 7


def test_another_format_is_refused() -> None:
    with pytest.raises(UsageError, match="one of markdown, text, json"):
        render_changes(compare(at(BEFORE), at(BEFORE)), "html")

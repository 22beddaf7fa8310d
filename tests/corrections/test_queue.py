"""The queue without a screen: what comes first, what waits, where a reviewer goes on."""

from __future__ import annotations

from factcheck.corrections.queue import Filters, Item, Queue
from factcheck.model import Conflict
from tests.corrections.sample import Desk, by, document, finding

TODAY = "2026-01-05"


def words(items: list[Item]) -> list[str]:
    return [item.place.exact for item in items]


def queue(desk: Desk, filters: Filters | None = None, today: str = TODAY) -> Queue:
    made = Queue(filters or Filters(), today)
    made.refresh(desk.ledger)
    return made


def mixed() -> Desk:
    doc = document()
    found: tuple[Conflict, ...] = (
        finding(doc, "7 billion", "70 billion", severity="low"),
        finding(doc, "2019", "2020", severity="high", sure=60, code="FC401"),
        finding(doc, "3 trillion", severity="high", sure=90),
    )
    return Desk(documents={"weekly": doc}, conflicts=found)


def test_gravest_first_then_surest() -> None:
    made = queue(mixed())
    assert words(made.items) == ["3 trillion", "2019", "7 billion"]
    assert made.left() == {"high": 2, "medium": 0, "low": 1, "info": 0}


def test_a_ruling_brings_the_next_item() -> None:
    desk = Desk()
    made = queue(desk)
    first, second, _ = words(made.items)
    desk.accept(first, by("Ana"))
    made.refresh(desk.ledger)
    assert made.current is not None
    assert made.current.place.exact == second
    assert (made.position, made.total, len(made.items)) == (1, 3, 2)


def test_a_new_queue_goes_on_where_the_old_one_stopped() -> None:
    desk = Desk()
    desk.accept("7 billion", by("Ana"))
    assert words(queue(desk).items) == ["2019", "3 trillion"]


def test_a_skipped_item_comes_last_and_still_waits() -> None:
    made = queue(Desk())
    made.skip()
    assert words(made.items) == ["2019", "3 trillion", "7 billion"]
    assert made.current is not None and made.current.place.exact == "2019"
    made.refresh(Desk().ledger)
    assert words(made.items) == ["2019", "3 trillion", "7 billion"]


def test_a_deferred_item_waits_again_from_its_day_on() -> None:
    desk = Desk()
    desk.defer("2019", "2026-02-01", by("Ana"))
    assert words(queue(desk).items) == ["7 billion", "3 trillion"]
    assert "2019" in words(queue(desk, today="2026-02-01").items)
    desk.accept("2019", by("Bo", 1))
    assert desk.case("2019").state == "accepted"


def test_a_rejected_fix_leaves_its_finding_for_a_second_look_at_the_end() -> None:
    desk = Desk()
    desk.reject("7 billion", "wrong_fix", by("Ana"))
    made = queue(desk)
    assert words(made.items) == ["2019", "3 trillion", "7 billion"]
    assert made.items[-1].second_look
    assert "accept" not in made.items[-1].actions
    assert {"dismiss", "decide"} <= made.items[-1].actions


def test_filters() -> None:
    desk = mixed()
    desk.assign("2019", "Bo", by("Ana"))
    assert words(queue(desk, Filters(codes=("FC4",))).items) == ["2019"]
    assert words(queue(desk, Filters(assignee="Bo")).items) == ["2019"]
    assert words(queue(desk, Filters(assignee="-")).items) == ["3 trillion", "7 billion"]
    assert words(queue(desk, Filters(sources=frozenset({"monthly"}))).items) == []
    assert len(queue(desk, Filters(subjects=("ossia",))).items) == 3
    assert words(queue(desk, Filters(subjects=("heron",))).items) == []


def test_findings_of_one_cause_are_one_item() -> None:
    doc = document("# Week\n\nPeople who left:\n\nPeople who came:\n\nOssia came in 2019.\n")
    lists = [finding(doc, who, kind="missing_content", code="FC501", severity="medium")
             for who in ("People who left", "People who came")]  # fmt: skip
    (item,) = queue(Desk(documents={"weekly": doc}, conflicts=tuple(lists))).items
    assert len(item.ids) == 2
    assert "edit" not in item.actions


def test_nothing_left() -> None:
    desk = Desk()
    for second, old in enumerate(("7 billion", "2019", "3 trillion")):
        desk.accept(old, by("Ana", second))
    made = queue(desk)
    assert made.current is None
    assert made.position == 0
    made.skip()
    made.move(1)


def test_a_fix_waits_by_itself_after_a_verdict_that_its_words_are_wrong() -> None:
    desk = Desk()
    ruling = desk.decide("7 billion", "wrong", by("Ana"))
    desk.decide("2019", "right", by("Ana", 1))
    made = queue(desk)
    assert sorted(words(made.items)) == ["3 trillion", "7 billion"]
    (left,) = (item for item in made.items if item.place.exact == "7 billion")
    assert (left.conflicts, left.state) == ((), "proposed")
    assert "accept" in left.actions and "decide" not in left.actions
    desk.undo(ruling, by("Ana", 2))
    made.refresh(desk.ledger)
    assert all(item.conflicts for item in made.items)

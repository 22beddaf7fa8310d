"""Articles as pages: the words as they are, what was found marked on them, also where marks
overlap, lie between blocks or cover several."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Conflict, Severity, Side
from factcheck.reports import build
from factcheck.reports.article import ArticleView, Mark
from tests.reports import sample

TEXT = "The heron has 4 eggs.\n\nThe other heron has 40 eggs, they say.\n\nNobody counted."
SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
        lambda span: (span[0], min(len(TEXT), span[0] + span[1]))
    ),
    max_size=8,
)


def conflict(slug: str, *spans: tuple[int, int], severity: Severity = "medium") -> Conflict:
    document = DOCUMENTS[slug]
    return Conflict(
        code="FC101", kind="internal", severity=severity, message="the two cannot both hold",
        sides=tuple(Side(quote=document.quote(start, end)) for start, end in spans),
        section=str(spans),
    )  # fmt: skip


DOCUMENTS = {"herons": sample.read("herons", TEXT, "en")}


def article(*conflicts: Conflict) -> ArticleView:
    ledger = replace(
        sample.ledger(), documents=DOCUMENTS, conflicts=conflicts, claims=(), notices=(),
        corrections=(), agreements=(), history={}, stale=(),
    )  # fmt: skip
    (view,) = build(ledger).articles
    return view


def written(view: ArticleView) -> list[str]:
    return ["".join(run.text for run in p.runs) for p in view.paragraphs]


def ended(view: ArticleView) -> list[Mark]:
    return [mark for p in view.paragraphs for run in p.runs for mark in run.ends]


def noted(view: ArticleView) -> list[Mark]:
    return [mark for p in view.paragraphs for mark in p.notes]


@given(SPANS)
def test_whatever_is_marked_the_text_stays_and_every_mark_has_one_number_and_one_note(
    spans: list[tuple[int, int]],
) -> None:
    view = article(*(conflict("herons", span) for span in dict.fromkeys(spans)))
    assert written(view) == TEXT.split("\n\n")
    marks = noted(view)
    assert [mark.number for mark in marks] == list(range(1, len(set(spans)) + 1))
    assert {mark.anchor for mark in ended(view)} == {mark.anchor for mark in marks}
    assert len(ended(view)) == len(marks) == view.noted


def test_where_marks_overlap_the_strongest_is_seen_and_both_are_counted() -> None:
    view = article(
        conflict("herons", (4, 15), severity="low"), conflict("herons", (14, 20), severity="high")
    )
    runs = [(run.text, run.look, run.layers) for run in view.paragraphs[0].runs]
    assert runs == [
        ("The ", None, 0), ("heron has ", "low", 1), ("4", "high", 2), (" eggs", "high", 1),
        (".", None, 0),
    ]  # fmt: skip


def test_a_mark_over_two_paragraphs_is_noted_at_the_first_and_numbered_at_the_last() -> None:
    view = article(conflict("herons", (14, 30)))
    assert [len(p.notes) for p in view.paragraphs] == [1, 0, 0]
    assert [any(run.ends for run in p.runs) for p in view.paragraphs] == [False, True, False]


def test_words_between_two_paragraphs_are_noted_with_the_one_before() -> None:
    view = article(conflict("herons", (21, 23)))
    assert [len(p.notes) for p in view.paragraphs] == [1, 0, 0]
    assert view.paragraphs[0].runs[-1].ends == view.paragraphs[0].notes


def test_both_sides_lead_to_the_finding_and_are_named_by_it() -> None:
    found = conflict("herons", (14, 15), (43, 45))
    marks = noted(article(found))
    name = f"c-{found.fingerprint[:12]}"
    assert [(m.anchor, m.target, m.label) for m in marks] == [
        (f"at-{name}-a", name, "A"), (f"at-{name}-b", name, "B"),
    ]  # fmt: skip


def test_of_a_record_only_the_entries_with_a_finding_are_shown() -> None:
    document = replace(DOCUMENTS["herons"], kind="record")
    ledger = replace(
        sample.ledger(), documents={"herons": document},
        conflicts=(conflict("herons", (43, 45)),), claims=(), notices=(), corrections=(),
        agreements=(), history={}, stale=(),
    )  # fmt: skip
    (view,) = build(ledger).articles
    assert written(view) == ["The other heron has 40 eggs, they say."]
    assert (view.paragraphs[0].left_out, view.left_out) == (1, 1)


def test_notices_corrections_and_claims_are_marked_too_and_settled_ones_look_so() -> None:
    views = {view.source: view for view in build(sample.ledger()).articles}
    looks = {
        source: {run.text: run.look for p in view.paragraphs for run in p.runs if run.look}
        for source, view in views.items()
    }
    assert looks["weekly-zh"]["2024 年"] == "correction"
    assert looks["weekly-zh"]["360 亿"] == "claim"
    assert looks["weekly-zh"]["，特此更正"] == "notice"
    assert looks["lanternfish-ja"]["36億"] == "high"
    assert looks["lanternfish-en"]["five"] == "correction"
    assert looks["lanternfish-en"][" evaluations"] == "settled"

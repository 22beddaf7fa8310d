"""Which side is likelier right: the evidence is named, and where there is none that is said."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.model import Conflict
from factcheck.reconcile import reconcile
from factcheck.reconcile.likelier import Told, which_side
from factcheck.sources import read_text


def _conflicts(*texts: str) -> list[Conflict]:
    read = [extract(read_text(text, f"{n}.md")) for n, text in enumerate(texts)]
    return [c for c in reconcile(read).conflicts if c.code in ("FC101", "FC201")]


def _told(value: str, source: str, **more: object) -> Told:
    return Told(value=value, source=source, **more)  # type: ignore[arg-type]


def test_two_equal_sources_leave_it_open() -> None:
    (found,) = _conflicts("Skylark has 70 billion parameters.", "Skylark has 7 billion parameters.")
    assert found.explanation[-1] == (
        "the text cannot tell which is right: 1 source against 1 source, "
        "and nothing else tips the scale"
    )


def test_more_independent_sources_are_counted() -> None:
    found = _conflicts(
        "Skylark has 70 billion parameters.", "Skylark has 7 billion parameters.",
        "The size of Skylark is 70 billion parameters, its makers say.",
    )  # fmt: skip
    (lines,) = {c.explanation[-2:] for c in found}
    assert lines[0].startswith("likelier right: 70 billion")
    assert lines[1] == "2 independent sources against 1 independent source"


def test_word_for_word_copies_count_once() -> None:
    told = [_told("7", "a", words="theskylarkhassevenwings"), _told("9", "d", words="another")]
    told += [_told("7", name, words="theskylarkhassevenwings") for name in ("b", "c")]
    assert which_side(told)[0].startswith("the text cannot tell")


EVIDENCE = [
    ({"rank": 1}, "a reference record says so; an article tells, a record is kept"),
    ({"date": "2024-05-02"}, "the newer source says so (2024-05-02 against 2023-01-01)"),
    ({"adds_up": True}, "the parts named beside it add up to it"),
]


@pytest.mark.parametrize(("more", "line"), EVIDENCE)
def test_what_tips_the_scale_is_named(more: dict[str, object], line: str) -> None:
    lines = which_side([_told("7", "a", **{"date": "2023-01-01", **more}),
                        _told("9", "b", date="2023-01-01")])  # fmt: skip
    assert lines[0].startswith("likelier right: 7 (")
    assert line in lines


def test_parts_that_add_up_speak_for_their_total() -> None:
    one = "Skylark was trained on 300 books: 200 novels and 100 atlases."
    other = "Skylark was trained on 330 books."
    told = [_told("300", "a", adds_up=True, words=one), _told("330", "b", words=other)]
    assert which_side(told)[0].startswith("likelier right: 300")

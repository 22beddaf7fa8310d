"""What became of the claims of an article when it was changed, and the changes made in silence."""

from __future__ import annotations

import pytest

from factcheck.claims import Extraction, extract
from factcheck.model import Conflict
from factcheck.reconcile import reconcile
from factcheck.reconcile.changes import Change, Versions, follow
from factcheck.sources import read_text

OLD = """# Herons of the lake

The reserve was founded in 1987. The lake covers 280 hectares.

## The model

Ardea-2 has 27 billion parameters. It was trained on 3.5 trillion tokens.

## Visitors

In 2021 the reserve had 41,000 visitors. Entry costs $12.
"""


def version(text: str) -> Extraction:
    return extract(read_text(text, "lake"))


def change_of(words: str, new: str, old: str = OLD) -> Change:
    """What became of the claim that quotes these words."""
    changes = Versions(version(old), version(new)).changes()
    [found] = [c for c in changes if words in c.before.quote.exact][:1]
    return found


def silent(*texts: str) -> list[Conflict]:
    *earlier, latest = map(version, texts)
    return list(reconcile([latest], select=("FC8",), earlier={"lake": tuple(earlier)}).conflicts)


@pytest.mark.parametrize(("new", "words", "outcome"), [
    (OLD, "27 billion", "unchanged"),
    ("A new first line.\n\n" + OLD, "27 billion", "unchanged"),
    (OLD.replace("Ardea-2 has 27 billion parameters. It was", "It was")
     .replace("## Visitors\n", "## Visitors\n\nArdea-2 has 27 billion parameters."),
     "27 billion", "moved"),
    (OLD.replace("27 billion", "27B"), "27 billion", "reworded_same_value"),
    (OLD.replace("41,000", "41 thousand"), "41,000", "reworded_same_value"),
    (OLD.replace("27 billion", "270 billion"), "27 billion", "value_changed"),
    (OLD.replace("27 billion", "127 billion"), "27 billion", "value_changed"),
    (OLD.replace("27 billion", "27.5 billion"), "27 billion", "value_changed"),
    (OLD.replace("27 billion", "27 million"), "27 billion", "value_changed"),
    (OLD.replace("has 27", "does not have 27"), "27 billion", "value_changed"),
    (OLD.replace("Ardea-2 has 27 billion parameters. ", ""), "27 billion", "removed"),
    (OLD.replace("41,000", "4,100"), "41,000", "value_changed"),
    (OLD.replace("$12", "$1.2"), "$12", "value_changed"),
])  # fmt: skip
def test_outcomes(new: str, words: str, outcome: str) -> None:
    assert change_of(words, new).outcome == outcome


def test_a_value_is_not_the_same_because_its_digits_stayed() -> None:
    """Blanks and punctuation carry meaning: the pairs that a loose comparison loses."""
    pairs = [("$3.5 billion", "$35 billion"), ("5%", "5"), ("-2%", "2%"), ("version 1.2",
             "version 12"), ("2–3 times", "23 times"), ("3.5亿", "35亿")]  # fmt: skip
    for one, other in pairs:
        for before, after in ((one, other), (other, one)):
            old = f"In that year the Ardea system reached {before} in the trial, they said."
            new = old.replace(before, after)
            changes = Versions(version(old), version(new)).changes()
            found = [c for c in changes if before in c.before.quote.exact]
            assert all(c.outcome == "value_changed" for c in found), (before, after)


def test_a_moved_section_takes_its_claims_along() -> None:
    head, model, visitors = OLD.partition("## The model")[0], "## The model" + OLD.partition(
        "## The model")[2].partition("## Visitors")[0], "## Visitors" + OLD.partition(
        "## Visitors")[2]  # fmt: skip
    changes = Versions(version(OLD), version(head + visitors + "\n" + model)).changes()
    assert {c.outcome for c in changes} <= {"unchanged", "moved"}
    for change in changes:
        assert change.quote is not None
        assert change.quote.exact == change.before.quote.exact


def test_a_changed_value_without_a_notice_is_a_conflict() -> None:
    [found] = silent(OLD, OLD.replace("27 billion", "2.7 billion"))
    assert (found.code, found.severity) == ("FC801", "high")
    assert "2.7 billion" in found.sides[0].quote.exact
    assert any("27 billion" in line for line in found.explanation)


@pytest.mark.parametrize("notice", [
    "Correction: Ardea-2 has 2.7 billion parameters, not 27 billion as stated earlier.",
    "Correction: an earlier version of this article gave the wrong number of parameters.",
])  # fmt: skip
def test_a_change_with_a_notice_is_none(notice: str) -> None:
    assert not silent(OLD, OLD.replace("27 billion", "2.7 billion") + f"\n{notice}\n")


def test_a_notice_of_another_value_does_not_cover_a_change() -> None:
    new = OLD.replace("27 billion", "2.7 billion").replace("$12", "$14")
    codes = silent(OLD, new + "\nCorrection: the entry costs $14, not $12.\n")
    assert [c.sides[0].quote.exact for c in codes if "2.7 billion" in c.sides[0].quote.exact]
    assert not [c for c in codes if "$14" in c.sides[0].quote.exact]


def test_a_silent_change_stays_found_when_later_versions_change_something_else() -> None:
    changed = OLD.replace("27 billion", "2.7 billion")
    later = changed.replace("Herons of the lake", "The herons of the lake")
    [found] = silent(OLD, changed, later)
    assert found.code == "FC801"
    again = silent(OLD, changed, later.replace("2.7 billion", "27 billion"))
    assert not again  # taken back


def test_a_late_notice_settles_a_silent_change() -> None:
    changed = OLD.replace("27 billion", "2.7 billion")
    told = changed + "\nCorrection: Ardea-2 has 2.7 billion parameters, not 27 billion.\n"
    assert not silent(OLD, changed, told)


def test_statements_taken_out_are_one_finding_for_a_passage() -> None:
    gone = OLD.partition("## Visitors")[0]
    found = [c for c in silent(OLD, gone) if c.code == "FC802"]
    assert len(found) == 1
    assert "tokens" in found[0].sides[0].quote.exact  # what stands before the gap


def test_a_claim_is_followed_over_all_versions() -> None:
    history = follow([version(OLD), version(OLD.replace("27 billion", "28 billion")),
                      version(OLD.replace("27 billion", "29 billion"))])  # fmt: skip
    [trace] = [t for t in history.traces if "27 billion" in t.first.claim.quote.exact]
    assert [s.change.outcome for s in trace.steps if s.change] == ["value_changed"] * 2
    assert "29 billion" in trace.last.claim.quote.exact
    assert not [t for t in history.traces if "28 billion" in t.first.claim.quote.exact]

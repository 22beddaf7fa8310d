"""What others say of an article's words, taken in: as claims, disputes and proposals, all or none,
and our own exports come back equal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck import workflow
from factcheck.model import Json, Source
from factcheck.reports import build, render
from factcheck.workflow import Act, ImportedRemarks, LoggedClaim
from factcheck.workflow.byhand import pointed_at
from factcheck.workflow.tabular import TableRefused
from factcheck.workspace import Workspace
from tests.workflow.conftest import ENGLISH, JAPANESE, NEWS, NOW, write

ADA = Act(actor="ada", now=NOW)
SIZE = "70 billion parameters"


def founded(root: Path) -> Workspace:
    """A desk with the three articles, one of which has an address, read once."""
    workspace = workflow.init(root, "desk")
    write(workspace, "lyra-en", ENGLISH, Source(slug="x", url="https://example.org/lyra"))
    write(workspace, "lyra-ja", JAPANESE)
    write(workspace, "monday", NEWS + "\nA 👩‍🔬 saw Ossia twice. She saw Ossia again.\n")
    workflow.run(workspace, now=NOW)
    return workspace


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return founded(tmp_path / "desk")


def take(desk: Workspace, *entries: Json | str, act: Act = ADA) -> ImportedRemarks:
    path = desk.root.parent / "remarks.jsonld"
    text = entries[0] if isinstance(entries[0], str) else json.dumps({"@graph": entries})
    path.write_text(text, encoding="utf-8")
    return workflow.import_remarks(desk, path, act)


def review(
    words: str, rating: Json, source: str = "https://example.org/lyra/", **more: Any
) -> Json:
    return {
        "@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": words,
        "reviewRating": {"@type": "Rating", **rating},
        "author": {"@type": "Organization", "name": "The Checkers"},
        "datePublished": "2025-12-24",
        "itemReviewed": {"@type": "Claim", "appearance": {"@type": "CreativeWork", "url": source}},
        **more,
    }  # fmt: skip


def note(motivation: str, body: object, selector: object, source: str = "monday") -> Json:
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
            "motivation": motivation, "body": body, "creator": {"type": "Person", "name": "Kim"},
            "target": {"source": f"urn:factcheck:source:{source}",
                       "selector": selector}}  # fmt: skip


def quoted(exact: str, prefix: str = "", suffix: str = "") -> Json:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def test_a_review_disputes_the_claim_at_its_words(desk: Workspace) -> None:
    url = "https://checkers.example/17"
    rating = {"alternateName": "Mostly false", "ratingValue": 2, "ratingExplanation": "It is 400B."}
    done = take(desk, review("300 billion tokens", rating, url=url))
    assert (done.logged, done.disputed, done.proposed) == (0, 1, 0)
    ledger = workflow.load_ledger(desk)
    (dispute,) = ledger.decisions
    assert (dispute.kind, dispute.actor, dispute.reason) == ("dispute", "ada", "It is 400B.")
    assert dispute.body["from"]["creator"] == "The Checkers"
    assert dispute.body["exhibits"][0]["url"] == url
    claim = next(c for c in ledger.claims if c.key == dispute.object)
    assert "300 billion tokens" in claim.quote.exact
    assert ledger.statuses[claim.key] == "disputed"


@pytest.mark.parametrize(
    ("rating", "stances"),
    [
        ({"ratingValue": 1}, ["refutes"]), ({"ratingValue": "4.5"}, ["supports"]),
        ({"ratingValue": 3}, []), ({"alternateName": "属实"}, ["supports"]),
        ({"alternateName": "誤り。"}, ["refutes"]), ({"alternateName": "Four Pinocchios"}, []),
        ({"ratingValue": 80, "bestRating": 100, "worstRating": 0}, ["supports"]),
        ({"ratingValue": 1, "bestRating": 1, "worstRating": 6}, ["supports"]),
    ],
)  # fmt: skip
def test_words_nobody_read_are_logged_and_the_rating_says_how_they_stand(
    desk: Workspace, rating: Json, stances: list[str]
) -> None:
    done = take(desk, review("a small language model", rating))
    assert (done.logged, done.disputed) == (1, len(stances))
    made = workflow.load_ledger(desk).decisions
    assert [d.body["stance"] for d in made if d.kind == "dispute"] == stances


def test_annotations_become_claims_disputes_and_proposals(desk: Workspace) -> None:
    done = take(
        desk,
        note("describing", {"type": "TextualBody", "value": "what it is"}, quoted("is free")),
        note("oa:questioning", {"value": "the page says 65"}, quoted(SIZE)),
        note("http://www.w3.org/ns/oa#editing", {"value": "65 billion"}, quoted("70 billion")),
        note("tagging", {"value": "x"}, quoted("is free")),
    )
    assert (done.logged, done.disputed, done.proposed, done.passed) == (1, 1, 1, 1)
    ledger = workflow.load_ledger(desk)
    (case,) = [c for c in ledger.corrections if c.replacement == "65 billion"]
    assert (case.target.exact, case.state) == ("70 billion", "proposed")


def test_a_position_of_the_copy_that_was_read_and_a_quote_in_context(desk: Workspace) -> None:
    text = workflow.load_ledger(desk).documents["monday"].text
    start = text.index("Ossia again")
    position = {"type": "TextPositionSelector", "start": start, "end": start + 5}
    by_place = note("commenting", "x", [quoted("Ossia"), position])
    by_place["body"] = {"value": "which one?"}
    by_context = note("commenting", {"value": "twice?"}, quoted("Ossia", "👩‍🔬 saw ", " twice"))
    assert take(desk, by_place, by_context).disputed == 2
    found = [c.quote.start for c in workflow.load_ledger(desk).claims
             if c.extractor == "person:ada"]  # fmt: skip
    assert found == [text.index("Ossia twice"), start]


@pytest.mark.parametrize(
    ("entry", "column"),
    [
        (review("300 billion tokens", {"ratingValue": 1}, "https://example.org/other"), "source"),
        (review("no such words", {"ratingValue": 1}), "quote"),
        (review("300 billion tokens", {}), "reviewRating"),
        (review("300 billion tokens", {"ratingValue": "many"}), "reviewRating.ratingValue"),
        (review("300 billion tokens", {"ratingValue": 1}, itemReviewed=7), "itemReviewed"),
        (review("", {"ratingValue": 1}), "claimReviewed"),
        (note("describing", {"value": "x"}, quoted("Ossia has")), "quote"),
        (note("questioning", [], quoted("is free")), "body"),
        (note("dreaming", {"value": "x"}, quoted("is free")), "motivation"),
        (note("describing", {"value": "x"}, {"type": "CssSelector", "value": "p"}),
         "target.selector"),
        (note("describing", {"value": "x"},
              {"type": "TextPositionSelector", "start": -1, "end": 4}), "target.selector.start"),
        (note("describing", {"value": "x"},
              {"type": "TextPositionSelector", "start": 0, "end": 4}), "target.selector"),
        (note("describing", {"value": "x"}, quoted("x" * 5001)), "quote"),
        (note("editing", {"value": "is free"}, quoted("is free")), "propose"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_entry_and_field_and_nothing_is_kept(
    desk: Workspace, entry: Json, column: str
) -> None:
    good = review("300 billion tokens", {"ratingValue": 1})
    before = desk.decisions.read_bytes() if desk.decisions.exists() else b""
    with pytest.raises(TableRefused) as refused:
        take(desk, good, entry, entry)
    assert [(p.line, p.column) for p in refused.value.problems] == [(2, column), (3, column)]
    assert "first in entry 2" in str(refused.value)
    assert workflow.load_ledger(desk).decisions == ()
    assert (desk.decisions.read_bytes() if desk.decisions.exists() else b"") == before


@pytest.mark.parametrize(
    "text", ["", "[" * 100_000, "{}", '{"@graph": []}', '{"a": 1, "a": 2}', '{"a": NaN}', "7"]
)
def test_what_is_no_such_file_is_refused(desk: Workspace, text: str) -> None:
    with pytest.raises(Exception, match=r"1 mistake|empty file"):
        take(desk, text)


def test_doing_it_again_changes_nothing(desk: Workspace) -> None:
    entries = (review("300 billion tokens", {"ratingValue": 1}, url="https://checkers.example/1"),
               review("a small language model", {"alternateName": "unclear"}),
               note("questioning", {"value": "who says so?"}, quoted(SIZE)),
               note("editing", {"value": "65 billion"}, quoted("70 billion")))  # fmt: skip
    take(desk, *entries)
    before = workflow.load_ledger(desk).decisions
    done = take(desk, *entries)
    assert (done.logged, done.disputed, done.proposed, done.known) == (0, 0, 0, 4)
    assert workflow.load_ledger(desk).decisions == before


def test_the_same_request_under_its_key_is_no_mistake(desk: Workspace) -> None:
    entry = review("300 billion tokens", {"ratingValue": 1})
    keyed = Act(actor="ada", now=NOW, idem="once")
    assert [take(desk, entry, act=keyed).disputed for _ in range(2)] == [1, 0]


def exported(desk: Workspace, form: str) -> str:
    return render(build(workflow.load_ledger(desk)), form)


def spoken_on(desk: Workspace) -> None:
    """People log, dispute, support and propose."""
    workflow.log_claim(desk, LoggedClaim(
        source="monday", quote="is free", subject="Ossia", predicate="license", value="free",
        qualifiers={"as_of": "2026"}), ADA)  # fmt: skip
    ledger = workflow.load_ledger(desk)
    size = next(c for c in ledger.claims if "70 billion" in c.quote.exact)
    licence = next(c for c in ledger.claims if c.predicate == "license")
    because = Act(actor="ada", now=NOW, reason="the card says 65 <b>")
    workflow.dispute(
        desk, size.key, because, evidence=["https://example.org/card", "lyra-en:12 billion"]
    )
    workflow.dispute(desk, licence.key, Act(actor="ada", now=NOW, reason="as printed"),
                     stance="supports")  # fmt: skip
    workflow.propose(desk, pointed_at("monday", "70 billion"), "65 billion",
                     Act(actor="ada", now=NOW, reason="see the card", code="other"))  # fmt: skip
    take(desk, review("12 billion parameters", {"alternateName": "Half true", "ratingValue": 2.5},
                      url="https://checkers.example/9"))  # fmt: skip


def items(text: str) -> list[Json]:
    return sorted(json.loads(text)["first"]["items"], key=lambda item: str(item["id"]))


def reviews(text: str) -> list[Json]:
    found = [n for n in json.loads(text)["@graph"] if n["@type"] == "ClaimReview"]
    return sorted(found, key=lambda n: str(n["@id"]))


def named_anew(item: Json) -> Json:
    """Without the name of a dispute that was made here: that is the decision's own."""
    own = str(item["id"]).startswith("urn:factcheck:dispute:")
    return {**item, "id": "" if own else item["id"]}


def test_our_annotations_come_back_equal(desk: Workspace, tmp_path: Path) -> None:
    spoken_on(desk)
    text = exported(desk, "annotations")
    other = founded(tmp_path / "other")
    done = take(other, text)
    assert (done.logged, done.disputed, done.proposed) == (1, 3, 1)
    assert items(exported(other, "annotations")) == items(text)
    before = other.decisions.read_bytes()
    again = take(other, text)
    assert (again.logged, again.disputed, again.proposed) == (0, 0, 0)
    assert take(desk, text).disputed == 0
    assert other.decisions.read_bytes() == before


def test_our_reviews_come_back_equal(desk: Workspace, tmp_path: Path) -> None:
    spoken_on(desk)
    text = exported(desk, "schema-org")
    assert len(reviews(text)) == 3
    other = founded(tmp_path / "other")
    assert take(other, text).disputed == 3
    assert reviews(exported(other, "schema-org")) == reviews(text)
    assert take(other, text).disputed == 0
    assert take(desk, text).disputed == 0


def test_a_review_that_was_imported_is_told_as_it_was(desk: Workspace) -> None:
    given = review("300 billion tokens", {"alternateName": "Half true", "ratingValue": 2.5,
                   "bestRating": 7, "worstRating": 1, "ratingExplanation": "Only the first run."},
                   url="https://checkers.example/9")  # fmt: skip
    take(desk, given)
    (told,) = reviews(exported(desk, "schema-org"))
    for field in ("url", "claimReviewed", "reviewRating", "author", "datePublished"):
        assert told[field] == given[field], field


def test_the_command_tells_every_mistake(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from factcheck.cli.app import run as factcheck

    monkeypatch.chdir(desk.root)
    monkeypatch.setenv("FACTCHECK_ACTOR", "ada")
    path = desk.root / "reviews.json"
    path.write_text(json.dumps([review("300 billion tokens", {"ratingValue": 1})]), "utf-8")
    assert factcheck(["import", str(path)]) == 0
    assert "0 claims recorded, 1 dispute, 0 corrections proposed" in capsys.readouterr().out
    path.write_text(json.dumps([review("nothing of it", {"ratingValue": 1})]), "utf-8")
    assert factcheck(["import", str(path)]) == 3
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"{path}:1: quote: these words do not stand in lyra-en")
    assert factcheck(["import", str(desk.root / "factcheck.toml")]) == 2

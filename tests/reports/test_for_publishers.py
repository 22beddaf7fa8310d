"""What a publisher puts on the site: notices in the article's language, errata, a feed, structured
data, and a patch that git takes."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
import pytest
from lxml import etree
from pyld import jsonld  # type: ignore[import-untyped]

from factcheck.reports import build, render
from factcheck.reports.formats.publisher import BEFORE_ALL
from tests.reports import sample
from tests.reports.hostile import ledger_of
from tests.reports.test_hostile import HOSTILE

CONTENTS = build(sample.ledger())
ATOM = render(CONTENTS, "atom")
SCHEMA = "https://schema.org/"


def offline(url: str, options: object) -> dict[str, object]:
    """The one context that our documents name, without a network: all terms are schema.org's."""
    assert url == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": SCHEMA}}}


def test_notices_are_in_the_language_of_their_article() -> None:
    notices = {one.source: one.notice for one in CONTENTS.publications}
    assert "的版本写作" in notices["weekly-zh"]
    assert "以前の版" in notices["lanternfish-ja"]
    assert "An earlier version" in notices["lanternfish-en"]
    page = render(CONTENTS, "corrections")
    assert all(line.strip() in page for line in notices["weekly-zh"].splitlines())


def test_errata_hold_what_was_accepted_and_nothing_else() -> None:
    page = render(CONTENTS, "corrections")
    rows = [line for line in page.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == 3
    assert "| 2024 年 | 2025 年 | applied | 2026-02-07 |" in page
    assert "Three of the four" not in page


def test_the_feed_is_read_by_a_feed_reader() -> None:
    feed = feedparser.parse(ATOM)
    assert not feed.bozo
    assert [e.updated for e in feed.entries] == [
        "2026-02-08T10:00:00Z", "2026-02-07T10:00:00Z", "2026-02-05T10:00:00Z"]  # fmt: skip
    assert feed.feed.updated == "2026-02-08T10:00:00Z"
    assert feed.entries[1].published == "2026-02-06T10:00:00Z"
    assert feed.entries[0].link == "https://example.org/lanternfish"
    assert feed.entries[2].content[0].language == "ja"
    assert "360億" in feed.entries[2].content[0].value


def test_a_feed_without_corrections_is_a_feed() -> None:
    feed = feedparser.parse(render(build(replace(sample.ledger(), corrections=())), "atom"))
    assert not feed.bozo
    assert feed.entries == []
    assert feed.feed.updated == BEFORE_ALL


def test_structured_data_expands_to_corrections_and_reviews() -> None:
    tree = json.loads(render(CONTENTS, "schema-org"))
    nodes = jsonld.expand(tree, {"documentLoader": offline})
    articles = [n for n in nodes if f"{SCHEMA}NewsArticle" in n["@type"]]
    assert len(articles) == 3
    comment = articles[0][f"{SCHEMA}correction"][0]
    assert comment["@type"] == [f"{SCHEMA}CorrectionComment"]
    reviews = [n for n in tree["@graph"] if n["@type"] == "ClaimReview"]
    rated = [r["reviewRating"] for r in reviews]
    stars = {r["alternateName"]: r.get("ratingValue") for r in rated}
    assert stars == {"wrong": 1, "right": 5, "disputed": None}
    assert not [r for r in reviews if "url" in r], "a report has no address of its own"
    works = [r["itemReviewed"]["appearance"] for r in reviews]
    assert all(w["identifier"].startswith("urn:factcheck:source:") for w in works)
    assert all(len(r["claimReviewed"]) <= 75 for r in reviews)
    assert reviews[0]["datePublished"] == "2026-02-03T09:15:00Z"


def test_git_applies_the_patch(tmp_path: Path) -> None:
    for slug, document in sample.DOCUMENTS.items():
        (tmp_path / f"{slug}.txt").write_text(document.text, encoding="utf-8", newline="")
    patch = render(CONTENTS, "diff")
    subprocess.run(["git", "apply", "-"], input=patch.encode(), cwd=tmp_path, check=True)
    changed = {p.stem: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()}
    assert changed["lanternfish-ja"] == sample.JAPANESE.replace("36億", "360億")
    assert changed["weekly-zh"] == sample.CHINESE.replace("2024 年", "2025 年")
    assert changed["lanternfish-en"] == sample.ENGLISH.replace("March 2025", "April 2025")
    assert changed["papers"] == sample.RECORD


def test_a_derived_text_gets_no_patch_and_is_told_so() -> None:
    ledger = sample.ledger()
    documents = {slug: replace(d, exact_map=False) for slug, d in ledger.documents.items()}
    patch = render(build(replace(ledger, documents=documents)), "diff")
    assert patch.count("no patch: its text is not that of its file") == 3
    assert "@@" not in patch


def test_two_changes_of_the_same_words_are_a_problem_not_a_crash() -> None:
    ledger = sample.ledger()
    first = next(c for c in ledger.corrections if c.source == "weekly-zh")
    other = replace(first, id="e" * 32, replacement="2026 年")
    contents = build(replace(ledger, corrections=(*ledger.corrections, other)))
    one = next(p for p in contents.publications if p.source == "weekly-zh")
    assert one.patch == "" and "same words" in one.problem


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_stays_text(text: str) -> None:
    contents = build(ledger_of(text))
    root = etree.fromstring(render(contents, "atom").encode())
    names = {str(element.tag).rpartition("}")[2] for element in root.iter()}
    assert names <= {"feed", "id", "title", "updated", "author", "name", "generator", "entry",
                     "published", "category", "link", "content"}  # fmt: skip
    structured = render(contents, "schema-org")
    assert not set("<>&\u2028\u2029") & set(structured)
    tree = json.loads(structured)
    assert any(n["@type"] == "NewsArticle" and n["headline"] == text for n in tree["@graph"])
    for line in render(contents, "corrections").splitlines():
        assert line.startswith(("#", ">", "|", "No ", "English", "language")) or not line

"""The articles of the repository: what they are, and that their bytes are as archived."""

from __future__ import annotations

import subprocess
from collections import Counter

import pytest

from factcheck.model import sha256
from factcheck.sources import archive
from factcheck.workspace import open_workspace
from tests.workspace.planted import ROOT, Planted, planted_mistakes

WORKSPACE = open_workspace(ROOT)
ENTRIES = archive.list_sources(WORKSPACE)
ARTICLES = [entry for entry in ENTRIES if entry.source.kind != "record"]


def test_there_are_enough_articles_in_three_languages() -> None:
    assert len(ARTICLES) >= 8
    assert set(Counter(entry.source.language for entry in ARTICLES)) == {"en", "zh", "ja"}


def test_one_article_translates_another_and_one_corrects_another() -> None:
    slugs = {entry.source.slug for entry in ENTRIES}
    relations = [relation for entry in ENTRIES for relation in entry.source.relations]
    assert {kind for kind, _ in relations} == {"translation_of", "republishes", "corrects"}
    assert {slug for _, slug in relations} <= slugs


UNDATED = {"en-suites-in-numbers"}
"""Sources without a date: what is planted there is a `currently` that nothing dates."""


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.source.slug)
def test_bytes_are_those_that_were_archived(entry: archive.Entry) -> None:
    for held in entry.snapshots:
        data = (WORKSPACE.sources / entry.source.slug / held.file).read_bytes()
        assert sha256(data) == held.sha256
        assert held.file.startswith(held.sha256[:16])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.source.slug)
def test_every_source_says_whose_it_is_and_under_which_licence(entry: archive.Entry) -> None:
    source = entry.source
    assert source.title and source.publisher
    assert source.published or source.slug in UNDATED
    assert source.licence in ("CC-BY-4.0", "CC0-1.0")


@pytest.mark.parametrize("entry", ARTICLES, ids=lambda entry: entry.source.slug)
def test_articles_have_the_length_of_articles(entry: archive.Entry) -> None:
    _, document = archive.load(WORKSPACE, entry.source.slug)
    least = 1000 if document.language == "en" else 400  # Japanese says it in half the characters
    assert least <= len(document.text) <= 3000
    assert document.language == entry.source.language


def test_the_records_are_read_as_records() -> None:
    _, document = archive.load(WORKSPACE, "papers")
    assert document.kind == "record"
    titles = [block for block in document.blocks if block.label == "title"]
    assert len(titles) >= 15


def test_workspace_folders_hold_no_python() -> None:
    for folder in (WORKSPACE.sources, WORKSPACE.claims, WORKSPACE.reports):
        assert not list(folder.rglob("*.py"))


def test_git_never_converts_the_newlines_of_an_article() -> None:
    entry = ARTICLES[0]
    path = f"sources/{entry.source.slug}/{entry.snapshots[0].file}"
    told = subprocess.run(
        ["git", "check-attr", "text", path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if told.returncode != 0:
        pytest.skip("not a git checkout")
    assert told.stdout.strip().endswith("unset")


@pytest.mark.parametrize(
    "row", planted_mistakes(), ids=lambda row: f"{row.source}-{row.code}-{row.words[:12]}"
)
def test_the_table_of_planted_mistakes_quotes_the_articles(row: Planted) -> None:
    _, document = archive.load(WORKSPACE, row.source)
    assert row.words in document.text

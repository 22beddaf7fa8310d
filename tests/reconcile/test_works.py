"""Works of an article and the records of them: matched, mistaken, doubtful, absent, retracted."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from factcheck.claims import extract
from factcheck.model import Conflict
from factcheck.reconcile import reconcile
from factcheck.reconcile.works.same_work import Description, same_work
from factcheck.reconcile.works.works import Registry, works
from factcheck.sources import read_bytes, read_text

Entry = Mapping[str, object]

OTTERS: Entry = {"type": "article-journal", "id": "otters",
                 "title": "Otters at Night and Their Rivers",
          "DOI": "10.5555/otters.1", "issued": {"date-parts": [[2019]]},
          "author": [{"given": "Noor", "family": "Haddad"},
                     {"given": "Kurt", "family": "Weyl"}]}  # fmt: skip
HERONS: Entry = {"type": "article-journal", "id": "herons",
                 "title": "How Herons Fish in Winter Light",
          "DOI": "10.5555/herons.7", "issued": {"date-parts": [[2020]]},
          "author": [{"given": "Ren", "family": "Okabe"}]}  # fmt: skip
HEAD = ("Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,"
        "RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
        "OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes\n")  # fmt: skip


def _records(*entries: Entry) -> bytes:
    return json.dumps(entries, ensure_ascii=False).encode()


def _watched(doi: str, nature: str) -> bytes:
    row = ("1,Otters at Night and Their Rivers,x,x,J,P,C,Noor Haddad;Kurt Weyl,,Research,3/4/2021 "
           f"0:00,10.5555/notice,0,1/1/2019 0:00,{doi},0,{nature},+Error;,No,\n")  # fmt: skip
    return (HEAD + row).encode()


def _status(article: str, *entries: Entry, complete: bool = True) -> list[str]:
    held = works(extract(read_bytes(_records(*entries), "works.json")))
    registry = Registry(held, complete=complete)
    return [registry.ask(work).status for work in works(extract(read_text(article, "a.md")))]


def _found(article: str, *records: tuple[str, bytes]) -> list[Conflict]:
    read = [extract(read_text(article, "a.md"))]
    read += [extract(read_bytes(data, name)) for name, data in records]
    return [c for c in reconcile(read).conflicts if c.kind == "record"]


ENTRY = "# Digest\n\n## {title} ({year})\n\nDOI: {doi}\n\nAuthors: {people}\n"
PLAIN = {"title": "Otters at Night and Their Rivers", "year": 2019, "doi": "10.5555/otters.1",
         "people": "Noor Haddad, Kurt Weyl"}  # fmt: skip
ASKED = [
    ({}, "match"),
    ({"title": "Otters at Night"}, "match"),
    ({"doi": "10.5555/herons.7"}, "mismatch"),
    ({"doi": "10.5555/nowhere.3", "title": "A Grammar of Basque Verbs and Moods",
      "people": "Li Wei"}, "not_found"),
    ({"doi": "10.13328/j.cnki.1", "title": "A Grammar of Basque Verbs and Moods",
      "people": "Li Wei"}, "not_in_this_registry"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "status"), ASKED)
def test_what_the_records_say_of_a_work(changed: dict[str, object], status: str) -> None:
    assert _status(ENTRY.format(**{**PLAIN, **changed}), OTTERS, HERONS) == [status]


def test_a_file_that_could_not_be_read_may_hold_what_was_not_found() -> None:
    article = ENTRY.format(**{**PLAIN, "doi": "10.5555/else.9", "title": "Basque Verbs and Moods",
                              "people": "Li Wei"})  # fmt: skip
    assert _status(article, OTTERS, complete=False) == ["unavailable"]


def test_two_works_of_one_title_are_ambiguous_until_another_field_speaks() -> None:
    other = {**OTTERS, "id": "b", "DOI": "10.5555/otters.2", "issued": {"date-parts": [[2020]]},
             "author": [{"given": "Li", "family": "Wei"}]}  # fmt: skip
    bare = "# Digest\n\n## Otters at Night and Their Rivers (2019)\n\nThey swim.\n"
    assert _status(bare, OTTERS, other) == ["ambiguous"]
    assert _status(bare + "\nAuthors: Li Wei\n", OTTERS, other) == ["match"]


def test_an_identifier_is_never_overruled_by_a_title_alone() -> None:
    one = Description(titles=["Otters at Night and Their Rivers"], ids={"doi": "10.1/a"})
    other = Description(titles=["Otters at Night and Their Rivers"], ids={"doi": "10.1/b"})
    assert same_work(one, other) == "ambiguous"


def test_a_preprint_and_its_venue_are_one_work_with_all_its_years() -> None:
    preprint = {**OTTERS, "id": "p", "DOI": "10.48550/arXiv.1801.00001",
                "issued": {"date-parts": [[2018]]}}  # fmt: skip
    for year in (2018, 2019):
        article = ENTRY.format(**{**PLAIN, "year": year})
        assert _found(article, ("works.json", _records(OTTERS, preprint))) == []
    (wrong,) = _found(ENTRY.format(**{**PLAIN, "year": 2016}),
                      ("works.json", _records(OTTERS, preprint)))  # fmt: skip
    assert wrong.code == "FC401"


def test_an_identifier_that_leads_to_another_paper_is_told_and_nothing_else_is() -> None:
    found = _found(ENTRY.format(**{**PLAIN, "doi": "10.5555/herons.7"}),
                   ("works.json", _records(OTTERS, HERONS)))  # fmt: skip
    assert [c.code for c in found] == ["FC404"]
    assert "How Herons Fish" in found[0].message


NATURES = [("Retraction", "high"), ("Expression of concern", "medium"), ("Correction", "low")]


@pytest.mark.parametrize(("nature", "severity"), NATURES)
def test_a_notice_against_a_cited_work(nature: str, severity: str) -> None:
    article = "# Sleep\n\nOtters sleep long (doi:10.5555/otters.1), it is said.\n"
    (found,) = _found(article, ("watch.csv", _watched("10.5555/otters.1", nature)))
    assert (found.code, found.severity) == ("FC407", severity)
    said = article.replace("it is said", "though the paper was retracted or corrected since")
    assert _found(said, ("watch.csv", _watched("10.5555/otters.1", nature))) == []


def test_a_notice_that_only_its_own_record_tells_of() -> None:
    notice = {"status": "ok", "message-type": "work", "message": {
        "DOI": "10.5555/notice", "title": ["Retraction: Otters"], "type": "journal-article",
        "issued": {"date-parts": [[2021]]}, "source": "Crossref",
        "update-to": [{"DOI": "10.5555/otters.1", "type": "retraction",
                       "source": "publisher"}]}}  # fmt: skip
    records = (("works.json", _records(OTTERS)), ("notice.json", json.dumps(notice).encode()))
    found = _found(ENTRY.format(**PLAIN), *records)
    assert [c.code for c in found] == ["FC407"]
    assert "reported by publisher" in found[0].explanation


def test_both_reporters_of_one_retraction_are_named_in_one_finding() -> None:
    crossref = {"status": "ok", "message-type": "work", "message": {
        "DOI": "10.5555/otters.1", "title": ["Otters at Night and Their Rivers"],
        "issued": {"date-parts": [[2019]]}, "source": "Crossref", "type": "journal-article",
        "updated-by": [{"DOI": "10.5555/notice", "type": "retraction",
                        "source": "publisher"}]}}  # fmt: skip
    found = _found(ENTRY.format(**PLAIN), ("a.json", json.dumps(crossref).encode()),
                   ("watch.csv", _watched("10.5555/otters.1", "Retraction")))  # fmt: skip
    assert [c.code for c in found] == ["FC407"]
    assert "reported by publisher and retraction-watch" in found[0].explanation


def test_a_work_that_was_reinstated_is_not_held_retracted() -> None:
    watched = _watched("10.5555/otters.1", "Retraction") + _watched(
        "10.5555/otters.1", "Reinstatement").removeprefix(HEAD.encode())  # fmt: skip
    assert _found(ENTRY.format(**PLAIN), ("watch.csv", watched)) == []

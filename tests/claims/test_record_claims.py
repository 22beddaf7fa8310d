"""Claims of records: the fields of a work, its status, and the facts that a team keeps."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.model import Claim, Quantity
from factcheck.sources import read_text


def claims(text: str, name: str = "records") -> list[Claim]:
    document = read_text(text, name)
    found = extract(document).claims
    for claim in found:
        assert document.text[claim.quote.start : claim.quote.end] == claim.quote.exact
        assert claim.extractor.startswith("records@")
    return list(found)


def told(found: list[Claim]) -> dict[str, str]:
    return {claim.predicate: claim.value.key() for claim in found}


def test_a_work_in_csl_json() -> None:
    found = claims(
        '[{"title": "Herons of the lake", "author": [{"family": "Doe", "given": "Jane"}, '
        '{"family": "Roe", "given": "R."}], "issued": {"date-parts": [[2020, 5]]}, '
        '"container-title": "Journal of Lakes", "DOI": "10.1234/abc", "archive": "arXiv", '
        '"archive_location": "2005.01234v2", "institution": [{"name": "Reed Institute"}]}]'
    )
    assert {claim.subject for claim in found} == {"Herons of the lake"}
    assert told(found) == {
        "title": "text:herons of the lake", "author": "entity_list:jane doe;r. roe",
        "publication_date": "date:2020-05", "venue": "entity:journal of lakes",
        "doi": "id:doi:10.1234/abc", "arxiv_id": "id:arxiv:2005.01234",
        "institution_of_work": "entity:reed institute",
    }  # fmt: skip
    version = next(claim for claim in found if claim.predicate == "arxiv_id")
    assert version.qualifier("version") == "2"


def test_the_status_of_a_work_from_both_sides() -> None:
    found = claims(
        '[{"DOI": "10.1234/paper", "title": "Herons", "updated-by": [{"DOI": "10.1234/note", '
        '"type": "retraction", "source": "publisher", "updated": {"date-parts": [[2022, 3]]}}]}, '
        '{"DOI": "10.1234/note", "title": "Retraction: Herons", "update-to": '
        '[{"DOI": "10.1234/paper", "type": "retraction", "source": "publisher"}]}]'
    )
    status = [claim for claim in found if claim.predicate == "publication_status"]
    assert [(claim.subject, claim.value.key()) for claim in status] == [
        ("Herons", "text:retraction"), ("doi:10.1234/paper", "text:retraction"),
    ]  # fmt: skip
    assert status[0].qualifier("notice") == "10.1234/note"
    assert status[0].qualifier("as_of") == "2022-03"
    assert status[0].qualifier("reported_by") == "publisher"
    corrects = next(claim for claim in found if claim.predicate == "corrects")
    assert corrects.subject == "Retraction: Herons"
    assert corrects.value.key() == "id:doi:10.1234/paper"


@pytest.mark.parametrize(
    ("predicate", "value", "key"),
    [
        ("parameter_count", "13 billion", "quantity:13000000000:parameter"),
        ("parameter_count", "130亿", "quantity:13000000000:parameter"),
        ("parameter_count_range", "2B to 27B", "range:2000000000:27000000000:11:parameter"),
        ("context_window", "8192", "quantity:8192:token"),
        ("publication_year", "2021", "date:2021"),
        ("publication_date", "2021-03-04", "date:2021-03-04"),
        ("publication_date", "4 March 2021", "date:2021-03-04"),
        ("founded", "1998", "date:1998"),
        ("affiliation", "Reed Institute", "entity:reed institute"),
        ("member_list", "Jane Doe; R. Roe", "entity_list:jane doe;r. roe"),
        ("arxiv_id", "arXiv:2201.11903", "id:arxiv:2201.11903"),
        ("license", "Apache-2.0", "id:license:apache-2.0"),
        ("position", "professor of lakes", "text:professor of lakes"),
        ("a_word_of_our_own", "anything", "text:anything"),
    ],
)
def test_a_house_fact_is_read_by_the_kind_of_its_predicate(
    predicate: str, value: str, key: str
) -> None:
    rows = f"subject,predicate,value,as_of,source\nHeron 2,{predicate},{value},2024,model card\n"
    (claim,) = claims(rows, "facts.csv")
    assert (claim.subject, claim.predicate, claim.value.key()) == ("Heron 2", predicate, key)
    assert claim.quote.exact == value
    assert dict(claim.qualifiers) == {"as_of": "2024", "stated_by": "model card"}


def test_a_unit_may_stand_beside_the_value() -> None:
    (claim,) = claims("subject,predicate,value,unit\nCorpus,dataset_size_bytes,10.5,TB\n", "f.csv")
    assert isinstance(claim.value, Quantity)
    assert (claim.value.unit, int(claim.value.value)) == ("byte", 10_500_000_000_000)


def test_a_value_that_is_none_of_its_kind_makes_no_claim() -> None:
    assert claims("subject,predicate,value\nHeron 2,parameter_count,many\n", "facts.csv") == []


def test_house_facts_in_toml() -> None:
    fact = '[[fact]]\nsubject = "Heron 2"\npredicate = "license"\nvalue = "MIT"\n'
    (claim,) = claims(fact, "facts.toml")
    assert (claim.subject, claim.predicate, claim.quote.exact) == ("Heron 2", "license", "MIT")

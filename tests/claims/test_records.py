"""Reference records become claims of one work, and modality is kept apart from assertion."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.claims.extractors import EXTRACTORS, all_extractors
from factcheck.sources import read_bytes, read_text

BIB = b"""@article{ruiz2021,
  title = {Counting {Birds} with Cheap Cameras},
  author = {Ruiz, Ana and Lund, Ivo and others},
  journal = {Journal of Field Notes},
  year = {2021},
  doi = {10.1234/jfn.2021.5},
}
"""


def test_the_fields_of_an_entry() -> None:
    claims = extract(read_bytes(BIB, "birds.bib")).claims
    found = {claim.predicate: claim.value.to_dict() for claim in claims}
    assert {claim.subject for claim in claims} == {"Counting Birds with Cheap Cameras"}
    assert found["title"]["value"] == "Counting Birds with Cheap Cameras"
    assert found["author"]["values"] == ["Ana Ruiz", "Ivo Lund"]
    assert found["author"]["complete"] is False
    assert found["publication_year"]["value"] == 2021
    assert found["venue"]["value"] == "Journal of Field Notes"
    assert found["doi"]["value"] == "10.1234/jfn.2021.5"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Tidepool employs 640 people.\n", "asserted"),
        ("Tidepool may employ 640 people.\n", "hedged"),
        ("Tidepool does not employ 640 people.\n", "negated"),
        ("该公司有640名员工。\n", "asserted"),
        ("该公司可能有640名员工。\n", "hedged"),
        ("该公司并没有640名员工。\n", "negated"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    claims = extract(read_text(text, "text")).claims
    assert {c.modality for c in claims if c.predicate == "employees"} == {modality}


def test_an_abstract_is_reported() -> None:
    text = "Title: Owl: A Camera\nAbstract: Owl has 7 lenses and 3 million parameters.\n"
    claims = extract(read_text(text, "text")).claims
    assert {c.modality for c in claims if c.predicate == "parameter_count"} == {"reported"}


def test_every_extractor_is_registered_once() -> None:
    names = [extractor.name for extractor in all_extractors()]
    assert len(names) == len(set(names))
    assert [e.name for e in EXTRACTORS] == names[: len(EXTRACTORS)]

"""Web Annotations and PROV-O: expanded by a JSON-LD processor, anchored twice."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pyld import jsonld  # type: ignore[import-untyped]

from factcheck.reports import build, render
from factcheck.reports.formats.annotations import ASSESSING, CONTEXT
from tests.reports import sample
from tests.reports.hostile import ledger_of
from tests.reports.test_hostile import HOSTILE

CONTENTS = build(sample.ledger())
OA, AS, PROV = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", \
    "http://www.w3.org/ns/prov#"  # fmt: skip
LINKS = {"target": "hasTarget", "body": "hasBody", "selector": "hasSelector", "state": "hasState",
         "source": "hasSource", "cached": "cachedSource"}  # fmt: skip
TERMS: dict[str, Any] = {
    "@vocab": OA,
    "oa": OA,
    "id": {"@id": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "items": {"@id": f"{AS}items", "@container": "@list"},
    "first": {"@id": f"{AS}first", "@type": "@id"},
    **{name: {"@id": f"oa:{word}", "@type": "@id"} for name, word in LINKS.items()},
}
"""The terms of the published context that matter here."""


def offline(url: str, options: object) -> dict[str, object]:
    assert url == CONTEXT
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}


def items(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["first"]["items"]
    return found


def targets(item: dict[str, Any]) -> list[dict[str, Any]]:
    held = item["target"]
    return held if isinstance(held, list) else [held]


def test_every_conflict_correction_and_claim_is_an_annotation() -> None:
    found = items(render(CONTENTS, "annotations"))
    motives = [item["motivation"] for item in found]
    assert motives.count(ASSESSING) == len(sample.conflicts())
    assert motives.count("editing") == len(sample.corrections())
    assert motives.count("describing") == len(sample.claims())
    assert len({item["id"] for item in found}) == len(found)


def test_both_selectors_find_the_same_words() -> None:
    texts = {f"urn:factcheck:source:{slug}": d.text for slug, d in sample.DOCUMENTS.items()}
    texts["https://example.org/lanternfish"] = sample.ENGLISH
    for item in items(render(CONTENTS, "annotations")):
        for target in targets(item):
            words, place = target["selector"]
            text = texts[target["source"]]
            assert text[place["start"] : place["end"]] == words["exact"]
            assert text[: place["start"]].endswith(words["prefix"])
            assert text[place["end"] :].startswith(words["suffix"])
            assert target["state"]["cached"].startswith("ni:///sha-256;")


def test_annotations_expand() -> None:
    tree = json.loads(render(CONTENTS, "annotations"))
    collection = jsonld.expand(tree, {"documentLoader": offline})[0]
    first = collection[f"{AS}first"][0][f"{AS}items"][0]["@list"][0]
    assert first["@type"] == [f"{OA}Annotation"]
    assert first[f"{OA}motivatedBy"] == [{"@id": f"{OA}assessing"}]
    assert first[f"{OA}hasTarget"][0][f"{OA}hasSelector"]


def test_a_claim_leads_from_its_copy_to_the_ruling() -> None:
    nodes = {n["@id"]: n for n in jsonld.expand(json.loads(render(CONTENTS, "prov")))}
    ruling = next(n for n in nodes.values() if "ruling:" in n["@id"]
                  and n["http://www.w3.org/2000/01/rdf-schema#label"][0]["@value"]
                  .startswith("decide"))  # fmt: skip
    act = nodes[ruling[f"{PROV}wasGeneratedBy"][0]["@id"]]
    person = nodes[act[f"{PROV}wasAssociatedWith"][0]["@id"]]
    assert person["@type"] == [f"{PROV}Person"]
    conflict = nodes[act[f"{PROV}used"][0]["@id"]]
    for link in conflict[f"{PROV}wasDerivedFrom"]:
        claim = nodes[link["@id"]]
        copy = nodes[claim[f"{PROV}wasQuotedFrom"][0]["@id"]]
        assert nodes[copy[f"{PROV}specializationOf"][0]["@id"]]
    rule = nodes[conflict[f"{PROV}wasGeneratedBy"][0]["@id"]]
    plan = rule[f"{PROV}qualifiedAssociation"][0][f"{PROV}hadPlan"][0]["@id"]
    assert plan == "urn:factcheck:plan:FC401%401"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_stays_text(text: str) -> None:
    contents = build(ledger_of(text))
    for name in ("annotations", "prov"):
        shown = render(contents, name)
        assert not set("<>&\u2028\u2029") & set(shown)
        assert "javascript:" not in {str(v) for v in _addresses(json.loads(shown))}
    exact = {t["selector"][0]["exact"] for item in items(render(contents, "annotations"))
             for t in targets(item)}  # fmt: skip
    assert exact == {text}


def _addresses(tree: object) -> list[object]:
    if isinstance(tree, list):
        return [found for item in tree for found in _addresses(item)]
    if isinstance(tree, dict):
        own = [tree[name] for name in ("id", "@id", "source", "cached", "atLocation")
               if isinstance(tree.get(name), str)]  # fmt: skip
        return own + [found for item in tree.values() for found in _addresses(item)]
    return []

"""PROV-O as JSON-LD: the way of every claim from the copy that was read, over the conflict it is
part of, to the ruling of a named person."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.corrections.active import undone
from factcheck.model import Claim, Decision, Json
from factcheck.reports.contents import Contents
from factcheck.reports.formats.json_text import embeddable
from factcheck.reports.formats.links import copy_of, iri, name_of
from factcheck.reports.publication import second

PERSON = "person:"
TERMS: Json = {
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    **{
        name: {"@id": f"prov:{name}", "@type": "@id"}
        for name in (
            "wasQuotedFrom", "wasDerivedFrom", "wasGeneratedBy", "wasAssociatedWith",
            "wasAttributedTo", "wasInvalidatedBy", "specializationOf", "alternateOf", "used",
            "hadPlan", "agent", "hadMember", "atLocation",
        )
    },
    "qualifiedAssociation": "prov:qualifiedAssociation",
    "value": "prov:value",
    "endedAtTime": {"@id": "prov:endedAtTime", "@type": "xsd:dateTime"},
}  # fmt: skip
PROGRAM = "urn:factcheck:agent:factcheck"


def render_prov(contents: Contents) -> str:
    """One JSON-LD graph with its context inside, so that nothing has to be fetched to read it."""
    claims = {v.claim.id: v.claim for t in contents.claims for s in t.subjects for v in s.claims}
    graph: list[Json] = [{"@id": PROGRAM, "@type": "prov:SoftwareAgent", "label": "factcheck"}]
    graph += _snapshots(contents)
    for claim in claims.values():
        graph += _claim(claim)
    graph += _conflicts(contents, claims)
    graph += _decisions(contents)
    members = [node["@id"] for node in graph if node["@type"] == "prov:Entity"]
    graph.append({
        "@id": name_of("report", contents.revision), "@type": "prov:Collection",
        "label": contents.workspace, "hadMember": members,
    })  # fmt: skip
    return embeddable({"@context": TERMS, "@graph": _once(graph)})


def _once(graph: list[Json]) -> list[Json]:
    """Every node once: agents and plans come again and again."""
    return list({node["@id"]: node for node in graph}.values())


def _snapshots(contents: Contents) -> Iterator[Json]:
    for view in contents.sources:
        source = view.source
        article = name_of("source", source.slug)
        address = iri(source.url)
        yield {"@id": article, "@type": "prov:Entity", "label": source.title or source.slug,
               **({"atLocation": address} if address else {}),
               "wasDerivedFrom": [name_of("source", other) for kind, other in source.relations
                                  if kind == "translation_of"]}  # fmt: skip
        if not view.snapshot:
            continue
        capture, taken = name_of("capture", view.snapshot), second(view.retrieved_at)
        yield {"@id": capture, "@type": "prov:Activity", "wasAssociatedWith": PROGRAM,
               **({"endedAtTime": taken} if taken else {})}  # fmt: skip
        yield {"@id": name_of("snapshot", view.snapshot), "@type": "prov:Entity",
               "specializationOf": article, "alternateOf": copy_of(view.sha256),
               "wasGeneratedBy": capture}  # fmt: skip


def _claim(claim: Claim) -> Iterator[Json]:
    node: Json = {
        "@id": name_of("claim", claim.id), "@type": "prov:Entity", "value": claim.quote.exact,
        "label": f"{claim.subject} · {claim.predicate}",
        "wasQuotedFrom": name_of("snapshot", claim.quote.snapshot),
    }  # fmt: skip
    if claim.extractor.startswith(PERSON):
        person = _person(claim.extractor.removeprefix(PERSON))
        yield person
        yield {**node, "wasAttributedTo": person["@id"]}
        return
    yield from _planned(name_of("extraction", claim.extractor), claim.extractor)
    yield {**node, "wasGeneratedBy": name_of("extraction", claim.extractor)}


def _planned(activity: str, plan: str) -> Iterator[Json]:
    """An activity of the program that followed a versioned plan."""
    named = name_of("plan", plan)
    yield {"@id": named, "@type": "prov:Plan", "label": plan}
    yield {"@id": activity, "@type": "prov:Activity", "wasAssociatedWith": PROGRAM,
           "qualifiedAssociation": {"@type": "prov:Association", "agent": PROGRAM,
                                    "hadPlan": named}}  # fmt: skip


def _conflicts(contents: Contents, claims: dict[str, Claim]) -> Iterator[Json]:
    for card in contents.cards:
        for finding in card.findings:
            conflict = finding.conflict
            rule = conflict.rule or conflict.code
            yield from _planned(name_of("reconciling", rule), rule)
            yield {
                "@id": name_of("conflict", conflict.id), "@type": "prov:Entity",
                "label": conflict.message, "wasGeneratedBy": name_of("reconciling", rule),
                "wasDerivedFrom": [
                    name_of("claim", side.claim) if side.claim in claims and side.claim
                    else name_of("snapshot", side.quote.snapshot)
                    for side in conflict.sides
                ],
            }  # fmt: skip


def _decisions(contents: Contents) -> Iterator[Json]:
    """A decision is an activity of a person; what it leaves behind is a ruling, which an undo
    invalidates and nothing ever alters."""
    undoing = {d.object: d for d in contents.decisions if d.kind == "undo"}
    gone = undone(contents.decisions)
    known = _objects(contents)
    for decision in contents.decisions:
        person = _person(decision.actor)
        yield person
        act, ended = name_of("decision", decision.id), second(decision.at)
        yield {
            "@id": act, "@type": "prov:Activity", "wasAssociatedWith": person["@id"],
            "label": decision.kind, **({"endedAtTime": ended} if ended else {}),
            **({"used": known[decision.object]} if decision.object in known else {}),
        }  # fmt: skip
        undo = undoing.get(decision.id) if decision.id in gone else None
        yield {
            "@id": name_of("ruling", decision.id), "@type": "prov:Entity",
            "wasGeneratedBy": act, "label": _told(decision),
            **({"wasInvalidatedBy": name_of("decision", undo.id)} if undo else {}),
        }  # fmt: skip


def _objects(contents: Contents) -> dict[str, str]:
    """What a decision may be on: conflicts by fingerprint, claims by key."""
    found = {f.conflict.id: name_of("conflict", f.conflict.id)
             for card in contents.cards for f in card.findings}  # fmt: skip
    for table in contents.claims:
        for said in table.subjects:
            found |= {v.claim.key: name_of("claim", v.claim.id) for v in said.claims}
    return found


def _told(decision: Decision) -> str:
    return f"{decision.kind}: {decision.reason}" if decision.reason else decision.kind


def _person(name: str) -> Json:
    return {"@id": name_of("person", name), "@type": "prov:Person", "label": name}

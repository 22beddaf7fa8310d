"""W3C Web Annotations: conflicts, corrections and claims, each anchored by quote and by position
in the very copy that was read."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.model import Claim, Json, Quote
from factcheck.reports.contents import Contents, SourceView
from factcheck.reports.formats.json_text import embeddable
from factcheck.reports.formats.links import copy_of, iri, name_of
from factcheck.reports.formats.origins import disputes, origin_of
from factcheck.reports.publication import second

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ASSESSING = "http://www.w3.org/ns/oa#assessing"
"""Written out: the published context lacks the short name, though the Recommendation has it."""


def render_annotations(contents: Contents) -> str:
    """One annotation collection. Positions count Unicode code points, the end exclusive."""
    items = [*_conflicts(contents), *_corrections(contents), *_disputes(contents),
             *_claims(contents)]  # fmt: skip
    identity = name_of("annotations", contents.revision)
    return embeddable({
        "@context": CONTEXT, "id": identity, "type": "AnnotationCollection",
        "label": contents.workspace, "total": len(items),
        "first": {"id": f"{identity}:1", "type": "AnnotationPage", "startIndex": 0,
                  "items": items},
    })  # fmt: skip


def _conflicts(contents: Contents) -> Iterator[Json]:
    """One annotation a conflict; its targets are its sides."""
    sources = {view.source.slug: view for view in contents.sources}
    for card in contents.cards:
        for finding in card.findings:
            conflict = finding.conflict
            yield _annotation(
                ("conflict", conflict.id), ASSESSING,
                [_text("\n".join((f"{conflict.code} {conflict.message}",
                                  *conflict.explanation))) | {"language": "en"}],
                [_target(side.quote, sources) for side in conflict.sides],
            )  # fmt: skip


def _corrections(contents: Contents) -> Iterator[Json]:
    """What should stand instead of words; a person's where one decided."""
    sources = {view.source.slug: view for view in contents.sources}
    proposed = {d.object: d for d in contents.decisions if d.kind == "propose"}
    for publication in contents.publications:
        for view in publication.corrections:
            bodies = [_text(view.change.replacement, purpose="editing")]
            if view.message and not view.conflict:
                bodies.append(_text(view.message, purpose="commenting"))
            made = _annotation(("correction", view.id), "editing", bodies,
                               [_target(view.target, sources)])  # fmt: skip
            origin = origin_of(proposed.get(view.id))
            if view.last:
                made |= {
                    "creator": {"type": "Person", "name": origin.get("creator", view.by)},
                    "created": origin.get("created", view.first),
                    **({"modified": view.last} if view.last != view.first else {}),
                }  # fmt: skip
            yield made


def _disputes(contents: Contents) -> Iterator[Json]:
    """What people say against claims, or for them, with their evidence."""
    sources = {view.source.slug: view for view in contents.sources}
    for view, decision in disputes(contents):
        body, origin = decision.body, origin_of(decision)
        told = _annotation(
            ("dispute", decision.id), "questioning",
            [_text(decision.reason), _text(str(body.get("stance", "")), purpose="tagging"),
             *(_evidence(str(words)) for words in body.get("evidence", ())), _data(view.claim)],
            [_target(view.claim.quote, sources)],
        )  # fmt: skip
        created = origin.get("created", second(decision.at))
        yield told | {
            **({"id": origin["id"]} if origin.get("format") == "Annotation" else {}),
            "creator": {"type": "Person", "name": origin.get("creator", decision.actor)},
            **({"created": created} if created else {}),
        }  # fmt: skip


def _evidence(words: str) -> Json:
    address = iri(words)
    if address:
        return {"type": "SpecificResource", "purpose": "linking", "source": address}
    return _text(words, purpose="linking")


def _claims(contents: Contents) -> Iterator[Json]:
    sources = {view.source.slug: view for view in contents.sources}
    for table in contents.claims:
        for said in table.subjects:
            for view in said.claims:
                claim = view.claim
                words = f"{claim.subject} · {claim.predicate} · {view.value}"
                yield _annotation(("claim", claim.id), "describing", [_text(words), _data(claim)],
                                  [_target(claim.quote, sources)])  # fmt: skip


def _data(claim: Claim) -> Json:
    """What a claim states, exactly, for whoever imports it."""
    stated = {"subject": claim.subject, "predicate": claim.predicate,
              "value": claim.value_identity, "qualifiers": dict(claim.qualifiers)}  # fmt: skip
    return {"type": "TextualBody", "format": "application/json", "purpose": "classifying",
            "value": json.dumps(stated, sort_keys=True)}  # fmt: skip


def _text(words: str, purpose: str = "") -> Json:
    return {"type": "TextualBody", "format": "text/plain", "value": words,
            **({"purpose": purpose} if purpose else {})}  # fmt: skip


def _annotation(
    name: tuple[str, str], motivation: str, bodies: list[Json], targets: list[Json]
) -> Json:
    return {"id": name_of(*name), "type": "Annotation", "motivation": motivation,
            "body": bodies[0] if len(bodies) == 1 else bodies,
            "target": targets[0] if len(targets) == 1 else targets}  # fmt: skip


def _target(quote: Quote, sources: dict[str, SourceView]) -> Json:
    view = sources.get(quote.source)
    address = iri(view.source.url) if view else ""
    target: Json = {
        "type": "SpecificResource", "source": address or name_of("source", quote.source),
        "selector": [
            {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix,
             "suffix": quote.suffix},
            {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
        ],
    }  # fmt: skip
    if view is not None and view.snapshot == quote.snapshot:
        taken = second(view.retrieved_at)
        target["state"] = {"type": "TimeState", **({"sourceDate": taken} if taken else {}),
                           "cached": copy_of(view.sha256)}  # fmt: skip
    return target

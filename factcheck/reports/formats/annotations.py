"""W3C Web Annotations: conflicts, corrections and claims, each anchored by quote and by position
in the very copy that was read."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Json, Quote
from factcheck.reports.contents import Contents, SourceView
from factcheck.reports.formats.json_text import embeddable
from factcheck.reports.formats.links import copy_of, iri, name_of
from factcheck.reports.publication import second

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ASSESSING = "http://www.w3.org/ns/oa#assessing"
"""Written out: the published context lacks the short name, though the Recommendation has it."""


def render_annotations(contents: Contents) -> str:
    """One annotation collection. Positions count Unicode code points, the end exclusive."""
    items = [*_conflicts(contents), *_corrections(contents), *_claims(contents)]
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
                {"type": "TextualBody", "format": "text/plain", "language": "en",
                 "value": "\n".join((f"{conflict.code} {conflict.message}",
                                     *conflict.explanation))},
                [_target(side.quote, sources) for side in conflict.sides],
            )  # fmt: skip


def _corrections(contents: Contents) -> Iterator[Json]:
    """What should stand instead of words; a person's where one decided."""
    sources = {view.source.slug: view for view in contents.sources}
    for publication in contents.publications:
        for view in publication.corrections:
            made = _annotation(
                ("correction", view.id), "editing",
                {"type": "TextualBody", "format": "text/plain", "purpose": "editing",
                 "value": view.change.replacement},
                [_target(view.target, sources)],
            )  # fmt: skip
            if view.last:
                made |= {"creator": {"type": "Person", "name": view.by}, "created": view.first,
                         "modified": view.last}  # fmt: skip
            yield made


def _claims(contents: Contents) -> Iterator[Json]:
    sources = {view.source.slug: view for view in contents.sources}
    for table in contents.claims:
        for said in table.subjects:
            for view in said.claims:
                claim = view.claim
                body = {"type": "TextualBody", "format": "text/plain",
                        "value": f"{claim.subject} · {claim.predicate} · {view.value}"}  # fmt: skip
                yield _annotation(("claim", claim.id), "describing", body,
                                  [_target(claim.quote, sources)])  # fmt: skip


def _annotation(name: tuple[str, str], motivation: str, body: Json, targets: list[Json]) -> Json:
    return {"id": name_of(*name), "type": "Annotation", "motivation": motivation, "body": body,
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

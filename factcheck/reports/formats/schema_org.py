"""schema.org JSON-LD: corrections on their articles, and rulings as ClaimReview, for the head of a
publisher's page."""

from __future__ import annotations

import math
from collections.abc import Iterator

from factcheck.model import Identifier, Json
from factcheck.reports.contents import Contents, Finding, Passage, Publication, SourceView
from factcheck.reports.formats.json_text import embeddable
from factcheck.reports.formats.links import iri, name_of
from factcheck.reports.formats.origins import disputes, origin_of
from factcheck.reports.publication import TOLD, second
from factcheck.reports.wording import VERDICTS

REVIEWED_LIMIT = 75
"""Characters of `claimReviewed`, as its readers ask for."""
RATINGS = {
    VERDICTS["right"]: 5, VERDICTS["less_precise"]: 4, VERDICTS["different_scope"]: 3,
    VERDICTS["outdated"]: 2, VERDICTS["wrong"]: 1,
}  # fmt: skip
"""Verdict in words → rating from 1 to 5; one that is not known has none."""
STANCES = {"refutes": "disputed", "supports": "supported"}
"""What a person says of a claim, as a verdict in words."""
FIGURES = ("ratingValue", "bestRating", "worstRating")
"""Numbers of the rating that an imported review keeps."""


def render_schema_org(contents: Contents) -> str:
    """One JSON-LD graph, fit for a script element: nothing in a field can end it."""
    sources = {view.source.slug: view for view in contents.sources}
    graph = [_article(one, sources) for one in contents.publications if _told(one)]
    for card in contents.cards:
        for finding in card.findings:
            graph += _reviews(finding, contents.workspace, sources)
    graph += _disputes(contents, sources)
    return embeddable({"@context": "https://schema.org", "@graph": graph})


def _told(one: Publication) -> list[Json]:
    return [
        {
            "@type": "CorrectionComment", "datePublished": view.last,
            "text": view.notice or f"{view.change.passage.words} → {view.change.replacement}",
            "author": {"@type": "Person", "name": view.by},
            "creativeWorkStatus": view.state,
        }
        for view in one.corrections
        if view.state in TOLD and view.last
    ]  # fmt: skip


def _article(one: Publication, sources: dict[str, SourceView]) -> Json:
    comments = _told(one)
    return {
        **_work(one.source, sources), "@type": "NewsArticle", "headline": one.title,
        "dateModified": max(comment["datePublished"] for comment in comments),
        "correction": comments,
    }  # fmt: skip


def _work(slug: str, sources: dict[str, SourceView]) -> Json:
    """A source as a creative work: what is known of it, nothing else."""
    view = sources.get(slug)
    known_as = {"identifier": name_of("source", slug)}
    if view is None:
        return {"@type": "CreativeWork", "name": slug, **known_as}
    source = view.source
    facts = {
        "url": iri(source.url), "datePublished": source.published,
        "inLanguage": "" if source.language == "und" else source.language,
    }  # fmt: skip
    publisher = {"@type": "Organization", "name": source.publisher}
    return {
        "@type": "CreativeWork", "name": source.title or slug, **known_as,
        **{name: words for name, words in facts.items() if words},
        **({"publisher": publisher} if source.publisher else {}),
    }  # fmt: skip


def _reviews(finding: Finding, workspace: str, sources: dict[str, SourceView]) -> Iterator[Json]:
    """A review of every side that a person ruled on."""
    ruling = next((r for r in reversed(finding.history) if r.verdicts and not r.taken_back), None)
    if ruling is None:
        return
    for side in finding.sides:
        if side.verdict:
            rating: Json = {"alternateName": side.verdict}
            if side.verdict in RATINGS:
                rating |= {"ratingValue": RATINGS[side.verdict], "worstRating": 1, "bestRating": 5}
            yield _review(
                f"{name_of('review', ruling.id)}:{side.label}", _claimed(side.passage, sources),
                rating | ({"ratingExplanation": ruling.reason} if ruling.reason else {}),
                (workspace, second(ruling.at)),
            )  # fmt: skip


def _disputes(contents: Contents, sources: dict[str, SourceView]) -> Iterator[Json]:
    """A review of every claim that somebody disputed or supported; one that was imported as it was
    written."""
    for view, decision in disputes(contents):
        claim, origin = view.claim, origin_of(decision)
        stance = str(decision.body.get("stance", "refutes"))
        rating: Json = {"alternateName": origin.get("alternateName") or STANCES.get(stance, stance)}
        rating |= {name: _figure(origin[name]) for name in FIGURES if name in origin}
        # the scheme of an identifier is its predicate, which stands beside it
        words = claim.value.value if isinstance(claim.value, Identifier) else view.value
        about = {"@type": "PropertyValue", "name": claim.subject, "propertyID": claim.predicate,
                 "value": words}  # fmt: skip
        reviewed = origin.get("format") == "ClaimReview"
        told = _review(
            origin["id"] if reviewed and "id" in origin else name_of("review", decision.id),
            _claimed(view.passage, sources) | {"about": about},
            rating | {"ratingExplanation": decision.reason},
            (origin.get("creator", contents.workspace),
             origin.get("created", second(decision.at))),
        )  # fmt: skip
        if origin.get("claimReviewed"):
            told["claimReviewed"] = origin["claimReviewed"]
        address = iri(origin.get("url", ""))
        yield told | ({"url": address} if address else {})


def _review(name: str, claim: Json, rating: Json, by: tuple[str, str]) -> Json:
    author, dated = by
    return {
        "@type": "ClaimReview", "@id": name,
        "claimReviewed": _short(" ".join(str(claim["text"]).split())),
        "reviewRating": {"@type": "Rating", **rating},
        "author": {"@type": "Organization", "name": author},
        **({"datePublished": dated} if dated else {}),
        "itemReviewed": claim,
    }  # fmt: skip


def _claimed(passage: Passage, sources: dict[str, SourceView]) -> Json:
    """The words as a claim: `text` is the sentence as it stands in the article, `name` the words
    that are meant."""
    return {
        "@type": "Claim", "text": f"{passage.before}{passage.words}{passage.after}",
        "name": passage.words, "appearance": _work(passage.source, sources),
    }  # fmt: skip


def _figure(text: str) -> str | int | float:
    """A rating as the number that it was, whole where it is whole; other words as they are."""
    try:
        number = float(text)
    except ValueError:
        return text
    if not math.isfinite(number):
        return text
    return int(number) if number.is_integer() else number


def _short(text: str) -> str:
    return text if len(text) <= REVIEWED_LIMIT else text[: REVIEWED_LIMIT - 1].rstrip() + "…"

"""schema.org JSON-LD: corrections on their articles, and rulings as ClaimReview, for the head of a
publisher's page."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Json
from factcheck.reports.contents import Contents, Finding, Publication, Ruling, SideView, SourceView
from factcheck.reports.formats.json_text import embeddable
from factcheck.reports.formats.links import iri
from factcheck.reports.publication import TOLD, second
from factcheck.reports.wording import VERDICTS

REVIEWED_LIMIT = 75
"""Characters of `claimReviewed`, as its readers ask for."""
RATINGS = {
    VERDICTS["right"]: 5, VERDICTS["less_precise"]: 4, VERDICTS["different_scope"]: 3,
    VERDICTS["outdated"]: 2, VERDICTS["wrong"]: 1,
}  # fmt: skip
"""Verdict in words → rating from 1 to 5; one that is not known has none."""


def render_schema_org(contents: Contents) -> str:
    """One JSON-LD graph, fit for a script element: nothing in a field can end it."""
    sources = {view.source.slug: view for view in contents.sources}
    graph = [_article(one, sources) for one in contents.publications if _told(one)]
    for card in contents.cards:
        for finding in card.findings:
            graph += _reviews(finding, contents.workspace, sources)
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
    if view is None:
        return {"@type": "CreativeWork", "name": slug}
    source = view.source
    facts = {
        "url": iri(source.url), "datePublished": source.published,
        "inLanguage": "" if source.language == "und" else source.language,
    }  # fmt: skip
    publisher = {"@type": "Organization", "name": source.publisher}
    return {
        "@type": "CreativeWork", "name": source.title or slug,
        **{name: words for name, words in facts.items() if words},
        **({"publisher": publisher} if source.publisher else {}),
    }  # fmt: skip


def _reviews(
    finding: Finding, workspace: str, sources: dict[str, SourceView]
) -> Iterator[Json]:  # fmt: skip
    ruling = next((r for r in reversed(finding.history) if r.verdicts and not r.taken_back), None)
    if ruling is None:
        return
    for side in finding.sides:
        if side.verdict:
            yield _review(finding, side, ruling, workspace, sources)


def _review(
    finding: Finding,
    side: SideView,
    ruling: Ruling,
    workspace: str,
    sources: dict[str, SourceView],
) -> Json:
    passage = side.passage
    sentence = " ".join(f"{passage.before}{passage.words}{passage.after}".split())
    rating: Json = {"@type": "Rating", "alternateName": side.verdict}
    if side.verdict in RATINGS:
        rating |= {"ratingValue": RATINGS[side.verdict], "worstRating": 1, "bestRating": 5}
    if ruling.reason:
        rating["ratingExplanation"] = ruling.reason
    dated = second(ruling.at)
    return {
        "@type": "ClaimReview", "url": f"#{finding.anchor}",
        "claimReviewed": _short(sentence), "reviewRating": rating,
        "author": {"@type": "Organization", "name": workspace},
        **({"datePublished": dated} if dated else {}),
        "itemReviewed": {
            "@type": "Claim", "text": sentence, "appearance": _work(passage.source, sources),
        },
    }  # fmt: skip


def _short(text: str) -> str:
    return text if len(text) <= REVIEWED_LIMIT else text[: REVIEWED_LIMIT - 1].rstrip() + "…"

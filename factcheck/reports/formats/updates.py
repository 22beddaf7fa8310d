"""Which work updates which, in the words of Crossref: `update-to` on the notice, `updated-by` on
the work that is concerned. Both directions are written, since readers look at one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from factcheck.model import Json, NoticeKind, Source
from factcheck.reports.contents import Contents
from factcheck.reports.formats.json_text import json_text
from factcheck.reports.formats.links import iri, name_of
from factcheck.reports.publication import TOLD

FORMAT_NAME = "factcheck-updates/1"
TYPES: dict[NoticeKind, str] = {
    "correction": "correction", "omission": "addendum", "retraction": "retraction",
    "update": "new_version", "disclaimer": "clarification",
}  # fmt: skip
"""Kind of a notice → Crossref's type of update. One that something is still to come is none."""
LABELS = {"new_version": "New version"}
_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.[0-9]{4,9}/\S{1,200})", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9:]{8})Z)?")
_Event = tuple[str, str, str, str, str]
"""Source that tells, source that is concerned, type, date, identity of the record."""


def render_updates(contents: Contents) -> str:
    """The works that update or are updated, by slug, each with its entries in the order of their
    dates."""
    sources = {view.source.slug: view.source for view in contents.sources}
    works: dict[str, dict[str, list[Json]]] = {}
    events = set(_events(contents, sources))
    for teller, concerned, kind, date, identity in sorted(events, key=lambda e: (e[3], *e)):
        if teller != concerned:
            held = works.setdefault(teller, {}).setdefault("update-to", [])
            held.append(_entry(concerned, kind, date, identity, sources))
        held = works.setdefault(concerned, {}).setdefault("updated-by", [])
        held.append(_entry(teller, kind, date, identity, sources))
    return json_text({
        "format": FORMAT_NAME, "revision": contents.revision,
        "works": [{**_work(slug, sources), **works[slug]} for slug in sorted(works)],
    })  # fmt: skip


def _events(contents: Contents, sources: dict[str, Source]) -> Iterator[_Event]:
    for one in contents.publications:
        for view in one.corrections:
            if view.state in TOLD and view.last:
                yield (one.source, one.source, "correction", view.last,
                       name_of("correction", view.id))  # fmt: skip
    for note in contents.notices:
        notice = note.notice
        concerned = _concerned(notice.target_source, notice.source, sources)
        if notice.kind in TYPES and concerned:
            yield (notice.source, concerned, TYPES[notice.kind], notice.date or "",
                   name_of("notice", notice.id))  # fmt: skip
    for source in sources.values():
        for kind, slug in source.relations:
            if kind == "corrects" and slug in sources:
                yield (source.slug, slug, "correction", source.published,
                       name_of("source", source.slug))  # fmt: skip


def _concerned(said: str | None, teller: str, sources: dict[str, Source]) -> str:
    """The source that a notice speaks of: the one that it names, else itself. Empty where it names
    one that is not here."""
    if not said:
        return teller
    named = [s.slug for s in sources.values() if said in (s.slug, s.title, s.publisher) and said]
    return named[0] if len(named) == 1 else ""


def _entry(slug: str, kind: str, date: str, identity: str, sources: dict[str, Source]) -> Json:
    label = LABELS.get(kind, kind.capitalize())
    updated = _updated(date)
    return {
        **_names(slug, sources), "type": kind, "label": label, "source": "publisher",
        **({"updated": updated} if updated else {}), "record-id": identity,
    }  # fmt: skip


def _work(slug: str, sources: dict[str, Source]) -> Json:
    title = sources[slug].title if slug in sources else ""
    return {**_names(slug, sources), **({"title": [title]} if title else {})}


def _names(slug: str, sources: dict[str, Source]) -> Json:
    """How a work is called: always by our own name, by DOI and address where it has them."""
    url = sources[slug].url if slug in sources else ""
    doi, address = _DOI.fullmatch(url), iri(url)
    return {
        **({"DOI": doi[1].lower()} if doi else {}), "id": name_of("source", slug),
        **({"URL": address} if address else {}),
    }  # fmt: skip


def _updated(date: str) -> Json | None:
    """A day or a moment as Crossref writes it; None for anything less exact."""
    found = _DAY.fullmatch(date)
    if not found:
        return None
    year, month, day, time = found.groups()
    moment = f"{year}-{month}-{day}T{time or '00:00:00'}"
    try:
        stamp = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    except ValueError:
        return None
    return {"date-parts": [[int(year), int(month), int(day)]], "date-time": f"{moment}Z",
            "timestamp": int(stamp.timestamp()) * 1000}  # fmt: skip

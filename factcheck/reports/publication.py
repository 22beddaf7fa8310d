"""What a publisher needs of each article: its corrections, the notice in its own language, and
the accepted changes as a patch."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.corrections.case import Case
from factcheck.corrections.drafting import draft
from factcheck.corrections.ledger import Ledger
from factcheck.corrections.patching import Fix, compose, unified_diff
from factcheck.errors import InputError
from factcheck.model import CorrectionState, Decision, Language, Source
from factcheck.reports.anchors import anchor
from factcheck.reports.changes import correction_change
from factcheck.reports.contents import CorrectionView, Publication
from factcheck.reports.passages import Places
from factcheck.reports.rulings import told
from factcheck.sources.document import Document

IN_TEXT: frozenset[CorrectionState] = frozenset({"accepted", "edited", "applied"})
"""States of corrections that belong into the text."""
TOLD: frozenset[CorrectionState] = IN_TEXT | {"published"}
"""States of corrections that the reader is told of."""
SUFFIXES = {"text/markdown": ".md", "text/html": ".html", "text/plain": ".txt"}
_MOMENT = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T\d\d:\d\d:\d\d", re.ASCII)


def moment_of(decision: Decision | None) -> str:
    """When a decision was made, to the second (`2026-01-05T08:00:00Z`); empty without one, or
    where what is written there is no time."""
    return second(decision.at) if decision else ""


def second(at: str) -> str:
    """A time cut to the second, `2026-01-05T08:00:00Z`; empty for words that are no time."""
    match = _MOMENT.match(at)
    return f"{match[0]}Z" if match else ""


def publications(ledger: Ledger, places: Places) -> tuple[Publication, ...]:
    """One for every source that has a correction, by slug."""
    grouped: dict[str, list[Case]] = {}
    for case in ledger.corrections:
        grouped.setdefault(case.source, []).append(case)
    sources = {source.slug: source for source in ledger.sources}
    return tuple(
        _publication(sources.get(slug, Source(slug=slug)), grouped[slug], ledger, places)
        for slug in sorted(grouped)
    )


def _publication(
    source: Source, cases: Iterable[Case], ledger: Ledger, places: Places
) -> Publication:
    ordered = sorted(cases, key=lambda c: (c.target.start, c.target.end, c.id))
    document = ledger.documents.get(source.slug)
    language = source.language
    if language == "und" and document is not None:
        language = document.language
    patch, problem = _patch(ordered, document)
    telling = [case for case in ordered if case.state in TOLD and moment_of(case.last)]
    return Publication(
        anchor=anchor("p", source.slug), source=source.slug, title=places.title(source.slug),
        language=language, url=source.url,
        corrections=tuple(_view(case, document, language, places) for case in ordered),
        notice=_notice(telling, document, language), patch=patch, problem=problem,
    )  # fmt: skip


def _view(
    case: Case, document: Document | None, language: Language, places: Places
) -> CorrectionView:
    dated = [at for at in map(moment_of, case.decisions) if at]
    telling = [case] if case.state in TOLD and dated else []
    name = anchor("x", case.id)
    return CorrectionView(
        anchor=name, mark=places.mark(case.target, name), id=case.id, state=case.state,
        target=case.target,
        change=correction_change(case, places),
        conflict=case.conflict, code=case.code, message=case.message, severity=case.severity,
        first=min(dated, default=""), last=max(dated, default=""),
        by=case.last.actor if case.last else "", history=told(case.decisions), why=case.why,
        notice=_notice(telling, document, language),
    )  # fmt: skip


def _notice(cases: list[Case], document: Document | None, language: Language) -> str:
    """The notice that the drafting room writes; empty where two corrections contradict each other,
    which `problem` says."""
    dated = [case for case in cases if moment_of(case.last)]
    try:
        return draft(dated, document, language)
    except InputError:
        return ""


def _patch(cases: Iterable[Case], document: Document | None) -> tuple[str, str]:
    """The accepted changes as a unified diff, and why there is none although some are accepted."""
    chosen = [case for case in cases if case.state in IN_TEXT and not case.why]
    if not chosen or document is None:
        return "", ""
    if not document.exact_map:
        return "", "its text is not that of its file: correct it by hand"
    fixes = (
        Fix(start=c.target.start, end=c.target.end, old=c.target.exact,
            replacement=c.replacement, name=c.id[:10])
        for c in chosen
    )  # fmt: skip
    try:
        composed = compose(document.text, fixes)
    except InputError as error:
        return "", str(error)
    return unified_diff(document.text, composed, patch_path(document)), ""


def patch_path(document: Document) -> str:
    """The path that a patch names: the source's slug, with the suffix of its media type."""
    slug = document.snapshot.source
    suffix = SUFFIXES.get(document.snapshot.media_type, "")
    return slug if slug.endswith(suffix) else slug + suffix

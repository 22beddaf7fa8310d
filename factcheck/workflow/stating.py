"""What a person states of a source on adding it, held against the calendar and the archive, so that
a slip is refused and does not stand in the ledger as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from difflib import get_close_matches

from factcheck.errors import UsageError
from factcheck.sources.archive import list_sources
from factcheck.values.dates import edtf
from factcheck.workflow.find import SHOWN, find_one
from factcheck.workspace import Workspace

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?[?~%]?")
_SPAN = "/"


def published_on(text: str) -> str:
    """The date as given. Raises UsageError for what is no date of ISO 8601 or EDTF: a year, a
    month, a day, a time, doubtful (`2024?`), or a span of two (`2024-01/2024-03`)."""
    parts = text.split(_SPAN)
    if len(parts) <= 2 and all(_is_date(part) or _is_moment(part) for part in parts):
        return text
    raise UsageError("--published", f"{text!r} is no date", "write 2024, 2024-07 or 2024-07-31")


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    if found is None:
        return False
    year, month, day = (int(part) if part else None for part in found.groups())
    return edtf(year, month, day) is not None


def _is_moment(text: str) -> bool:
    if "T" not in text:
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def relations_to(
    workspace: Workspace, given: Iterable[tuple[str, str | None]]
) -> tuple[tuple[str, str], ...]:
    """The relations that name a source, with its whole slug. Raises UsageError with the nearest
    slugs for one that is not in the archive."""
    named = [(kind, slug) for kind, slug in given if slug]
    known = (
        {entry.source.slug: entry.source.slug for entry in list_sources(workspace)} if named else {}
    )
    return tuple((kind, find_one("source", slug, known)) for kind, slug in named)


def known_predicate(name: str, known: Iterable[str]) -> str:
    """The predicate as given. Raises UsageError with the nearest for one that is not known."""
    names = sorted(known)
    if name in names:
        return name
    near = get_close_matches(name, names, n=SHOWN, cutoff=0.4)
    told = f"nearest: {', '.join(near)}; " if near else ""
    raise UsageError("--predicate", f"{name!r} is unknown", f"{told}predicates.toml adds others")

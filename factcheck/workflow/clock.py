"""Time as the ledger writes it: UTC, to the microsecond, one spelling."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from factcheck.errors import UsageError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def stamp(now: datetime | None = None) -> str:
    """A moment as `2026-01-05T08:00:00.000000Z`; the present one when none is given. Raises
    ValueError for a moment without a time zone."""
    moment = now or datetime.now(UTC)
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment_of(text: str) -> str:
    """The moment that somebody names: a day counts to its end, a time is UTC unless it says
    otherwise. Raises UsageError for anything else."""
    whole = f"{text}T23:59:59.999999Z" if _DAY.fullmatch(text) else text
    try:
        moment = datetime.fromisoformat(whole)
    except ValueError:
        raise UsageError(text, "this is no moment",
                         "write 2026-01-05 or 2026-01-05T08:00Z") from None  # fmt: skip
    return stamp(moment if moment.tzinfo else moment.replace(tzinfo=UTC))

"""Time as the ledger writes it: UTC, to the microsecond, one spelling."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(now: datetime | None = None) -> str:
    """A moment as `2026-01-05T08:00:00.000000Z`; the present one when none is given. Raises
    ValueError for a moment without a time zone."""
    moment = now or datetime.now(UTC)
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

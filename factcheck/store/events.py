"""The hash chain: one event per change, each bound to the one before it.

Format 1 is frozen: `tests/store/vectors.json` holds its test vectors. A change of the form is a
format 2 beside it, never a changed format 1.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from factcheck.model import ActorKind, canonical

EVENT_FORMAT = 1
DOMAIN = b"factcheck-event/1\0"
GENESIS = bytes(32)
"""What the first event names as the hash before it."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What happened, before it has a place in the chain. `body` is canonical JSON text; `idem` a
    key that no other event has, so that a repeated request is done once."""

    at: str
    actor: str
    actor_kind: ActorKind
    kind: str
    object: str
    body: str
    idem: str


@dataclass(frozen=True, kw_only=True)
class Event:
    """An entry at its place in the chain. `seq` counts 1, 2, 3 without a gap."""

    seq: int
    entry: Entry
    schema: int
    prev: bytes
    hash: bytes


def event_hash(seq: int, entry: Entry, prev: bytes, schema: int = EVENT_FORMAT) -> bytes:
    """SHA-256 over the canonical array of every field, the previous hash included. The body goes
    in as the text that is stored, so that any other spelling shows."""
    fields = [
        schema, seq, entry.at, entry.actor, entry.actor_kind, entry.kind, entry.object,
        entry.body, entry.idem, prev.hex(),
    ]  # fmt: skip
    return hashlib.sha256(DOMAIN + canonical(fields)).digest()


def chained(seq: int, entry: Entry, prev: bytes) -> Event:
    """The entry as the event that follows the hash `prev`."""
    return Event(seq=seq, entry=entry, schema=EVENT_FORMAT, prev=prev,
                 hash=event_hash(seq, entry, prev))  # fmt: skip

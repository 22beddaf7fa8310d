"""Names that links into a report rely on: stable from one revision to the next."""

from __future__ import annotations

import re

from factcheck.model import digest

ANCHOR_DIGITS = 12
_DIGEST = re.compile(r"[0-9a-f]{12,64}")
_SLUG = re.compile(r"[a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){0,12}")


def anchor(prefix: str, identity: str) -> str:
    """A stable anchor, safe in any document, from an identity of any spelling: the first digits
    of a digest, a plain slug as it is, of anything else a digest."""
    if _DIGEST.fullmatch(identity):
        return f"{prefix}-{identity[:ANCHOR_DIGITS]}"
    if _SLUG.fullmatch(identity):
        return f"{prefix}-{identity}"
    return f"{prefix}-{digest(prefix, identity)[:ANCHOR_DIGITS]}"


def mark_anchor(name: str, label: str = "") -> str:
    """The name of marked words in an article: those of a notice, of a correction, or of the side
    with that letter of the finding with that anchor."""
    return f"at-{name}-{label.lower()}" if label else f"at-{name}"


def side_label(index: int) -> str:
    """A, B … Z, then S27, S28 …"""
    return chr(ord("A") + index) if index < 26 else f"S{index + 1}"

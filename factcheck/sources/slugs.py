"""Names that are safe as folders: `[a-z0-9-]{1,60}`, derived from a file name or a title."""

from __future__ import annotations

import re
import unicodedata

from factcheck.errors import UsageError
from factcheck.model import sha256

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
LONGEST = 60
_OTHER = re.compile(r"[^a-z0-9]{1,400}")


def check_slug(slug: str) -> str:
    """The slug itself. Raises UsageError when it is none: a slug names a folder."""
    if not SLUG.fullmatch(slug):
        raise UsageError(slug[:80] or "slug", "is not a slug",
                         "use 1 to 60 of a-z, 0-9 and hyphens")  # fmt: skip
    return slug


def slug_of(name: str) -> str:
    """A slug for a file name or a title. Where letters are lost (Chinese, Japanese, length), a
    short digest of the name keeps two names apart."""
    stem = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    if re.search(r"\.[A-Za-z0-9]{1,8}$", stem) and not stem.startswith("."):
        stem = stem.rsplit(".", 1)[0]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().casefold()
    slug = _OTHER.sub("-", plain).strip("-")
    kept = sum(1 for c in stem if c.isascii() and c.isalnum())
    lost = sum(1 for c in stem if c.isalnum()) - kept
    if lost or not slug or len(slug) > LONGEST:
        tail = sha256(stem.encode("utf-8", "surrogatepass"))[:8]
        slug = f"{slug[: LONGEST - 9].strip('-')}-{tail}".strip("-")
    return slug

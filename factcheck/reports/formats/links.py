"""Which addresses may be linked, and the names by which linked data calls our own records."""

from __future__ import annotations

import base64
from urllib.parse import quote as percent
from urllib.parse import urlsplit

from factcheck.reports.visible import visible

_SAFE_IN_IRI = "!#$%&'()*+,/:;=?@[]~"


def link(url: str) -> str:
    """The address if it may be linked (http, https or mailto, no blanks or controls), else
    nothing."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return ""
    plain = url.isprintable() and " " not in url and visible(url) == url
    return url if plain and scheme in ("http", "https", "mailto") else ""


def iri(url: str) -> str:
    """The address as an IRI that any parser takes, characters that none may hold percent-encoded;
    nothing where it may not be linked."""
    return percent(link(url), safe=_SAFE_IN_IRI, errors="surrogatepass")


def name_of(kind: str, identity: str) -> str:
    """The name of a record of ours: `urn:factcheck:claim:0f3…`."""
    return f"urn:factcheck:{kind}:{percent(identity, safe='', errors='surrogatepass')}"


def copy_of(sha256: str) -> str:
    """The name of bytes by their digest (RFC 6920), which whoever holds them can check."""
    try:
        raw = bytes.fromhex(sha256)
    except ValueError:
        return ""
    return "ni:///sha-256;" + base64.urlsafe_b64encode(raw).decode().rstrip("=")

"""What somebody puts forward as evidence: an address with the day it was seen, a file with its
digest, or words of a source, found there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from factcheck.errors import InputError, UsageError
from factcheck.model import Json, sha256
from factcheck.sources.document import Document
from factcheck.sources.files import bytes_of
from factcheck.sources.quotes import find

MAX_URL = 2_048
_URL = re.compile(r"https?://[^\s]{1,2048}")


def exhibits(given: Iterable[str], documents: Mapping[str, Document], seen: str) -> list[Json]:
    """Each piece of evidence resolved; `seen` is the moment (UTC). Raises UsageError for what is
    neither an address, nor a file, nor `SOURCE:WORDS`, InputError for words that are not there."""
    return [exhibit(text.strip(), documents, seen) for text in given]


def exhibit(text: str, documents: Mapping[str, Document], seen: str) -> Json:
    """One piece of evidence, resolved."""
    if _URL.fullmatch(text):
        if len(text) > MAX_URL:
            raise UsageError("evidence", f"{len(text)} characters; limit {MAX_URL}", "shorten it")
        return {"type": "url", "url": text, "seen": seen}
    slug, colon, words = text.partition(":")
    if colon and slug in documents:
        return {"type": "quote", "quote": _words(documents[slug], slug, words), "seen": seen}
    if Path(text).is_file():
        data = bytes_of(Path(text), text)
        return {"type": "file", "file": Path(text).name, "sha256": sha256(data), "seen": seen}
    known = ", ".join(sorted(documents)[:5])
    raise UsageError(
        text or "evidence", "this is no address, no file and no SOURCE:WORDS",
        f"write https://…, an existing file, or words of a source ({known}, …)",
    )  # fmt: skip


def described(exhibit: Json) -> str:
    """A piece of evidence in words: the address first, so that it can be followed."""
    seen = str(exhibit.get("seen", ""))[:10]
    when = f" (seen {seen})" if seen else ""
    if exhibit.get("type") == "quote":
        quote = exhibit["quote"]
        return f"{quote['source']}: “{quote['exact']}”{when}"
    if exhibit.get("type") == "file":
        return f"{exhibit['file']}, sha256 {exhibit['sha256']}{when}"
    return f"{exhibit.get('url', '')}{when}"


def put_forward(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Words and address (or nothing) of every piece of evidence of a decision: as it was found;
    where not all of it could be, as it was named."""
    named, found = body.get("evidence"), body.get("exhibits")
    named = named if isinstance(named, list | tuple) else ()
    found = found if isinstance(found, list | tuple) else ()
    for one in found if len(found) >= len(named) else named:
        if isinstance(one, Mapping):
            yield described(dict(one)), str(one.get("url", ""))
        else:
            yield str(one), ""


def _words(document: Document, slug: str, words: str) -> Json:
    places = find(document, words)
    if not places:
        raise InputError(words or "evidence", f"these words do not stand in {slug}",
                         "copy them from the source")  # fmt: skip
    if len(places) > 1:
        lines = ", ".join(str(document.position(q.start)[0]) for q in places[:5])
        raise UsageError(words, f"they stand {len(places)} times in {slug}, on lines {lines}",
                         "give more of the words")  # fmt: skip
    return places[0].to_dict()

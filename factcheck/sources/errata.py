"""One entry of the RFC Editor's errata list as a document: what the publication says and what it
should say, each word for word, below a line that names the place. They are kept verbatim and not
read for values: what they state is for people to rule on."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from factcheck.errors import InputError
from factcheck.model import Language
from factcheck.sources.decode import Decoded, storable
from factcheck.sources.document import Block, BlockKind, Document, Section, Span
from factcheck.sources.reader import Raw

ORIGINAL, CORRECTED, NOTES = "Original text", "Corrected text", "Notes"
FIELDS = {ORIGINAL: "orig_text", CORRECTED: "correct_text", NOTES: "notes"}
"""Label of a part → the field that it shows."""
PLACE = "Place"
LANGUAGE: Language = "en"
_SIGN = re.compile(r'\s{0,100}\{\s{0,100}"errata_id"')
_DOCUMENT = re.compile(r"([A-Za-z]{1,10})[ -]?0{0,6}([0-9]{1,9})")


class ErratumReader:
    """Reads a single erratum, a JSON object with the fields of the published list."""

    name = "rfc-erratum"
    version = "1"
    media_type = "application/json"
    suffixes: tuple[str, ...] = ()

    def recognises(self, raw: Raw) -> bool:
        return bool(_SIGN.match(raw.peek))

    def read(self, raw: Raw) -> Document:
        """The document of the entry. Raises InputError for damaged JSON."""
        try:
            record = json.loads(raw.whole.text)
        except (ValueError, RecursionError) as error:
            raise InputError(raw.name, f"damaged JSON: {error}", "mend the file") from error
        return document_of(record, raw, self)


def place_of(record: Mapping[str, object]) -> str:
    """What an erratum is on, in words: `RFC 4884, section 7`."""
    document = _DOCUMENT.sub(r"\1 \2", str(record.get("doc-id") or "unknown document"), count=1)
    section = str(record.get("section") or "").strip()
    return " ".join(f"{document}, section {section}".split() if section else document.split())


def document_of(record: Mapping[str, object], raw: Raw, reader: ErratumReader) -> Document:
    """The entry as text: the place, then its parts in turn, those that are empty left out."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0

    def add(words: str, label: str) -> None:
        nonlocal at
        if words.strip():
            span = Span(start=at, end=at + len(words))
            kind: BlockKind = "field" if label == PLACE else "code"
            blocks.append(Block(kind=kind, start=span.start, end=span.end, content=span,
                                label=label, language=LANGUAGE))  # fmt: skip
        parts.append(words)
        at += len(words)

    def skip(words: str) -> None:
        nonlocal at
        parts.append(words)
        at += len(words)

    place = place_of(record)
    add(place, PLACE)
    for label, field in FIELDS.items():
        words = str(record.get(field) or "")
        if words:
            skip(f"\n\n{label}:\n")
            add(words, label)
    skip("\n")
    text = storable(Decoded(text="".join(parts), encoding="utf-8", exact=False))
    return Document(
        name=raw.name, snapshot=raw.snapshot(text.text, reader), blocks=tuple(blocks),
        sections=(Section(first=0, last=len(blocks), title=place, subject=place, level=1),),
        language=LANGUAGE, kind="record", exact_map=False, notes=text.notes,
        metadata={"title": f"Erratum {record.get('errata_id') or ''} on {place}"},
    )  # fmt: skip

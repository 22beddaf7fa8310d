"""The Python API: read, extract, check and compare without a workspace or a store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.claims import Catalogue, EntityTable, Extraction
from factcheck.claims import extract as extract_document
from factcheck.errors import FactcheckError
from factcheck.model import Language, Skipped
from factcheck.reconcile.result import CheckResult, check_documents
from factcheck.sources import read_file, read_text
from factcheck.sources.document import Document
from factcheck.values import parse_values

__all__ = ["CheckResult", "Extraction", "check", "compare", "extract", "parse_values"]

Readable = str | Path
"""A `Path` is a file to read; a `str` is the text itself."""


def extract(text: str, language: Language | None = None, name: str = "text") -> Extraction:
    """The claims, notices and coverage of one text. `language` is detected when not given."""
    return extract_document(read_text(text, name, language=language))


def check(
    sources: Readable | Sequence[Readable],
    original: Readable | None = None,
    *,
    catalogue: Catalogue | None = None,
    entities: EntityTable | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> CheckResult:
    """Check documents against themselves and each other.

    With `original`, every source is read as a translation or re-publication of it. A file that
    cannot be read becomes an entry of `skipped`; the others go on. Raises UsageError for an
    unknown rule code, and InputError when the original cannot be read.
    """
    given = [sources] if isinstance(sources, str | Path) else list(sources)
    documents: dict[str, Document] = {}
    skipped = []
    for item in given:
        name = _name(item, documents)
        try:
            documents.setdefault(name, _read(item, name))
        except FactcheckError as error:
            skipped.append(Skipped(source=error.what, reason=error.why))
    originals = {}
    if original is not None:
        name = str(original) if isinstance(original, Path) else "original"
        originals = {slug: name for slug in documents if slug != name}
        documents[name] = _read(original, name)
    return check_documents(
        documents.values(), originals=originals, catalogue=catalogue, entities=entities,
        codes=(select, ignore), skipped=skipped,
    )  # fmt: skip


def compare(original: Readable, translation: Readable) -> CheckResult:
    """The pair read as original and translation: only what the translation changed is reported
    beside what each of the two has on its own."""
    name = "translation" if isinstance(translation, str) else str(translation)
    first = "original" if isinstance(original, str) else str(original)
    documents = [_read(original, first), _read(translation, name)]
    return check_documents(documents, originals={name: first})


def _read(item: Readable, name: str) -> Document:
    return read_file(item, name) if isinstance(item, Path) else read_text(item, name)


def _name(item: Readable, taken: dict[str, Document]) -> str:
    """A file keeps its path; texts are `text`, `text-2` and so on."""
    if isinstance(item, Path):
        return str(item)
    texts = sum(name == "text" or name.startswith("text-") for name in taken)
    return "text" if not texts else f"text-{texts + 1}"

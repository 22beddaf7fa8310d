"""The text of a PDF, page by page. Runs in the worker and alone in it imports pypdf."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from factcheck.errors import InputError

PAGE_LIMIT = 2_000
END_MARK = b"%%EOF"
SHOWN_WARNINGS = 50
END_BYTES = 1 << 16
"""Bytes at the end of a file among which its end mark must stand."""
_LOST = re.compile(r"exceed|limit|skipp|maximum", re.IGNORECASE)
"""Words of a warning that says that text was left out."""
_DAMAGED = ("damaged", "open it in a reader and save it again")


def pages(data: bytes) -> dict[str, Any]:
    """The text of every page, and the title and authors that the file states. Raises InputError
    for what is encrypted, damaged, too long or without text."""
    heard = _Heard()
    if END_MARK not in data[-END_BYTES:]:
        raise InputError("", "damaged: its end is missing", "get the whole file")
    try:
        found = _read(PdfReader(io.BytesIO(data)))
    except InputError:
        raise
    except LimitReachedError as error:
        raise InputError("", "holds more than a document may (a bomb?)", "give the text") from error
    except DependencyError as error:
        raise InputError("", "needs a password", "save it without encryption") from error
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # pypdf raises TypeError, KeyError and more on broken files
        raise InputError("", *_DAMAGED) from error
    if any(_LOST.search(warning) for warning in heard.warnings):
        raise InputError("", "holds more than a document may; text would be lost", "give the text")
    return {**found, "warnings": heard.warnings}


class _Heard(logging.Handler):
    """What pypdf warns of: it goes on where it should, and says only here what it left out."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []
        logger = logging.getLogger("pypdf")
        logger.addHandler(self)
        logger.propagate = False

    def emit(self, record: logging.LogRecord) -> None:
        words = record.getMessage()[:200]
        if words not in self.warnings and len(self.warnings) < SHOWN_WARNINGS:
            self.warnings.append(words)


def _read(reader: PdfReader) -> dict[str, Any]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError("", "needs a password", "save it without encryption")
    count = _stated_count(reader)
    if count > PAGE_LIMIT:
        raise InputError("", f"{count} pages; limit {PAGE_LIMIT}", "split the file")
    texts: list[str] = []
    for number, page in enumerate(reader.pages, 1):
        if number > PAGE_LIMIT:
            raise InputError("", f"more than {PAGE_LIMIT} pages", "split the file")
        try:
            texts.append(page.extract_text())
        except (LimitReachedError, MemoryError, RecursionError):
            raise
        except Exception as error:
            raise InputError("", f"damaged: page {number} cannot be read", _DAMAGED[1]) from error
    if not any(text.strip() for text in texts):
        raise InputError("", "no text found (scanned?)", "give a file with text")
    return {"pages": texts, "meta": _metadata(reader)}


def _stated_count(reader: PdfReader) -> int:
    """How many pages the file says it has: asked before any is looked for."""
    tree: Any = reader.trailer["/Root"]["/Pages"]  # type: ignore[index]
    stated = tree.get("/Count", 0)
    return int(stated) if isinstance(stated, int) else len(reader.pages)


def _metadata(reader: PdfReader) -> list[tuple[str, str]]:
    try:
        stated = reader.metadata
        pairs = [("title", stated.title), ("authors", stated.author)] if stated else []
    except (PyPdfError, ValueError, TypeError, AttributeError, KeyError):
        return []
    return [(name, str(value)[:2000]) for name, value in pairs if value and str(value).strip()]

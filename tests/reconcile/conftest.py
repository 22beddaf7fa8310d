"""How the tests of this room ask: texts in, conflicts out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims import Extraction
from factcheck.model import Conflict, Coverage
from factcheck.reconcile import reconcile
from factcheck.sources import read_text

Find = Callable[..., list[Conflict]]


def _bare(text: str, name: str) -> Extraction:
    """A text read, without claims: what most rules need."""
    document = read_text(text, name)
    return Extraction(document=document, claims=(), notices=(), coverage=Coverage())


@pytest.fixture
def find() -> Find:
    """The conflicts of one text, by code where one is given."""

    def ask(text: str, *codes: str) -> list[Conflict]:
        found = reconcile([_bare(text, "article.txt")]).conflicts
        return [c for c in found if not codes or c.code in codes]

    return ask


@pytest.fixture
def translate() -> Find:
    """The conflicts of an original and its translation."""

    def ask(original: str, translation: str, *codes: str) -> list[Conflict]:
        read = [_bare(original, "original"), _bare(translation, "translation")]
        found = reconcile(read, originals={"translation": "original"}).conflicts
        return [c for c in found if not codes or c.code in codes]

    return ask

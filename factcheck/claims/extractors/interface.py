"""The seam: what an extractor is. Ours are registered the same way as anybody's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from factcheck.claims.reading import Reading
from factcheck.model import Claim


class Extractor(Protocol):
    """Proposes claims from one document. Must be deterministic and must never raise for any text;
    every claim's `extractor` is `name@version`. Raise the version when the output changes."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def extract(self, reading: Reading) -> Iterable[Claim]:
        """Claims found in the reading's body blocks, each quoting its exact words."""
        ...

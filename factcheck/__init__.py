"""factcheck: a linter for facts with a ledger behind it.

The names of the Python API load on first use, so that `import factcheck` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.version import __version__

if TYPE_CHECKING:
    from factcheck.api import CheckResult, Extraction, check, compare, extract, parse_values

__all__ = [
    "CheckResult", "Extraction", "__version__", "check", "compare", "extract", "parse_values",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in __all__:
        from factcheck import api

        return getattr(api, name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")

"""Files that appear whole or not at all, and are left alone when they would not change."""

from __future__ import annotations

from pathlib import Path

from factcheck.sources.archive import write_aside


def write_changed(path: Path, text: str) -> bool:
    """Write a text unless the file holds it already. Returns whether it was written. Raises
    StoreUnavailable when it cannot be."""
    data = text.encode("utf-8", "surrogatepass")
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass  # absent or unreadable: writing says what is wrong, if anything is
    write_aside(path, data)
    return True

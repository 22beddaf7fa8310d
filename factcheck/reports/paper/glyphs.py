"""Which characters a font has signs for: its character map, read from the file. Nothing else of a
font is looked at."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_COLLECTION = b"ttcf"
_UNICODE = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}
"""Platform and encoding of the maps that are by Unicode."""


@cache
def ranges_of(path: str, index: int) -> tuple[tuple[int, int], ...]:
    """First and last code points of what the font has signs for. Empty for a file that is damaged
    or of another form: then it counts as a font that has none."""
    try:
        data = Path(path).read_bytes()
        return tuple(sorted(set(_ranges(data, index))))
    except (OSError, struct.error, IndexError):
        return ()


def _ranges(data: bytes, index: int) -> Iterator[tuple[int, int]]:
    start = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == _COLLECTION else 0
    count = struct.unpack_from(">H", data, start + 4)[0]
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * number)
        if tag == b"cmap":
            yield from _maps(data, offset)


def _maps(data: bytes, table: int) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">H", data, table + 2)[0]
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", data, table + 4 + 8 * number)
        if (platform, encoding) not in _UNICODE:
            continue
        form = struct.unpack_from(">H", data, table + offset)[0]
        if form == 4:
            yield from _segments(data, table + offset)
        elif form == 12:
            groups = struct.unpack_from(">I", data, table + offset + 12)[0]
            for group in range(groups):
                first, last = struct.unpack_from(">II", data, table + offset + 16 + 12 * group)
                yield first, last


def _segments(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Format 4: ends, then starts, of segments of the first plane."""
    double = struct.unpack_from(">H", data, at + 6)[0]
    count = double // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + double)
    yield from ((s, e) for s, e in zip(starts, ends, strict=True) if s != 0xFFFF)

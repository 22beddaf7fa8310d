"""Bytes from a path, safely: what is no regular file is refused before it can block or fill
memory."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from factcheck.errors import InputError

FILE_LIMIT = 10_000_000
"""Bytes of the largest file that is read."""
PDF_LIMIT = 50_000_000
"""Bytes of the largest PDF, whose pictures are no text."""
CHUNK = 1 << 20


def bytes_of(path: Path, name: str) -> bytes:
    """The file's bytes. Raises InputError when it is missing, no regular file, not permitted,
    empty or above the limit; never blocks, and never reads beyond the limit."""
    try:
        # a FIFO without a writer would block a plain open for ever
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:
        raise InputError(name, *_reason(error)) from error
    try:
        status = os.fstat(descriptor)
        kind = _not_regular(status.st_mode)
        if kind:
            raise InputError(name, f"this is a {kind}", "give a file")
        data = _read(descriptor)
    except OSError as error:
        raise InputError(name, *_reason(error)) from error
    finally:
        os.close(descriptor)
    size, limit = max(len(data), status.st_size), limit_of(data)
    if size > limit:
        raise too_large(name, size, limit)
    if not data:
        raise InputError(name, "empty file", "nothing to read")
    return data


def limit_of(data: bytes) -> int:
    """The bytes that a file with this beginning may have."""
    return PDF_LIMIT if b"%PDF-" in data[:1024] else FILE_LIMIT


def _read(descriptor: int) -> bytes:
    """Up to one byte more than the limit, whatever the file claims its size to be."""
    chunks: list[bytes] = []
    room = FILE_LIMIT + 1
    while room and (chunk := os.read(descriptor, min(room, CHUNK))):
        if not chunks:
            room = limit_of(chunk) + 1
        chunks.append(chunk)
        room -= len(chunk)
    return b"".join(chunks)


def too_large(name: str, size: int, limit: int = FILE_LIMIT) -> InputError:
    """The refusal of a file above the limit."""
    return InputError(name, f"{size / 1e6:.1f} MB; limit {limit / 1e6:g} MB", "split the file")


def _not_regular(mode: int) -> str:
    kinds = ((stat.S_ISDIR, "directory"), (stat.S_ISFIFO, "pipe"), (stat.S_ISSOCK, "socket"),
             (stat.S_ISCHR, "device"), (stat.S_ISBLK, "device"))  # fmt: skip
    return next((name for test, name in kinds if test(mode)), "")


def _reason(error: OSError | ValueError) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "no such file", "check the path"
    if isinstance(error, PermissionError):
        return "no permission to read it", "check its mode and owner"
    if isinstance(error, IsADirectoryError):
        return "this is a directory", "give a file"
    reason = getattr(error, "strerror", None) or str(error)
    return f"cannot be read: {reason}", "check the path"

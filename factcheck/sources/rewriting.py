"""A corrected text written back into its file: in the file's own encoding, only over the bytes that
were read, with a backup beside it."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from factcheck.errors import InputError, StaleError, StoreUnavailable
from factcheck.sources.archive import write_aside
from factcheck.sources.decode import BYTE_ORDER_MARKS, decode
from factcheck.sources.files import bytes_of

BACKUP = ".bak"
MAX_BACKUPS = 1_000


def encoded_like(before: bytes, text: str, corrected: str, name: str) -> bytes:
    """The corrected text in the encoding, and with the byte order mark, of the bytes it had.
    Raises InputError when the text itself would not come out as it was."""
    encoding = decode(before, name).encoding
    mark = next((m for m, _ in BYTE_ORDER_MARKS if before.startswith(m)), b"")
    try:
        if mark + text.encode(encoding) != before:
            raise InputError(name, f"it was read as {encoding}, and does not come out the same",
                             "save it as UTF-8 and add it again")  # fmt: skip
        return mark + corrected.encode(encoding)
    except (UnicodeEncodeError, LookupError) as error:
        raise InputError(name, f"{encoding} has no sign for a correction", "save it as UTF-8 and "
                         "add it again") from error  # fmt: skip


def held_now(path: Path, expected: Container[bytes], hint: str) -> bytes:
    """The bytes that a file holds, which must be among those expected. Raises StaleError, with the
    hint, for any others."""
    now = bytes_of(path.resolve(), str(path))
    if now not in expected:
        raise StaleError(str(path), "it is not the text that was reviewed", hint)
    return now


def rewrite(path: Path, before: bytes, after: bytes, hint: str) -> Path | None:
    """Put new bytes in the place of those that were read, whole or not at all. Returns the backup,
    None where the file holds the new bytes already. Raises StaleError, with the hint, for a file
    that holds anything else."""
    target = path.resolve()
    if held_now(path, (before, after), hint) == after:
        return None
    backup = _backup(target, before)
    mode = target.stat().st_mode & 0o7777
    write_aside(target, after)
    target.chmod(mode)
    return backup


def _backup(path: Path, data: bytes) -> Path:
    """Keep the bytes beside the file, under a name that nothing else has."""
    for number in range(MAX_BACKUPS):
        backup = path.with_name(f"{path.name}{BACKUP}{number or ''}")
        if not backup.exists():
            write_aside(backup, data)
        if backup.read_bytes() == data:
            return backup
    raise StoreUnavailable(str(path), f"{MAX_BACKUPS} backups of it exist", "remove some")

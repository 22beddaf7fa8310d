"""Reading what a command was given: files and standard input, each within the limit of size, each
a document or a reason why not."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.cli import output
from factcheck.errors import FactcheckError, InputError, UsageError
from factcheck.sources import MAX_BYTES, read_bytes, read_file
from factcheck.sources.document import Document

STDIN = "-"
_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)\s?([kmg]?)i?b?", re.IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What could be read, in the order given, and one failure per input that could not."""

    documents: tuple[Document, ...]
    failures: tuple[FactcheckError, ...]


def parse_size(text: str) -> int:
    """Bytes in `10MB`, `500k` or `2000000`. Raises UsageError for anything else."""
    match = _SIZE.fullmatch(text.strip())
    size = int(float(match[1]) * _UNITS[match[2].lower()]) if match else 0
    if size < 1:
        raise UsageError("--max-size", f"{text!r} is not a size", "write 20MB, 500k or bytes")
    return size


def read_inputs(names: Sequence[str], limit: int = MAX_BYTES) -> Inputs:
    """Read every input once. Raises UsageError when standard input is asked for twice."""
    if names.count(STDIN) > 1:
        raise UsageError(STDIN, "standard input can be read only once", "give it once")
    documents, failures = [], []
    for name in dict.fromkeys(names):
        try:
            documents.append(read_input(name, limit))
        except FactcheckError as error:
            failures.append(error)
    return Inputs(documents=tuple(documents), failures=tuple(failures))


def read_input(name: str, limit: int = MAX_BYTES) -> Document:
    """One document. Raises InputError when it is refused or cannot be read, NetworkRefused for a
    web address."""
    if name != STDIN:
        refuse_url(name)
        return read_file(Path(name), name, max_bytes=limit)
    if sys.stdin.isatty():
        output.note("reading standard input; end it with Ctrl-D")
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        raise InputError(STDIN, f"more than {limit / 1e6:g} MB", "raise --max-size")
    return read_bytes(data, STDIN)


def refuse_url(name: str) -> None:
    """Raises NetworkRefused when the name is a web address."""
    from factcheck.errors import NetworkRefused

    if re.match(r"[a-z][a-z0-9+.-]{1,20}://", name, re.IGNORECASE):
        raise NetworkRefused(name, "factcheck does not fetch from the network",
                             "save the page and give the file")  # fmt: skip


def report_failures(failures: Iterable[FactcheckError]) -> int:
    """One line on standard error per failure. Returns the highest exit code, 0 without any."""
    code = 0
    for failure in failures:
        output.report_error(failure)
        code = max(code, failure.exit_code)
    return code

"""Reading what a command was given: files and standard input, each within the limit of size, each
a document or a reason why not."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.cli import output
from factcheck.errors import FactcheckError, InputError, NetworkRefused, UsageError
from factcheck.sources import read_bytes, read_file
from factcheck.sources.document import Document
from factcheck.sources.files import FILE_LIMIT

STDIN = "-"
_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)\s?([kmg]?)i?b?", re.IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What could be read, in the order given, and one failure per input that could not."""

    documents: tuple[Document, ...]
    failures: tuple[FactcheckError, ...]


def parse_size(text: str) -> int:
    """Bytes in `5MB`, `500k` or `2000000`. Raises UsageError for anything else, and above the
    limit that every document has."""
    match = _SIZE.fullmatch(text.strip())
    size = int(float(match[1]) * _UNITS[match[2].lower()]) if match else 0
    if size < 1:
        raise UsageError("--max-size", f"{text!r} is not a size", "write 5MB, 500k or bytes")
    if size > FILE_LIMIT:
        raise UsageError("--max-size", f"{text} is more than any document may have",
                         f"the limit is {megabytes(FILE_LIMIT)}")  # fmt: skip
    return size


def megabytes(size: int) -> str:
    """A size for a message: `10 MB`, `0.5 MB`."""
    return f"{size / 1e6:.3g} MB"


def read_inputs(names: Sequence[str], limit: int = FILE_LIMIT) -> Inputs:
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


def read_input(name: str, limit: int = FILE_LIMIT) -> Document:
    """One document. Raises InputError when it is refused or cannot be read, NetworkRefused for a
    web address."""
    if not name:
        raise InputError("''", "an empty file name", "check the path")
    if name != STDIN:
        refuse_url(name)
        if limit < FILE_LIMIT and os.path.isfile(name):
            size = os.path.getsize(name)
            if size > limit:
                raise InputError(name, f"{megabytes(size)}; limit {megabytes(limit)}",
                                 "raise --max-size")  # fmt: skip
        return read_file(Path(name), name)
    if sys.stdin.isatty():
        output.note("reading standard input; end it with Ctrl-D")
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        raise InputError(STDIN, f"more than {megabytes(limit)}", "split the text")
    return read_bytes(data, STDIN)


def refuse_url(name: str) -> None:
    """Raises NetworkRefused when the name is a web address."""
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

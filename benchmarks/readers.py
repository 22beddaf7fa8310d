"""How fast each reader reads, from 10 KB to 2 MB of text, how that grows, and what memory it takes,
beside the library that people would take for the format; extraction as well.

Goals: time grows with the text (seconds per character at most twice those of 100 KB), and peak
memory stays below 20 times the text. Run: python -m benchmarks.readers [READER ...]
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import resource
import sys
import time
from collections.abc import Callable

from benchmarks.formats import MAKERS, prose
from benchmarks.generated import child, table

SIZES = (10_000, 100_000, 500_000, 1_900_000)
GROWTH = 2.0
MEMORY = 20.0
EXTRACTION = "extraction"


def _markdown_it(data: bytes) -> object:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").parse(data.decode())


def _lxml(data: bytes) -> object:
    from lxml import html

    return html.fromstring(data.decode()).xpath("string()")


def _pypdf(data: bytes) -> object:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def _bibtexparser(data: bytes) -> object:
    from bibtexparser.entrypoint import parse_string

    return parse_string(data.decode()).entries


def _feedparser(data: bytes) -> object:
    import feedparser  # type: ignore[import-untyped]

    return feedparser.parse(data)


PEERS: dict[str, tuple[str, Callable[[bytes], object]]] = {
    "markdown": ("markdown-it", _markdown_it), "html": ("lxml", _lxml),
    "pdf": ("pypdf", _pypdf), "bibtex": ("bibtexparser", _bibtexparser),
    "json": ("json.loads", json.loads), "atom": ("feedparser", _feedparser),
    "facts": ("csv", lambda data: list(csv.DictReader(io.StringIO(data.decode())))),
}  # fmt: skip


def measured(way: str, size: int) -> dict[str, float]:
    """One reading in this process: characters and bytes of text, seconds (the best of three), and
    the megabytes by which memory rose; those of the worker as well, where there is one."""
    from factcheck.sources import read_bytes
    from factcheck.sources.worker import _server

    reader, _, peer = way.partition("/")
    name, make = ("a.md", prose) if reader == EXTRACTION else MAKERS[reader]
    work: Callable[[bytes], object] = lambda data: read_bytes(data, name)  # noqa: E731
    if peer:
        work = PEERS[reader][1]
    elif reader == EXTRACTION:
        from factcheck.claims import extract  # which would weigh on the worker's start

        work = lambda data: extract(read_bytes(data, name))  # noqa: E731
    work(make(4_000))  # imports and the worker's start are not the reader's speed
    data = make(size)
    before = _peak(resource.RUSAGE_SELF)
    taken = _seconds(work, data)
    after = _peak(resource.RUSAGE_SELF)
    if reader != EXTRACTION:  # which is long enough to be told by one run
        taken = min(taken, _seconds(work, data), _seconds(work, data))
    text = read_bytes(data, name).text
    _server().close()
    worker = 0.0 if peer else _peak(resource.RUSAGE_CHILDREN)
    return {"characters": len(text), "bytes": len(text.encode()), "seconds": taken,
            "memory": after - before, "worker": worker}  # fmt: skip


def _seconds(work: Callable[[bytes], object], data: bytes) -> float:
    """Seconds on the clock, since a worker's processor time is not ours."""
    start = time.perf_counter()
    kept = work(data)
    taken = time.perf_counter() - start
    del kept
    return taken


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def rows_of(way: str) -> tuple[list[tuple[object, ...]], str]:
    """The rows of one reader or peer at all sizes, and its verdict."""
    rows: list[tuple[object, ...]] = []
    rates: list[float] = []
    factor = 0.0
    for size in SIZES:
        found = child(__file__, way, "--size", str(size))
        if "absent" in found:
            return [(way, found["absent"])], "absent"
        characters, held = float(found["characters"]), float(found["memory"])
        rates.append(characters / float(found["seconds"]))
        factor = held * 2**20 / float(found["bytes"])
        rows.append((way, f"{float(found['bytes']) / 1000:.0f} KB", f"{found['seconds']:.2f} s",
                     f"{rates[-1]:,.0f}", f"{held:.1f} MB", f"{factor:.1f}",
                     f"{found['worker']:.0f} MB" if found["worker"] else ""))  # fmt: skip
    growth = rates[1] / rates[-1]
    good = growth <= GROWTH and factor <= MEMORY
    return rows, f"growth {growth:.2f}, memory {factor:.1f}: {'reached' if good else 'missed'}"


def main(wanted: list[str]) -> int:
    """Print the rows of every reader and of its peer. Returns 1 when a reader misses a goal."""
    rows: list[tuple[object, ...]] = []
    verdicts: list[tuple[object, ...]] = []
    for reader in wanted or [*MAKERS, EXTRACTION]:
        found, verdict = rows_of(reader)
        rows += found
        verdicts.append((reader, verdict))
        if reader in PEERS:
            found, _ = rows_of(f"{reader}/{PEERS[reader][0]}")
            rows += found
    head = ("reader", "text", "time", "characters/s", "memory", "times the text", "worker in all")
    table(head, [row + ("",) * (len(head) - len(row)) for row in rows])
    sys.stdout.write("\n")
    table(("reader", f"goals: growth {GROWTH:g}, memory {MEMORY:g}"), verdicts)
    return int(any("missed" in str(verdict) for _, verdict in verdicts))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("readers", nargs="*")
    options.add_argument("--way")
    options.add_argument("--size", type=int, default=0)
    given = options.parse_args()
    if given.way:
        sys.stdout.write(json.dumps(measured(given.way, given.size)) + "\n")
        sys.exit(0)
    sys.exit(main(given.readers))

"""Generated claims, and children that measure one way each: what the benchmarks of the store share.

A document holds 100 claims. Five documents on average speak of one subject and predicate; one claim
in a thousand is wrong, so that about one group in two hundred is contested.
"""

# ruff: noqa: T201 - it prints tables

from __future__ import annotations

import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal

from factcheck.model import Claim, Quantity, Quote, Snapshot, Source, number_claims, sha256
from factcheck.reconcile.groups.placing import Placement, group_name
from factcheck.store import Acting, Intake

CLAIMS_A_DOCUMENT = 100
CLAIMS_A_GROUP = 5
WRONG = 0.001
PREDICATES = ("parameter_count", "page_count", "author_count", "model_count", "component_count")
ACTING = Acting(at="2026-01-05T08:00:00.000000Z")
Figures = dict[str, float | str]
clock = time.process_time
"""Seconds of processor, of all threads: a shared machine makes the seconds on the wall worthless.
Waiting for the disk is left out."""


def documents(claims: int, *, first: int = 0, among: int | None = None) -> Iterator[Intake]:
    """Documents with that many claims in all; `first` is the number of the first document, and
    the subjects are those of a store of `among` claims (of these alone by default)."""
    chance = random.Random(1 + first)
    subjects = max(1, (among or claims) // CLAIMS_A_GROUP // len(PREDICATES))
    for number in range(first, first + claims // CLAIMS_A_DOCUMENT):
        yield _document(f"page-{number}", chance, subjects)


def _document(slug: str, chance: random.Random, subjects: int) -> Intake:
    said, parts, at = [], [], 0
    for _ in range(CLAIMS_A_DOCUMENT):
        subject, kind = chance.randrange(subjects), chance.randrange(len(PREDICATES))
        count = 100 + (subject * 7919 + kind * 104729) % 9000
        if chance.random() < WRONG:
            count *= 10
        before = f"In its {PREDICATES[kind].replace('_', ' ')} Heron-{subject} comes to "
        said.append((f"Heron-{subject}", PREDICATES[kind], count, at + len(before)))
        parts.append(f"{before}{count}.\n")
        at += len(parts[-1])
    text = "".join(parts)
    snapshot = Snapshot(source=slug, sha256=sha256(text.encode()), text=text, reader="text@1")
    claims = tuple(number_claims(
        Claim(subject=subject, predicate=predicate, extractor="numbers@1", language="en",
              value=Quantity(value=Decimal(count), dimension="count", as_written=str(count)),
              quote=Quote.of(snapshot, start, start + len(str(count))))
        for subject, predicate, count, start in said
    ))  # fmt: skip
    placed = {c.id: Placement(group_name(c.subject.casefold(), c.predicate)) for c in claims}
    for claim in claims:  # what was worked out here is no gift to the store
        for name in ("id", "value_identity"):
            vars(claim).pop(name, None)
    return Intake(source=Source(slug=slug), snapshot=snapshot, claims=claims, placements=placed)


def child(script: str, way: str, *options: str) -> Figures:
    """What one way of a script measures, in a process of its own, with its peak memory."""
    done = subprocess.run([sys.executable, script, "--way", way, *options], check=False,
                          capture_output=True, text=True)  # fmt: skip
    if done.returncode:
        return {"absent": done.stderr.strip().splitlines()[-1][:60]}
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found


def told(**figures: float | str) -> None:
    """Tell the parent what was measured, with the peak memory in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**figures, "peak": peak}))


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """Median of the processor seconds that some work takes."""
    taken = []
    for _ in range(times):
        started = clock()
        work()
        taken.append(clock() - started)
    return statistics.median(taken)


class Stopwatch:
    """Time spent between the items of a stream, the making of the items left out."""

    def __init__(self) -> None:
        self.making = 0.0

    def watch(self, items: Iterator[Intake]) -> Iterator[Intake]:
        while True:
            started = clock()
            item = next(items, None)
            self.making += clock() - started
            if item is None:
                return
            yield item


def table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Print rows under a head, in columns."""
    texts = [head, *[tuple(_shown(cell) for cell in row) for row in rows]]
    widths = [max(len(row[n]) for row in texts) for n in range(len(head))]
    for row in texts:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))


def _shown(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.4f}" if cell < 0.1 else f"{cell:.2f}" if cell < 10 else f"{cell:.0f}"
    return str(cell)

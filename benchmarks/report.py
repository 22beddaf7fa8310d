"""A report over many conflicts: seconds and peak memory of its parts, as the ledger grows tenfold.

Pairs of generated articles in English, Chinese and Japanese state the same figures, and every pair
disagrees on each of them. The ledger is made in memory; each way is a process of its own.

Run: python -m benchmarks.report [--conflicts 1000 10000 100000]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from decimal import Decimal

from factcheck.corrections.ledger import Ledger
from factcheck.model import (
    Claim,
    Conflict,
    Coverage,
    Decision,
    Language,
    Quantity,
    Quote,
    Severity,
    Side,
    Snapshot,
    Source,
    Suggestion,
    Tally,
    number_claims,
    sha256,
)
from factcheck.reports import Contents, build
from factcheck.reports.formats import stream
from factcheck.reports.formats.folder import folder_files
from factcheck.sources.document import Block, Document, Span

A_PAIR = 50
"""Conflicts of one pair of articles."""
SENTENCES: tuple[tuple[Language, str, str], ...] = (
    ("en", "In its last count the Heron-{n} herd came to ", " birds, which nobody had expected."),
    ("zh", "最近一次统计中，苍鹭-{n} 群共有 ", " 只，谁也没有料到。"),
    ("ja", "前回の調査では、ヘロン-{n}の群れは", "羽だった。誰も予想していなかった。"),
)
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "medium", "low", "low", "info")
DECIDED_EVERY, MENDED_EVERY = 20, 3


def article(number: int, tenfold: int) -> tuple[Document, list[Claim]]:
    """An article of a pair; the second states ten times what the first does."""
    pair = number // 2
    language, before, after = SENTENCES[pair % 3]
    parts, places, at = [], [], 0
    for n in range(pair * A_PAIR, (pair + 1) * A_PAIR):
        opening, count = before.format(n=n), (100 + n % 9_000) * tenfold
        places.append((f"Heron-{n}", count, at + len(opening)))
        parts.append(f"{opening}{count}{after}\n\n")
        at += len(parts[-1])
    text = "".join(parts)
    slug = f"page-{number}"
    snapshot = Snapshot(source=slug, sha256=sha256(text.encode()), text=text, reader="text@1")
    blocks, start = [], 0
    for part in parts:
        end = start + len(part) - 2
        blocks.append(Block(kind="paragraph", start=start, end=end, language=language,
                            content=Span(start=start, end=end)))  # fmt: skip
        start = end + 2
    claims = number_claims(
        Claim(subject=subject, predicate="member_count", extractor="numbers@1", language=language,
              value=Quantity(value=Decimal(count), dimension="count", as_written=str(count)),
              quote=Quote.of(snapshot, start, start + len(str(count))))
        for subject, count, start in places
    )  # fmt: skip
    return Document(name=slug, snapshot=snapshot, blocks=tuple(blocks), language=language), claims


def conflict(number: int, one: Claim, two: Claim) -> Conflict:
    """One that a pair's claims make; every twentieth is ruled on, every third can be mended."""
    first, second = one.quote.exact, two.quote.exact
    return Conflict(
        code="FC201", kind="cross_source", severity=SEVERITIES[number % 6], confidence_percent=80,
        rule="FC201@1", section="Herds", message=f"{one.subject}: {first} here, {second} there",
        explanation=(f"{first} = {first}; {second} = {second}", "10 times larger"),
        sides=(Side(quote=one.quote, claim=one.id, reading=first),
               Side(quote=two.quote, claim=two.id, reading=second)),
        suggestion=None if number % MENDED_EVERY else Suggestion(quote=two.quote,
                                                                 replacement=first),
        state="open" if number % DECIDED_EVERY else "decided",
    )  # fmt: skip


def ledger(conflicts: int) -> Ledger:
    """A ledger with that many conflicts, to the next fifty."""
    documents, claims = dict[str, Document](), list[Claim]()
    found, history = list[Conflict](), dict[str, tuple[Decision, ...]]()
    for pair in range(-(-conflicts // A_PAIR)):
        pages = [article(2 * pair + n, tenfold) for n, tenfold in enumerate((1, 10))]
        for document, said in pages:
            documents[document.name] = document
            claims += said
        for one, two in zip(pages[0][1], pages[1][1], strict=True):
            found.append(conflict(len(found), one, two))
            if found[-1].state == "decided":
                history[found[-1].fingerprint] = (Decision(
                    at="2026-02-03T09:15:00.000000Z", actor="Mara Ilves", kind="decide",
                    object=found[-1].fingerprint, body={"verdicts": ["right", "wrong"]},
                    reason="The wardens’ own book has the smaller figure.",
                ),)  # fmt: skip
    tally = Tally(found=A_PAIR, claimed=A_PAIR)
    return Ledger(
        workspace="Herds", revision="0" * 32, documents=documents, claims=tuple(claims),
        sources=tuple(Source(slug=slug, title=f"Herds, {slug}", language=document.language)
                      for slug, document in documents.items()),
        notices=(), conflicts=tuple(found), agreements=(),
        decisions=tuple(d for (d,) in history.values()), history=history,
        coverage={slug: Coverage(body_characters=len(document.text), numbers=tally)
                  for slug, document in documents.items()},
    )  # fmt: skip


def pieces(contents: Contents, way: str) -> Iterator[str]:
    """The report in one way: a format, or HTML in a folder."""
    if way == "folder":
        return (text for _, text in folder_files(contents))
    return stream(contents, way)


def measure(conflicts: int, way: str) -> None:
    """One way in this process: nothing of the text is kept."""
    from benchmarks.generated import told

    made = ledger(conflicts)
    started = time.process_time()
    count = size = largest = 0
    for piece in pieces(build(made), way) if way != "ledger" else ():
        count, size, largest = count + 1, size + len(piece.encode()), max(largest, len(piece))
    told(
        seconds=time.process_time() - started, pieces=count, size=size / 1e6, largest=largest / 1e3
    )


WAYS = ("ledger", "folder", "html", "json", "markdown", "text")


def main(counts: list[int]) -> None:
    """Print the measures, a way a line."""
    from benchmarks.generated import Figures, child, table

    rows = list[tuple[object, ...]]()
    for way in WAYS:
        found: list[Figures] = [child(__file__, way, "--conflicts", str(count)) for count in counts]
        for count, one in zip(counts, found, strict=True):
            row = (one[name] for name in ("seconds", "peak", "size", "largest", "pieces"))
            rows.append((way, f"{count:,}", *row))
    table(("way", "conflicts", "seconds", "peak MB", "MB written", "largest kB", "pieces"), rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--conflicts", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--way", choices=WAYS)
    options = parser.parse_args()
    if options.way:
        measure(options.conflicts[0], options.way)
    else:
        main(options.conflicts)

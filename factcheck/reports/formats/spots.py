"""Findings with their places, apart from where they come from: of a report, or of a check that no
ledger stands behind. What developers' tools are told is made from these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote as percent

from factcheck.corrections.grouping import anchor
from factcheck.model import Conflict, Quote, Skipped, Suggestion
from factcheck.reconcile.result import CheckResult
from factcheck.reports.contents import Contents, Ruling


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Exact words of an artifact. `line` and `column` count from 1, the end exclusive; all None
    where the text's offsets are not those of the file."""

    artifact: str
    words: str
    start: int
    end: int
    line: int | None = None
    column: int | None = None

    @property
    def end_line(self) -> int:
        """The line in which the words end, from 1."""
        return (self.line or 1) + self.words.count("\n")

    @property
    def end_column(self) -> int:
        """The column behind the last of the words, from 1."""
        last = self.words.rpartition("\n")[2]
        return len(last) + (1 if "\n" in self.words else self.column or 1)


@dataclass(frozen=True, kw_only=True)
class Spotted:
    """One conflict: the place it is shown at, its sides, what to write instead, who ruled."""

    conflict: Conflict
    main: Spot
    sides: tuple[Spot, ...]
    change: tuple[Spot, Suggestion] | None
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Spots:
    """Everything found. `digests` gives the SHA-256 of the artifacts that were read."""

    found: tuple[Spotted, ...]
    digests: tuple[tuple[str, str], ...]
    skipped: tuple[Skipped, ...]


def of_check(result: CheckResult) -> Spots:
    """What a check found, settled conflicts included."""

    def spot(quote: Quote) -> Spot:
        document = result.documents[quote.source]
        line, column = document.position(quote.start) if document.exact_map else (None, None)
        return Spot(artifact=document.name, words=quote.exact, start=quote.start, end=quote.end,
                    line=line, column=column)  # fmt: skip

    return Spots(
        found=tuple(
            Spotted(
                conflict=conflict, main=spot(anchor(conflict)),
                sides=tuple(spot(side.quote) for side in conflict.sides),
                change=(spot(fix.quote), fix) if (fix := conflict.suggestion) else None,
            )
            for conflict in result.conflicts
        ),
        digests=tuple((d.name, d.snapshot.sha256) for d in result.documents.values()),
        skipped=result.skipped,
    )  # fmt: skip


def of_report(contents: Contents) -> Spots:
    """What a report tells, with the rulings."""
    return Spots(
        found=tuple(_spotted(contents)),
        digests=tuple((v.source.slug, v.sha256) for v in contents.sources if v.sha256),
        skipped=contents.skipped,
    )


def _spotted(contents: Contents) -> Iterator[Spotted]:
    for card in contents.cards:
        for finding in card.findings:
            conflict, change = finding.conflict, finding.change
            sides = tuple(
                Spot(artifact=p.source, words=p.words, start=p.start, end=p.end, line=p.line,
                     column=p.column)
                for p in (side.passage for side in finding.sides)
            )  # fmt: skip
            fix = None
            if change is not None and conflict.suggestion is not None:
                p = change.passage
                fix = (Spot(artifact=p.source, words=p.words, start=p.start, end=p.end,
                            line=p.line, column=p.column), conflict.suggestion)  # fmt: skip
            yield Spotted(conflict=conflict, main=fix[0] if fix else sides[0], sides=sides,
                          change=fix, rulings=finding.history)  # fmt: skip


def address(artifact: str) -> str:
    """A path or slug as a relative URI reference, or a `file:` URI of an absolute path."""
    path = percent(artifact, safe="/~", errors="surrogatepass")
    if path.startswith("/"):
        return "file://" + ("/." + path if path.startswith("//") else path)
    return path

"""One document on the desk of the extractors: its text with everything found once, for all."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from factcheck.claims.catalogue import Catalogue
from factcheck.claims.clauses import Clause, Sentence, split_clauses, split_sentences
from factcheck.claims.entities import EntityTable, Mention
from factcheck.claims.names import CITATION
from factcheck.claims.subjects import Subjects
from factcheck.claims.topics import is_title_block
from factcheck.model import Date, FoundValue, Year
from factcheck.sources.document import Document
from factcheck.sources.fields import field_name


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A document beside the catalogue of predicates, the known entities and the values found in
    its body, in text order, with offsets of the whole text. Extractors only read it. Sentences,
    clauses, mentions of known names and subjects are found on first use and kept."""

    document: Document
    catalogue: Catalogue
    entities: EntityTable
    values: tuple[FoundValue, ...] = field(default=())

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the body, in text order."""
        return split_sentences(self.document)

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of the body, in text order."""
        return split_clauses(self.document, self.sentences)

    @cached_property
    def clauses_of(self) -> dict[int, list[Clause]]:
        """The clauses of each sentence, by the sentence's index."""
        found: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            found.setdefault(clause.sentence, []).append(clause)
        return found

    @cached_property
    def sentence_index(self) -> dict[int, int]:
        """Where each sentence stands in `sentences`, by its start."""
        return {sentence.start: index for index, sentence in enumerate(self.sentences)}

    @cached_property
    def mentions(self) -> list[Mention]:
        """Known names in the body's sentences, in text order."""
        return [
            mention
            for sentence in self.sentences
            for mention in self.entities.mentions(self.document.text, sentence.start, sentence.end)
        ]

    @cached_property
    def subjects(self) -> Subjects:
        """What sections and clauses are about."""
        return Subjects(self.document, self.entities, self.sentences, self.clauses_of,
                        self.mentions, self.catalogue.attributes)  # fmt: skip

    def text(self, clause: Clause | Sentence) -> str:
        return self.document.text[clause.start : clause.end]

    def is_title(self, block: int) -> bool:
        """Whether the block holds nothing but the title of a work."""
        return block in self._titles

    @cached_property
    def _titles(self) -> frozenset[int]:
        document = self.document
        return frozenset(
            index
            for index, block in enumerate(document.blocks)
            if is_title_block(document, block)
            or (block.kind == "field" and field_name(block.label) == "title")
        )

    def is_cited(self, offset: int) -> bool:
        """Whether the offset lies in a citation: `(Hinton et al., 2015)`."""
        index = bisect.bisect_right(self._citations, (offset, len(self.document.text))) - 1
        return index >= 0 and offset < self._citations[index][1]

    @cached_property
    def _citations(self) -> list[tuple[int, int]]:
        return [m.span() for m in CITATION.finditer(self.document.text)]

    def cell(self, block: int, offset: int) -> tuple[str, str] | None:
        """For a place in a table's row: the words of the row's first cell and of the column's
        head. None outside tables, in the head and in the first column."""
        head = self._heads.get(block)
        if head is None or head == block:
            return None
        row, heads = self._cells(block), self._cells(head)
        column = next((i for i, (s, e, _) in enumerate(row) if s <= offset <= e), 0)
        if column == 0 or not row[0][2]:
            return None
        return row[0][2], heads[column][2] if column < len(heads) else ""

    def _cells(self, block: int) -> list[tuple[int, int, str]]:
        """The cells of a row with their places, outer bars aside."""
        start, end = self.document.blocks[block].start, self.document.blocks[block].end
        bars = [i for i in range(start, end) if self.document.text[i] in "|\t"]
        edges = [start - 1, *bars, end]
        cells = [(a + 1, b, self.document.text[a + 1 : b].strip()) for a, b in pairwise(edges)]
        return [c for i, c in enumerate(cells) if c[2] or 0 < i < len(cells) - 1]

    @cached_property
    def _heads(self) -> dict[int, int]:
        """For each row of a table the row that heads it."""
        heads: dict[int, int] = {}
        head: int | None = None
        for index, block in enumerate(self.document.blocks):
            if block.kind != "table_row":
                ruled = self.document.text[block.start : block.end]
                head = head if ruled.strip("|-: \t") == "" else None
                continue
            head = index if head is None else head
            heads[index] = head
        return heads

    def clause_index(self, offset: int) -> int | None:
        """Where the clause that holds the offset stands in `clauses`, None between clauses."""
        index = bisect.bisect_right(self._clause_starts, offset) - 1
        return index if index >= 0 and offset < self.clauses[index].end else None

    def clause_at(self, offset: int) -> Clause | None:
        index = self.clause_index(offset)
        return None if index is None else self.clauses[index]

    def values_in(self, start: int, end: int) -> tuple[FoundValue, ...]:
        """The values that stand wholly in `text[start:end]`."""
        first = bisect.bisect_left(self._value_starts, start)
        last = bisect.bisect_left(self._value_starts, end)
        return tuple(v for v in self.values[first:last] if v.end <= end)

    def dates_in(self, start: int, end: int) -> tuple[FoundValue, ...]:
        """The dates and years that begin in `text[start:end]`, at most the first twenty."""
        first = bisect.bisect_left(self._date_starts, start)
        last = min(bisect.bisect_left(self._date_starts, end), first + 20)
        return tuple(self._dates[first:last])

    @cached_property
    def _dates(self) -> list[FoundValue]:
        return [v for v in self.values if isinstance(v.value, Date | Year)]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [value.start for value in self._dates]

    def mentions_in(self, start: int, end: int, *kinds: str) -> list[Mention]:
        """Known names in `text[start:end]`, of the given kinds (all when none is given)."""
        first = bisect.bisect_left(self._mention_starts, start)
        last = bisect.bisect_left(self._mention_starts, end)
        return [m for m in self.mentions[first:last]
                if m.end <= end and (not kinds or m.kind in kinds)]  # fmt: skip

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    @cached_property
    def _value_starts(self) -> list[int]:
        return [value.start for value in self.values]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

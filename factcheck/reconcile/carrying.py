"""Where the words of an older version stand in a newer one: by the diff of the two, and where that
has lost them, by their sentence, whole or with its numbers left out."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from factcheck.model import FoundValue, Quote, fold
from factcheck.sources.document import Document, Span
from factcheck.sources.revision import TextDiff, carry, diff_texts
from factcheck.sources.sentences import sentences
from factcheck.values import parse_values

How = Literal["same", "moved", "changed", "gone", "lost"]
"""As `sources.revision` has it; `lost` where the words may stand in several places, or where the
passage was too large to be compared."""
TELLING = 12
"""Characters that must remain of a sentence without its numbers for it to be known again."""
_NUMBER = re.compile(
    r"[0-9０-９]{1,40}(?:[.,:：．，][0-9０-９]{1,40}){0,8}"
    r"|[〇零一二两兩三四五六七八九十百千万萬亿億兆]{1,12}"
)
_GLUE = re.compile(r"[0-9０-９.,．，]")


@dataclass(frozen=True)
class Placed:
    """The words in the newer text; no quote where they are gone or lost."""

    how: How
    quote: Quote | None = None


class Sentence(NamedTuple):
    """A sentence and where it stands."""

    words: str
    start: int
    end: int


class Reading:
    """One version of a text, with its sentences and their values at hand when they are needed."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._values: dict[int, tuple[FoundValue, ...]] = {}

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of all blocks, in text order."""
        text = self.document.text
        spans: Iterable[Span] = (
            span for block in self.document.blocks
            for span in sentences(text, block.start, block.end)
        )  # fmt: skip
        return [Sentence(text[s.start : s.end], s.start, s.end) for s in spans]

    def around(self, start: int) -> Sentence | None:
        """The sentence that holds the offset."""
        index = bisect.bisect_right(self._starts, start) - 1
        if index < 0 or self.sentences[index].end <= start:
            return None
        return self.sentences[index]

    def values_at(self, start: int, end: int) -> tuple[FoundValue, ...]:
        """The values whose words touch the place, read in their sentence."""
        sentence = self.around(start)
        if sentence is None:
            return ()
        if sentence.start not in self._values:
            block = self.document.block_at(start)
            language = block.language if block else self.document.language
            self._values[sentence.start] = tuple(
                parse_values(sentence.words, None if language == "und" else language)
            )
        first, last = start - sentence.start, end - sentence.start
        return tuple(v for v in self._values[sentence.start] if v.start < last and first < v.end)

    @cached_property
    def by_words(self) -> dict[str, Sentence | None]:
        """Words of a sentence → it, None where there are several."""
        return _only(self.sentences, lambda words: words)

    @cached_property
    def by_frame(self) -> dict[str, Sentence | None]:
        """Words of a sentence without its numbers → it, None where there are several."""
        return _only(self.sentences, _frame)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


def _only(found: list[Sentence], key: Callable[[str], str]) -> dict[str, Sentence | None]:
    index: dict[str, Sentence | None] = {}
    for sentence in found:
        name = key(sentence.words)
        index[name] = None if name in index else sentence
    return index


def _frame(words: str) -> str:
    return _NUMBER.sub("#", words)


class Carrying:
    """One older version against one newer one. One diff serves all quotes."""

    def __init__(self, old: Reading, new: Reading) -> None:
        self.old, self.new = old, new
        self.diff: TextDiff = diff_texts(old.document.text, new.document.text)

    def place(self, quote: Quote) -> Placed:
        """Where the words of the older version stand now."""
        document = self.new.document
        carried = carry(quote, self.diff, document)
        if carried.how == "same" or (carried.how == "moved" and self._is_new(carried.quote)):
            return Placed(carried.how, carried.quote)
        sentence = self.old.around(quote.start)
        if sentence is not None and quote.end <= sentence.end:
            found = self._whole(quote, sentence) or self._framed(quote, sentence)
            if found is not None and self._is_new(found.quote):
                return found
        if carried.quote is not None and carried.how == "changed":
            return Placed("changed", self._grown(carried.quote))
        return Placed("lost" if self._uncertain(quote) else "gone")

    def _is_new(self, place: Quote | None) -> bool:
        """Whether a place of the newer version was not there before: words that stood in two
        places and now stand in one have not moved."""
        if place is None:
            return False
        index = bisect.bisect_right(self._new_ends, place.start)
        edits = self.diff.edits
        return index < len(edits) and edits[index].new_start < place.end

    @cached_property
    def _new_ends(self) -> list[int]:
        return [edit.new_end for edit in self.diff.edits]

    def lost_name(self, name: str, old: Quote, new: Quote) -> bool:
        """Whether the sentence around words of the older version names this, and the one around
        those of the newer does not."""
        before, after = self.old.around(old.start), self.new.around(new.start)
        if before is None or after is None:
            return False
        return fold(name) in fold(before.words) and fold(name) not in fold(after.words)

    def _whole(self, quote: Quote, sentence: Sentence) -> Placed | None:
        """The same sentence elsewhere."""
        if self.old.by_words[sentence.words] is None:
            return None
        now = self.new.by_words.get(sentence.words)
        if now is None:
            return None
        start = now.start + quote.start - sentence.start
        return Placed("moved", self.new.document.quote(start, start + len(quote.exact)))

    def _framed(self, quote: Quote, sentence: Sentence) -> Placed | None:
        """The same sentence with other numbers, here or elsewhere."""
        frame = _frame(sentence.words)
        if len(frame) < TELLING or self.old.by_frame[frame] is None:
            return None
        now = self.new.by_frame.get(frame)
        if now is None:
            return None
        edits = diff_texts(sentence.words, now.words)
        start = _mapped(edits, quote.start - sentence.start, opening=True)
        end = _mapped(edits, quote.end - sentence.start, opening=False)
        if start >= end:
            return None
        place = self._grown(self.new.document.quote(now.start + start, now.start + end))
        return Placed("moved" if place.exact == quote.exact else "changed", place)

    def _grown(self, quote: Quote) -> Quote:
        """The quote with the rest of a number that it cuts into."""
        text, start, end = self.new.document.text, quote.start, quote.end
        while start > 0 and _GLUE.match(text[start]) and text[start - 1].isdigit():
            start -= 1
        while end < len(text) and _GLUE.match(text[end - 1]) and text[end].isdigit():
            end += 1
        return self.new.document.quote(start, end)

    def _uncertain(self, quote: Quote) -> bool:
        """Whether the words may still be there: what was compared was too large, or they stand in
        as many places as before."""
        if any(edit.coarse for edit in self.diff.inside(quote.start, quote.end)):
            return True
        now = self.new.document.text.count(quote.exact)
        return now > 1 and now >= self.old.document.text.count(quote.exact)


def _mapped(diff: TextDiff, offset: int, *, opening: bool) -> int:
    """Where an edge of a quote stands after the edits of its sentence."""
    shift = 0
    for edit in diff.edits:
        if edit.old_start >= offset and (opening or edit.old_start > offset):
            break
        if edit.old_end > offset or (edit.old_end == offset and not opening):
            return edit.new_start if opening else edit.new_end
        shift = edit.new_end - edit.old_end
    return offset + shift

"""Statements by their wording: every predicate of the catalogue that has patterns. Introductions,
descriptions, editorial remarks; one claim for a predicate and a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.claims.catalogue import Catalogue, Predicate
from factcheck.claims.clauses import Clause
from factcheck.claims.extractors.fields import licence_of
from factcheck.claims.making import Maker, entities, entity, organisation_named
from factcheck.claims.names import names_in, split_list, without_bracket
from factcheck.claims.phrases import bare, introduced, listed, rendered
from factcheck.claims.reading import Reading
from factcheck.claims.templates import CLAUSE_LIMIT, Match
from factcheck.claims.word_index import WordIndex
from factcheck.model import Claim, Text, Value

OWN_SUBJECT = frozenset({"definition", "unit_of"})
"""Predicates whose templates say where the subject stands."""
APPOSITION = 30
"""Longest clause behind a colon that names what the clause before it speaks of."""

_LISTING = re.compile(
    r"\s?(?:包括|例如|比如|如|分别是|(?i:such as|including|for example|namely))[:：,]?\s?"
)


_SAID_ELSEWHERE = re.compile(
    r"(?i:co-?founder|founder|professor|researcher|director|president|chief|CEO|CTO|"
    r"member of staff)|"
    r"创始人|教授|研究员|首席|董事长|創業者|創設者|教授|社長"
)
"""What a person is, is said by the extractor of people."""
_TOPIC = re.compile(r"[^はが、]{1,24}(?:は|が)[、]?")
_DATED = re.compile(
    r" (?:on|in) (?=[0-9]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|"
    r"Wednes|Thurs|Fri|"
    r"Satur|Sun)[a-z]{0,6}(?![A-Za-z]))"
)
_LATIN_TAIL = re.compile(r"[A-Z][A-Za-z0-9.+-]{0,30}(?: [A-Za-z0-9.+-]{1,30}){0,4}\s?$")
_POINTING = re.compile(
    r"这种|这些|这个|该|此|其|它们?|(?i:it|this|that|these|those|them)|これ|それ|この|"
    r"その|これら|.{1}"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A template that matched a clause."""

    clause: Clause
    predicate: Predicate
    words: str
    match: Match

    @property
    def slot(self) -> tuple[int, int]:
        """The value's place in the text; the whole clause where the template has no slot."""
        if self.match.value is None:
            return self.clause.start, self.clause.end
        start, end = self.match.value
        if self.clause.language == "ja" and start == 0:
            topic = _TOPIC.match(self.words, 0, end)
            start = topic.end() if topic and topic.end() < end else 0
        elif self.clause.language == "en":
            dated = _DATED.search(self.words, start + 1, end)
            end = dated.start() if dated else end
        return self.clause.start + start, self.clause.start + end

    @property
    def span(self) -> tuple[int, int]:
        """What to quote: the clause, or of a long one only the words that say it."""
        clause, match = self.clause, self.match
        length = match.end - match.start
        if match.value is None or clause.end - clause.start <= 2.2 * length:
            return clause.start, clause.end
        return clause.start + match.start, clause.start + match.end


class Statements:
    """Claims of all predicates that carry patterns."""

    name = "statements"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        wordings = _wordings(reading.catalogue)
        for index, clause in enumerate(reading.clauses):
            if reading.is_title(clause.block) or clause.end - clause.start > CLAUSE_LIMIT:
                continue
            for found in wordings.in_clause(clause, reading.text(clause)):
                yield from _claims(maker, index, found)


@lru_cache(maxsize=8)
def _wordings(catalogue: Catalogue) -> _Wordings:
    return _Wordings(catalogue)


class _Wordings:
    """The templates of a catalogue, looked up by the words that must be there."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._indexes: dict[str, WordIndex[tuple[int, int]]] = {}
        self._always: dict[str, list[tuple[int, int]]] = {}
        self._predicates = [p for p in catalogue if p.patterns]
        for language in ("en", "zh", "ja"):
            entries: list[tuple[str, tuple[int, int]]] = []
            for number, predicate in enumerate(self._predicates):
                for order, template in enumerate(predicate.templates.get(language, ())):
                    entries.extend((anchor, (number, order)) for anchor in template.anchors)
            self._indexes[language] = WordIndex(e for e in entries if e[0])
            self._always[language] = [place for anchor, place in entries if not anchor]

    def in_clause(self, clause: Clause, words: str) -> Iterator[_Found]:
        """For each predicate the first of its templates that the clause is worded by."""
        language = "en" if clause.language == "und" else clause.language
        hits = {place for _, _, place in self._indexes[language].find(words.lower())}
        done = -1
        for number, order in sorted(hits.union(self._always[language])):
            if number == done:
                continue
            predicate = self._predicates[number]
            match = predicate.templates[language][order].match(words)
            if match is not None:
                done = number
                yield _Found(clause, predicate, words, match)


def _claims(maker: Maker, index: int, found: _Found) -> Iterator[Claim]:
    reading, predicate = maker.reading, found.predicate
    subject = reading.subjects.of(found.clause, predicate.about)
    if found.match.subject and predicate.name in OWN_SUBJECT:
        subject = _own_subject(reading, found) or subject
    if _only_number(reading, found):
        return
    if predicate.name == "introduces":
        yield from _introduces(maker, found, subject)
        return
    if predicate.name == "property" and _is_thesis(reading, found.clause):
        work = reading.subjects.work(found.clause.block)
        yield from maker.made(work, "finding", Text(value=found.words), found.span)
        return
    items = _items(maker.text, found) if predicate.value == "text" else []
    if items:
        for start, end in items:
            quote = (min(start, found.span[0]) if (start, end) == items[0] else start, end)
            yield from maker.made(subject, predicate.name, _text(maker.text[start:end]), quote)
        return
    if predicate.name == "definition" and _SAID_ELSEWHERE.search(maker.text, *found.slot):
        return
    value, span = _value(reading, index, found)
    yield from maker.made(subject, predicate.name, value, span)


def _only_number(reading: Reading, found: _Found) -> bool:
    """Whether the slot holds hardly more than a number or a date: other extractors read those."""
    if found.match.value is None:
        return False
    start, end = found.slot
    covered = sum(v.end - v.start for v in reading.values_in(start, end))
    if found.predicate.name == "introduces":
        return covered >= end - start
    begins = _digit(reading.document.text[start : start + 1])
    return 5 * covered >= 3 * (end - start) or (begins and found.predicate.value == "entity")


def _digit(character: str) -> bool:
    return character.isdigit()


def _own_subject(reading: Reading, found: _Found) -> str | None:
    """The subject slot, unless it is a word that refers to something else."""
    own = reading.subjects.explicit(found.clause)
    if own is None or own.kind not in ("name", "phrase", "organisation"):
        return None
    return own.words


def _is_thesis(reading: Reading, clause: Clause) -> bool:
    """Whether a statement of ability is the thesis of a paper that introduces no system."""
    subjects = reading.subjects
    return (
        subjects.is_paper(clause.block)
        and not subjects.has_focus(clause.block)
        and subjects.is_generic(clause)
    )


def _text(words: str) -> Text | None:
    words = bare(without_bracket(words)[0] or words)
    return Text(value=words) if words else None


def _items(text: str, found: _Found) -> list[tuple[int, int]]:
    """The items of a list whose parts carry a citation each: each is a statement of its own."""
    start, end = found.slot
    if found.match.value is None or end - start > 200:
        return []
    items = split_list(text, start, end)
    cited = [text[b - 1 : b] in ")）" for _, b in items]
    if len(items) < 2 or not all(cited):
        return []
    return items


def _value(reading: Reading, index: int, found: _Found) -> tuple[Value | None, tuple[int, int]]:
    """The value that the slot states, as the predicate's kind asks, and what to quote."""
    text = reading.document.text
    start, end = found.slot
    words = text[start:end]
    if found.match.value is None:
        following = _said_next(reading, index, found)
        if following is not None:
            return Text(value=text[slice(*following)]), following
        return _text(words) or Text(value=words), found.span
    if _POINTING.fullmatch(words.strip()):
        return None, found.span
    predicate = found.predicate
    if predicate.value == "id":
        tail = _LATIN_TAIL.search(words)
        return licence_of(tail.group() if tail else words), found.span
    if predicate.value != "entity":
        known = (
            rendered(reading, words) if predicate.name in ("training_method", "method") else None
        )
        value = entity(known) if known else Text(value=bare(words) or words)
        return value, _shortened(text, found, known)
    if predicate.policy == "organisation":
        name = organisation_named(reading, without_bracket(words)[0] or words)
        return entity(name), found.span
    beyond = _beyond(reading, index, found)
    if beyond is not None:
        names = listed(reading, *beyond)
        return entities(names), (found.span[0], beyond[1])
    known = rendered(reading, words)
    return named_value(reading, start, end), _shortened(
        text, found, known if known and not words.isascii() else None
    )


def _said_next(reading: Reading, index: int, found: _Found) -> tuple[int, int] | None:
    """The clause that a clause which only announces (`本文表明,`) speaks of."""
    if found.predicate.name != "finding":
        return None
    if found.match.end < len(found.words) or len(found.words) > 10:
        return None
    following = reading.clauses[index + 1 : index + 2]
    if not following or following[0].sentence != found.clause.sentence:
        return None
    return following[0].start, following[0].end


def _shortened(text: str, found: _Found, known: str | None) -> tuple[int, int]:
    """Of a long Japanese clause whose object is a known term, only from that term on."""
    start, end = found.span
    if known is None or found.clause.language != "ja":
        return start, end
    slot_start, slot_end = found.slot
    for mark in ("として", "の", "という"):
        at = text.rfind(mark, slot_start, slot_end)
        if at >= 0:
            return at + len(mark), end
    return start, end


def _beyond(reading: Reading, index: int, found: _Found) -> tuple[int, int] | None:
    """Where the value stands when it follows in the next clause: a list that it announces
    (`…平台上,包括 CPU、GPU`) or a short apposition behind a colon."""
    clauses = reading.clauses
    if index + 1 >= len(clauses) or found.slot[1] < found.clause.end:
        return None
    following = clauses[index + 1]
    text = reading.document.text
    if following.sentence != found.clause.sentence:
        return None
    listing = _LISTING.match(text, following.start, following.end)
    if listing:
        return listing.end(), following.end
    apposition = text[found.clause.end : found.clause.end + 1] in (":", "：")
    if apposition and following.end - following.start <= APPOSITION:
        return following.start, following.end
    return None


def named_value(reading: Reading, start: int, end: int) -> Value | None:
    """Names in `text[start:end]`: one name, a list, else the words with known terms rendered."""
    text = reading.document.text
    words = bare(text[start:end])
    whole = reading.entities.canonical(words)
    if whole != words:
        return entity(whole)
    items = split_list(text, start, end)
    if len(items) > 1:
        names = listed(reading, start, end)
        if len(names) > 1 and all(len(name) <= 60 for name in names):
            return entities(names)
    known = rendered(reading, words)
    if known:
        return entity(known)
    if words.isascii() and len(words.split()) <= 4 and any(c.isupper() for c in words):
        return entity(words)
    found = [text[a:b] for a, b in names_in(text, start, end) if b - a > 1]
    if found and (len(found) == 1 or text[start:end].rstrip(" 》”」").endswith(found[-1])):
        return entity(reading.entities.canonical(found[-1]))
    return Text(value=words) if words else None


def _introduces(maker: Maker, found: _Found, subject: str) -> Iterator[Claim]:
    """What is introduced: its name where the phrase gives one, else the phrase itself."""
    if found.match.value is None:
        return
    clause = found.clause
    slot_start, slot_end = found.slot
    slot = maker.text[slot_start:slot_end]
    start, end = clause.start + found.match.start, clause.start + found.match.end
    named = introduced(maker.reading, slot)
    if named is None:
        phrase = bare(slot)
        if len(phrase) >= 2:
            yield from maker.made(subject, "introduces", Text(value=phrase), (start, end))
        return
    names, more, at = named
    if clause.language == "ja":
        start = max(start, slot_start + at)
    elif clause.language == "en":
        end = min(end, slot_start + at + len(names[0]) + 40)
    yield from maker.made(subject, "introduces", entities(names, complete=True), (start, end),
                          more=more)  # fmt: skip

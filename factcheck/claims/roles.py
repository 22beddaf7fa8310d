"""What a number or a date says where its unit and nouns do not tell: something required, a result,
data that a system was trained on, the day on which somebody joined. The words, headings and
dimensions are data of the catalogue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.claims.catalogue import Catalogue, Predicate, Words
from factcheck.claims.clauses import Clause
from factcheck.claims.reading import Reading
from factcheck.claims.triggers import whole_word
from factcheck.claims.word_index import WordIndex
from factcheck.model import Date, FoundValue, Identifier, Language, Value, Year

_LANGUAGES: tuple[Language, ...] = ("en", "zh", "ja", "und")
_STUDY = re.compile(
    r"(?<![A-Za-z])(?i:study|studies|trial|survey|experiment|research|researchers|scientists|"
    r"paper|papers|abstract|vaccine|discover)(?![A-Za-z])|"
    r"研究|论文|调查|试验|实验|科学家|摘要|疫苗|論文|調査|試験|実験|科学者|要旨|治験|ワクチン"
)
_ANSWER = re.compile(r"\s{0,3}(?:A|答)[:：.．]")
RESULTS = frozenset({"ratio", "points", "mass", "temperature"})
"""What a number measures that a study gives as its result, whatever the verb."""
_JOINED = re.compile(r"(?<![A-Za-z])(?:and|or|plus|on)(?![A-Za-z])|[和与及、或と]|以及|および|,")
_LARGE = 3
"""Characters that a heading may have beside the word that makes it a heading of data."""


@dataclass(frozen=True, slots=True)
class Role:
    """A predicate and the words that tell it: their span in the text, empty for a heading."""

    predicate: Predicate
    start: int
    end: int


@lru_cache(maxsize=8)
def roles_of(catalogue: Catalogue) -> Roles:
    """The roles of a catalogue, made once."""
    return Roles(catalogue)


class Roles:
    """The words of all predicates that may take a number or a date though they hold words."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._numbers = _Index([(p, p.numbers) for p in catalogue if p.numbers])
        self._studies = _Index([(p, p.studies) for p in catalogue if p.studies])
        self._headings = _Index([(p, p.headings) for p in catalogue if p.headings])
        self._dates = _Index([
            (p, p.near if p.value == "date" else p.dates)
            for p in catalogue if p.dates or (p.value == "date" and p.near)
        ])  # fmt: skip
        self._result = next((p for p in catalogue if p.studies), None)

    def of_number(self, reading: Reading, clause: Clause, found: FoundValue) -> Role | None:
        """What a number says: by the words of its clause, the nearest first, else by the heading
        of its section. In a study a percentage is a result, whatever the verb."""
        at, value = found.start, found.value
        study = is_study(reading, clause)
        roles = self._numbers.near(reading, clause, at)
        roles += self._studies.near(reading, clause, at) if study else []
        fitting = [role for role in roles if _fits(role.predicate, value)
                   and not _spent(reading, role, found)]  # fmt: skip
        if fitting:
            return min(fitting, key=lambda r: _distance(r, at))
        for predicate in self._headings.heads(_heading(reading, clause.block), clause.language):
            if _fits(predicate, value):
                return Role(predicate, at, at)
        if study and self._result and getattr(value, "dimension", None) in RESULTS:
            return Role(self._result, at, at)
        return None

    def of_date(self, reading: Reading, clause: Clause, at: int) -> Role | None:
        """What happened on the date at offset `at`, by the words of its clause, the nearest
        first."""
        found = self._dates.near(reading, clause, at)
        return min(found, key=lambda r: _distance(r, at), default=None)


def _spent(reading: Reading, role: Role, found: FoundValue) -> bool:
    """Whether another number stands between the words and this one, and no joining word makes
    them two of a kind: `trained on 3,400 cases from 8 clinics`."""
    if role.predicate.studies or role.end > found.start:
        return False
    between = [v for v in reading.values_in(role.end, found.start) if v.end <= found.start]
    numbers = [v for v in between if not isinstance(v.value, Date | Year | Identifier)]
    if not numbers:
        return False
    return _JOINED.search(reading.document.text, numbers[-1].end, found.start) is None


class _Index:
    """The words of one table of predicates, looked up together."""

    def __init__(self, entries: list[tuple[Predicate, Words]]) -> None:
        self._predicates = [predicate for predicate, _ in entries]
        self._words = {
            language: WordIndex(
                (word.lower(), order)
                for order, (predicate, words) in enumerate(entries)
                for word in predicate.words(words, language)
            )
            for language in _LANGUAGES
        }

    def near(self, reading: Reading, clause: Clause, at: int) -> list[Role]:
        """The predicates whose words stand in the clause, each by its word nearest to `at`; in
        the first sentence of an answer also those of the question."""
        spans = [(clause.start, clause.end)]
        question = question_of(reading, clause)
        spans += [question] if question else []
        best: dict[int, Role] = {}
        for start, end in spans:
            words = reading.document.text[start:end].lower()
            for place, word, order in self._words[clause.language].find(words):
                if not whole_word(words, place, word):
                    continue
                role = Role(self._predicates[order], start + place, start + place + len(word))
                known = best.get(order)
                if known is None or _distance(role, at) < _distance(known, at):
                    best[order] = role
        return list(best.values())

    def heads(self, heading: str, language: Language) -> list[Predicate]:
        """The predicates that a heading names: it is one of their words, or hardly longer."""
        folded = heading.strip().lower()
        if not folded or len(folded) > 40:
            return []
        found = {
            order
            for _, word, order in self._words[language].find(folded)
            if len(folded) - len(word) <= (0 if word.isascii() else _LARGE)
        }
        return [self._predicates[order] for order in sorted(found)]


def _heading(reading: Reading, block: int) -> str:
    section = reading.subjects.section(block)
    return section.title if section is not None else ""


def _distance(role: Role, at: int) -> int:
    """How far the words are from the number; in a question, far."""
    return at - role.end if role.end <= at else max(0, role.start - at)


def _fits(predicate: Predicate, value: Value) -> bool:
    dimension = getattr(value, "dimension", None) or "bare"
    return not predicate.dimensions or dimension in predicate.dimensions


def is_study(reading: Reading, clause: Clause) -> bool:
    """Whether the clause stands in a text about a study: the section of a paper, or a document or
    section whose title or own sentence speaks of a study, a trial, a survey."""
    if reading.subjects.is_paper(clause.block):
        return True
    block = reading.document.blocks[clause.block]
    title = reading.document.metadata.get("title", "")
    sentence = reading.sentences[clause.sentence]
    words = reading.document.text[sentence.start : sentence.end]
    over = (
        title,
        _heading(reading, clause.block),
        block.label,
        reading.document.text[block.start : block.start + 12],
        reading.subjects.work(clause.block),
    )
    return any(_STUDY.search(part[:200]) for part in (*over, words[:600]))


def question_of(reading: Reading, clause: Clause) -> tuple[int, int] | None:
    """The question that the clause's sentence answers."""
    if clause.sentence == 0:
        return None
    before = reading.sentences[clause.sentence - 1]
    own = reading.sentences[clause.sentence]
    text = reading.document.text
    if text[before.end - 1 : before.end + 1].strip()[-1:] not in ("?", "？"):
        return None
    line = max(0, own.start - 4)
    return (before.start, before.end) if _ANSWER.search(text, line, own.end) else None

"""The words that the parts of a sentence are about, as its grammar shows: one reader per language,
and what is common to them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from factcheck.claims.clauses import Clause
from factcheck.claims.entities import EntityTable
from factcheck.claims.grammar.chinese_subjects import ChineseSubjects
from factcheck.claims.grammar.english_subjects import EnglishSubjects
from factcheck.claims.grammar.japanese_subjects import JapaneseSubjects
from factcheck.claims.grammar.words import words_of
from factcheck.claims.referring import Stretch
from factcheck.claims.word_index import WordEdges

_DATELINE = re.compile(
    r"(?:[A-Z]{3,20}(?: [A-Z]{2,20}){0,3}|[A-Z][A-Za-z]{2,20}|[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}|"
    r"[A-Z][a-z]{2,8} [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{4})(?: \([A-Za-z .]{2,30}\))? [—–-]{1,2} |"
    r"[A-Z]{3,20}(?: [A-Z]{2,20}){0,3}, (?:[0-9]{1,2} )?[A-Z][a-z]{2,8}\.?(?: [0-9]{1,2})?"
    r"(?:,? [0-9]{4})?[.:]? |"
    r"(?:本报讯|新华社[^ ]{0,16}电|[^ ]{2,12}讯)[ \u3000]|[QA問答问][:：.．]\s?"
)
_TIME_FIRST = re.compile(
    r"(?:截至|截止|到|自|从)?(?:(?:19|20)[0-9]{2}年)?(?:第?[一二三四]季度|[上下]半年|底|初|末)?"
    r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|初|末)?)?(?:[上中下]旬)?(?:以来|时|起|前|后)?"
)
TEAM = re.compile(
    r"\s?(?:大学)?的?(?:研究小组|研究团队|研究人员|团队|小组|实验室|课题组|研究組|"
    r"研究チーム|のチーム|"
    r"(?i: (?:research )?(?:team|group|researchers|lab)(?![A-Za-z])))"
)


class ClauseReader:
    """Reads the subjects of a sentence from its own words."""

    def __init__(self, text: str, entities: EntityTable, attributes: tuple[str, ...],
                 is_common: Callable[[str], bool],
                 count: Callable[[str], int]) -> None:  # fmt: skip
        """`attributes` are words for what is measured (revenue, 估值): at the end of a phrase
        they belong to a subject and are none. `is_common` tells whether a capitalised word at
        the head of a sentence is an ordinary word, `count` how often the text has words."""
        self._text = text
        self._entities = entities
        self._attributes = tuple(
            {
                *attributes,
                *words_of("measured", "en"),
                *words_of("measured", "zh"),
                *words_of("measured", "ja"),
            }
        )
        self._is_common = is_common
        nouns = frozenset(a for a in self._attributes if a.isascii())
        others = (a for a in self._attributes if not a.isascii())
        wide = WordEdges(others)
        self._japanese = JapaneseSubjects(text, wide)
        self._chinese = ChineseSubjects(text, wide, count)
        self._english = EnglishSubjects(text, nouns, is_common, count)

    def stretches(self, clauses: Sequence[Clause]) -> list[Stretch]:
        """What the parts of one sentence are about, in text order, given its clauses."""
        if not clauses:
            return []
        spans = [(self._opening(c), c.end) for c in clauses]
        if clauses[0].language == "zh":
            found = self._chinese.stretches(spans)
        elif clauses[0].language == "ja":
            found = self._japanese.stretches(spans)
        else:
            found = self._english.stretches(spans)
        return [self._known_in(s) for s in _from_the_start(found, clauses)]

    def _known_in(self, stretch: Stretch) -> Stretch:
        """The stretch, with its subject an organisation where it is a known one or its team."""
        subject = stretch.subject
        if subject is None or subject.kind not in ("name", "phrase"):
            return stretch
        team = TEAM.search(subject.words)
        bare = subject.words[: team.start()] if team else subject.words
        link = self._entities.link(bare.strip(" 的の"))
        if link is None or link.kind not in ("organisation", "place") or (
            link.kind == "place" and not team
        ):  # fmt: skip
            return stretch
        return replace(stretch, subject=replace(subject, kind="organisation"))

    def _opening(self, clause: Clause) -> int:
        """Where the clause begins in earnest: behind a dateline, `Q:` and a time phrase."""
        text, start = self._text, clause.start
        dateline = _DATELINE.match(text, start, clause.end)
        start = dateline.end() if dateline else start
        if clause.language in ("zh", "ja"):
            time = _TIME_FIRST.match(text, start, clause.end)
            if (
                time
                and time.end() - start >= 4
                and text[time.end() : time.end() + 1] not in "のに的は度期"
            ):
                start = time.end()
        return start


def _from_the_start(stretches: Sequence[Stretch], clauses: Sequence[Clause]) -> list[Stretch]:
    """The stretches, the first of each clause from where the clause begins: what stands before
    its opening words (a time, a dateline) belongs to it."""
    starts = [clause.start for clause in clauses]
    begun: set[int] = set()
    found: list[Stretch] = []
    for stretch in stretches:
        start = starts[max(bisect.bisect_right(starts, stretch.start) - 1, 0)]
        found.append(stretch if start in begun else replace(stretch, start=start))
        begun.add(start)
    return found

"""What a figure holds for beside its name: which time, which part, planned or done. Two figures
that hold for two things do not disagree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.model import Claim, Date, Language, Quantity, Year, fold
from factcheck.reconcile.groups.told import Holds, kind_of, sentence_at, topic_words, value_place
from factcheck.reconcile.translation.termbase import built_in_scopes

_YEAR = re.compile(
    r"(?<![0-9.,])(?:1[5-9]|20)[0-9]{2}(?![0-9.,]?[0-9%])(?!\s?(?:人|名|元|円|km|m ))"
)
_NUMBER = re.compile(r"[0-9][0-9,.]{0,20}")
_APART = re.compile(r" (?:before|after|later|earlier|ago|old)(?![A-Za-z])")
"""Behind `a year`: how far apart two events are, and no rate."""
_HEAD = 2
"""Characters at the end of a Chinese or Japanese noun that say what it is."""
_BREAK = re.compile(r"[,，、;；:：]")
_ORDINAL = re.compile(
    r"(?<![A-Za-z])(first|second|third|fourth|fifth|[0-9]{1,3}(?:st|nd|rd|th)) "
    r"(?:edition|phase|section|round|series|season|volume|generation|version|congress|meeting)"
    r"(?![A-Za-z])|第([0-9一二三四五六七八九十]{1,3})(?:版|期|轮|届|季|卷|巻|回|代|次|号)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"[^,.;。、，]{0,16}(?<![A-Za-z])of (?:them|these|those|which|whom|the|its|their)(?![A-Za-z])",
    re.IGNORECASE,
)
_LOCATED = re.compile(r"(?<![A-Za-z])(?:in|at|near|of) (?:the )?([A-ZÀ-Þ][A-Za-zÀ-ɏ-]{1,30})")
_SUBSTANCE = re.compile(
    r"\s?(?:[a-z]{2,12} )?of (?!the |its |their |them)([a-z]{3,20})(?![A-Za-z])"
)
_FOR = re.compile(r" for ([a-z]{3,20})(?![A-Za-z])")
_WEEKDAY = re.compile(
    r"(?<![A-Za-z])(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![A-Za-z])|([周日月火水木金土])(?:曜日)"
)
_CURRENT = re.compile(
    r"(?<![A-Za-z])(?:now|currently|today|this year|at present)(?![A-Za-z])|目前|现在|今年|"
    r"现有|現在",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What limits a figure: words for parts and states, ordinals, other qualifiers of the claim;
    the years it is told of; the place that follows the name of its subject; what a measured amount
    is of (tonnes of copper)."""

    limits: frozenset[str]
    years: frozenset[str]
    place: str = ""
    of: str = ""

    def allows(self, other: Scope, holds: Holds, slipped: bool) -> bool:
        """Whether two figures may be of one thing at one time. What changes with time needs a
        time on both sides or on neither; where one side gives none, only digits that look like
        each other's (`slipped`) speak for one time."""
        if self.limits != other.limits:
            return False
        if any(one and two and one != two for one, two in (
            (self.place, other.place), (self.of, other.of))):  # fmt: skip
            return False
        if holds == "always":
            return True
        if self.years and other.years:
            return any(one.startswith(two) or two.startswith(one)
                       for one in self.years for two in other.years)  # fmt: skip
        return holds == "event" or slipped or self.years == other.years


def parts_agree(one: Claim, other: Claim, texts: tuple[str, str]) -> bool:
    """Whether two claims may be of one part of their thing: a part that one names is named in the
    sentence of the other as well, or is what is told and no part (the cost of a bridge)."""
    return _names_part(one, other, texts[1]) and _names_part(other, one, texts[0])


def _names_part(one: Claim, other: Claim, text: str) -> bool:
    part = fold(one.qualifier("part") or "")
    if not part or any(part.endswith(word) for word in topic_words(one.language)):
        return True
    if one.language != other.language:
        return bool(other.qualifier("part"))
    low, high = sentence_at(text, other.quote.start, other.quote.end)
    head = part.split()[-1] if part.isascii() else part[-_HEAD:]
    return head in fold(text[low:high])


def scope_of(claim: Claim, text: str, skipped: frozenset[str]) -> Scope:
    """The scope of a claim in its text; qualifiers named in `skipped` limit nothing."""
    start, end = value_place(claim)
    low, high = sentence_at(text, start, end)
    near = _between_numbers(text, (low, high), (start, end))
    limits = {hit.term.name for spoken in _spoken(claim.language)
              for hit in built_in_scopes().hits(text, *near, spoken)
              if not _APART.match(text, hit.end) and not (
                  hit.term.name == "planned" and spoken == "zh" and hit.start >= end)}  # fmt: skip
    purpose = _purpose(claim, text, (low, high))
    if purpose:
        limits.add(purpose)
    if _OF_THEM.match(text, end):
        limits.add("part")
    limits |= {f"no. {_ordinal(m)}" for m in _ORDINAL.finditer(text, *near)}
    if kind_of(claim.value) == "rank":
        skipped = skipped | {"scope"}  # how the rank was got: came, was placed
    limits |= {f"{name} {fold(value)}" for name, value in claim.qualifiers if name not in skipped}
    return Scope(limits=frozenset(limits), years=_years(claim, text, (low, high)),
                 place=_place(claim, text, (low, high)), of=_of(text, end))  # fmt: skip


@cache
def _spoken(language: Language) -> tuple[Language, ...]:
    return ("en",) if language in ("en", "und") else (language, "en")


def _ordinal(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group).casefold()


def _between_numbers(
    text: str, sentence: tuple[int, int], value: tuple[int, int]
) -> tuple[int, int]:
    """The part of a sentence that speaks of one number: from the clause behind the number before
    it to the clause ahead of the number after it. Years cut nothing off."""
    low, high = sentence
    before = [m.end() for m in _NUMBER.finditer(text, low, value[0])
              if not _YEAR.match(text, m.start())]  # fmt: skip
    after = next((m.start() for m in _NUMBER.finditer(text, value[1], high)
                  if not _YEAR.match(text, m.start())), None)  # fmt: skip
    if before:
        clause = _BREAK.search(text, before[-1], value[0])
        low = clause.end() if clause else before[-1]
    if after is not None:
        breaks = [m.start() for m in _BREAK.finditer(text, value[1], after)]
        high = breaks[-1] if breaks else after
    return low, high


def _years(claim: Claim, text: str, sentence: tuple[int, int]) -> frozenset[str]:
    """The years that a figure is told of: those of the claim, else those of its sentence; `now`
    where it says so."""
    if isinstance(claim.value, Date | Year):
        return frozenset()
    told = claim.qualifier("as_of")
    if told and _YEAR.match(told):
        return frozenset({told})
    found = frozenset(m.group() for m in _YEAR.finditer(text, *sentence)
                      if not claim.quote.start <= m.start() < claim.quote.end
                      or not isinstance(claim.value, Quantity))  # fmt: skip
    days = frozenset(m.group() for m in _WEEKDAY.finditer(text, *sentence))
    if not found and days:
        return days
    if not found and _CURRENT.search(text, *sentence):
        return frozenset({"now"})
    return found


def _place(claim: Claim, text: str, sentence: tuple[int, int]) -> str:
    """The place that follows the subject's name: the bridge in Toll is not that in Brae."""
    subject = claim.subject.strip()
    at = text.find(subject, *sentence)
    if at < 0:
        return ""
    found = _LOCATED.match(text, at + len(subject) + 1)
    return fold(found.group(1)) if found else ""


def _purpose(claim: Claim, text: str, sentence: tuple[int, int]) -> str:
    """What the name of the subject goes on with: the prize for translation is not the prize."""
    subject = claim.subject.strip()
    at = text.find(subject, *sentence)
    found = _FOR.match(text, at + len(subject)) if at >= 0 else None
    return f"for {found.group(1)}" if found else ""


def _of(text: str, end: int) -> str:
    """What an amount is of, in English: 52,000 tonnes of copper."""
    found = _SUBSTANCE.match(text, end)
    return found.group(1).casefold() if found else ""

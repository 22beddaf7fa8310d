"""What the parts of an English sentence are about: appositions, fronted phrases, relative clauses
and verbs that share a subject, put together from its clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.claims.grammar.english_clauses import EnglishClause, NounPhrase, read_english
from factcheck.claims.grammar.english_words import DAY_OR_MONTH
from factcheck.claims.grammar.words import word_set
from factcheck.claims.naming import name_in, without_article
from factcheck.claims.referring import Stretch, Subject, referring

_POSSESSIVE = re.compile(r"^(?P<owner>.{2,80}?)['’]s? (?P<rest>[^'’]{1,60})$")
_OWNED = re.compile(r"(?i:its|their|his|her)\s(?P<rest>.{2,80})$")
_CAPITAL = re.compile(r"(?<![A-Za-z])[A-ZÀ-ÞŁŚŽŠ]")
_NUMBER_ONLY = re.compile(r"[$€£¥]?[0-9][^A-Za-z]{0,20}(?: [a-z-]{1,20}){0,3}$")
_COUNTED = re.compile(
    r"(?:(?i:about|some|around|nearly|over|almost|more|less|than|at|least|up|to|the|another|only|"
    r"all|just) ){0,3}[0-9][0-9.,]{0,12}(?: [a-z-]{1,20}){0,4}$"
)
_ABSTRACT = re.compile(r"(?:ion|ment|ness|ity|ance|ence|ship|ers|ings|ents|ies)$")
"""Ends of nouns that, at the head of a sentence, hardly are names."""
_DEFINITE = re.compile(r"(?i:the|this|that)\s(?:new |old |same )?(?P<noun>[a-z][a-z-]{2,30})$")


@dataclass(frozen=True)
class EnglishSubjects:
    """Reads sentences. `attributes` are nouns for what is measured of a thing; `is_common` tells
    whether a capitalised word at the head of a sentence is an ordinary word, `count` how often the
    text has words."""

    text: str
    attributes: frozenset[str]
    is_common: Callable[[str], bool]
    count: Callable[[str], int]

    def stretches(self, spans: Sequence[tuple[int, int]]) -> list[Stretch]:
        """What each part of a sentence is about, given the places of its clauses."""
        clauses = [read_english(self.text, start, end) for start, end in spans]
        return list(_Sentence(self, [c for c in clauses if c is not None]).stretches())

    def subject(self, phrase: NounPhrase) -> Subject | None:
        """The subject that a noun phrase names, None where it only counts something."""
        text = self.text
        core = text[phrase.start : phrase.core]
        pronoun = referring(text, phrase.start, phrase.end)
        if pronoun is not None and pronoun.end == phrase.core:
            return pronoun
        measured = self._measured(phrase, core)
        if measured is not None:
            return measured
        owned = _OWNED.match(core)
        if owned:
            return Subject(owned["rest"], "owned", phrase.end)
        if _NUMBER_ONLY.match(core.strip('“”"')) or _COUNTED.match(core) or _dated(core):
            return None
        definite = _DEFINITE.match(core)
        if definite and not phrase.linked:
            return Subject(definite["noun"], "described", phrase.end)
        return self._named(phrase, core)

    def _named(self, phrase: NounPhrase, core: str) -> Subject | None:
        words = without_article(core)
        if (
            " " not in words and not _CAPITAL.match(words) and phrase.linked
        ) or phrase.link == "of":
            words = without_article(self.text[phrase.start : phrase.named])
        if " " not in words and words == core and self.is_common(words) and words[0].isupper():
            return Subject(words, "phrase", phrase.end) if len(words) > 3 else None
        named = name_in(words)
        proper = named != words or self._is_name(named)
        if proper and " " not in named and _ABSTRACT.search(named) and self.count(named) < 2:
            proper = False
        return Subject(named, "name" if proper else "phrase", phrase.end) if named else None

    def _is_name(self, words: str) -> bool:
        """Whether capitals say that the words are a name, the first word of a sentence aside."""
        first, _, rest = words.partition(" ")
        if _CAPITAL.search(rest) or any(c.isdigit() or c.isupper() for c in first[1:]):
            return True
        return first[:1].isupper() and not self.is_common(first) and not rest

    def _measured(self, phrase: NounPhrase, core: str) -> Subject | None:
        """The owner of what is measured: `X's revenue`, `the population of X`, `sales at X`."""
        head = core.rsplit(" ", 1)[-1].rstrip(".")
        head = head if " " in core.removeprefix("The ") else head.lower()
        owner = ""
        if head not in self.attributes:
            return None
        possessive = _POSSESSIVE.match(core)
        pronoun = referring(self.text, phrase.start, phrase.end)
        if pronoun is not None and pronoun.kind != "work":
            return Subject("", "attribute", phrase.end, head)
        if possessive:
            owner = possessive["owner"]
        elif phrase.linked:
            owner = self.text[slice(*phrase.linked)]
        else:
            owner = _names_before(core)
            kept = _modified(core, self.is_common)
            if kept:
                return Subject(kept, "phrase", phrase.end)
        owner = without_article(owner)
        if re.match(r"[0-9$€£]", owner):
            owner = ""
        return Subject(name_in(owner) if owner else "", "attribute", phrase.end, head)


class _Sentence:
    """The walk over the clauses of one sentence."""

    def __init__(self, reader: EnglishSubjects, clauses: list[EnglishClause]) -> None:
        self._reader = reader
        self._clauses = clauses
        self._current: Subject | None = None
        self._head: Subject | None = None
        self._last: Subject | None = None
        self._where: Subject | None = None

    def stretches(self) -> Iterator[Stretch]:
        for order, clause in enumerate(self._clauses):
            yield self._stretch(order, clause)
            for at, phrase in clause.inner:
                inner = self._reader.subject(phrase)
                if inner is not None:
                    yield Stretch(at, inner)
                    if phrase is clause.said:
                        self._take_up(inner)
            self._last = self._trailing(clause) or self._last

    def _stretch(self, order: int, clause: EnglishClause) -> Stretch:
        shape = clause.shape
        if shape in ("relative", "owned_relative"):
            return Stretch(clause.start, self._head or self._last or self._current)
        if shape == "aside":
            return Stretch(clause.start, self._head or self._current)
        if shape == "there":
            self._current = self._trailing(clause)
            return Stretch(clause.start, self._current)
        if shape == "verb":
            return self._verb(clause)
        if shape == "fronted" or clause.subject is None:
            self._where = self._trailing(clause) if clause.located else self._where
            return Stretch(clause.start, self._head or self._current,
                           waits=self._head is None and self._current is None)  # fmt: skip
        if shape == "bare":
            return self._bare(clause, clause.subject)
        if self._head is not None and clause.participle and self._goes_on(order):
            return Stretch(clause.start, self._head)
        found = self._reader.subject(clause.subject)
        if found is not None and found.kind == "attribute" and not found.words and self._where:
            found = replace(found, words=self._where.words)
        if found is not None and clause.verb in word_set("english", "speech") and (
            clause.inner or found.kind == "name"
        ):  # fmt: skip
            self._head, self._current = None, found
            kept = found if found.kind != "name" else Subject(found.words, "speaker", found.end)
            return Stretch(clause.start, kept)
        self._head, self._current = None, found or self._current
        return Stretch(clause.start, found)

    def _take_up(self, said: Subject) -> None:
        """What reported words are about goes on behind the next comma."""
        self._current, self._head = said, said

    def _verb(self, clause: EnglishClause) -> Stretch:
        if clause.verb in word_set("english", "speech"):
            speaker = self._trailing(clause)
            if speaker is not None and not clause.inner:
                self._head = speaker
                return Stretch(clause.start, Subject(speaker.words, "speaker", speaker.end))
        found = self._head or self._current
        if not clause.participle and self._head is not None:
            self._current, self._head = self._head, None
        return Stretch(clause.start, found, waits=found is None and clause.participle)

    def _bare(self, clause: EnglishClause, phrase: NounPhrase) -> Stretch:
        found = self._reader.subject(phrase)
        described = re.match(r"(?i:an?|the) ", self._reader.text[phrase.start : phrase.start + 4])
        if described and self._head is None and self._last is not None:
            return Stretch(clause.start, self._last)
        if found is not None and found.words.isupper() and len(found.words) > 3:
            return Stretch(clause.start, None)
        if self._head is None and self._current is None:
            self._head = self._current = found
            return Stretch(clause.start, found, heard=False)
        if found is not None and found.kind == "name" and self._head is not None and (
            self._head.kind in ("phrase", "described", "owned")
        ):  # fmt: skip
            self._head = self._current = found
            return Stretch(clause.start, found, heard=False)
        return Stretch(clause.start, self._head or self._current)

    def _goes_on(self, order: int) -> bool:
        """Whether a later clause has the verb that an open noun phrase waits for."""
        return any(c.shape == "verb" and not c.participle for c in self._clauses[order + 1 :])

    def _trailing(self, clause: EnglishClause) -> Subject | None:
        """The name at the end of a clause."""
        if clause.last is None:
            return None
        words = without_article(self._reader.text[slice(*clause.last)])
        words = words.split(" of ")[0]
        if not _CAPITAL.search(words) or re.match(r"[0-9$€£“\"]", words) or _dated(words):
            return None
        return Subject(name_in(words), "name", clause.last[1])


def _modified(core: str, is_common: Callable[[str], bool]) -> str:
    """The phrase where a noun before what is measured makes it a thing of its own (`food prices`);
    empty where only its scope stands there (`net loss`) or a name (`Kolb Steel shares`)."""
    words = core.split()
    while words and words[0].lower() in word_set("english", "scopes"):
        del words[0]
    if len(words) < 2 or words[0].lower() in word_set("english", "determiners"):
        return ""
    first, sentence_start = words[0], core.startswith(words[0])
    if any(word[0].isupper() for word in words[1:]) or (
        first[0].isupper() and not (sentence_start and (is_common(first) or len(words) == 2))
    ):  # fmt: skip
        return ""
    return " ".join(words)


def _names_before(core: str) -> str:
    """The capitalised words before the noun that ends a phrase: `Kolb Steel shares`."""
    match = re.match(r"(?:[Tt]he )?((?:[A-Z0-9][\w&.-]{0,30} ){1,5})[a-z]", core)
    return match[1].strip() if match else ""


def _dated(words: str) -> bool:
    return DAY_OR_MONTH.fullmatch(words.split(" ")[0]) is not None

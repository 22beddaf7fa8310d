"""English clauses: where the noun phrase before the finite verb stands, what the clause begins
with, and which words inside it begin to speak of something else. Forms and order only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from factcheck.claims.grammar.english_words import (
    BOUNDS,
    COUNTS,
    NUMBER,
    PARTICIPLE_TAIL,
    PERIODS,
    SHARES,
    SUBJECT_PRONOUNS,
    Word,
    form_of,
    is_adverb,
    is_dated,
    is_trailing,
    words_in,
)
from factcheck.claims.grammar.words import word_set

Shape = Literal["main", "bare", "verb", "fronted", "relative", "owned_relative", "there", "aside"]
"""`main` a noun phrase and its verb; `bare` a noun phrase alone; `verb` a verb without its subject;
`fronted` a phrase that waits for its subject or follows it; `aside` a number or a measure alone."""

_LINKS = frozenset({"of", "in", "at", "for", "on", "from", "among", "between", "across", "to"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """`text[start:end]`: `core` is where its first preposition or participle begins, `named` where
    the phrase ends that a preposition joins to it."""

    start: int
    core: int
    named: int
    end: int
    link: str = ""
    linked: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class EnglishClause:
    """What a clause is made of. `subject` is its own noun phrase; `inner` the places behind its
    verb from which another noun phrase, or the phrase before a relative pronoun, is spoken of;
    `said` the phrase with which reported words begin, `last` the noun phrase at the end;
    `located` whether a fronted phrase says where."""

    shape: Shape
    start: int
    subject: NounPhrase | None = None
    verb: str = ""
    participle: bool = False
    last: tuple[int, int] | None = None
    inner: tuple[tuple[int, NounPhrase], ...] = field(default=())
    said: NounPhrase | None = None
    located: bool = False


def read_english(text: str, start: int, end: int) -> EnglishClause | None:
    """The clause in `text[start:end]`, None where it has no words."""
    words = words_in(text, start, end)
    if not words:
        return None
    return _Parser(words).clause()


class _Parser:
    """Reads one clause, word by word; every step moves forward."""

    def __init__(self, words: list[Word]) -> None:
        self._words = words
        self._forms = [form_of(words, i) for i in range(len(words))]

    def clause(self) -> EnglishClause:
        words = self._words
        start, last = words[0].start, self._last()
        first = words[0].low
        if first in ("which", "who", "whom", "that") and len(words) > 1 and self._is_verb(1):
            return EnglishClause("relative", start, last=last, inner=self._inner(1))
        if first in ("whose", "which", "who", "whom"):
            shape: Shape = "owned_relative" if first == "whose" else "relative"
            return EnglishClause(shape, start, last=last)
        at = self._opening(1 if first == "that" and len(words) > 2 else 0)
        if at < len(words) and words[at].low in ("of", "including") and at + 1 < len(words) and (
            words[at + 1].low in ("which", "whom")
        ):  # fmt: skip
            return EnglishClause("relative", start, last=last)
        if at < len(words) and words[at].low == "there" and self._is_verb(at + 1):
            return EnglishClause("there", start, last=last, inner=self._inner(at + 1))
        if at >= len(words):
            return EnglishClause("fronted", start, last=last)
        return self._from(at, start, last)

    def _from(self, at: int, start: int, last: tuple[int, int] | None) -> EnglishClause:
        words = self._words
        if words[at].low in word_set("english", "subordinators") and at + 1 < len(words):
            inside = self._main(at + 1, start, last)
            if inside is not None:
                return inside
        if self._is_verb(at) and (not words[at].text[0].isupper() or self._commands(at)):
            participle = self._forms[at] == "past" and self._participle(at)
            return EnglishClause("verb", start, verb=words[at].low, participle=participle,
                                 last=last, inner=self._inner(at))  # fmt: skip
        if self._fronts(at):
            behind = self._behind_phrase(at)
            found = self._main(behind, start, last) if behind else None
            if found is None and behind and self._names(behind) and not self._forms[at]:
                phrase = self._phrase(behind, len(words))
                found = EnglishClause("bare", start, subject=phrase, last=last)
            located = words[at].low in ("in", "at", "on", "across")
            return found or EnglishClause("fronted", start, last=last, located=located)
        found = self._main(at, start, last)
        if found is not None:
            return found
        if self._counts(at):
            return EnglishClause("aside", start, last=last)
        return EnglishClause("bare", start, subject=self._phrase(at, len(words)), last=last,
                             participle=any(f == "past" for f in self._forms),
                             inner=self._inner(at))  # fmt: skip

    def _commands(self, at: int) -> bool:
        """Whether the sentence begins with a command: `Write to the editor`."""
        words = self._words
        if self._forms[at] != "noun" or words[at].low.endswith("s") or at + 1 >= len(words):
            return False
        return words[at + 1].low in ("the", "a", "an", "to", "your", "our", "us", "it") and (
            self._verb(at) is None
        )

    def _main(self, at: int, start: int, last: tuple[int, int] | None) -> EnglishClause | None:
        verb = self._verb(at)
        if verb is None or verb == at:
            return None
        phrase = self._phrase(at, verb)
        if phrase is None:
            return None
        participle = self._forms[verb] == "past" and self._participle(verb)
        said = self._reported(verb)
        inner = self._inner(verb)
        if said is not None:
            inner = ((said.start, said), *inner)
        return EnglishClause("main", start, subject=phrase, verb=self._words[verb].low,
                             participle=participle, last=last, inner=inner, said=said)  # fmt: skip

    def _reported(self, verb: int) -> NounPhrase | None:
        """The noun phrase with which the words begin that somebody said."""
        words, speech = self._words, word_set("english", "speech")
        if words[verb].low not in speech or verb + 2 >= len(words):
            return None
        at = self._said(verb + 1)
        if at is None or at >= len(words):
            return None
        opened = self._opened(at, sure=False)
        if opened is None and at > 0 and words[at - 1].low == "that":
            return self._phrase(at, len(words))
        return opened

    def _opening(self, at: int) -> int:
        """Behind adverbs and `last year`."""
        words = self._words
        while at < len(words) - 1:
            low = words[at].low
            if (low in ("last", "this", "next") and words[at + 1].low in PERIODS) or (
                (low, words[at + 1].low) in BOUNDS and at + 2 < len(words)
            ):
                at += 2
            elif is_adverb(low):
                at += 1
            else:
                break
        return at

    def _fronts(self, at: int) -> bool:
        """Whether the clause begins with a preposition or a participle."""
        word = self._words[at]
        if word.low in word_set("english", "prepositions"):
            return True
        following = self._words[at + 1].low if at + 1 < len(self._words) else ""
        if word.low in ("down", "up"):
            return True
        if word.low.endswith("ing") and len(word.low) > 5:
            return self._takes_object(at + 1) and following != "of"
        return self._forms[at] in ("past", "done") and (
            not following or following in PARTICIPLE_TAIL or is_adverb(following)
        )

    def _names(self, at: int) -> bool:
        return self._words[at].capital and not is_dated(self._words[at])

    def _takes_object(self, at: int) -> bool:
        """Whether the word at `at` begins the object of a participle, and is not its noun."""
        if at >= len(self._words):
            return True
        word = self._words[at]
        return (
            word.capital
            or NUMBER.match(word.text) is not None
            or word.low in COUNTS
            or is_adverb(word.low)
            or word.low in word_set("english", "prepositions", "determiners", "pronouns")
        )

    def _behind_phrase(self, at: int) -> int | None:
        """Where a noun phrase begins behind a fronted phrase that no comma closes."""
        words, nominal = self._words, False
        for place in range(at + 1, min(len(words), at + 14)):
            word, low = words[place], words[place].low
            if low in word_set("english", "pronouns") and nominal:
                return place
            if low in word_set("english", "prepositions"):
                nominal = False
                continue
            if nominal and low in word_set("english", "determiners"):
                return place
            before = words[place - 1]
            dated = before.text[0].isdigit() or is_dated(before)
            if nominal and dated and not word.text[0].isdigit() and not is_dated(word):
                return place
            if nominal and word.capital and not before.capital:
                return place
            nominal = nominal or low not in word_set("english", "determiners")
        return None

    def _verb(self, at: int) -> int | None:
        """Where the finite verb of the phrase at `at` stands."""
        words, forms = self._words, self._forms
        weak: int | None = None
        place = at
        while place < len(words):
            low, form = words[place].low, forms[place]
            if place > at and low in ("who", "which", "whose", "that") and form is None:
                inside = self._verb(place + 1) if low == "whose" else self._next_verb(place + 1)
                if inside is None:
                    break
                place = inside + 1
                while place < len(words) and (forms[place] or is_adverb(words[place].low)):
                    place += 1
                continue
            if place > at and low in ("while", "because", "although", "when", "if", "but", "where"):
                break
            if low in ("and", "or") and weak is not None:
                break
            if form == "finite" and place > at:
                return place
            if form == "past" and place > at and not self._reduced(place):
                return place
            if form == "noun" and place > at and weak is None and self._may_be_verb(place):
                weak = place
            place += 1
        return weak

    def _next_verb(self, at: int) -> int | None:
        return next((i for i in range(at, min(len(self._words), at + 6)) if self._is_verb(i)), None)

    def _reduced(self, place: int) -> bool:
        """Whether a form on -ed is a participle in the phrase: behind an article, or with its
        complement before the real verb."""
        words = self._words
        if words[place - 1].low in word_set("english", "determiners"):
            return True
        following = words[place + 1] if place + 1 < len(words) else None
        if following is None:
            return False
        if following.low not in PARTICIPLE_TAIL and not is_adverb(following.low):
            return self._forms[place + 1] == "finite"
        for later in range(place + 1, len(words)):
            low = words[later].low
            if low in ("and", "but", "while", "because", "who", "which", "that", "when", "after"):
                return False
            if self._forms[later] in ("finite", "past"):
                return words[later].low not in ("being",)
        return False

    def _participle(self, place: int) -> bool:
        """Whether a form on -ed is followed as a participle is: by a preposition, or nothing."""
        return place + 1 >= len(self._words) or self._words[place + 1].low in PARTICIPLE_TAIL

    def _may_be_verb(self, place: int) -> bool:
        """Whether a form that is a noun as well stands where a verb does."""
        words = self._words
        before = words[place - 1]
        if before.low in word_set("english", "determiners", "prepositions"):
            return False
        if place + 1 >= len(words):
            return False
        behind = place - 1
        while behind > 0 and is_adverb(words[behind].low):
            behind -= 1
        if words[behind].low in SUBJECT_PRONOUNS:
            return True
        following = words[place + 1]
        if words[place].low.endswith("s") == before.low.endswith("s") and not before.capital:
            return False
        low = following.low
        return (
            NUMBER.match(following.text) is not None
            or low in COUNTS
            or is_adverb(low)
            or (low != "of" and low in word_set("english", "determiners", "prepositions"))
            or low in ("that", "more", "less", "nearly", "it", "them", "him", "her", "us")
            or (following.capital and not before.capital)
            or following.low.endswith("ing")
        )

    def _is_verb(self, place: int) -> bool:
        if place >= len(self._words):
            return False
        form = self._forms[place]
        if form in ("finite", "past"):
            return True
        return form == "noun" and (place == 0 or self._may_be_verb(place))

    def _phrase(self, at: int, stop: int) -> NounPhrase | None:
        """The noun phrase in the words from `at` to `stop`, adverbs at its ends left out."""
        words = self._words
        while stop > at and is_trailing(words[stop - 1].low):
            stop -= 1
        while at < stop and is_adverb(words[at].low):
            at += 1
        at = self._behind_share(at, stop)
        if at >= stop or words[at].low in word_set("english", "prepositions"):
            return None
        core = self._boundary(at + 1, stop)
        named, link, linked = core, "", None
        if core < stop and words[core].low in _LINKS:
            link = words[core].low
            named = self._boundary(core + 1, stop, past=("of", "in"))
            if core + 1 < named:
                linked = (words[core + 1].start, words[named - 1].end)
        return NounPhrase(words[at].start, words[core - 1].end, words[named - 1].end,
                          words[stop - 1].end, link, linked)  # fmt: skip

    def _behind_share(self, at: int, stop: int) -> int:
        """Behind `half of`, `two thirds of`, `more than half of`: what is shared out is meant."""
        words = self._words
        for place in range(at, min(stop - 1, at + 5)):
            low = words[place].low
            if low == "of" and place > at:
                return place + 1
            if not (self._counts(place) or low in SHARES):
                break
        return at

    def _boundary(self, at: int, stop: int, past: tuple[str, ...] = ()) -> int:
        words = self._words
        for place in range(at, stop):
            low = words[place].low
            if low in past and past:
                continue
            if low in word_set("english", "prepositions", "relatives"):
                return place
            if self._forms[place] in ("past", "done") and place + 1 < stop and (
                words[place + 1].low in PARTICIPLE_TAIL
            ):  # fmt: skip
                return place
        return stop

    def _counts(self, at: int) -> bool:
        word = self._words[at]
        return NUMBER.match(word.text) is not None or word.low in COUNTS

    def _last(self) -> tuple[int, int] | None:
        """The noun phrase at the clause's end."""
        words = self._words
        stops = word_set("english", "prepositions", "determiners", "relatives")
        place, verb = len(words), self._verb(self._opening(0))
        while place > (verb + 1 if verb is not None else 0):
            word = words[place - 1]
            named = word.low == "of" and place > 1 and words[place - 2].capital
            if (word.low in stops and not named) or word.low in ("and", "or") or (
                self._forms[place - 1] in ("finite", "past") and not word.capital
            ):  # fmt: skip
                break
            place -= 1
        return (words[place].start, words[-1].end) if place < len(words) else None

    def _inner(self, verb: int) -> tuple[tuple[int, NounPhrase], ...]:
        return tuple(self._inside(verb))

    def _inside(self, verb: int) -> Iterator[tuple[int, NounPhrase]]:
        words = self._words
        place = verb + 1
        while place < len(words):
            low = words[place].low
            if low in ("who", "which", "whose") and place > verb + 1:
                before = self._before(place)
                if before is not None:
                    yield words[place].start, before
            elif low in word_set("english", "subordinators") and place + 2 < len(words):
                found = self._opened(place + 1, sure=low in ("and", "as", "so", "but"))
                if found is not None:
                    yield words[place].start, found
            place += 1

    def _said(self, place: int) -> int | None:
        """Where what was said begins: behind `that`, `on Tuesday`, `last week`."""
        words = self._words
        for at in range(place, min(len(words), place + 8)):
            if words[at].low == "that":
                return at + 1
        if words[place].low in ("on", "in") and place + 1 < len(words):
            behind = self._behind_phrase(place)
            return behind
        return self._opening(place)

    def _opened(self, at: int, *, sure: bool) -> NounPhrase | None:
        """The noun phrase with its verb that begins at `at`; `sure` asks for a verb that can be
        nothing else, or a pronoun before it."""
        words = self._words
        at = self._opening(at)
        if at >= len(words) - 1 or (self._is_verb(at) and not words[at].capital):
            return None
        if words[at].low in word_set("english", "prepositions"):
            behind = self._behind_phrase(at)
            if behind is None:
                return None
            at = behind
        verb = self._verb(at)
        if verb is None or verb - at > 10:
            return None
        if NUMBER.match(words[at].text):
            return None
        if sure and self._forms[verb] == "past" and self._participle(verb):
            return None
        pronoun = words[at].low in word_set("english", "pronouns")
        if sure and not pronoun and self._forms[verb] == "noun":
            return None
        if not sure and not pronoun and self._forms[verb] == "noun" and verb - at > 4:
            return None
        return self._phrase(at, verb)

    def _before(self, place: int) -> NounPhrase | None:
        """The noun phrase that ends right before a relative pronoun."""
        words = self._words
        at = place
        stops = word_set("english", "prepositions", "determiners")
        while at > 0 and words[at - 1].low not in stops and not (
            self._forms[at - 1] in ("finite", "past") and not words[at - 1].capital
        ):  # fmt: skip
            at -= 1
        return self._phrase(at, place) if at < place else None

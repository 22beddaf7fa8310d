"""What a document has spoken of so far, so that pronouns and definite descriptions lead to the last
fitting subject of their kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from factcheck.claims.grammar.words import tables_of, word_set, words_of
from factcheck.claims.names import CHINESE_PERSON, PERSON, TRANSLITERATED

Sort = Literal["person", "speaker", "organisation", "thing", "phrase"]
"""`phrase` for words that name nothing by themselves, `speaker` for who is only quoted."""

MOST_SPOKEN_OF = 200
"""Subjects that are looked back through."""
_PERSON = re.compile(
    rf"(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor)\.? )?(?:{PERSON})|{CHINESE_PERSON}|{TRANSLITERATED}"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A subject that the document has named, what sort of thing it is, and in which place."""

    words: str
    sort: Sort
    place: int


def sort_of(words: str, *, proper: bool) -> Sort:
    """What sort of thing words name, by their ends and their shape."""
    last = words.rsplit(" ", 1)[-1].lower().rstrip(".")
    if words.endswith(words_of("sorts", "person_ja")):
        return "person"
    if (last in word_set("sorts", "organisation") and last != words.lower() and proper) or (
        not words.isascii()
        and words not in word_set("sorts", "organisation")
        and words.endswith(words_of("sorts", "organisation"))
    ):  # fmt: skip
        return "organisation"
    if not proper:
        return "phrase"
    first = words.split(" and ")[0]
    return "person" if _PERSON.fullmatch(first) else "thing"


class Antecedents:
    """The subjects named so far, the last one first when asked."""

    def __init__(self) -> None:
        self._spoken: list[Spoken] = []
        self._met: list[str] = []
        self._gender: dict[str, str] = {}

    def add(self, words: str, sort: Sort, place: int) -> None:
        self._spoken.append(Spoken(words, sort, place))

    def meet(self, name: str) -> None:
        """Take in a person who is named, but not spoken of."""
        self._met.append(name)

    def person(self, pronoun: str) -> str | None:
        """Whom `he`, `she`, 他 or 她 means: the last person spoken of, else the last one met, who
        was not meant by the other pronoun before."""
        gender = "f" if pronoun[:1] in "她彼" or pronoun.lower() == "she" else "m"
        spoken = (s.words for s in self._recent() if s.sort in ("person", "speaker"))
        for name in (*spoken, *self._met[: -MOST_SPOKEN_OF - 1 : -1]):
            if self._gender.get(name, gender) == gender:
                self._gender[name] = gender
                return name
        return None

    def last(self, place: int, *sorts: Sort) -> Spoken | None:
        """The last subject of these sorts in a place, None where it named none."""
        for spoken in self._recent():
            if spoken.place != place:
                return None
            if spoken.sort in sorts:
                return spoken
        return None

    def anywhere(self, *sorts: Sort) -> str | None:
        """The last subject of these sorts in the document."""
        return next((s.words for s in self._recent() if s.sort in sorts), None)

    def ending_in(self, noun: str) -> str | None:
        """The last name that ends in a noun: `the bridge` is `Hallam Bridge`, 该校 南山大学."""
        return next((s.words for s in self._recent()
                     if s.sort != "phrase" and ends_in(s.words, noun)), None)  # fmt: skip

    def beginning_with(self, family: str) -> str | None:
        """The last person with a family name: 周氏 is 周明遠."""
        return next((s.words for s in self._recent()
                     if s.words.startswith(family) and s.words != family), None)  # fmt: skip

    def _recent(self) -> list[Spoken]:
        return self._spoken[: -MOST_SPOKEN_OF - 1 : -1]


def ends_in(name: str, noun: str) -> bool:
    """Whether a name ends in a noun, or in what the noun of one character stands for."""
    if noun.isascii():
        words = name.lower().split()
        return len(words) > 1 and words[-1] == noun.lower()
    ends = words_of("described", noun) if noun in tables_of("described") else (noun,)
    return len(name) > len(noun) and len(noun) <= 4 and name.endswith(ends)

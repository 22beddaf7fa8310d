"""Finite verbs of English by their forms: which word of a clause can be the verb of its subject."""

from __future__ import annotations

from functools import cache
from typing import Literal

from factcheck.claims.grammar.words import word_set, words_of

Form = Literal["finite", "past", "noun", "done"]
"""`finite` for what can be nothing else, `past` for forms that are participles as well (opened),
`noun` for forms that are nouns as well (reports), `done` for participles only (written)."""


@cache
def verb_forms() -> dict[str, Form]:
    """Every form in the tables with what it can be, in small letters."""
    nouns = word_set("english", "nouns")
    forms: dict[str, Form] = {}
    for base in words_of("english", "regular"):
        forms[_past(base)] = "past"
        _present(forms, base, nouns)
    for pair in words_of("english", "irregular"):
        base, past = pair.split(":")
        _present(forms, base, nouns)
        if past != base:
            forms[past] = "past" if past in word_set("english", "alike") else "finite"
    forms.update(dict.fromkeys(word_set("english", "participles"), "done"))
    forms.update(dict.fromkeys(word_set("english", "finite"), "finite"))
    return forms


def _present(forms: dict[str, Form], base: str, nouns: frozenset[str]) -> None:
    form: Form = "noun" if base in nouns else "finite"
    forms.setdefault(_third(base), form)
    forms.setdefault(base, "noun")


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ied"
    if base in word_set("english", "doubled"):
        return f"{base}{base[-1]}ed"
    return f"{base}ed"

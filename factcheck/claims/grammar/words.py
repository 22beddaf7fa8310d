"""The words of `grammar.toml`: verbs, particles and nouns by which a clause shows what it is
about."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from factcheck.claims.word_index import WordEdges


@cache
def words_of(language: str, name: str) -> tuple[str, ...]:
    """One table of a language, in the order of the file."""
    return tuple(_grammar()[language][name].split())


@cache
def word_set(language: str, *names: str) -> frozenset[str]:
    """The words of one or more tables of a language."""
    return frozenset(word for name in names for word in words_of(language, name))


@cache
def edges_of(language: str, name: str) -> WordEdges:
    """The words of a table, to be looked for at the edges of a phrase."""
    return WordEdges(words_of(language, name))


@cache
def tables_of(language: str) -> frozenset[str]:
    """The names of a language's tables."""
    return frozenset(_grammar()[language])


@cache
def _grammar() -> dict[str, dict[str, str]]:
    text = files("factcheck.claims").joinpath("grammar.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

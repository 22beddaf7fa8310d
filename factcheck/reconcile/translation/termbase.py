"""Terms of a field with their accepted renderings per language, as translators keep them: data
(`terms.toml`, `qualifiers.toml`) that a workspace extends."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from factcheck.errors import InputError
from factcheck.model import Json, Language

LANGUAGES: tuple[Language, ...] = ("en", "zh", "ja")
Words = Mapping[str, tuple[str, ...]]
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
"""Folds A to Z only, so that no offset moves."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """One concept: its accepted renderings and, in `wrong`, words that render another concept, by
    language. `insert` is how a qualifier is written before the words that it limits."""

    name: str
    renderings: Words
    wrong: Words = field(default_factory=lambda: MappingProxyType({}))
    insert: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, kw_only=True)
class TermHit:
    """A rendering found in a text."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True)
class Termbase:
    """All terms by name."""

    terms: Mapping[str, Term]

    def hits(self, text: str, start: int, end: int, language: Language) -> list[TermHit]:
        """Renderings in `text[start:end]`, the longest first where several begin at one place,
        none overlapping."""
        pattern = self._patterns.get(language)
        if pattern is None:
            return []
        found = []
        for match in pattern.finditer(text[start:end].translate(_LOWER)):
            term = self._by_rendering[language].get(_key(match.group()))
            if term is not None:
                found.append(
                    TermHit(term=term, start=start + match.start(), end=start + match.end())
                )
        return found

    @cached_property
    def _patterns(self) -> Mapping[str, re.Pattern[str]]:
        return {
            language: re.compile(_alternatives(words))
            for language, words in self._by_rendering.items() if words
        }  # fmt: skip

    @cached_property
    def _by_rendering(self) -> Mapping[str, Mapping[str, Term]]:
        table: dict[str, dict[str, Term]] = {language: {} for language in LANGUAGES}
        for term in self.terms.values():
            for language in LANGUAGES:
                for word in term.renderings.get(language, ()):
                    table[language].setdefault(_key(word), term)
        return table


def _key(word: str) -> str:
    """One spelling of a rendering: folded, hyphens as blanks, no plural ending."""
    folded = " ".join(word.casefold().replace("-", " ").split())
    return folded[:-1] if folded.isascii() and len(folded) > 4 and folded.endswith("s") and (
        not folded.endswith("ss")) else folded  # fmt: skip


def _alternatives(words: Iterable[str]) -> str:
    """One pattern for all words in lower case, the longest first. The guards against touching
    letters stand once, around all Latin words: compiling them with each word takes far longer.
    Other words are tried only where one of their first letters stands."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    latin = "|".join(_latin(word) for word in ordered if word.isascii())
    others = [re.escape(word) for word in ordered if not word.isascii()]
    guarded = [rf"(?<![A-Za-z0-9])(?:{latin})(?![A-Za-z0-9])"] if latin else []
    if others:
        first = "".join(sorted({word[0] for word in ordered if not word.isascii()}))
        guarded.append(rf"(?=[{re.escape(first)}])(?:{'|'.join(others)})")
    return "|".join(guarded)


def _pattern(word: str) -> str:
    if not word.isascii():
        return re.escape(word)
    return rf"(?<![A-Za-z0-9]){_latin(word)}(?![A-Za-z0-9])"


def _latin(word: str) -> str:
    """A Latin word with blanks or hyphens between its parts and its plural."""
    words = r"[ -]".join(re.escape(part) for part in word.split())
    if word.endswith("ss"):
        return words + "(?:es)?"
    return words if word.endswith("s") else words + "s?"


def find_word(text: str, start: int, end: int, word: str) -> Iterator[tuple[int, int]]:
    """Where a rendering stands in `text[start:end]`; Latin words only as whole words."""
    for match in re.compile(_pattern(word), re.IGNORECASE).finditer(text, start, end):
        yield match.span()


def load_termbase(path: Path | None = None) -> Termbase:
    """The built-in terms with a workspace's file laid over them, key by key. A path that does not
    exist adds nothing. Raises InputError for a file that cannot be read or makes no sense."""
    entries = _built_in_entries("terms.toml")
    if path is not None and path.is_file():
        try:
            extra = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise InputError(str(path), f"cannot be read: {error}", "mend the file") from error
        for name, entry in extra.items():
            if not isinstance(entry, dict):
                raise InputError(str(path), f"{name!r} is not a table of renderings",
                                 "write [\"term\"] and a list per language under it")  # fmt: skip
        entries = {**entries, **{n: {**entries.get(n, {}), **e} for n, e in extra.items()}}
        return _termbase(entries, str(path))
    return built_in_terms()


@cache
def built_in_terms() -> Termbase:
    """The terms that come with the package."""
    return _termbase(_built_in_entries("terms.toml"), "terms.toml")


@cache
def built_in_qualifiers() -> Termbase:
    """Words that limit a statement and must not be lost."""
    return _termbase(_built_in_entries("qualifiers.toml"), "qualifiers.toml")


@cache
def built_in_names() -> Termbase:
    """Names that are written quite differently in the three languages."""
    return _termbase(_built_in_entries("known_names.toml"), "known_names.toml")


@cache
def built_in_things() -> Termbase:
    """Words for kinds of things that stand in names: bridge, 駅, 博物馆."""
    return _termbase(_built_in_entries("things.toml"), "things.toml")


@cache
def built_in_scopes() -> Termbase:
    """Words that limit what a figure holds for."""
    return _termbase(_built_in_entries("scopes.toml"), "scopes.toml")


@cache
def _built_in_entries(name: str) -> Json:
    return tomllib.loads(files("factcheck.reconcile").joinpath(name).read_text(encoding="utf-8"))


def _termbase(entries: Json, origin: str) -> Termbase:
    return Termbase({name: _term(name, entry, origin) for name, entry in entries.items()})


def _term(name: str, entry: Json, origin: str) -> Term:
    words = {lang: _words(entry.get(lang, ()), name, origin) for lang in LANGUAGES}
    wrong = entry.get("wrong", {})
    return Term(
        name=name, renderings={k: v for k, v in words.items() if v},
        wrong={lang: _words(wrong.get(lang, ()), name, origin) for lang in LANGUAGES},
        insert=dict(entry.get("insert", {})),
    )  # fmt: skip


def _words(value: object, name: str, origin: str) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(w, str) and w for w in value):
        raise InputError(origin, f"{name!r} must hold lists of words", 'write ["word", …]')
    return tuple(value)

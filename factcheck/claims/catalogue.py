"""The catalogue of predicates: what can be claimed, how its values are compared and which words
announce it. It is data (`predicates.toml`), so that a workspace adds its own without code."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from factcheck.claims.templates import Template, compile_template
from factcheck.errors import InputError
from factcheck.model import Json, Language, digest

About = Literal["work", "system", "person", "organisation", "article", "event", "any"]
Policy = Literal[
    "number", "year", "date", "identifier", "title", "names", "organisation", "words", "none"
]

Need = Literal["any", "noun", "near", "both"]

VALUE_KINDS = frozenset({"quantity", "year", "date", "entity", "text", "id"})
ABOUT = frozenset({"work", "system", "person", "organisation", "article", "event", "any"})
NEEDS = frozenset({"any", "noun", "near", "both"})
POLICIES = frozenset(
    {"number", "year", "date", "identifier", "title", "names", "organisation", "words", "none"}
)
DEFAULT_POLICIES: Mapping[str, Policy] = MappingProxyType({
    "quantity": "number", "year": "year", "date": "date", "entity": "names", "text": "words",
    "id": "identifier",
})  # fmt: skip
KEYS = frozenset({
    "family", "value", "functional", "time_scoped", "unit", "units", "about", "policy", "meaning",
    "nouns", "near", "patterns", "limits", "need", "dimensions", "numbers", "dates", "headings",
    "studies",
})  # fmt: skip

Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Predicate:
    """One entry. `functional`: one true value per subject at one time and scope, so two different
    values are a conflict candidate. `time_scoped`: the value changes over time. `policy` says how
    two values are compared (`none`: never a conflict). `about` is the kind of subject. `unit` is
    the canonical unit a quantity gets, `units` the parsed units that fit. `nouns` are counted
    nouns that stand at the number, `near` words elsewhere in its clause (`<高` only right before
    the number), `patterns` templates (see `templates`) of clauses that state it; each by language.
    A number is read as the predicate when its unit, a noun or a near word says so; `need` may ask
    for the noun, the near word or both. `limits` are the powers of ten that a number may have,
    `dimensions` what it may measure (see values; `bare` for a number without unit, empty where
    the unit decides).

    `numbers` and `dates` are words in the clause of a number or date without a narrower predicate
    that make it a value of this one, though its values are otherwise words: what is required, what
    was found. `studies` are such words where the text tells of a study; `headings` are those of
    sections whose numbers it takes."""

    name: str
    family: str = "general"
    value: str = "text"
    functional: bool = False
    time_scoped: bool = False
    unit: str | None = None
    units: tuple[str, ...] = ()
    about: About = "any"
    policy: Policy = "words"
    meaning: str = ""
    nouns: Words = field(default_factory=dict)
    near: Words = field(default_factory=dict)
    patterns: Words = field(default_factory=dict)
    limits: tuple[int, int] | None = None
    need: Need = "any"
    dimensions: tuple[str, ...] = ()
    numbers: Words = field(default_factory=dict)
    dates: Words = field(default_factory=dict)
    headings: Words = field(default_factory=dict)
    studies: Words = field(default_factory=dict)

    @cached_property
    def templates(self) -> Mapping[str, tuple[Template, ...]]:
        """The patterns, compiled, by language."""
        return {
            language: tuple(compile_template(p) for p in patterns)
            for language, patterns in self.patterns.items()
        }

    def words(self, table: Words, language: Language) -> tuple[str, ...]:
        """The words of a language; those of English hold inside Chinese and Japanese as well,
        where Latin words are common."""
        if language == "und":
            return tuple(word for words in table.values() for word in words)
        own = table.get(language, ())
        return own if language == "en" else own + table.get("en", ())


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All known predicates by name. A predicate that is not listed is multi-valued and compared
    by words."""

    predicates: Mapping[str, Predicate]

    def __iter__(self) -> Iterator[Predicate]:
        return iter(self.predicates.values())

    def __contains__(self, name: str) -> bool:
        return name in self.predicates

    def get(self, name: str) -> Predicate:
        """The predicate of that name, a plain one where the catalogue has none."""
        return self.predicates.get(name) or Predicate(name=name)

    def family(self, name: str) -> tuple[Predicate, ...]:
        return tuple(p for p in self if p.family == name)

    @cached_property
    def attributes(self) -> tuple[str, ...]:
        """Words for what quantities measure (revenue, 估值, 評価額), folded: trigger words long
        enough to be nouns."""
        words = {
            word.lower()
            for p in self
            if p.value == "quantity"
            for language, entries in p.near.items()
            for word in entries
            if len(word) > (4 if language == "en" else 1) and not word.startswith("<")
        }
        return tuple(sorted(words))

    @cached_property
    def id(self) -> str:
        """Digest of everything in the catalogue; part of the ledger's revision."""
        return digest("catalogue", [
            [p.name, p.family, p.value, p.functional, p.time_scoped, p.unit or "", list(p.units),
             p.about, p.policy, _plain(p.nouns), _plain(p.near), _plain(p.patterns),
             list(p.dimensions), _plain(p.numbers), _plain(p.dates), _plain(p.headings),
             _plain(p.studies)]
            for p in sorted(self, key=lambda p: p.name)
        ])  # fmt: skip


def _plain(words: Words) -> Json:
    return {language: list(entries) for language, entries in words.items()}


def load_catalogue(path: Path | None = None) -> Catalogue:
    """The built-in catalogue, with a workspace's file laid over it: an entry of the file replaces
    single keys of a built-in predicate or adds a new one. A path that does not exist adds
    nothing. Raises InputError for a file that cannot be read or an entry that makes no sense."""
    if path is None or not path.is_file():
        return _built_in()
    catalogue = _catalogue(_overlay(_built_in_entries(), _read(path)), str(path))
    for predicate in catalogue:
        try:
            _ = predicate.templates
        except ValueError as error:
            raise InputError(f"{path} [{predicate.name}]", str(error),
                             "mend the pattern") from error  # fmt: skip
    return catalogue


@cache
def _built_in_entries() -> Json:
    text = files("factcheck.claims").joinpath("predicates.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _built_in() -> Catalogue:
    return _catalogue(_built_in_entries(), "predicates.toml")


def _read(path: Path) -> Json:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", "mend the file") from error


def _overlay(base: Json, extra: Json) -> Json:
    return {**base, **{
        name: {**base.get(name, {}), **entry} if isinstance(entry, dict) else entry
        for name, entry in extra.items()
    }}  # fmt: skip


def _catalogue(entries: Json, origin: str) -> Catalogue:
    return Catalogue(MappingProxyType({
        name: _predicate(name, entry, origin) for name, entry in entries.items()
    }))  # fmt: skip


def _predicate(name: str, entry: object, origin: str) -> Predicate:
    where = f"{origin} [{name}]"
    if not isinstance(entry, dict):
        raise InputError(where, "is not a table", f"write [{name}] and its keys below it")
    _refuse(where, "key", sorted(set(entry) - KEYS), KEYS)
    kind = entry.get("value", "text")
    _refuse(where, "value kind", [] if kind in VALUE_KINDS else [kind], VALUE_KINDS)
    about = entry.get("about", "any")
    _refuse(where, "about", [] if about in ABOUT else [about], ABOUT)
    policy = entry.get("policy", DEFAULT_POLICIES[kind])
    _refuse(where, "policy", [] if policy in POLICIES else [policy], POLICIES)
    need = entry.get("need", "any")
    _refuse(where, "need", [] if need in NEEDS else [need], NEEDS)
    limits = entry.get("limits")
    return Predicate(
        name=name, family=str(entry.get("family", "general")), value=kind,
        functional=bool(entry.get("functional", False)),
        time_scoped=bool(entry.get("time_scoped", False)),
        unit=entry.get("unit"), units=tuple(entry.get("units", ())), about=cast(About, about),
        policy=cast(Policy, policy), meaning=str(entry.get("meaning", "")),
        nouns=_words(where, "nouns", entry), near=_words(where, "near", entry),
        patterns=_words(where, "patterns", entry),
        limits=(int(limits[0]), int(limits[1])) if limits else None, need=cast(Need, need),
        dimensions=tuple(entry.get("dimensions", ())), numbers=_words(where, "numbers", entry),
        dates=_words(where, "dates", entry), headings=_words(where, "headings", entry),
        studies=_words(where, "studies", entry),
    )  # fmt: skip


def _refuse(where: str, what: str, wrong: list[str], known: frozenset[str]) -> None:
    if wrong:
        raise InputError(where, f"unknown {what} {wrong[0]!r}",
                         f"known: {', '.join(sorted(known))}")  # fmt: skip


def _words(where: str, key: str, entry: Json) -> Words:
    table = entry.get(key, {})
    if not isinstance(table, dict):
        raise InputError(where, f"{key} is not a table by language",
                         f'write {key} = {{en = ["…"], zh = ["…"]}}')  # fmt: skip
    return MappingProxyType({language: tuple(words) for language, words in table.items()})

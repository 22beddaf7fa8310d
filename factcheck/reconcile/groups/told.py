"""What a number or a date tells (length, deaths, opening), by the words beside it in three
languages, so that two articles that use other predicates for one fact are compared."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from factcheck.claims import Catalogue
from factcheck.claims.catalogue import Predicate
from factcheck.model import (
    Claim,
    Date,
    Json,
    Language,
    Quantity,
    QuantityList,
    Range,
    Value,
    Year,
    fold,
)
from factcheck.reconcile.translation.termbase import LANGUAGES, Term, Termbase

Holds = Literal["always", "event", "time"]
COUNTS = frozenset({"count", None})
PLAIN = "plain "
"""Begins the topic of a number with a unit of which no words say what it tells: two such numbers
are compared only where the one looks like a slip of the other."""
_CLAUSE_END = re.compile(r"[。！？!?\n；;，、]|[.,:](?=\s|$)|[，,](?![0-9])")
_SENTENCE_END = re.compile(r"[。！？!?\n]|\.(?=\s|$)")
_REACH = 60
_AHEAD = 12
_LATE = 25
"""How much nearer a verb behind an English date must be than one before it."""
_BEHIND = 30
_PLAIN_PREDICATES = frozenset(
    {"quantity", "money", "length", "duration", "percentage", "event_date", "share", "growth"}
)
"""Predicates that say no more than what kind of value it is."""
_BY_WORDS = frozenset({"news", "people"})
"""Families of predicates whose words are read here; of the others the claim's predicate holds."""
_NUMBERED = re.compile(r"\s?(?:時|时|点|號|号|番|回|次会|th |st |nd |rd |:[0-9])")
"""What makes a number one in a row, or an hour, and no count."""
_NOUN = re.compile(r"[a-z]{3,20}|[\u4e00-\u9fff\u30a1-\u30fa\u30fc]{1,8}")


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One kind of statement: what its values measure and how long they hold."""

    name: str
    kinds: frozenset[str]
    holds: Holds = "always"
    first: bool = False
    default: bool = False


@dataclass(frozen=True)
class Topics:
    """All topics by name; by kind of value their words and, apart, the nouns at a number."""

    topics: Mapping[str, Topic]
    words: Mapping[str, Termbase]
    nouns: Mapping[str, Termbase]


@cache
def topics() -> Topics:
    """The topics that come with the package."""
    text = files("factcheck.reconcile").joinpath("told.toml").read_text(encoding="utf-8")
    entries: Json = tomllib.loads(text)
    found = {
        name: Topic(
            name=name, kinds=frozenset(entry["kinds"]),
            holds=cast(Holds, entry.get("holds", "always")),
            first=bool(entry.get("first")), default=bool(entry.get("default")),
        ) for name, entry in entries.items()
    }  # fmt: skip
    kinds = sorted({kind for topic in found.values() for kind in topic.kinds})
    by_kind = {kind: {n: e for n, e in entries.items() if kind in found[n].kinds} for kind in kinds}
    return Topics(found, {kind: _termbase(held, "words") for kind, held in by_kind.items()},
                  {kind: _termbase(held, "nouns") for kind, held in by_kind.items()})  # fmt: skip


def _termbase(entries: Json, key: str) -> Termbase:
    return Termbase({
        name: Term(name=name, renderings={
            language: tuple(entry[key][language]) for language in LANGUAGES
            if language in entry[key]
        }) for name, entry in entries.items() if key in entry
    })  # fmt: skip


def kind_of(value: Value) -> str:
    """What a value measures: a dimension, person, count, percent, rank, date; empty for words."""
    if isinstance(value, Date | Year):
        return "date"
    if isinstance(value, Quantity | Range | QuantityList):
        if value.unit == "percent":
            return "percent"
        if value.unit == "person":
            return "person"
        return "count" if value.dimension in COUNTS else str(value.dimension)
    return ""


@cache
def topic_words(language: Language) -> frozenset[str]:
    """The words of all topics: they say what is told and name nothing."""
    table = topics()
    return frozenset(
        word for bases in (table.words, table.nouns) for base in bases.values()
        for term in base.terms.values() for word in term.renderings.get(language, ())
    )  # fmt: skip


def predicate_of(catalogue: Catalogue, name: str) -> Predicate:
    """The predicate that a group of this name is compared by. A topic that the catalogue does not
    know, or knows as what is never compared, has one value at one time."""
    known = catalogue.get(name)
    topic = topics().topics.get(name)
    if topic is None and not name.startswith(("count of ", PLAIN)):
        return known
    holds = topic.holds if topic else "always"
    if name in catalogue and known.functional and known.policy != "none":
        return known
    dated = topic is not None and "date" in topic.kinds
    return Predicate(name=name, value="date" if dated else "quantity", functional=True,
                     time_scoped=holds == "time", policy="date" if dated else "number")  # fmt: skip


def holds(predicate: Predicate) -> Holds:
    """How long a value of a predicate holds."""
    topic = topics().topics.get(predicate.name)
    if topic is not None:
        return topic.holds
    return "time" if predicate.time_scoped else "always"


def told(catalogue: Catalogue, claim: Claim, text: str) -> str:
    """The topic or predicate of a claim in its text; empty where neither words nor predicate say
    what could be compared."""
    kind = kind_of(claim.value)
    own = catalogue.get(claim.predicate)
    comparable = own.functional and own.policy not in ("none", "words", "title")
    if not kind:
        return own.name if comparable else ""
    plain = own.name in _PLAIN_PREDICATES or own.family in _BY_WORDS or own.policy == "none"
    if comparable and not plain:
        return own.name if _fits(own, claim.value) else ""
    found = "" if _is_part(claim.value, kind) else (
        _by_unit(catalogue, claim) or _by_words(claim, text, kind)
    )  # fmt: skip
    if found:
        return found
    if comparable and _fits(own, claim.value):
        return own.name
    return "" if kind == "date" or _is_part(claim.value, kind) or _is_numbered(claim, text) else (
        PLAIN + kind
    )  # fmt: skip


def _is_numbered(claim: Claim, text: str) -> bool:
    """Whether a number is one in a row, or an hour, and counts nothing."""
    end = value_place(claim)[1]
    return bool(_NUMBERED.match(text, end) or _NUMBERED.match(claim.qualifier("of") or ""))


def _by_unit(catalogue: Catalogue, claim: Claim) -> str:
    """The one predicate of systems that counts in the unit of a number: layers, qubits."""
    unit = getattr(claim.value, "unit", None)
    if not unit or claim.predicate not in _PLAIN_PREDICATES:
        return ""
    names = [p.name for p in catalogue.family("systems") if p.unit == unit and p.functional]
    return names[0] if len(names) == 1 else ""


def _is_part(value: Value, kind: str) -> bool:
    """Two thirds of the pupils are no count of pupils."""
    return kind in ("count", "person") and isinstance(value, Quantity) and value.value < 1


def _fits(predicate: Predicate, value: Value) -> bool:
    """A length of 18 of nothing is no length."""
    if not isinstance(value, Quantity | Range | QuantityList) or not predicate.units:
        return True
    return value.unit is not None


def value_place(claim: Claim) -> tuple[int, int]:
    """Where the value itself stands in the text, inside the quote."""
    written = getattr(claim.value, "as_written", "") or ""
    at = claim.quote.exact.find(written) if written else -1
    if at < 0:
        return claim.quote.start, claim.quote.end
    return claim.quote.start + at, claim.quote.start + at + len(written)


def sentence_at(text: str, start: int, end: int, reach: int = 400) -> tuple[int, int]:
    """The sentence around a stretch of the text, at most `reach` characters each way."""
    low, high = max(0, start - reach), min(len(text), end + reach)
    cuts = [found.end() for found in _SENTENCE_END.finditer(text, low, start)]
    stop = _SENTENCE_END.search(text, end, high)
    return (cuts[-1] if cuts else low), (stop.start() if stop else high)


def _by_words(claim: Claim, text: str, kind: str) -> str:
    start, end = value_place(claim)
    low, high = sentence_at(text, start, end)
    low, high = max(low, start - _REACH), min(high, end + _REACH)
    language = claim.language
    table = topics()
    if kind not in table.words or (kind == "count" and _is_numbered(claim, text)):
        return ""
    near = [hit for spoken in _spoken(language)
            for hit in table.words[kind].hits(text, low, high, spoken)]  # fmt: skip
    names = {hit.term.name for hit in near}
    if kind == "date" and claim.predicate in table.topics and claim.predicate not in names:
        return claim.predicate  # its place told it: a name with the years of a life
    late = _LATE if kind == "date" and language == "en" else 0
    scored = sorted(
        (_distance(text, (start, end), (hit.start, hit.end)) + late * (hit.start >= end),
         -(hit.end - hit.start), hit.term.name) for hit in near
    )  # fmt: skip
    leading = next((name for _, _, name in scored if table.topics[name].first), "")
    if leading:
        return leading
    if kind in ("count", "person"):
        noun = _counted(claim, text, (start, end), (low, high))
        if noun:
            return noun
    if scored:
        return scored[0][2]
    return next((topic.name for topic in table.topics.values()
                 if topic.default and kind in topic.kinds), "")  # fmt: skip


def _spoken(language: Language) -> tuple[Language, ...]:
    if language == "und":
        return ()
    return (language,) if language == "en" else (language, "en")


def _distance(text: str, value: tuple[int, int], word: tuple[int, int]) -> int:
    """Characters between a value and a word; another clause is far away."""
    if word[1] <= value[0]:
        gap = (word[1], value[0])
    elif word[0] >= value[1]:
        gap = (value[1], word[0])
    else:
        return 0
    apart = gap[1] - gap[0]
    return apart + (100 if _CLAUSE_END.search(text, *gap) else 0)


def _counted(
    claim: Claim, text: str, value: tuple[int, int], within: tuple[int, int]
) -> str:  # fmt: skip
    """The topic of the noun at a number, `count of NOUN` for a noun that no topic has."""
    table = topics()
    low, high = max(within[0], value[0] - _AHEAD), min(within[1], value[1] + _BEHIND)
    hits = [hit for spoken in _spoken(claim.language)
            for hit in table.nouns[kind_of(claim.value)].hits(text, low, high, spoken)]  # fmt: skip
    best = sorted((_distance(text, value, (h.start, h.end)), -(h.end - h.start), h.term.name)
                  for h in hits)  # fmt: skip
    if best and best[0][0] < 100:
        return best[0][2]
    unit = getattr(claim.value, "unit", None)
    if unit and unit != "person":
        return f"count of {unit}"
    noun = _NOUN.match(fold(claim.qualifier("of") or ""))
    return f"count of {_singular(noun.group())}" if noun and not unit else ""


def _singular(noun: str) -> str:
    return noun[:-1] if noun.isascii() and noun.endswith("s") and not noun.endswith("ss") else noun


__all__ = ["Topic", "holds", "kind_of", "predicate_of", "sentence_at", "told", "topics"]

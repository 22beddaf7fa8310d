"""Statements by their wording: every predicate of the catalogue that has patterns. Introductions,
descriptions, editorial remarks; one claim for a predicate and a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.catalogue import Predicate
from factcheck.claims.clauses import Clause
from factcheck.claims.making import Maker, entities, entity, organisation_named
from factcheck.claims.names import names_in, split_list, without_bracket
from factcheck.claims.reading import Reading
from factcheck.claims.templates import Match
from factcheck.model import Claim, Text, Value

_NAMED = re.compile(
    r"(?:称为|称作|名为|名叫|叫做|叫作|命名为|被称为|(?i:(?<![A-Za-z])(?:called|named|dubbed|termed)(?![A-Za-z])))\s?[“\"「『]?(?P<name>[^”\"」』,，。]{1,60}?)[”\"」』]?"
    r"(?=的|\s?[(（]|$|[”\"」』])"
)
_HEAD = re.compile(
    r"(?P<long>[A-Za-z][A-Za-z0-9 .+-]{1,80}?)?\s?[(（](?P<short>[A-Z][A-Za-z0-9.-]{1,15})[)）]\s?$"
)
_TAIL_NAME = re.compile(r"(?:^|[^A-Za-z0-9])(?P<name>[A-Z][A-Za-z0-9.+-]{0,30}(?: [A-Z0-9][A-Za-z0-9.+-]{0,30}){0,4})$")
_LEAD_NAME = re.compile(r"^(?:the |a |an |our |new )*(?P<name>[A-Z][A-Za-z0-9.+-]{0,30}(?: [A-Z0-9][A-Za-z0-9.+-]{0,30}){0,4})(?=$|[,;:(]| (?:a|an|the|for|to|with|that|which|in|on|by|and|from|as)(?![A-Za-z]))")
_AND_FAMILY = re.compile(r"^(?P<one>.{1,40}?)\s?(?:及其|和|以及|与|and its|とその)\s?(?P<two>.{1,40}?)$")
_ARTICLE_WORDS = re.compile(r"^(?:了|一种|一个|一类|一款|全新的|新的|新型|the |a |an |our |new )+\s?", re.I)


class Statements:
    """Claims of all predicates that carry patterns."""

    name = "statements"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        worded = [p for p in reading.catalogue if p.patterns]
        for clause in reading.clauses:
            block = reading.document.blocks[clause.block]
            if block.kind == "field" and block.language == "en" and not block.label:
                continue
            words = reading.text(clause)
            folded = words.lower()
            for predicate in worded:
                yield from _statement(maker, clause, predicate, words, folded)


def _statement(maker: Maker, clause: Clause, predicate: Predicate, words: str,
               folded: str) -> Iterator[Claim]:  # fmt: skip
    languages = (clause.language,) if clause.language != "und" else ("en",)
    for language in languages:
        for template in predicate.templates.get(language, ()):
            match = template.match(words, folded)
            if match is not None:
                claim = _claim(maker, clause, predicate, words, match)
                if claim is not None:
                    yield claim
                return


def _claim(maker: Maker, clause: Clause, predicate: Predicate, words: str,
           match: Match) -> Claim | None:  # fmt: skip
    reading = maker.reading
    span = (clause.start, clause.end)
    subject = reading.subjects.of(clause, predicate.about)
    slot = words[slice(*match.value)] if match.value else words
    if match.subject and predicate.name in ("unit_of", "definition"):
        subject = words[slice(*match.subject)].strip() or subject
    if predicate.name == "introduces":
        return _introduces(maker, clause, words, match, subject)
    if predicate.name == "alias":
        return maker.claim(subject, "alias", Text(value=_plain(slot)), span)
    value = _value(reading, predicate, clause, slot, match)
    if value is None:
        return None
    return maker.claim(subject, predicate.name, value, span)


def _value(reading: Reading, predicate: Predicate, clause: Clause, slot: str,
           match: Match) -> Value | None:  # fmt: skip
    """The value that the slot states, as the predicate's kind asks; plain words where the slot
    holds no name."""
    if predicate.value != "entity" or match.value is None:
        return Text(value=slot.strip()) if slot.strip() else None
    start = clause.start + match.value[0]
    end = clause.start + match.value[1]
    return entity_value(reading, start, end, predicate)


def entity_value(reading: Reading, start: int, end: int, predicate: Predicate) -> Value | None:
    """Names in `text[start:end]`: one name, a list, else the words with known terms rendered."""
    text = reading.document.text
    slot = _ARTICLE_WORDS.sub("", text[start:end].strip())
    if predicate.policy == "organisation":
        return entity(organisation_named(reading, without_bracket(slot)[0] or slot))
    whole = reading.entities.canonical(slot)
    if whole != slot:
        return entity(whole)
    items = split_list(text, start, end)
    if len(items) > 1:
        names = tuple(dict.fromkeys(n for n in (_item(reading, a, b) for a, b in items) if n))
        if len(names) > 1:
            return entities(names)
    found = [text[a:b] for a, b in names_in(text, start, end)]
    if len(found) == 1 and len(found[0]) >= 2:
        return entity(reading.entities.canonical(found[0]))
    return Text(value=slot) if slot else None


def _item(reading: Reading, start: int, end: int) -> str:
    """An item of a list: a bracketed acronym, else its name, else its words."""
    text = reading.document.text
    words, inner = without_bracket(text[start:end])
    if inner and re.fullmatch(r"[A-Z][A-Za-z0-9.-]{1,15}", inner):
        return inner
    found = [text[a:b] for a, b in names_in(text, start, min(end, start + len(words)))]
    if len(found) == 1 and (len(found[0]) > 1):
        return reading.entities.canonical(found[0])
    return reading.entities.canonical(_ARTICLE_WORDS.sub("", words))


def _plain(words: str) -> str:
    return words.strip().strip("“”\"「」『』《》.,，。 ").strip()


def _introduces(maker: Maker, clause: Clause, words: str, match: Match,
                subject: str) -> Claim | None:  # fmt: skip
    """What is introduced: the name after a naming word, the acronym in brackets, the name at the
    end of the phrase; else the phrase itself."""
    if match.value is None:
        return None
    reading = maker.reading
    slot_start, slot_end = match.value
    slot = words[slot_start:slot_end]
    named = introduced(reading, slot)
    start, end = clause.start + match.start, clause.start + match.end
    if named is None:
        phrase = _ARTICLE_WORDS.sub("", slot).strip()
        if len(phrase) < 2:
            return None
        return maker.claim(subject, "introduces", Text(value=phrase), (start, end))
    values, more, at = named
    if clause.language == "ja":
        start = max(start, clause.start + slot_start + at)
    value = entities(values, complete=True)
    if clause.language == "en":
        end = min(end, clause.start + slot_start + at + len(values[0]) + 40)
        stop = words.find(",", slot_start)
        end = min(end, clause.start + stop) if stop > 0 else end
    return maker.claim(subject, "introduces", value, (start, end), more=more)


def introduced(reading: Reading, slot: str) -> tuple[tuple[str, ...], dict[str, str], int] | None:
    """The names that a phrase introduces, qualifiers, and where the first one begins."""
    named = _NAMED.search(slot)
    short = _HEAD.search(slot)
    if named:
        name = named["name"].strip()
        bracket = re.match(r"\s?[(（](?P<short>[A-Z][A-Za-z0-9.-]{1,15})[)）]", slot[named.end("name"):])
        if bracket:
            return (bracket["short"],), {"expansion": name}, named.start("name")
        return (reading.entities.canonical(name),), {}, named.start("name")
    if short:
        more = {"expansion": short["long"].strip()} if short["long"] else {}
        return (short["short"],), more, short.start("short")
    family = _AND_FAMILY.match(slot)
    if family:
        one, two = _tail(family["one"]), _tail_family(reading, family["two"])
        if one and two:
            return (one, two), {}, slot.find(one)
    tail = _tail(slot.strip()) or _tail_lead(slot)
    if tail:
        return (reading.entities.canonical(tail),), {}, slot.find(tail)
    rendered = reading.entities.canonical(_ARTICLE_WORDS.sub("", slot).strip("“”\"「」 "))
    if rendered.isascii() and rendered != slot:
        return (rendered,), {}, 0
    return None


def _tail(phrase: str) -> str | None:
    match = _TAIL_NAME.search(phrase.strip().strip("“”\"「」《》 "))
    return match["name"] if match else None


def _tail_lead(phrase: str) -> str | None:
    match = _LEAD_NAME.match(phrase.strip())
    return match["name"] if match else None


def _tail_family(reading: Reading, phrase: str) -> str | None:
    rendered = reading.entities.canonical(phrase.strip())
    return rendered if rendered.isascii() else None

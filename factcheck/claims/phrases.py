"""Noun phrases as values: the name a phrase introduces, its head, the items of a list; known terms
rendered in their canonical form."""

from __future__ import annotations

import re

from factcheck.claims.names import names_in, split_list, without_bracket
from factcheck.claims.reading import Reading

_NAMED = re.compile(
    r"(?:称为|称作|名为|名叫|叫做|叫作|命名为|被称为|(?i:(?<![A-Za-z])(?:called|named|"
    r"dubbed|termed)(?![A-Za-z])))"
    r"\s?[“\"「『]?(?P<name>[^”\"」』,，。]{1,60}?)[”\"」』]?(?=的|\s?[(（]|$|[”\"」』])"
)
_SHORT = r"\s?[(（](?P<short>[A-Z][A-Za-z0-9.-]{1,15})[)）]"
_BRACKET = re.compile(_SHORT)
_HEAD = re.compile(r"(?P<long>[A-Za-z][A-Za-z0-9 .+-]{1,80}?)?" + _SHORT + r"\s?$")
_NAME = r"[A-Z][A-Za-z0-9.+-]{0,30}(?: [A-Z0-9][A-Za-z0-9.+-]{0,30}){0,4}"
_TAIL_NAME = re.compile(rf"(?:^|[^A-Za-z0-9])(?P<name>{_NAME})$")
_LEAD_NAME = re.compile(
    rf"^(?:the |a |an |our |new )*(?P<name>{_NAME})"
    r"(?=$|[,;:(]| (?:a|an|the|for|to|with|that|which|in|on|by|and|from|as)(?![A-Za-z])|"
    r"\s?(?:让|是|使|能|可|将|把|在|用|通过|采用|具有|不))"
)
_AND_FAMILY = re.compile(
    r"^(?P<one>.{1,40}?)\s?(?:及其|和|以及|与|and its|とその)\s?(?P<two>.{1,40}?)$"
)
_LEADING = re.compile(
    r"^(?:(?:了|一种|一个|一类|一款|全新的|新的|新型の?|新たな|新しい|最新の|(?i:the|a|an|"
    r"our|new) )\s?)+"
)
_LINKS = re.compile(r".*(?:的|の|として|という|新しい|新たな)(?=[^のと的]{2,})", re.S)
_QUOTES = '“”"「」『』《》.,，。 \u3000'


def bare(words: str) -> str:
    """The words without quotation marks, closing marks and a leading article."""
    return _LEADING.sub("", words.strip().strip(_QUOTES)).strip()


def rendered(reading: Reading, words: str) -> str | None:
    """The canonical form of a known name or of a compound of known terms, else of the known
    compound at the end of the phrase; None where there is neither."""
    words = bare(words)
    whole = reading.entities.canonical(words)
    if whole != words:
        return whole
    if reading.entities.link(words):
        return words
    head = head_of(words)
    if head != words:
        canonical = reading.entities.canonical(head)
        if canonical != head or reading.entities.link(head):
            return canonical
    return _tail_terms(reading, words)


def head_of(words: str) -> str:
    """The head of a Chinese or Japanese phrase: what follows its last 的, の or として."""
    match = _LINKS.match(words)
    return words[match.end() :].strip() if match else words


def _tail_terms(reading: Reading, words: str) -> str | None:
    known = reading.entities.mentions(words)
    end = len(words)
    start = end
    for mention in reversed(known):
        if mention.end != start:
            break
        start = mention.start
    if start == end or words[start:].isascii():
        return None
    while (
        start > 0
        and words[start - 1].isascii()
        and (words[start - 1].isalnum() or words[start - 1] in "-. ")
    ):
        start -= 1
    parts = [m for m in known if m.start >= start]
    if len(parts) == 1 and parts[0].end - parts[0].start < 4:
        return None
    return reading.entities.canonical(words[start:])


def listed(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """The items of a list in the text, each as its acronym, its name, or its words rendered."""
    items = split_list(reading.document.text, start, end)
    return tuple(dict.fromkeys(n for n in (_item(reading, a, b) for a, b in items) if n))


def _item(reading: Reading, start: int, end: int) -> str:
    text = reading.document.text
    words, inner = without_bracket(text[start:end])
    if inner and re.fullmatch(r"[A-Z][A-Za-z0-9.-]{1,15}", inner):
        return inner
    found = [text[a:b] for a, b in names_in(text, start, min(end, start + len(words)))]
    if len(found) == 1 and len(found[0]) > 1:
        return reading.entities.canonical(found[0])
    words = bare(words)
    return reading.entities.canonical(words)


def introduced(reading: Reading, slot: str) -> tuple[tuple[str, ...], dict[str, str], int] | None:
    """The names that a phrase introduces, qualifiers, and where the first one begins: the name
    after a naming word, the acronym in brackets, the name at the end or the head."""
    named = _NAMED.search(slot)
    if named:
        name = named["name"].strip()
        bracket = _BRACKET.match(slot, named.end("name"))
        if bracket:
            return (bracket["short"],), {"expansion": name}, named.start("name")
        return (reading.entities.canonical(name),), {}, named.start("name")
    short = _HEAD.search(slot)
    if short:
        more = {"expansion": short["long"].strip()} if short["long"] else {}
        return (short["short"],), more, short.start("short")
    family = _AND_FAMILY.match(slot)
    if family:
        one, two = _last_name(family["one"]), reading.entities.canonical(family["two"].strip())
        if one and two.isascii():
            return (one, two), {}, slot.find(one)
    lead = _LEAD_NAME.match(slot.strip())
    name = _last_name(slot) or (lead["name"] if lead else None)
    if name:
        return (reading.entities.canonical(name),), {}, slot.find(name)
    term = rendered(reading, slot)
    if term and term.isascii():
        return (term,), {}, 0
    return None


def _last_name(phrase: str) -> str | None:
    match = _TAIL_NAME.search(phrase.strip().strip(_QUOTES))
    return match["name"] if match else None

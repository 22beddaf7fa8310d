"""Which claims may speak of the same thing: the name that they are about and what they tell of it.
A group holds everything that can be compared; the rules look closer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims import Catalogue, EntityTable
from factcheck.claims.catalogue import Predicate
from factcheck.model import (
    Claim,
    Entity,
    Language,
    Quantity,
    QuantityList,
    Range,
    Value,
    Year,
    fold,
)
from factcheck.reconcile.groups.anchors import (
    Name,
    is_common,
    is_country,
    name_near,
    name_of,
    title_in,
)
from factcheck.reconcile.groups.scopes import Scope, scope_of
from factcheck.reconcile.groups.told import predicate_of, sentence_at, told, value_place
from factcheck.sources.document import Block, Document
from factcheck.values import Comparison, compare, compare_names, compare_organisations
from factcheck.values.names import NameComparison

if TYPE_CHECKING:
    from factcheck.reconcile.rules.interface import Case

OWN_SUBJECTS = frozenset({"this article", "the article", "article"})
"""Subjects that mean another thing in every document."""
NO_SCOPE = frozenset({"count", "unit", "translation_of", "language", "attributed_to"})
"""Qualifiers that say how a claim was read and not what it holds for."""

_ARTICLE = re.compile(r"^(?:the|a|an|its|their|our)\s(?=[A-Z])", re.IGNORECASE)
_CLASS_WORD = re.compile(
    r"(?:(?<=[A-Za-z0-9])\s(?:model|system|data ?set|corpus|architecture|company|project)|"
    r"(?<=[A-Za-z0-9])\s?(?:模型|系统|数据集|公司|项目|モデル|システム|データセット|社))$"
)
_VERBS = (
    "has|had|is|was|uses|used|holds|held|contains|contained|comes|came|raised|reached|offers|"
    "offered|runs|ran|achieves|achieved|employs|employed|released|launched|sold|won|lost|grew|"
    "opened|trained|costs?|weighs|measures|needs|needed|reads|supports|supported"
)
_HEARSAY = re.compile(
    r"(?<![A-Za-z])(?:said to|thought to|believed to|reportedly|rumou?r\w{0,4}|allegedly|(?-i:may)|"
    r"might|could|would|perhaps|probably|expected to|plans? to|will)(?![A-Za-z])|"
    r"据说|据称|传闻|据传|可能|或许|也许|预计|将会|计划|らしい|とされ|かもしれ|という噂|見込み|予定|だろう|でしょう",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[。！？!?\n]|\.\s")
_MIXED = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{1,6}[a-z]{1,12}[A-Z][A-Za-z0-9-]{0,16}|"
    r"[A-Z][A-Za-z]{1,12}-\d[A-Za-z0-9.]{0,6}"
)
_SUBJECT_OF_VERB = re.compile(
    r"(?<=[a-z,] )(?:the )?([A-Z][A-Za-z]{2,20}) (?:has|have|had|holds?|held|won)(?![A-Za-z])"
)
_MARKED = re.compile(r"[A-Z][A-Za-z]{0,20}[A-Z0-9]|[a-z][A-Z]|[A-Za-z]-?\d")
_CLAUSE = re.compile(r"[,，。、；;：:]|的.{0,12}的|。")
_ARTICLE_FIELDS = frozenset({"publication_date", "publication_year", "license"})
_PAIR = 2
_LONG = 24
_OF_NAMES: Mapping[NameComparison, Comparison] = {
    "same": "equal", "possibly_same": "incomparable", "different": "contradicts",
}  # fmt: skip
_NAMELESS = "\0"
"""Marks groups of subjects that hold no name as names are written."""
_LINE = 200
_FULL_NAME = re.compile(r"[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){1,3}")
_CLAUSE_END = re.compile(r"[,，。、；;：:\n！？!?]|\.\s")
_FOUNDING = re.compile(
    r"(?<![A-Za-z])(?:was|were) (?:founded|established|incorporated)(?![A-Za-z])|"
    r"(?<!纪念)(?<!将)(?:成立(?:于|$|[。,，])|创立|创办|設立され|創業し|創業された|設立した)"
)
_NEAR_NAME = 12
"""Letters on each side of a name in which a size is that of its member."""
_SIZES = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        (
            "largest",
            r"(?<![A-Za-z])(?:largest|biggest)(?![A-Za-z])|最大(?:的|の|版|规模|模型)|最も大き",
        ),
        ("smallest", r"(?<![A-Za-z])smallest(?![A-Za-z])|最小(?:的|の|版|规模|模型)|最も小さ"),
        ("large", r"(?<![A-Za-z])(?:large|larger|big|bigger)(?![A-Za-z])|大型|大きい方|较大"),
        ("small", r"(?<![A-Za-z])(?:small|smaller)(?![A-Za-z])|小型|小さい方|较小"),
        ("medium", r"(?<![A-Za-z])(?:medium|mid-size[d]?)(?![A-Za-z])|中型"),
        ("tiny", r"(?<![A-Za-z])(?:tiny|mini|nano|lite)(?![A-Za-z])|迷你|超小型"),
    )
)
_GENERIC = re.compile(
    r"(?:it|they|we|he|she|this|that|these|those|the (?:model|models|paper|company|team|authors?|"
    r"study)|"
    r"该.{0,6}|这.{0,6}|它们?|他们?|她们?|我们|本.{0,4}|此.{0,4}|その.{0,6}|この.{0,6}|同社|我々|"
    r"これ.{0,2}|それ.{0,2})",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Witness:
    """A claim with the document that it stands in."""

    claim: Claim
    document: Document


@dataclass(frozen=True, kw_only=True)
class Group:
    """Claims that tell one thing of one name, whatever their predicates, times and scopes."""

    subject: str
    predicate: Predicate
    witnesses: tuple[Witness, ...]
    catalogue: Catalogue
    entities: EntityTable


def subject_key(entities: EntityTable, document: Document, subject: str) -> str:
    """The linked subject, folded; what a document says of itself stays with the document."""
    folded = fold(subject)
    if folded in OWN_SUBJECTS:
        return f"{document.name}\0{folded}"
    bare = _CLASS_WORD.sub("", _ARTICLE.sub("", subject.strip())).strip() or subject
    return fold(entities.canonical(bare))


def scope(claim: Claim) -> tuple[tuple[str, str], ...]:
    """The qualifiers that limit what the claim holds for."""
    return tuple((name, fold(value)) for name, value in claim.qualifiers if name not in NO_SCOPE)


def groups(case: Case) -> Iterator[Group]:
    """The groups of a case, ordered by name and topic."""
    found: dict[tuple[str, str], list[Witness]] = {}
    for witness, topic in comparable(case):
        name = name_key(case.catalogue, case.entities, witness)
        found.setdefault((name, topic), []).append(witness)
    for key in sorted(found):
        yield Group(subject=key[0], predicate=predicate_of(case.catalogue, key[1]),
                    witnesses=tuple(found[key]), catalogue=case.catalogue,
                    entities=case.entities)  # fmt: skip


def comparable(case: Case) -> Iterator[tuple[Witness, str]]:
    """The claims that can be compared, with what they tell. Hedged and negated claims, claims of
    records and of table rows, and what tells nothing known are left out."""
    for extraction in case.extractions:
        document = extraction.document
        if document.kind == "record":
            continue
        corrected = [(n.quote.start, n.quote.end) for n in extraction.notices
                     if n.kind == "correction" and n.wrong]  # fmt: skip
        for claim in extraction.claims:
            at = claim.quote.start
            if claim.modality not in ("asserted", "reported") or any(
                s <= at < e for s, e in corrected
            ):
                continue
            if claim.qualifier("role") == "citation" or _only_an_article(claim.value):
                continue
            block = document.block_at(at)
            if block is not None and (
                block.kind == "table_row" or _of_the_article(document, block, claim)
            ):
                continue
            topic = told(case.catalogue, claim, document.text)
            if topic and not _is_hearsay(document, claim):
                yield Witness(claim=claim, document=document), topic


def _of_the_article(document: Document, block: Block, claim: Claim) -> bool:
    """Whether a claim is a field of the article itself: its date or licence, in its first
    section."""
    if block.kind != "field" or claim.predicate not in _ARTICLE_FIELDS:
        return False
    section = document.section_at(block.start)
    return section is None or section.first == 0


def name_key(catalogue: Catalogue, entities: EntityTable, witness: Witness) -> str:
    """The name that a claim is about: that of its subject, else that of its sentence."""
    claim, document = witness.claim, witness.document
    folded = fold(claim.subject)
    if folded in OWN_SUBJECTS and catalogue.get(claim.predicate).about in ("article", "work"):
        low, high = sentence_at(document.text, claim.quote.start, claim.quote.end)
        return title_in(document.text[low:high]) or f"{document.name}\0{folded}"
    name = subject_name(entities, witness)
    if name is None or is_common(name, claim.language):
        start, end = value_place(claim)
        low, high = sentence_at(document.text, start, end)
        name = name_near(document.text, low, high, start, claim.language) or name
    return name.key if name is not None else _NAMELESS + subject_key(
        entities, document, claim.subject)  # fmt: skip


def subject_name(entities: EntityTable, witness: Witness) -> Name | None:
    """The name in a claim's subject; None for pronouns, descriptions and the article itself."""
    claim = witness.claim
    bare = claim.subject.strip()
    if fold(bare) in OWN_SUBJECTS or _GENERIC.fullmatch(bare):
        return None
    subject = entities.canonical(bare)
    language: Language = "en" if subject.isascii() else claim.language
    return name_of(subject, language, witness.document.text)


def own_claims(group: Group) -> Iterator[tuple[Predicate, tuple[Witness, ...]]]:
    """The claims of a group that have one and the same subject, predicate and scope in one
    document, where that predicate has one value."""
    found: dict[tuple[str, str, str, str], list[Witness]] = {}
    for witness in group.witnesses:
        claim, document = witness.claim, witness.document
        predicate = group.catalogue.get(_named_event(document, claim))
        if not predicate.functional or predicate.policy in ("none", "words", "title"):
            continue
        if claim.modality != "asserted" or not _names_something(group.entities, witness):
            continue
        if _of_another(group.entities, document, claim):
            continue
        subject = subject_key(group.entities, document, claim.subject)
        subject += _size(document, claim)
        key = (document.name, subject, predicate.name, repr(scope(claim)))
        found.setdefault(key, []).append(witness)
    for own, witnesses in sorted(found.items(), key=lambda item: item[0]):
        yield group.catalogue.get(own[2]), tuple(witnesses)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one document tells of the group's thing for one scope: the first claim of the one value
    that it gives."""

    witness: Witness
    scope: Scope


def told_once(group: Group) -> Iterator[Told]:
    """Per document and scope the value that is told, where it is one and no family of values; in
    the order of the documents."""
    found: dict[tuple[str, str, Scope], list[Witness]] = {}
    for witness in group.witnesses:
        claim, document = witness.claim, witness.document
        own = subject_name(group.entities, witness)
        named = own is not None and not is_common(own, claim.language)
        if named and _of_another(group.entities, document, claim):
            continue
        if group.subject.startswith(_NAMELESS) and not _names_something(group.entities, witness):
            continue
        skipped = NO_SCOPE | {"as_of", "of", "part"}
        key = (document.name, _size(document, claim), scope_of(claim, document.text, skipped))
        found.setdefault(key, []).append(witness)
    for (_, size, limits), witnesses in sorted(found.items(), key=lambda item: item[0][0]):
        values = distinct(group.predicate, tuple(witnesses))
        if len(values) == 1 and not _are_members(witnesses):
            sized = limits.limits | ({size} if size else set())
            yield Told(witness=values[0], scope=replace(limits, limits=frozenset(sized)))


def _named_event(document: Document, claim: Claim) -> str:
    """The predicate of a claim; a bare date whose own clause says that something was founded is
    the date of that."""
    if claim.predicate != "event_date":
        return claim.predicate
    text, quote = document.text, claim.quote
    start, end = max(0, quote.start - 60), min(len(text), quote.end + 24)
    cuts = [found.end() for found in _CLAUSE_END.finditer(text, start, quote.start)]
    stop = _CLAUSE_END.search(text, quote.end, end)
    clause = text[cuts[-1] if cuts else start : stop.start() if stop else end]
    return "founded" if _FOUNDING.search(clause) else claim.predicate


def _size(document: Document, claim: Claim) -> str:
    """Which member of a family is meant, where a word at the subject's name says so: the small
    Osprey and the large one are two subjects, the largest one is one in every sentence."""
    text, quote = document.text, claim.quote
    start = max(0, quote.start - 120)
    cuts = [found.end() for found in _BREAK.finditer(text, start, quote.start)]
    words = text[cuts[-1] if cuts else start : quote.end]
    bare = _ARTICLE.sub("", claim.subject.strip())
    at = words.casefold().find(bare.casefold())
    if not bare or at < 0:
        return ""
    near = words[max(0, at - _NEAR_NAME) : at + len(bare) + _NEAR_NAME]
    return "".join(f"\0{size}" for size, pattern in _SIZES if pattern.search(near))


def _names_something(entities: EntityTable, witness: Witness) -> bool:
    """Whether the subject is a name: a known one, the article or one of its headings, or words that
    the text writes with a capital wherever they stand."""
    claim, document = witness.claim, witness.document
    subject = _ARTICLE.sub("", claim.subject.strip())
    if _GENERIC.fullmatch(subject) or fold(claim.quote.exact) in fold(subject):
        return False
    if entities.link(subject) is not None or fold(subject) in OWN_SUBJECTS:
        return True
    if _line_at(document.text, document.text.find(subject)).startswith("#"):
        return True
    first = subject.split()[0] if subject.isascii() else ""
    if not first:
        return not _CLAUSE.search(subject) and len(subject) <= _LONG
    if _MARKED.search(subject):
        return len(subject) <= 2 * _LONG
    if not first[0].isupper():
        return False
    if claim.language in ("zh", "ja"):
        return True
    text, name = document.text, re.escape(first)
    if _FULL_NAME.fullmatch(subject) and _line_at(text, claim.quote.start)[:1].isalnum():
        return True
    if re.search(rf"(?<![A-Za-z]){re.escape(first.lower())}(?![A-Za-z])", text):
        return False
    return bool(re.search(rf"[a-z,] {name}(?![A-Za-z])", text)) or bool(
re.search(rf"{re.escape(subject)} (?:{_VERBS})(?![a-z])", text)
    )  # fmt: skip


def _is_hearsay(document: Document, claim: Claim) -> bool:
    """Whether the words before the value, in the same sentence, take it back or put it off."""
    start = max(0, claim.quote.start - 80)
    cuts = [found.end() for found in _BREAK.finditer(document.text, start, claim.quote.start)]
    return bool(_HEARSAY.search(document.text, cuts[-1] if cuts else start, claim.quote.end))


def _line_at(text: str, at: int) -> str:
    """The line around a place, of bounded length; empty where there is none."""
    if at < 0:
        return ""
    start = text.rfind("\n", max(0, at - _LINE), at) + 1
    return text[max(start, at - _LINE) : at + 1].lstrip()


def _of_another(entities: EntityTable, document: Document, claim: Claim) -> bool:
    """Whether another name stands nearer to the value than the subject does, in one sentence: it
    is then perhaps that other one's value (`A beats the 13B version of B`)."""
    text, quote = document.text, claim.quote
    start = max(0, quote.start - 120)
    cuts = [found.end() for found in _BREAK.finditer(text, start, quote.start)]
    start = cuts[-1] if cuts else start
    names = [(m.start, m.entity) for m in entities.mentions(text, start, quote.end)
             if m.kind in ("system", "organisation", "work")]  # fmt: skip
    names += [(m.start(), m.group()) for m in _MIXED.finditer(text, start, quote.end)]
    own = fold(entities.canonical(claim.subject))
    names += [(m.start(), m.group(1)) for m in _SUBJECT_OF_VERB.finditer(text, start, quote.end)]
    if not names:
        return False
    nearest = max(names)[1]
    return fold(nearest) not in own and own not in fold(nearest)


def _only_an_article(value: Value) -> bool:
    """Whether a count of one is a word (a, 一种) and so perhaps no count at all."""
    return isinstance(value, Quantity) and value.value == 1 and not any(
        letter.isdigit() for letter in value.as_written
    )  # fmt: skip


def distinct(predicate: Predicate, witnesses: tuple[Witness, ...]) -> list[Witness]:
    """One witness per value; what agrees with an earlier one (equal, rounded, more precise) is the
    same value."""
    kept: list[Witness] = []
    for witness in sorted(witnesses, key=_place):
        if all(relation(predicate, witness.claim.value, other.claim.value) == "contradicts"
               for other in kept):  # fmt: skip
            kept.append(witness)
    return kept


def relation(predicate: Predicate, one: Value, other: Value) -> Comparison:
    """How two values of a predicate relate. Neighbouring years of a publication are no
    contradiction: a preprint has one and its venue the next. Names contradict where they are
    surely two."""
    if isinstance(one, Year) and isinstance(other, Year) and predicate.policy == "year":
        apart = abs(one.value - other.value)
        return "equal" if apart == 0 else "rounding" if apart == 1 else "contradicts"
    named = predicate.functional and predicate.policy in ("names", "organisation")
    if named and isinstance(one, Entity) and isinstance(other, Entity):
        return _names_relate(predicate, one.value, other.value)
    return compare(one, other)


def _names_relate(predicate: Predicate, one: str, other: str) -> Comparison:
    if predicate.policy == "names":
        return _OF_NAMES[compare_names(one, other)]
    verdict = compare_organisations(one, other)
    if verdict == "possibly_same" and one.isascii() != other.isascii():
        verdict = compare_names(one, other)
    if verdict == "different" and is_country(one) != is_country(other):
        return "incomparable"
    return _OF_NAMES[verdict]


def is_family(witnesses: tuple[Witness, ...]) -> bool:
    """Whether the claims give several members of a family: a list or a range among them, or more
    than two different values."""
    if any(isinstance(w.claim.value, QuantityList | Range) for w in witnesses):
        return True
    return len({w.claim.value.key() for w in witnesses}) > 2


def _are_members(witnesses: Sequence[Witness]) -> bool:
    """Whether the values of one document are those of several members: a list, from one to
    another, or more than two. At least so many is one value."""
    values = [witness.claim.value for witness in witnesses]
    return (
        any(
            isinstance(value, QuantityList)
            or (isinstance(value, Range) and value.min is not None and value.max is not None)
            for value in values
        )
        or len({value.key() for value in values}) > _PAIR
    )


def _place(witness: Witness) -> tuple[str, int, int, str]:
    quote = witness.claim.quote
    return (quote.source, quote.start, quote.end, witness.claim.id)

"""What an article says: checkable claims, and the corrections that it notes itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, Self

from factcheck.model.evidence import Language, Quote
from factcheck.model.identity import Json, check, check_choice, digest, fold
from factcheck.model.values import Value, value_from_dict, value_identity

Modality = Literal["asserted", "reported", "hedged", "negated"]
NoticeKind = Literal["correction", "omission", "retraction", "update", "disclaimer", "placeholder"]

Qualifiers = tuple[tuple[str, str], ...]


def qualifiers(values: Mapping[str, str] | None = None, **more: str) -> Qualifiers:
    """Qualifiers as a claim holds them: sorted pairs of name and words."""
    return tuple(sorted({**(values or {}), **more}.items()))


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Subject, predicate and typed value, tied to its exact words. `subject` is the surface form
    in the text (links to entities live apart). `extractor` is `name@version`, or `person:NAME`
    for a claim logged by hand. `ordinal` counts claims that agree in source, subject, predicate
    and folded words, in text order, so that each has a key of its own."""

    subject: str
    predicate: str
    value: Value
    quote: Quote
    extractor: str
    language: Language = "und"
    qualifiers: Qualifiers = ()
    modality: Modality = "asserted"
    ordinal: int = 0

    def __post_init__(self) -> None:
        check(bool(self.subject.strip()), "claim", "it has no subject")
        check(bool(self.predicate), "claim", "it has no predicate")
        check(bool(self.extractor), "claim", "it names no extractor")
        check_choice(self.modality, Modality, "claim", "modality")
        check_choice(self.language, Language, "claim", "language")
        check(self.qualifiers == tuple(sorted(self.qualifiers)), "claim", "qualifiers unsorted")

    @property
    def source(self) -> str:
        return self.quote.source

    @property
    def value_identity(self) -> Json:
        """What its value is for digests. Not kept: it weighs as much as the claim itself."""
        return value_identity(self.value)

    @cached_property
    def id(self) -> str:
        """Digest of all fields: a claim that differs in anything is another claim."""
        return digest(
            "claim", self.subject, self.predicate, self.value_identity,
            self.quote.to_dict(), self.extractor, self.language, self.qualifiers,
            self.modality, self.ordinal,
        )  # fmt: skip

    @cached_property
    def key(self) -> str:
        """What rulings bind to: survives moved text, another extractor and a re-read value."""
        return digest("claim-key", self.source, fold(self.subject), self.predicate,
                      fold(self.quote.exact), self.ordinal)  # fmt: skip

    def qualifier(self, name: str) -> str | None:
        return dict(self.qualifiers).get(name)

    def to_dict(self) -> Json:
        return {
            "subject": self.subject, "predicate": self.predicate, "value": self.value.to_dict(),
            "quote": self.quote.to_dict(), "extractor": self.extractor,
            "language": self.language, "qualifiers": dict(self.qualifiers),
            "modality": self.modality, "ordinal": self.ordinal,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(**{
            **data, "value": value_from_dict(data["value"]),
            "quote": Quote.from_dict(data["quote"]), "qualifiers": qualifiers(data["qualifiers"]),
        })  # fmt: skip


def number_claims(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in text order, with ordinals that make every key unique."""
    seen: dict[tuple[str, str, str, str], int] = {}
    numbered = []
    for claim in sorted(claims, key=lambda c: (c.source, c.quote.start, c.quote.end, c.predicate,
                                               c.subject, c.value.key(), c.extractor)):  # fmt: skip
        place = (claim.source, fold(claim.subject), claim.predicate, fold(claim.quote.exact))
        ordinal = seen.get(place, 0)
        numbered.append(claim if claim.ordinal == ordinal else replace(claim, ordinal=ordinal))
        seen[place] = ordinal + 1
    return numbered


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A correction that an article itself notes. `target` is what was wrong, `target_source` who
    erred, in the article's words; `wrong` and `right` only where stated, never invented."""

    kind: NoticeKind
    quote: Quote
    target: str | None = None
    target_source: str | None = None
    wrong: str | None = None
    right: str | None = None
    date: str | None = None
    extractor: str = ""

    def __post_init__(self) -> None:
        check_choice(self.kind, NoticeKind, "notice", "kind")

    @property
    def source(self) -> str:
        return self.quote.source

    @cached_property
    def id(self) -> str:
        return digest("notice", self.to_dict())

    def to_dict(self) -> Json:
        return {
            "kind": self.kind, "quote": self.quote.to_dict(), "target": self.target,
            "target_source": self.target_source, "wrong": self.wrong, "right": self.right,
            "date": self.date, "extractor": self.extractor,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(**{**data, "quote": Quote.from_dict(data["quote"])})

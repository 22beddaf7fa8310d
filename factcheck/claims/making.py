"""Makes claims from places in a text, so that every extractor fills the same fields alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from factcheck.claims.modality import modality_of
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Entity, EntityList, Modality, Qualifiers, Value, qualifiers

REACH = 600
"""Characters before and behind a claim in which words for its modality are looked for."""
_JOINT = re.compile(
    r"(?<![A-Za-z])(?:and|but|or|which|that|who|while|although|because|than|as)(?![A-Za-z])|;"
)


@dataclass(frozen=True, kw_only=True)
class Maker:
    """Makes the claims of one extractor for one reading. Equal subjects and equal qualifiers are
    made once and shared: a long text has many claims on few things."""

    reading: Reading
    extractor: str
    _subjects: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _qualifiers: dict[Qualifiers, Qualifiers] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def claim(self, subject: str, predicate: str, value: Value | None, span: tuple[int, int], *,
              modality: Modality | None = None,
              more: Mapping[str, str] | None = None) -> Claim | None:  # fmt: skip
        """A claim that quotes `span`, None where it has no value or no subject, or the span is
        empty or outside the body. The modality is read from the words unless given."""
        start, end = self._trimmed(*span)
        document = self.reading.document
        block = document.block_at(start) if start < end else None
        if block is None or block.zone != "body" or value is None or not subject.strip():
            return None
        if modality is None:
            words, before = self._said(start, end)
            modality = modality_of(words, block, before=before)
        subject, qualified = " ".join(subject.split()), qualifiers(more)
        return Claim(
            subject=self._subjects.setdefault(subject, subject), predicate=predicate, value=value,
            quote=document.quote(start, end), extractor=self.extractor, language=block.language,
            qualifiers=self._qualifiers.setdefault(qualified, qualified), modality=modality,
        )  # fmt: skip

    def _said(self, start: int, end: int) -> tuple[str, str]:
        """The words that tell the modality of what `text[start:end]` says: its clause, in English
        up to a joint behind it, and the words of the sentence in front of the clause."""
        text = self.text
        clause = self.reading.clause_at(start)
        if clause is None:
            return text[start:end], ""
        whole = max(min(start, clause.whole), start - REACH)
        stop = min(max(end, clause.end), end + REACH)
        if clause.language == "en":
            joint = _JOINT.search(text, end, stop)
            stop = joint.start() if joint else stop
        sentence = self.reading.sentences[clause.sentence]
        return text[whole:stop], text[max(sentence.start, whole - REACH) : whole]

    def made(self, subject: str, predicate: str, value: Value | None, span: tuple[int, int], *,
             modality: Modality | None = None,
             more: Mapping[str, str] | None = None) -> Iterator[Claim]:  # fmt: skip
        """The claim of `claim`, or nothing: for `yield from`."""
        claim = self.claim(subject, predicate, value, span, modality=modality, more=more)
        if claim is not None:
            yield claim

    @property
    def text(self) -> str:
        return self.reading.document.text

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self.reading.document.text
        end = min(end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, end


_SURROUNDING = re.compile(r"^(?:the |了|新的|原)\s?|(?:公司|集团|社)$")


_DESCRIBED = re.compile(
    r"(?:会社|企業|公司|企业|スタートアップ|新興|初创|机构|組織|团队)(?:の|"
    r"的)?\s?(?P<name>[A-Z][A-Za-z0-9.&' -]{1,40})$"
)


def organisation_named(reading: Reading, words: str) -> str:
    """The organisation that words name: its canonical name where the link is certain, else the
    words without article and company suffix."""
    bare = words.strip().strip(' 的“”"「」《》')
    link = reading.entities.link(bare)
    if link is not None:
        return link.entity
    bare = _SURROUNDING.sub("", bare).strip(" 的")
    described = _DESCRIBED.search(bare)
    if described:
        return reading.entities.canonical(described["name"])
    known = reading.entities.mentions(bare)
    if (
        known
        and known[0].start == 0
        and known[0].kind in ("organisation", "place")
        and (known[0].end == len(bare) or not bare.isascii())
    ):
        return known[0].entity
    return bare


def entity(words: str) -> Entity | None:
    """The named thing, None where nothing is left of the name."""
    return Entity(value=words.strip()) if words.strip() else None


def entities(names: tuple[str, ...], *, complete: bool = False) -> Entity | EntityList | None:
    """One named thing or several, None where there is none. Doubles are left out."""
    kept = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    if not kept:
        return None
    return Entity(value=kept[0]) if len(kept) == 1 else EntityList(values=kept, complete=complete)

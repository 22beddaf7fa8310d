"""Which other claims speak on the matter of a conflict, and with which side they agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.model import Agreement, Claim, Conflict, fold
from factcheck.reports.anchors import side_label
from factcheck.reports.contents import Witness
from factcheck.reports.passages import Places
from factcheck.reports.value_words import value_words
from factcheck.reports.wording import RELATIONS

WITNESS_LIMIT = 8
"""Witnesses shown with one finding; the others are counted."""

Topic = tuple[str, str]


def topic(claim: Claim) -> Topic:
    """What a claim is about: its folded subject and its predicate."""
    return fold(claim.subject), claim.predicate


class Testimony:
    """All claims of a ledger by topic, the best witnesses first: by rank, then by date, oldest
    first, then by place."""

    def __init__(
        self, claims: Iterable[Claim], agreements: Iterable[Agreement], places: Places
    ) -> None:
        self._places = places
        self.by_topic: dict[Topic, list[Claim]] = {}
        for claim in sorted(claims, key=self._standing):
            self.by_topic.setdefault(topic(claim), []).append(claim)
        self._relations: dict[str, dict[int, str]] = {}
        for index, agreement in enumerate(agreements):
            for identity in agreement.claims:
                self._relations.setdefault(identity, {})[index] = agreement.relation

    def about(
        self, conflict: Conflict, claims: Mapping[str, Claim]
    ) -> tuple[tuple[Witness, ...], int]:
        """The first witnesses on the conflict's matter apart from its own sides, and how many
        there are in all."""
        sides = {s.claim: i for i, s in enumerate(conflict.sides) if s.claim in claims}
        own = {claims[identity].id: i for identity, i in sides.items() if identity}
        topics = sorted({topic(claims[identity]) for identity in own})
        heard = tuple(self._others(topics, own, conflict))
        total = sum(len(self.by_topic.get(t, ())) for t in topics) - len(own)
        return heard, max(total, len(heard))

    def _others(
        self, topics: Iterable[Topic], own: Mapping[str, int], conflict: Conflict
    ) -> Iterator[Witness]:
        left = WITNESS_LIMIT
        for claim in (c for t in topics for c in self.by_topic.get(t, ())):
            if claim.id in own or any(s.quote == claim.quote for s in conflict.sides):
                continue
            if left == 0:
                return
            left -= 1
            yield self._witness(claim, own)

    def _witness(self, claim: Claim, own: Mapping[str, int]) -> Witness:
        source = self._places.sources.get(claim.source)
        label, relation = self._agreement(claim, own)
        return Witness(
            passage=self._places.passage(claim.quote), subject=claim.subject,
            predicate=claim.predicate, value=value_words(claim.value), agrees_with=label,
            relation=relation, published=source.published if source else "",
            rank=source.rank if source else 0,
        )  # fmt: skip

    def _agreement(self, claim: Claim, own: Mapping[str, int]) -> tuple[str, str]:
        mine = self._relations.get(claim.id, {})
        for identity, index in sorted(own.items(), key=lambda pair: pair[1]):
            shared = sorted(mine.keys() & self._relations.get(identity, {}).keys())
            if shared:
                return side_label(index), RELATIONS.get(mine[shared[0]], "")
        return "", ""

    def _standing(self, claim: Claim) -> tuple[object, ...]:
        source = self._places.sources.get(claim.source)
        rank, published = (source.rank, source.published) if source else (0, "")
        return (-rank, published or "9999", claim.source, claim.quote.start, claim.id)

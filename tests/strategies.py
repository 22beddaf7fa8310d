"""Hypothesis strategies for every record, shared by the suites that round-trip them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, get_args

from hypothesis import strategies as st

from factcheck.model import (
    SEVERITIES,
    Agreement,
    Claim,
    Conflict,
    ConflictKind,
    Correction,
    Coverage,
    Date,
    Decision,
    Entity,
    EntityList,
    Identifier,
    Language,
    Modality,
    Notice,
    NoticeKind,
    Quantity,
    QuantityList,
    Quote,
    Range,
    Relation,
    Side,
    Skipped,
    Snapshot,
    Source,
    SourceKind,
    Suggestion,
    Tally,
    Text,
    Year,
    qualifiers,
    sha256,
)

SURROGATES: tuple[Literal["Cs"], ...] = ("Cs",)
words = st.text(
    alphabet=st.characters(exclude_categories=SURROGATES, exclude_characters="\x00"), min_size=1
).filter(lambda text: bool(text.strip()))
numbers = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=Decimal("-1e28"), max_value=Decimal("1e28"),
    places=6,
)  # fmt: skip
units = st.sampled_from([None, "parameter", "byte", "percent", "USD"])
languages = st.sampled_from(get_args(Language))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, value, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    return Quantity(
        value=value, low=low, high=high, unit=draw(units), dimension="count",
        approx=draw(st.booleans()), as_written=draw(words),
    )  # fmt: skip


ranges = st.builds(
    Range, min=numbers, max=st.none() | numbers, unit=units, dimension=st.just("count"),
    min_inclusive=st.booleans(), max_inclusive=st.booleans(), approx=st.booleans(),
    as_written=words,
)  # fmt: skip
values = st.one_of(
    quantities(),
    ranges,
    st.builds(QuantityList, values=st.lists(numbers, min_size=1, max_size=4).map(tuple),
              unit=units, dimension=st.none(), as_written=words),
    st.builds(Date, value=st.sampled_from(["2024-07-31", "2021-12", "2024-07-31T19:13:07Z"]),
              reference=st.none() | st.just("2024-01-01"), as_written=words),
    st.builds(Year, value=st.integers(1, 9999), as_written=words),
    st.builds(Entity, value=words),
    st.builds(EntityList, values=st.lists(words, min_size=1, max_size=4).map(tuple),
              complete=st.booleans()),
    st.builds(Identifier, scheme=st.sampled_from(["arxiv", "doi", "url"]), value=words,
              as_written=words),
    st.builds(Text, value=words),
)  # fmt: skip

snapshots = st.builds(
    Snapshot, source=words, sha256=st.binary().map(sha256), text=words, reader=st.just("text@1"),
    media_type=st.just("text/plain"), retrieved_at=st.just("2026-01-05T08:00:00.000000Z"),
)  # fmt: skip


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    snapshot = draw(snapshots)
    start = draw(st.integers(0, len(snapshot.text) - 1))
    end = draw(st.integers(start + 1, len(snapshot.text)))
    return Quote.of(snapshot, start, end)


sources = st.builds(
    Source, slug=words, title=words, kind=st.sampled_from(get_args(SourceKind)),
    language=languages, publisher=words, url=words, published=st.just("2024-08-04"),
    licence=words, rank=st.integers(0, 9),
    relations=st.just((("translation_of", "original"), ("corrects", "other"))),
)  # fmt: skip
claims = st.builds(
    Claim, subject=words, predicate=st.just("parameter_count"), value=values, quote=quotes(),
    extractor=st.just("quantities@1"), language=languages,
    qualifiers=st.dictionaries(words, words, max_size=3).map(qualifiers),
    modality=st.sampled_from(get_args(Modality)), ordinal=st.integers(0, 3),
)  # fmt: skip
notices = st.builds(
    Notice, kind=st.sampled_from(get_args(NoticeKind)), quote=quotes(), target=st.none() | words,
    target_source=st.none() | words, wrong=st.none() | words, right=st.none() | words,
    date=st.none() | st.just("2024-08-04"), extractor=st.just("notices@1"),
)  # fmt: skip
sides = st.builds(Side, quote=quotes(), claim=st.none() | words, role=words, reading=words)
suggestions = st.builds(Suggestion, quote=quotes(), replacement=words)
conflicts = st.builds(
    Conflict, code=st.just("FC301"), kind=st.sampled_from(get_args(ConflictKind)),
    severity=st.sampled_from(SEVERITIES),
    sides=st.lists(sides, min_size=1, max_size=2).map(tuple), message=words,
    explanation=st.lists(words, max_size=2).map(tuple), suggestion=st.none() | suggestions,
    confidence_percent=st.integers(0, 100), rule=st.just("FC301@1"), section=words,
    ordinal=st.integers(0, 3),
)  # fmt: skip
agreements = st.builds(
    Agreement, claims=st.lists(words, min_size=2, max_size=4).map(tuple),
    relation=st.sampled_from(get_args(Relation)),
)  # fmt: skip
plain_json = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
decisions = st.builds(
    Decision, at=st.just("2026-01-05T08:00:00.000000Z"), actor=words, kind=st.just("decide"),
    object=words, actor_kind=st.sampled_from(["human", "machine", "import"]),
    body=st.dictionaries(words, plain_json, max_size=3), reason=words,
)  # fmt: skip
corrections = st.builds(
    Correction, target=quotes(), replacement=words.map(lambda text: text + "+"), rationale=words,
    evidence=st.lists(quotes(), max_size=1).map(tuple), conflict=st.none() | words,
).filter(lambda correction: correction is not None)  # fmt: skip
tallies = st.builds(
    Tally, found=st.integers(0, 99), claimed=st.integers(0, 99),
    set_aside=st.dictionaries(words, st.integers(0, 9), max_size=2).map(
        lambda reasons: tuple(sorted(reasons.items()))),
)  # fmt: skip
coverages = st.builds(
    Coverage, body_characters=st.integers(0, 999), furniture_characters=st.integers(0, 999),
    numbers=tallies, dates=tallies, identifiers=tallies, names=tallies,
    notes=st.lists(words, max_size=2).map(tuple),
)  # fmt: skip
skips = st.builds(Skipped, source=words, reason=words)

RECORDS = (
    sources, snapshots, quotes(), claims, notices, sides, suggestions, conflicts, agreements,
    decisions, corrections, coverages, skips,
)  # fmt: skip
"""One strategy per record type of the model."""

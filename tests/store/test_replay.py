"""Any sequence of changes: the tables are what the log says, and what a clean store would hold."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Decision
from factcheck.store import Piece, Reader, Store, Writer, open_store, put_pieces, verify
from tests.store.sample import ACTING, AT, article, quarrel

slugs = st.sampled_from(["daily", "weekly", "monthly"])
years = st.sampled_from([2018, 2019, 2020])
step = st.one_of(
    st.tuples(st.just("put"), slugs, years),
    st.tuples(st.just("withdraw"), slugs, years),
    st.tuples(st.just("reconcile"), slugs, years),
    st.tuples(st.just("decide"), slugs, years),
    st.tuples(st.just("catalogue"), slugs, years),
)


def reconcile(writer: Writer) -> None:
    """Every two claims with different years quarrel."""
    claims = writer.claims()
    conflicts = {}
    for number, left in enumerate(claims):
        for right in claims[number + 1 :]:
            if left.value != right.value:
                conflict = quarrel(left, right)
                conflicts[conflict.fingerprint] = conflict
    put_pieces(writer, {"all": Piece(inputs="", conflicts=tuple(conflicts.values()))}, {"all"})


def apply(store: Store, kind: str, slug: str, year: int) -> None:
    with store.write(ACTING) as writer:
        if kind == "put":
            writer.put(article(slug, f"Ossia {year}"))
        elif kind == "withdraw":
            writer.withdraw(slug)
        elif kind == "reconcile":
            reconcile(writer)
        elif kind == "catalogue":
            writer.put_catalogue({slug: str(year)})
        else:
            writer.put_decision(Decision(at=AT, actor=slug, kind="comment", object=str(year)))


def state(reader: Reader) -> list[object]:
    return [
        reader.sources(), reader.claims(), reader.notices(), reader.conflicts(),
        reader.agreements(), reader.decisions(), reader.coverage(), reader.catalogue(),
    ]  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(st.lists(step, max_size=14))
def test_any_sequence_replays_and_ends_where_a_clean_store_ends(
    steps: list[tuple[str, str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with open_store(f"sqlite:///{Path(folder, 'lived.db')}") as store:
            for kind, slug, year in steps:
                apply(store, kind, slug, year)
            with store.write(ACTING) as writer:
                reconcile(writer)
            with store.read() as reader:
                found = verify(reader)
                lived = state(reader)
                current = {slug: claim.quote.exact for claim in reader.claims()
                           for slug in [claim.source]}  # fmt: skip
                catalogue, decisions = reader.catalogue(), reader.decisions()
        assert found.ok, found.problems
        with open_store(f"sqlite:///{Path(folder, 'clean.db')}") as store:
            with store.write(ACTING) as writer:
                for slug, year_words in sorted(current.items(), reverse=True):
                    writer.put(article(slug, f"Ossia {year_words}"))
                for decision in reversed(decisions):
                    writer.put_decision(decision, imported=True)
                writer.put_catalogue(catalogue)
                reconcile(writer)
            with store.read() as reader:
                assert state(reader) == lived

"""Reconciling group by group: the same as all at once, whatever came before and in any order."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from factcheck.claims import extract, load_catalogue, load_entities
from factcheck.model import Claim, Quantity, Quote, Snapshot, Source, number_claims, sha256
from factcheck.reconcile import Case, reconcile
from factcheck.reconcile.groups.grouping import Witness
from factcheck.reconcile.groups.placing import Judge, Placement, group_name, place
from factcheck.sources import read_text
from factcheck.sources.document import Document
from factcheck.store import ByHand, Intake, Reader, Store, open_store, verify
from factcheck.store.reconciling import reconcile_groups
from factcheck.store.rows import table
from tests.store.sample import ACTING

ROOT = Path(__file__).parent.parent.parent
CATALOGUE = load_catalogue()
JUDGES = {"all": Judge(CATALOGUE, select=["FC101", "FC201"]),
          "across": Judge(CATALOGUE, select=["FC201"])}  # fmt: skip
Said = list[tuple[str, int]]


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with open_store(database) as opened:
        yield opened


def page(slug: str, said: Said, links: Mapping[str, str]) -> Intake:
    """An article that gives a number of parameters for each name, and where they are compared."""
    text = "".join(f"{name} has {count} parameters. " for name, count in said) or "Nothing."
    snapshot = Snapshot(source=slug, sha256=sha256(text.encode()), text=text, reader="text@1")
    claims, at = [], 0
    for name, count in said:
        start = text.index(str(count), at)
        at = start + len(str(count))
        claims.append(Claim(
            subject=name, predicate="parameter_count", quote=Quote.of(snapshot, start, at),
            value=Quantity(value=Decimal(count), unit="parameter"), extractor="numbers@1",
        ))  # fmt: skip
    numbered = tuple(number_claims(claims))
    placed = {c.id: Placement(group_name(links.get(c.subject, c.subject), c.predicate))
              for c in numbered}  # fmt: skip
    return Intake(source=Source(slug=slug), snapshot=snapshot, claims=numbered, placements=placed)


def put(store: Store, *intakes: Intake) -> None:
    with store.write(ACTING) as writer:
        for intake in intakes:
            writer.put(intake)


def settle(store: Store, judge: str = "all", full: bool = False) -> bool:
    """Reconcile. Returns whether anything changed."""
    with store.write(ACTING) as writer:
        return bool(reconcile_groups(writer, JUDGES[judge], full=full))


def state(reader: Reader) -> tuple[object, ...]:
    """The conflicts, and of which group each came."""
    kept, rows, groups = table("group_conflicts"), table("conflicts"), table("groups")
    query = select(rows.c.fingerprint, groups.c.text, kept.c.family)
    query = query.join(kept, kept.c.conflict_id == rows.c.id)
    query = query.join(groups, kept.c.group_id == groups.c.id)
    return reader.conflicts(), sorted(map(tuple, reader.connection.execute(query)))


def state_of(store: Store) -> tuple[object, ...]:
    with store.read() as reader:
        return state(reader)


names, counts = st.sampled_from(["Heron", "Egret", "Stork"]), st.sampled_from([100, 250, 700])
slugs = st.sampled_from(["daily", "weekly", "monthly"])
step = st.one_of(
    st.tuples(st.just("put"), slugs, st.lists(st.tuples(names, counts), max_size=4)),
    st.tuples(st.just("withdraw"), slugs, st.none()),
    st.tuples(st.just("link"), names, names),
    st.tuples(st.just("judge"), st.sampled_from(sorted(JUDGES)), st.none()),
    st.tuples(st.just("reconcile"), st.none(), st.none()),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(step, max_size=16))
def test_after_any_changes_the_touched_groups_give_what_all_groups_give(
    steps: list[tuple[str, str, object]],
) -> None:
    said: dict[str, Said] = {}
    links: dict[str, str] = {}
    judge = "all"
    with tempfile.TemporaryDirectory() as folder:
        with open_store(f"sqlite:///{Path(folder, 'lived.db')}") as store:
            for kind, one, other in steps:
                if kind == "put":
                    said[one] = other  # type: ignore[assignment]
                    put(store, page(one, said[one], links))
                elif kind == "withdraw":
                    said.pop(one, None)
                    with store.write(ACTING) as writer:
                        writer.withdraw(one)
                elif kind == "link":
                    links[one] = str(other)
                    put(store, *[page(slug, told, links) for slug, told in said.items()])
                elif kind == "judge":
                    judge = one
                else:
                    settle(store, judge)
            settle(store, judge)
            lived = state_of(store)
            assert not settle(store, judge, full=True)
            assert state_of(store) == lived
            with store.read() as reader:
                found = verify(reader)
            assert found.ok, found.problems
        with open_store(f"sqlite:///{Path(folder, 'clean.db')}") as store:
            put(store, *[page(slug, told, links) for slug, told in sorted(said.items())])
            settle(store, judge, full=True)
            assert state_of(store) == lived


def test_two_articles_that_disagree_and_then_agree(store: Store) -> None:
    put(store, page("weekly", [("Heron", 100)], {}), page("daily", [("Heron", 700)], {}))
    settle(store)
    with store.read() as reader:
        assert [c.code for c in reader.conflicts()] == ["FC201"]
    put(store, page("daily", [("Heron", 100)], {}))
    assert settle(store)
    with store.read() as reader:
        assert reader.conflicts() == []
    assert not settle(store)


def test_a_link_brings_two_groups_together_and_its_end_parts_them(store: Store) -> None:
    said: dict[str, Said] = {"daily": [("Heron", 100)], "weekly": [("Egret", 700)]}
    together = {"Heron": "Bird", "Egret": "Bird"}
    for links, expected in (({}, 0), (together, 1), ({}, 0)):
        put(store, *[page(slug, told, links) for slug, told in said.items()])
        settle(store)
        with store.read() as reader:
            assert len(reader.conflicts()) == expected
            assert verify(reader).ok


def test_only_the_touched_groups_are_judged(store: Store) -> None:
    class Counting(Judge):
        seen: list[str]

        def judge(self, name: str, witnesses):  # type: ignore[no-untyped-def]
            self.seen.append(name)
            return super().judge(name, witnesses)

    counting = Counting(CATALOGUE, select=["FC201"])
    for number in range(30):
        put(store, *[page(f"{slug}-{number}", [(f"Heron-{number}", count)], {})
                     for slug, count in (("daily", 100), ("weekly", 700))])  # fmt: skip
    for expected in (30, 0, 1):
        counting.seen = []
        if expected == 1:
            put(store, page("monthly", [("Heron-3", 250)], {}))
        with store.write(ACTING) as writer:
            reconcile_groups(writer, counting)
        assert len(counting.seen) == expected


def test_a_reconcile_that_fails_leaves_what_was_there(store: Store) -> None:
    put(store, page("weekly", [("Heron", 100)], {}), page("daily", [("Heron", 700)], {}))
    settle(store)
    before = state_of(store)

    class Failing(Judge):
        def judge(self, name: str, witnesses):  # type: ignore[no-untyped-def]
            raise KeyboardInterrupt

    put(store, page("daily", [("Heron", 250)], {}))
    with pytest.raises(KeyboardInterrupt), store.write(ACTING) as writer:
        reconcile_groups(writer, Failing(CATALOGUE, select=["FC101", "FC201"]))
    assert state_of(store) == before
    settle(store)
    clean = state_of(store)
    assert clean != before
    settle(store, full=True)
    assert state_of(store) == clean


def test_a_killed_reconcile_leaves_what_was_there_and_can_be_run_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'factcheck.db'}"
    with open_store(url) as store:
        put(store, page("weekly", [("Heron", 100)], {}), page("daily", [("Heron", 700)], {}))
        settle(store)
        before = state_of(store)
        put(store, *[page(f"{slug}-{n}", [(f"Egret-{n}", count)], {}) for n in range(300)
                     for slug, count in (("daily", 100), ("weekly", 700))])  # fmt: skip
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.store.reconciling_program", url],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert program.stdout is not None
    for _ in range(150):
        assert program.stdout.readline() not in ("", "done\n")
    program.kill()
    program.wait()
    program.stdout.close()
    with open_store(url) as store:
        assert state_of(store) == before
        settle(store)
        again = state_of(store)
        with store.read() as reader:
            assert len(reader.conflicts()) == 301
            assert verify(reader).ok
        assert not settle(store, full=True)
        assert state_of(store) == again


TEXTS = {
    "en": "# Heron-12\n\nHeron-12 has 280 billion parameters. It was trained in 2021.\n\n"
    "## Later\n\nHeron-12 has 28 billion parameters, and Egret-3 has 7 billion parameters.\n",
    "other": "Egret-3 has 70 billion parameters. Heron-12 has 280 billion parameters.\n",
    "third": "Egret-3 has 7 billion parameters. Stork-1 has 13 billion parameters.\n",
}


def test_groups_in_the_store_give_what_a_reconcile_in_memory_gives(store: Store) -> None:
    entities = load_entities()
    extractions = [extract(read_text(text, name), CATALOGUE, entities)
                   for name, text in TEXTS.items()]  # fmt: skip
    whole = reconcile(extractions, select=["FC101", "FC201"])
    assert {c.code for c in whole.conflicts} == {"FC101", "FC201"}
    for extraction in extractions:
        alone = Case(extractions=(extraction,), catalogue=CATALOGUE, entities=entities)
        snapshot = extraction.document.snapshot
        put(store, Intake(source=Source(slug=snapshot.source), snapshot=snapshot,
                          claims=extraction.claims, placements=place(alone)))  # fmt: skip
    settle(store)
    with store.read() as reader:
        assert sorted(reader.conflicts(), key=lambda c: c.fingerprint) == sorted(
            whole.conflicts, key=lambda c: c.fingerprint)  # fmt: skip


LOUD = ("# Notes\n\nHeron-12 has 280 billion parameters. Heron-12 comes in three sizes.\n\n"
        "Heron-12 has 28 billion parameters.\n")  # fmt: skip
HUSHED = "<!-- factcheck: ignore-file FC101 -->\n\n" + LOUD


def read(store: Store, texts: Mapping[str, str]) -> object:
    """Take in these articles as a run does, reconcile, and say what stands."""
    for slug, text in texts.items():
        extraction = extract(read_text(text, slug), CATALOGUE, load_entities())
        alone = Case(extractions=(extraction,), catalogue=CATALOGUE, entities=load_entities())
        put(store, Intake(source=Source(slug=slug), snapshot=extraction.document.snapshot,
                          claims=extraction.claims, placements=place(alone)))  # fmt: skip
    settle(store)
    with store.read() as reader:
        assert verify(reader).ok
        return sorted(c.code for c in reader.conflicts())


def test_what_a_comment_silences_does_not_stand_until_the_comment_goes(store: Store) -> None:
    assert read(store, {"weekly": LOUD}) == ["FC101"]
    assert read(store, {"weekly": HUSHED}) == []
    assert not settle(store, full=True)
    assert read(store, {"weekly": LOUD}) == ["FC101"]


def test_one_finding_of_two_groups_stands_once_and_passes_to_the_other(store: Store) -> None:
    """The same words tell two things: the second finding is a repeat until the first is gone."""
    left = page("left", [("Heron", 100)], {})
    right = page("right", [("Heron", 700)], {})

    def placed(intake: Intake, *predicates: str) -> Intake:
        (claim,) = intake.claims
        claims = {
            name: replace(claim, predicate=name) for name in ("page_count", "parameter_count")
        }
        places = {claims[name].id: Placement(group_name("Heron", name)) for name in predicates}
        return replace(intake, claims=tuple(claims.values()), placements=places)

    put(store, *[placed(each, "page_count", "parameter_count") for each in (left, right)])
    settle(store)
    with store.read() as reader:
        (first,) = reader.conflicts()
        assert "Page count" in first.message
    assert not settle(store, full=True)
    put(store, placed(left, "parameter_count"))  # in one article it is no number of pages
    assert settle(store)
    with store.read() as reader:
        (second,) = reader.conflicts()
        assert second.fingerprint == first.fingerprint and "Parameter count" in second.message
        assert verify(reader).ok
    assert not settle(store, full=True)


def test_a_claim_logged_by_hand_is_compared_and_its_end_is_noticed(store: Store) -> None:
    put(store, page("weekly", [("Heron", 100)], {}))
    intake = page("daily", [("Heron", 700)], {})
    (claim,) = intake.claims
    put(store, replace(intake, claims=(), placements={}))
    document = Document(name="daily", snapshot=intake.snapshot, blocks=())
    logged = ByHand(at=Placement(group_name("Heron", claim.predicate)),
                    witness=Witness(claim=claim, document=document))  # fmt: skip
    for by_hand, expected in (((logged,), 1), ((logged,), 1), ((), 0), ((), 0)):
        with store.write(ACTING) as writer:
            reconcile_groups(writer, JUDGES["all"], by_hand=by_hand)
        with store.read() as reader:
            assert len(reader.conflicts()) == expected
            assert verify(reader).ok


def test_a_source_said_to_be_a_translation_is_judged_again(store: Store) -> None:
    put(store, page("weekly", [("Heron", 100)], {}), page("daily", [("Heron", 700)], {}))
    settle(store)
    with store.write(ACTING) as writer:
        writer.put_source(Source(slug="daily", relations=(("translation_of", "weekly"),)))
        judge = Judge(CATALOGUE, select=["FC101", "FC201"], originals={"daily": "weekly"})
        assert reconcile_groups(writer, judge).closed

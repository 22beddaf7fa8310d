"""A load of many documents leaves what putting them one by one leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect

from factcheck.errors import InputError
from factcheck.store import Intake, Reader, Store, open_store, verify
from factcheck.store.loading import load
from tests.store.sample import ACTING, article
from tests.store.test_groups import page, settle, state_of


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with open_store(database) as opened:
        yield opened


def told(reader: Reader) -> list[object]:
    events = sorted((e.entry.kind, e.entry.object, e.entry.body) for e in reader.events())
    return [reader.sources(), reader.claims(), reader.notices(), reader.coverage(), events]


def pages() -> list[Intake]:
    return [page(f"page-{n}", [("Heron", 100 + n % 3), (f"Egret-{n}", 7)], {}) for n in range(40)]


def test_a_load_is_the_same_as_one_document_after_the_other(store: Store, tmp_path: Path) -> None:
    with store.write(ACTING) as writer:
        assert load(writer, iter([*pages(), article("weekly", "Ossia 2019")])) == 41
    settle(store)
    with open_store(f"sqlite:///{tmp_path / 'single.db'}") as single:
        with single.write(ACTING) as writer:
            for intake in [*pages(), article("weekly", "Ossia 2019")]:
                writer.put(intake)
        settle(single)
        assert state_of(single) == state_of(store)
        with single.read() as one, store.read() as other:
            assert told(one) == told(other)
            assert verify(other).ok


def test_a_load_into_a_filled_store_puts_what_is_known(store: Store) -> None:
    with store.write(ACTING) as writer:
        writer.put(page("page-1", [("Heron", 900)], {}))
        assert load(writer, pages()) == 40
        assert load(writer, pages()) == 0
    with store.write(ACTING) as writer:
        assert writer.put(page("later", [("Heron", 900)], {}))
    with store.read() as reader:
        assert len(reader.claims("page-1")) == 2
        assert verify(reader).ok


def test_the_indexes_are_there_after_a_load_and_after_one_that_failed(store: Store) -> None:
    def indexes() -> set[str]:
        with store.read() as reader:
            return {str(i["name"]) for i in inspect(reader.connection).get_indexes("claims")}

    before = indexes()
    good, other = page("good", [("Heron", 1)], {}), page("other", [("Egret", 10)], {})
    wrong = Intake(source=good.source, snapshot=good.snapshot, claims=other.claims)
    with pytest.raises(InputError), store.write(ACTING) as writer:
        load(writer, [other, wrong])
    assert indexes() == before
    with store.write(ACTING) as writer:
        load(writer, [good, other])
    assert indexes() == before
    assert len(before) == 4

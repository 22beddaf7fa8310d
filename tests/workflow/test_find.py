"""Finding one thing by the beginning of its id."""

from __future__ import annotations

import pytest

from factcheck.errors import UsageError
from factcheck.workflow.find import find_one

KNOWN = {"3fa2b1c4d5": "one", "3fa2b1ffff": "two", "90aa": "three", "90": "four"}


@pytest.mark.parametrize(("wanted", "found"), [
    ("3fa2b1c", "one"), ("3fa2b1ffff", "two"), ("90a", "three"), ("90", "four"),
])  # fmt: skip
def test_the_only_one_that_begins_so_or_is_so(wanted: str, found: str) -> None:
    assert find_one("thing", wanted, KNOWN) == found


def test_several_are_named() -> None:
    with pytest.raises(UsageError) as caught:
        find_one("thing", "3fa2", KNOWN)
    assert str(caught.value) == (
        "3fa2: 2 things begin so (give more of it: 3fa2b1c4d5, 3fa2b1ffff)")  # fmt: skip


def test_an_unknown_one_gets_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"with this id .nearest: 3fa2b1c"):
        find_one("thing", "3fa2c1c", KNOWN)


@pytest.mark.parametrize("wanted", ["", "zzz", "é億"])
def test_nothing_like_it(wanted: str) -> None:
    with pytest.raises(UsageError, match="there is no thing with this id"):
        find_one("thing", wanted, KNOWN)


def test_the_beginnings_that_are_named_tell_the_candidates_apart() -> None:
    twins = {"a" * 20 + "1": 1, "a" * 20 + "2": 2}
    with pytest.raises(UsageError) as caught:
        find_one("thing", "aa", twins)
    first, second = caught.value.hint.removeprefix("give more of it: ").split(", ")
    assert first != second

"""Sequences whose items are made when somebody looks at them, and not kept: a report over a hundred
thousand conflicts never stands in memory as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

Plan = TypeVar("Plan")
Item = TypeVar("Item")


class OnDemand(Sequence[Item], Generic[Plan, Item]):
    """What `make` makes of each plan, in their order; made anew at every look. Equal to any
    sequence of equal items."""

    def __init__(self, plans: Sequence[Plan], make: Callable[[Plan], Item]) -> None:
        self.plans = plans
        self._make = make

    def chosen(self, wanted: Callable[[Plan], bool]) -> OnDemand[Plan, Item]:
        """Those whose plan is wanted; none is made for it."""
        return OnDemand([plan for plan in self.plans if wanted(plan)], self._make)

    def part(self, start: int, stop: int) -> OnDemand[Plan, Item]:
        """Those from `start` to before `stop`, still to be made."""
        return OnDemand(self.plans[start:stop], self._make)

    def __len__(self) -> int:
        return len(self.plans)

    def __iter__(self) -> Iterator[Item]:
        return map(self._make, self.plans)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(index, slice):
            return tuple(map(self._make, self.plans[index]))
        return self._make(self.plans[index])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str) or len(self) != len(other):
            return False
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(len(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)!r})"

"""A number with its unit, as the steps of reading pass it on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.values.scan import Number
from factcheck.values.units import Unit


@dataclass(slots=True)
class Measure:
    """A number with its unit, and the extent of both."""

    start: int
    end: int
    number: Number
    unit: Unit | None = None
    far: bool = False
    scale: Decimal = Decimal(1)
    joined: Decimal | None = None
    ten_to_the: bool = False

    @property
    def smallest(self) -> Decimal:
        """The worth of the smallest unit that has gone into the measure (角 in 5元3角)."""
        worth = self.unit.worth if self.unit and self.unit.worth else Decimal(1)
        return worth if self.joined is None else self.joined

    @property
    def value(self) -> Decimal:
        return self.number.value * self.scale

    @property
    def step(self) -> Decimal | None:
        return None if self.number.step is None else self.number.step * self.scale

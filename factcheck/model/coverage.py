"""How much of a document could be read, and what could not be handled at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from factcheck.model.identity import Json


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """Of the mentions of one family in a document: found, claimed, set aside (reason → count).
    What is in neither of the two was left."""

    found: int = 0
    claimed: int = 0
    set_aside: tuple[tuple[str, int], ...] = ()

    @property
    def left(self) -> int:
        return self.found - self.claimed - sum(count for _, count in self.set_aside)

    def to_dict(self) -> Json:
        return {"found": self.found, "claimed": self.claimed,
                "set_aside": dict(self.set_aside), "left": self.left}  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(found=data["found"], claimed=data["claimed"],
                   set_aside=tuple(sorted(data["set_aside"].items())))  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """How much of one document could be read: characters, and mentions by family."""

    body_characters: int = 0
    furniture_characters: int = 0
    numbers: Tally = Tally()
    dates: Tally = Tally()
    identifiers: Tally = Tally()
    names: Tally = Tally()
    notes: tuple[str, ...] = ()

    def to_dict(self) -> Json:
        return {
            "characters": {"body": self.body_characters, "furniture": self.furniture_characters},
            "numbers": self.numbers.to_dict(), "dates": self.dates.to_dict(),
            "identifiers": self.identifiers.to_dict(), "names": self.names.to_dict(),
            "notes": list(self.notes),
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        families = {n: Tally.from_dict(data[n])
                    for n in ("numbers", "dates", "identifiers", "names")}  # fmt: skip
        return cls(body_characters=data["characters"]["body"],
                   furniture_characters=data["characters"]["furniture"],
                   notes=tuple(data["notes"]), **families)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Skipped:
    """A document that could not be handled, and why: a value, so one bad item never ends a run."""

    source: str
    reason: str

    def to_dict(self) -> Json:
        return {"source": self.source, "reason": self.reason}

    @classmethod
    def from_dict(cls, data: Json) -> Self:
        return cls(**data)

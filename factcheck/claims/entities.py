"""Known names: which surface forms mean one thing, as data. Linking is a suggestion with a reason;
near-identical names are never merged here, since only exact folded forms link."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from factcheck.errors import InputError
from factcheck.model import Json, digest, fold

Origin = Literal["catalogue", "introduced", "likeness"]
"""Where a link comes from: the tables of names, the text itself, or letters that are alike."""
KINDS = ("organisation", "place", "person", "system", "work", "term")


@dataclass(frozen=True, kw_only=True)
class Entity:
    """One known thing: canonical name, kind, other names, external identifiers by scheme."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Link:
    """A surface form read as an entity, and why. `certain` links may replace the surface form in
    a value; the others are questions for a person. `kind` is empty where nobody knows it."""

    surface: str
    entity: str
    kind: str
    reason: str
    certain: bool = True
    origin: Origin = "catalogue"

    def to_dict(self) -> Json:
        """The published shape."""
        return {
            "surface": self.surface, "entity": self.entity, "kind": self.kind or None,
            "reason": self.reason, "certain": self.certain, "origin": self.origin,
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A known name in a text: where it stands and what it means."""

    start: int
    end: int
    entity: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class EntityTable:
    """All known entities. `apart` holds pairs of folded names that look alike and differ."""

    entities: tuple[Entity, ...]
    apart: frozenset[tuple[str, str]] = frozenset()

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.entities)

    @cached_property
    def id(self) -> str:
        """Digest of the table; part of the ledger's revision."""
        return digest("entities", sorted(
            [e.kind, e.name, sorted(e.aliases), sorted(map(list, e.ids.items()))]
            for e in self.entities
        ), sorted(map(list, self.apart)))  # fmt: skip

    def link(self, surface: str) -> Link | None:
        """The entity that a surface form names exactly, blanks and case aside; None where
        somebody has said that the two are different things."""
        found = self._by_name.get(_squeeze(surface))
        if found is None or (self.apart and self.are_apart(surface, found.name)):
            return None
        same = _squeeze(found.name) == _squeeze(surface)
        reason = "canonical name" if same else f"known name of {found.name}"
        return Link(surface=surface, entity=found.name, kind=found.kind, reason=reason)

    def canonical(self, surface: str) -> str:
        """The canonical name where the link is certain, the surface form otherwise. Words of a
        compound are rendered one by one where every one of them is a known term."""
        link = self.link(surface)
        if link is not None:
            return link.entity if link.certain else surface
        return self._compound(surface) or surface

    def kind(self, surface: str) -> str | None:
        link = self.link(surface)
        return None if link is None else link.kind

    def are_apart(self, one: str, other: str) -> bool:
        """Whether somebody has said that the two names are of different things."""
        return (fold(one), fold(other)) in self.apart or (fold(other), fold(one)) in self.apart

    def mentions(self, text: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Known names in `text[start:end]`, longest first at each place, not overlapping. A Latin
        name counts only where no Latin letter or digit touches it."""
        end = len(text) if end is None else end
        found: list[Mention] = []
        position = start
        known = self._by_prefix
        while position < end:
            if text[position : position + 2] not in known:
                position += 1
                continue
            entry = self._at(text, position, end)
            if entry is None:
                position += 1
                continue
            length, entity = entry
            found.append(Mention(start=position, end=position + length, entity=entity.name,
                                 kind=entity.kind))  # fmt: skip
            position += length
        return found

    def _at(self, text: str, position: int, end: int) -> tuple[int, Entity] | None:
        for surface, entity in self._by_prefix.get(text[position : position + 2], ()):
            stop = position + len(surface)
            if (
                stop <= end
                and text.startswith(surface, position)
                and _stands_alone(text, position, stop)
            ):
                return len(surface), entity
        return None

    @cached_property
    def _by_name(self) -> dict[str, Entity]:
        names: dict[str, Entity] = {}
        for entity in self.entities:
            for name in (entity.name, *entity.aliases):
                names.setdefault(_squeeze(name), entity)
        return names

    @cached_property
    def _by_prefix(self) -> dict[str, list[tuple[str, Entity]]]:
        table: dict[str, list[tuple[str, Entity]]] = {}
        for entity in self.entities:
            for name in (entity.name, *entity.aliases):
                if len(name) > 1:
                    table.setdefault(name[:2], []).append((name, entity))
        for entries in table.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return table

    def _compound(self, surface: str) -> str | None:
        words: list[str] = []
        position, known = 0, False
        text = surface.strip()
        if len(text) > 60:
            return None
        while position < len(text):
            entry = self._at(text, position, len(text))
            if entry is not None:
                words.append(entry[1].name)
                position += entry[0]
                known = True
            elif text[position] in " 的の・と和-–—":
                words.append("-" if text[position] in "-–—" else
                             "and" if text[position] in "と和" else "")  # fmt: skip
                position += 1
            elif _latin(text[position]):
                stop = position
                while stop < len(text) and _latin(text[stop]):
                    stop += 1
                words.append(text[position:stop])
                position = stop
            else:
                return None
        joined = " ".join(word for word in words if word).replace(" - ", "-")
        return joined if known and joined else None


def _latin(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in ".-_")


def _stands_alone(text: str, start: int, stop: int) -> bool:
    before, after = text[start - 1 : start], text[stop : stop + 1]
    if _letter(text[start]) and before and _letter(before):
        return False
    return not (_letter(text[stop - 1]) and after and _letter(after))


def _letter(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _squeeze(name: str) -> str:
    return fold(name).replace(" ", "")


def load_entities(path: Path | None = None) -> EntityTable:
    """The built-in names with a workspace's file added; an entry of the file replaces the built-in
    one of that canonical name. A path that does not exist adds nothing. Raises InputError."""
    if path is None or not path.is_file():
        return _built_in()
    merged = {(e.kind, e.name): e for e in _built_in().entities}
    own = _table(_read(path), str(path))
    names = {e.name for e in own.entities}
    kept = [e for e in merged.values() if e.name not in names]
    return EntityTable(entities=(*own.entities, *kept), apart=_built_in().apart | own.apart)


@cache
def _built_in() -> EntityTable:
    text = files("factcheck.claims").joinpath("entities.toml").read_text(encoding="utf-8")
    return _table(tomllib.loads(text), "entities.toml")


def _read(path: Path) -> Json:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", "mend the file") from error


def _table(data: Json, origin: str) -> EntityTable:
    entities: list[Entity] = []
    apart: set[tuple[str, str]] = set()
    for kind, entries in data.items():
        if (kind != "apart" and kind not in KINDS) or not isinstance(entries, dict):
            raise InputError(f"{origin} [{kind}]", "is no kind of entity",
                             f"kinds: {', '.join(KINDS)}, apart")  # fmt: skip
        for name, entry in entries.items():
            if kind == "apart":
                apart.update((fold(name), fold(other)) for other in entry)
            else:
                entities.append(_entity(name, kind, entry, origin))
    return EntityTable(entities=tuple(entities), apart=frozenset(apart))


def _entity(name: str, kind: str, entry: object, origin: str) -> Entity:
    if isinstance(entry, list):
        return Entity(name=name, kind=kind, aliases=tuple(map(str, entry)))
    if isinstance(entry, dict):
        aliases = tuple(map(str, entry.get("aliases", ())))
        ids = {scheme: str(value) for scheme, value in entry.get("ids", {}).items()}
        return Entity(name=name, kind=kind, aliases=aliases, ids=MappingProxyType(ids))
    raise InputError(f"{origin} [{kind}] {name!r}", "is neither a list of names nor a table",
                     'write "Name" = ["other name"]')  # fmt: skip

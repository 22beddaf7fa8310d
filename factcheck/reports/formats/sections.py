"""The sections of the HTML report: what each shows, in which order, and how much of it fits on a
page of a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

from factcheck.model import Language
from factcheck.reports.contents import Cards, Contents, CorrectionView
from factcheck.reports.wording import STANDING, mentions

INTROS = {
    "read": "Each pair says how many mentions became part of a claim, and how many were found. "
    "What was set aside, and why, stands at the end.",
    "again": "What these were made on has changed since. They wait for a person; nothing is "
    "carried over by guessing.",
    "dismissed": "Somebody looked at these and let them rest. They are listed so that the reasons "
    "can be read.",
    "corrections": "Changes of words that people proposed or ruled on.",
    "notices": "Corrections and announcements that the articles make themselves.",
    "articles": "The texts as they were read. Numbers lead to the notes beside them, notes to the "
    "findings.",
    "matters": "What several sources speak about, those that differ first.",
}
"""What stands below the title of a section, by its name."""


Names = Sequence[tuple[str, str]]
"""What one item of a section is linked by: kinds of things and their identities."""


def _unnamed(place: int) -> Names:
    return ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section. `items` are what its template goes through; `names` tells what leads to the
    item at a place, without making it; `room` is how many names fit on one page of a folder."""

    name: str
    title: str
    template: str
    items: Sequence[object] = ()
    count: int = 0
    room: int = 100
    names: Callable[[int], Names] = _unnamed

    @property
    def intro(self) -> str:
        return INTROS.get(self.name, "")

    def part(self, start: int, stop: int) -> Section:
        """The same section with some of its items."""
        return replace(self, items=self.items[start:stop])


class _Anchored(Protocol):
    @property
    def anchor(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Unread:
    """What could not be checked in one source, in sentences."""

    title: str
    language: Language
    lines: tuple[str, ...]


def cards_in(contents: Contents, *states: str) -> Cards:
    """The cards in those states."""
    return contents.cards.chosen(lambda shown: shown[0][0].state in states)


def sections_of(contents: Contents) -> list[Section]:
    """The sections that have something to show, in the order of the report."""
    every = (
        Section(name="overview", title="Overview", template="overview.html.j2"),
        _section("since", "What changed since", [contents.since] if contents.since else []),
        _section("read", "What was read", contents.sources, template="sources.html.j2", room=200,
                 names=lambda place: [("source", contents.sources[place].source.slug)]),
        _cards("conflicts", "Conflicts that stand", cards_in(contents, *STANDING)),
        _section("again", "Rulings to look at again", contents.stale),
        _cards("decided", "Decided", cards_in(contents, "decided")),
        _cards("dismissed", "Dismissed", cards_in(contents, "dismissed")),
        _anchored("corrections", "Corrections", told_corrections(contents), "correction"),
        _anchored("spoken", "Claims that people spoke on", contents.spoken, "claim"),
        _anchored("notices", "Notices in the articles", contents.notices, "notice"),
        _section("articles", "The articles", contents.articles),
        _section("matters", "Several sources, one matter", contents.matters, room=200),
        _section("claims", "All claims", contents.claims, room=10, count=contents.summary.claims),
        _section("unchecked", "What could not be checked, and why", list(_unread(contents)),
                 room=200),
    )  # fmt: skip
    always = ("overview", "read", "conflicts", "unchecked")
    return [section for section in every if section.items or section.name in always]


def _section(
    name: str, title: str, items: Sequence[object], *, template: str = "", room: int = 100,
    count: int | None = None, names: Callable[[int], Names] = _unnamed,
) -> Section:  # fmt: skip
    return Section(
        name=name, title=title, template=template or f"{name}.html.j2", items=items, names=names,
        count=len(items) if count is None else count, room=room,
    )  # fmt: skip


def _anchored(name: str, title: str, items: Sequence[_Anchored], kind: str) -> Section:
    return _section(name, title, items, names=lambda place: [(kind, items[place].anchor)])


def _cards(name: str, title: str, cards: Cards) -> Section:
    return _section(
        name,
        title,
        cards,
        template="cards.html.j2",
        count=sum(map(len, cards.plans)),
        names=lambda place: [("cards", finding) for _, finding in cards.plans[place]],
    )


def told_corrections(contents: Contents) -> list[CorrectionView]:
    """The corrections that a person proposed or ruled on: what a machine proposed stands with its
    conflict."""
    return [view for one in contents.publications for view in one.corrections
            if view.history or not view.conflict]  # fmt: skip


def _unread(contents: Contents) -> Iterator[Unread]:
    if contents.skipped:
        yield Unread(
            title="Not read at all",
            language="en",
            lines=tuple(f"{one.source}: {one.reason}" for one in contents.skipped),
        )
    rows = {slug: list(found) for slug, found in groupby(contents.unchecked, lambda r: r.source)}
    for view in contents.sources:
        told = [
            f"{mentions(row.counts).capitalize()}: "
            + (f"set aside ({row.reason})" if row.set_aside else row.reason)
            for row in rows.get(view.source.slug, ())
        ]
        if told or view.notes:
            yield Unread(
                title=view.source.title or view.source.slug,
                language=view.source.language,
                lines=(*told, *view.notes),
            )

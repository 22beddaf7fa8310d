"""Which subjects of a document are one thing, each link with its reason: known names, names that
the text introduces, and names so alike that a person should say whether they are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.claims.entities import EntityTable, Link
from factcheck.claims.introduced import Introduction
from factcheck.claims.naming import is_proper, without_article
from factcheck.values.linking import link_names

INTRODUCED = "the text introduces it as a short name"
MOST_NAMES = 2_000
"""Names of one document that are looked through for likenesses."""


def links_of(subjects: Iterable[str], table: EntityTable,
             introduced: Iterable[Introduction] = ()) -> tuple[Link, ...]:  # fmt: skip
    """The links of a document's subjects: first the certain ones in the order of the subjects,
    then those that the text introduces, then the questions. Each surface form is linked once."""
    surfaces = list(dict.fromkeys(subjects))
    links = [link for surface in surfaces if (link := table.link(surface)) is not None]
    done = {link.surface for link in links}
    for found in introduced:
        if found.alias not in done and not table.are_apart(found.alias, found.name):
            done.add(found.alias)
            links.append(Link(surface=found.alias, entity=found.name, kind=_kind(table, found.name),
                              reason=INTRODUCED, origin="introduced"))  # fmt: skip
    bare = dict.fromkeys(without_article(s) for s in surfaces if s not in done)
    names = [name for name in bare if is_proper(name)]
    return (*links, *_alike(names[:MOST_NAMES], table))


def _alike(names: list[str], table: EntityTable) -> Iterator[Link]:
    """Questions about near-identical names; nobody is asked about what is said to be apart."""
    asked: set[str] = set()
    for pair in link_names(names).links:
        one, other = sorted((names[pair.left], names[pair.right]), key=lambda n: (-len(n), n))
        if other in asked or table.are_apart(one, other):
            continue
        asked.add(other)
        yield Link(surface=other, entity=one, kind=_kind(table, one), certain=False,
                   reason=f"{pair.percent}% of the letters are the same",
                   origin="likeness")  # fmt: skip


def _kind(table: EntityTable, name: str) -> str:
    return table.kind(name) or ""

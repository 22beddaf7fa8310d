"""Our extractors, one file for each family, in one literal list. A team's own are found by the
entry point group `factcheck.extractors` and run in the same way."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from factcheck.claims.extractors.aliases import Aliases
from factcheck.claims.extractors.credits import Credits
from factcheck.claims.extractors.dates import Dates
from factcheck.claims.extractors.editorial import Editorial
from factcheck.claims.extractors.fields import Fields
from factcheck.claims.extractors.groups import Groups
from factcheck.claims.extractors.interface import Extractor
from factcheck.claims.extractors.licences import Licences
from factcheck.claims.extractors.offices import Offices
from factcheck.claims.extractors.people import Persons
from factcheck.claims.extractors.positions import Positions
from factcheck.claims.extractors.quantities import Quantities
from factcheck.claims.extractors.records import Records
from factcheck.claims.extractors.relations import Relations
from factcheck.claims.extractors.requirements import Requirements
from factcheck.claims.extractors.statements import Statements
from factcheck.claims.extractors.taglines import Taglines
from factcheck.claims.extractors.titles import Titles

EXTRACTORS: tuple[Extractor, ...] = (
    Titles(), Fields(), Persons(), Groups(), Quantities(), Statements(), Dates(), Editorial(),
    Positions(), Offices(), Credits(), Licences(), Aliases(), Requirements(), Relations(),
    Taglines(), Records(),
)  # fmt: skip
GROUP = "factcheck.extractors"

__all__ = ["EXTRACTORS", "Extractor", "all_extractors"]


@cache
def all_extractors() -> tuple[Extractor, ...]:
    """Ours and those that installed packages offer, in a fixed order. An entry point names a
    class or a function without arguments that returns an extractor."""
    offered = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return (*EXTRACTORS, *(point.load()() for point in offered))

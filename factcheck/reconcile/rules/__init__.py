"""The rules, ours in one literal tuple and a team's own by the entry points `factcheck.rules`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reconcile.rules.calques import Calques
from factcheck.reconcile.rules.changed import SilentChanges, SilentRemovals
from factcheck.reconcile.rules.comparison import TurnedComparisons
from factcheck.reconcile.rules.contents import BrokenPromises
from factcheck.reconcile.rules.counts import CountsAgainstLists
from factcheck.reconcile.rules.direction import TurnedBounds
from factcheck.reconcile.rules.duplicates import Furniture, RepeatedPassages
from factcheck.reconcile.rules.ends import TwoEnds
from factcheck.reconcile.rules.glued import GluedLines
from factcheck.reconcile.rules.hidden import HiddenCharacters
from factcheck.reconcile.rules.interface import Rule
from factcheck.reconcile.rules.lists import DanglingOthers, EmptyLists
from factcheck.reconcile.rules.lost_names import LostNames
from factcheck.reconcile.rules.markup import BrokenMarkup
from factcheck.reconcile.rules.names import ChangedNames
from factcheck.reconcile.rules.negation import ChangedNegation
from factcheck.reconcile.rules.notices import StillThere, UngivenCorrections
from factcheck.reconcile.rules.numbers import ChangedNumbers, DifferentRenderings
from factcheck.reconcile.rules.punctuation import LostPunctuation
from factcheck.reconcile.rules.quantifiers import ChangedQuantifiers
from factcheck.reconcile.rules.records import record_rules
from factcheck.reconcile.rules.references import AbsentReferences
from factcheck.reconcile.rules.repeats import ToldAgain
from factcheck.reconcile.rules.retracted import RetractedWorks
from factcheck.reconcile.rules.sense import sense_rules
from factcheck.reconcile.rules.stories import OneStory
from factcheck.reconcile.rules.terms import ChangedTerms
from factcheck.reconcile.rules.times import FutureAsPast, UndatedNow
from factcheck.reconcile.rules.totals import Totals
from factcheck.reconcile.rules.values import TwoArticles, TwoValues

GROUP = "factcheck.rules"
"""Entry point group: each entry loads a class or an instance that satisfies `Rule`."""

RULES: tuple[Rule, ...] = (
    TwoValues(),
    CountsAgainstLists(),
    *sense_rules(),
    Totals(),
    FutureAsPast(),
    UndatedNow(),
    ToldAgain(),
    TwoEnds(),
    TwoArticles(),
    OneStory(),
    ChangedNumbers(),
    ChangedTerms(),
    DifferentRenderings(),
    ChangedNegation(),
    ChangedNames(),
    LostNames(),
    Calques(),
    TurnedBounds(),
    TurnedComparisons(),
    ChangedQuantifiers(),
    *record_rules(),
    RetractedWorks(),
    EmptyLists(),
    BrokenPromises(),
    AbsentReferences(),
    DanglingOthers(),
    UngivenCorrections(),
    StillThere(),
    BrokenMarkup(),
    GluedLines(),
    LostPunctuation(),
    HiddenCharacters(),
    SilentChanges(),
    SilentRemovals(),
    RepeatedPassages(),
    Furniture(),
)


def all_rules() -> Sequence[Rule]:
    """Our rules and those installed beside us, ordered by code; an installed rule with the code of
    one of ours takes its place."""
    from importlib.metadata import entry_points

    found: dict[str, Rule] = {rule.doc.code: rule for rule in RULES}
    for entry in sorted(entry_points(group=GROUP), key=lambda e: (e.name, e.value)):
        loaded = entry.load()
        rule: Rule = loaded() if isinstance(loaded, type) else loaded
        found[rule.doc.code] = rule
    return [found[code] for code in sorted(found)]

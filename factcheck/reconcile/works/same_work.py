"""Whether two descriptions are of one work: identifier first, then title with the people or the
year. A title alone is not enough where an identifier is given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Literal

from factcheck.reconcile.works.bylines import people_in_common

Sameness = Literal["match", "mismatch", "ambiguous"]
_Titles = Literal["same", "near", "other", "unknown"]

_NEAR = 0.9
"""How alike two titles are at least to be one with a slip, as difflib counts."""
_MOST = 0.5
"""The share of the shorter author list that must stand in the longer one."""
_TELLING = 24
"""Letters of a title that few works share: shorter ones (Technical report) need another field."""
_STAGES = 2
"""Years between a preprint and its venue at most."""
_SUBTITLE = re.compile(r"\s?[:：–—]\s|[:：]|\s-\s")


@dataclass(frozen=True, kw_only=True)
class Description:
    """What one source says of a work, as far as works are told apart by it. `ids` holds bare
    identifiers by scheme; `names` is empty where no author is named."""

    titles: Sequence[str] = ()
    names: Sequence[str] = ()
    years: frozenset[int] = frozenset()
    ids: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def same_work(one: Description, other: Description) -> Sameness:
    """`match` and `mismatch` where fields decide; `ambiguous` where a title agrees and nothing
    else speaks for or against it, or where an identifier leads to another title."""
    titles = _compare_titles(one.titles, other.titles)
    named = any(one.ids[scheme] == other.ids[scheme] for scheme in one.ids.keys() & other.ids)
    if titles in ("other", "unknown") and not named:
        return "mismatch"
    shared = people_in_common(one.names, other.names)
    if named and titles == "other":
        return "ambiguous" if shared is None else "match" if shared >= _MOST else "mismatch"
    if named:
        return "match"
    if shared is not None:
        return "match" if shared >= _MOST else "mismatch"
    return "match" if titles == "same" and _supported(one, other) else "ambiguous"


def _supported(one: Description, other: Description) -> bool:
    """Whether the years, or for want of any other field the length of the title, bear it out."""
    if one.years and other.years:
        return min(abs(a - b) for a in one.years for b in other.years) <= _STAGES
    if one.ids:
        return False
    return any(len(title_key(title)) >= _TELLING for title in one.titles)


def _compare_titles(one: Sequence[str], other: Sequence[str]) -> _Titles:
    left, right = {title_key(t) for t in one} - {""}, {title_key(t) for t in other} - {""}
    if not left or not right:
        return "unknown"
    if left & right:
        return "same"
    heads = {main_title(t) for t in one} & right | {main_title(t) for t in other} & left
    if any(len(head) >= _TELLING for head in heads):
        return "near"
    return "near" if any(_near(a, b) for a in left for b in right) else "other"


def _near(one: str, other: str) -> bool:
    """Whether two titles are one with a slip: the lengths alone rule out most."""
    if 2 * min(len(one), len(other)) < _NEAR * (len(one) + len(other)):
        return False
    alike = SequenceMatcher(None, one, other, autojunk=False)
    return alike.quick_ratio() >= _NEAR and alike.ratio() >= _NEAR


def title_key(title: str) -> str:
    """Letters and digits only, folded, without marks over letters."""
    plain = unicodedata.normalize("NFKD", re.sub(r"[{}\\$]", "", title).casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def main_title(title: str) -> str:
    """The key of a title without its subtitle."""
    return title_key(_SUBTITLE.split(title, maxsplit=1)[0])
